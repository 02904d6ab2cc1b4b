package web

import (
	"thidua"
	uses "thidua/internal/app/deputy"
	"thidua/internal/web/account"
	"thidua/internal/web/admin"
	"thidua/internal/web/deputy"
	"thidua/internal/web/desk"
	"thidua/internal/web/factor"
	"thidua/internal/web/handle"
	"thidua/internal/web/public"
)

// agency is the addresses behind which the use cases of an agency stand.
func (s *Server) agency() []handle.Group {
	keep := admin.Pages{App: s.config.Core, Second: s.config.Second, Standing: account.Pages{Desk: s.config.Desk, Provider: s.config.Provider}.Standing}
	first := desk.Pages{App: s.config.Core, Known: s.known}
	return []handle.Group{
		s.reorganisation(keep),
		s.deputies(),
		{Name: "first page", Routes: []handle.Route{
			{Pattern: "GET /viec-cua-toi", Who: handle.SignedIn, Do: first.Work},
			{Pattern: "GET /cho-y-kien", Who: handle.For(thidua.MayGiveOpinion), Do: first.Opinions},
			{Pattern: "GET /tim", Who: handle.SignedIn, Do: first.Search},
		}},
		{Name: "organisation", Routes: []handle.Route{
			{Pattern: "GET /don-vi", Who: admin.Keepers, Do: keep.Units},
			{Pattern: "GET /don-vi/them", Who: admin.Keepers, Do: keep.NewUnit},
			{Pattern: "POST /don-vi", Who: admin.Keepers, Do: keep.SaveUnit},
			{Pattern: "GET /don-vi/{unit}/lich-su", Who: admin.Keepers, Do: keep.UnitHistory},
			{Pattern: "GET /don-vi/{unit}", Who: admin.Keepers, Do: keep.Unit},
			{Pattern: "POST /don-vi/{unit}", Who: admin.Keepers, Do: keep.SaveUnit},
			{Pattern: "GET /nguoi", Who: admin.Keepers, Do: keep.People},
			{Pattern: "GET /nguoi/them", Who: admin.Keepers, Do: keep.NewPerson},
			{Pattern: "POST /nguoi", Who: admin.Keepers, Do: keep.AddPerson},
			{Pattern: "GET /nguoi/{person}", Who: admin.Keepers, Do: keep.Person},
			{Pattern: "POST /nguoi/{person}", Who: admin.Keepers, Do: keep.SavePerson},
			{Pattern: "POST /nguoi/{person}/chuc-vu", Who: admin.Keepers, Do: keep.NewPost},
			{Pattern: "POST /nguoi/{person}/thoi-cong-tac", Who: admin.Keepers, Do: keep.Leave},
			{Pattern: "GET /thanh-lap-hoi-dong", Who: admin.Keepers, Do: keep.Councils},
			{Pattern: "GET /thanh-lap-hoi-dong/them", Who: admin.Keepers, Do: keep.NewCouncil},
			{Pattern: "POST /thanh-lap-hoi-dong", Who: admin.Keepers, Do: keep.SaveCouncil},
			{Pattern: "GET /thanh-lap-hoi-dong/{council}", Who: admin.Keepers, Do: keep.Council},
			{Pattern: "POST /thanh-lap-hoi-dong/{council}", Who: admin.Keepers, Do: keep.SaveCouncil},
		}},
		{Name: "administration", Routes: []handle.Route{
			{Pattern: "GET /danh-muc", Who: admin.Agency, Do: keep.Catalogue},
			{Pattern: "GET /nguoi-dung", Who: admin.Admins, Do: keep.Accounts},
			{Pattern: "GET /nguoi-dung/them", Who: admin.Admins, Do: keep.NewAccount},
			{Pattern: "POST /nguoi-dung", Who: admin.Admins, Do: keep.AddAccount},
			{Pattern: "GET /nguoi-dung/{account}", Who: admin.Admins, Do: keep.Account},
			{Pattern: "POST /nguoi-dung/{account}/{action}", Who: admin.Admins, Do: keep.ActOnAccount},
			{Pattern: "GET /co-quan", Who: admin.Agency, Do: keep.Agency},
			{Pattern: "POST /co-quan", Who: admin.Agency, Do: keep.SaveAgency},
			{Pattern: "GET /ngay-nghi", Who: admin.Agency, Do: keep.Holidays},
			{Pattern: "POST /ngay-nghi", Who: admin.Agency, Do: keep.SaveHoliday},
			{Pattern: "POST /nap-ngay-nghi", Who: admin.Agency, Do: keep.LoadHolidays},
			{Pattern: "POST /ngay-nghi/{day}/xoa", Who: admin.Agency, Do: keep.RemoveHoliday},
			{Pattern: "GET /tinh-trang", Who: admin.Machine, Do: keep.State},
			{Pattern: "GET /nhat-ky", Who: admin.LogReaders, Do: keep.Log},
			{Pattern: "GET /nhat-ky/xuat", Who: admin.LogReaders, Do: keep.ExportLog},
		}},
	}
}

// second is the addresses of the second factor and of the sign-in through the province.
func (s *Server) second(visit public.Pages) []handle.Group {
	pages := factor.Pages{Desk: s.config.Second}
	return []handle.Group{{Name: "provider", Routes: []handle.Route{
		{Pattern: "POST " + public.ProviderURL, Who: handle.Public, Limit: 4 << 10, Do: visit.Leave},
		{Pattern: "GET " + public.ReturnURL, Who: handle.Public, Do: visit.Return},
		{Pattern: "GET " + public.CodeURL, Who: handle.Public, Do: visit.Code},
		{Pattern: "POST " + public.CodeURL, Who: handle.Public, Limit: 4 << 10, Do: visit.Confirm},
	}}, {Name: "second factor", Routes: []handle.Route{
		{Pattern: "GET /xac-thuc-hai-lop", Who: handle.Anywhere, Do: pages.Mine},
		{Pattern: "GET /xac-thuc-hai-lop/ma-qr", Who: handle.Anywhere, Do: pages.QR},
		{Pattern: "POST /xac-thuc-hai-lop", Who: handle.Anywhere, Limit: 16 << 10, Do: pages.Begin},
		{Pattern: "POST /xac-thuc-hai-lop/xac-nhan", Who: handle.Anywhere, Limit: 16 << 10, Do: pages.Confirm},
		{Pattern: "POST /xac-thuc-hai-lop/ma-du-phong", Who: handle.Anywhere, Limit: 16 << 10, Do: pages.NewCodes},
		{Pattern: "POST /xac-thuc-hai-lop/tat", Who: handle.Anywhere, Limit: 16 << 10, Do: pages.Remove},
	}}}
}

// deputies is the addresses on which somebody has another act for him.
func (s *Server) deputies() handle.Group {
	pages := deputy.Pages{Desk: uses.Over(s.config.Core)}
	return handle.Group{Name: "deputies", Routes: []handle.Route{
		{Pattern: "GET /uy-quyen", Who: deputy.Who, Do: pages.List},
		{Pattern: "POST /uy-quyen", Who: deputy.Who, Do: pages.Give},
		{Pattern: "POST /uy-quyen/thoi", Who: deputy.Who, Do: pages.Leave},
		{Pattern: "POST /uy-quyen/{deputy}/{action}", Who: deputy.Who, Do: pages.Act},
	}}
}

// reorganisation is the addresses on which the organisation is changed by a decision.
func (s *Server) reorganisation(keep admin.Pages) handle.Group {
	return handle.Group{Name: "reorganisation", Routes: []handle.Route{
		{Pattern: "GET /thay-doi-to-chuc", Who: admin.Keepers, Do: keep.Changes},
		{Pattern: "GET /thay-doi-to-chuc/moi", Who: admin.Keepers, Do: keep.NewChange},
		{Pattern: "POST /thay-doi-to-chuc", Who: admin.Keepers, Limit: admin.ChangeLimit, Do: keep.DraftChange},
		{Pattern: "GET /thay-doi-to-chuc/{change}", Who: admin.Keepers, Do: keep.Change},
		{Pattern: "POST /thay-doi-to-chuc/{change}", Who: admin.Keepers, Do: keep.SaveChange},
		{Pattern: "GET /thay-doi-to-chuc/{change}/quyet-dinh", Who: admin.Keepers, Do: keep.ChangeScan},
		{Pattern: "POST /thay-doi-to-chuc/{change}/ghi-nhan", Who: admin.Keepers, Do: keep.RecordChange},
		{Pattern: "POST /thay-doi-to-chuc/{change}/bo", Who: admin.Keepers, Do: keep.DropChange},
		{Pattern: "POST /thay-doi-to-chuc/{change}/hoan-tac", Who: admin.Keepers, Do: keep.UndoChange},
		{Pattern: "GET /co-quan/thay-doi", Who: admin.Agency, Do: keep.NewAgencyChange},
		{Pattern: "POST /co-quan/thay-doi", Who: admin.Agency, Limit: admin.ChangeLimit, Do: keep.DraftAgencyChange},
	}}
}
