package web

import (
	post "thidua/internal/app/parcel"
	uses "thidua/internal/app/province"
	"thidua/internal/web/handle"
	"thidua/internal/web/parcel"
	"thidua/internal/web/province"
)

// province is the addresses of Sở Nội vụ and UBND tỉnh.
func (s *Server) province() []handle.Group {
	pages := province.Pages{App: s.config.Core, Bureau: uses.Over(s.config.Core)}
	return []handle.Group{
		{Name: "appraisal", Routes: []handle.Route{
			{Pattern: "GET /tiep-nhan", Who: province.Appraisers, Do: pages.Inbox},
			{Pattern: "POST /tiep-nhan/nhan-goi", Who: province.Appraisers, Do: pages.TakeIn},
			{Pattern: "POST /tiep-nhan/nhan-tep", Who: province.Appraisers, Limit: province.UploadLimit, Do: pages.TakeFile},
			{Pattern: "GET /tiep-nhan/{appraisal}", Who: province.Appraisers, Do: pages.Dossier},
			{Pattern: "GET /tiep-nhan/{appraisal}/van-ban", Who: province.Appraisers, Do: pages.Paper},
			{Pattern: "POST /tiep-nhan/{appraisal}/{action}", Who: province.Appraisers, Do: pages.Act},
			{Pattern: "GET /dang-ky-cac-co-quan", Who: province.Appraisers, Do: pages.Enrolments},
			{Pattern: "POST /dang-ky-cac-co-quan", Who: province.Appraisers, Do: pages.SaveDue},
			{Pattern: "POST /dang-ky-cac-co-quan/nhan-goi", Who: province.Appraisers, Do: pages.TakeEnrolment},
			{Pattern: "GET /dang-ky-cac-co-quan/{enrolment}", Who: province.Appraisers, Do: pages.Enrolment},
			{Pattern: "GET /dang-ky-cac-co-quan/{enrolment}/van-ban", Who: province.Appraisers, Do: pages.EnrolmentPaper},
			{Pattern: "POST /dang-ky-cac-co-quan/{enrolment}/{action}", Who: province.Appraisers, Do: pages.ActEnrolment},
			{Pattern: "GET /so-sanh", Who: province.Appraisers, Do: pages.Compare},
			{Pattern: "GET /so-sanh/bang.xlsx", Who: province.Appraisers, Do: pages.Workbook},
			{Pattern: "POST /so-sanh", Who: province.Appraisers, Do: pages.Choose},
			{Pattern: "GET /so-luong", Who: province.Appraisers, Do: pages.Numbers},
			{Pattern: "POST /so-luong", Who: province.Appraisers, Do: pages.SaveNumber},
			{Pattern: "GET /chi-so-co-quan", Who: province.Appraisers, Do: pages.Indexes},
			{Pattern: "POST /chi-so-co-quan", Who: province.Appraisers, Do: pages.SaveIndex},
			{Pattern: "GET /trinh-ubnd-tinh", Who: province.Appraisers, Do: pages.Raising},
			{Pattern: "POST /trinh-ubnd-tinh", Who: province.Appraisers, Do: pages.MakeList},
			{Pattern: "POST /trinh-ubnd-tinh/{raised}/{action}", Who: province.Appraisers, Limit: province.UploadLimit, Do: pages.ActList},
			{Pattern: "GET /co-quan-dia-phuong", Who: province.Appraisers, Do: pages.Senders},
		}},
		{Name: "decision", Routes: []handle.Route{
			{Pattern: "GET /cho-quyet-dinh", Who: province.Deciders, Do: pages.Waiting},
			{Pattern: "POST /cho-quyet-dinh/nhan-goi", Who: province.Deciders, Do: pages.TakeList},
			{Pattern: "POST /cho-quyet-dinh/nhan-tep", Who: province.Deciders, Limit: province.UploadLimit, Do: pages.TakeListFile},
			{Pattern: "GET /danh-sach-trinh", Who: province.Deciders, Do: pages.Lists},
			{Pattern: "GET /danh-sach-trinh/{raised}", Who: province.Both, Do: pages.List},
			{Pattern: "POST /danh-sach-trinh/{raised}", Who: province.Deciders, Limit: province.UploadLimit, Do: pages.Decide},
			{Pattern: "GET /danh-sach-trinh/{raised}/tep", Who: province.Both, Do: pages.ListFile},
			{Pattern: "GET /danh-sach-trinh/{raised}/du-thao/{file}", Who: province.Both, Do: pages.Draft},
			{Pattern: "GET /quyet-dinh-tinh", Who: province.Deciders, Do: pages.Decided},
			{Pattern: "GET /bang-vang-tinh", Who: province.Both, Do: pages.Roll},
		}},
	}
}

// parcels is the addresses on which sealed packages go and come.
func (s *Server) parcels() []handle.Group {
	pages := parcel.Pages{Post: post.Over(s.config.Core)}
	return []handle.Group{{Name: "packages", Routes: []handle.Route{
		{Pattern: "GET /goi-ho-so", Who: parcel.Readers, Do: pages.Book},
		{Pattern: "POST /goi-ho-so", Who: parcel.Office, Limit: parcel.UploadLimit, Do: pages.ReceiveFile},
		{Pattern: "GET /goi-ho-so/{parcel}/tep", Who: parcel.Readers, Do: pages.File},
		{Pattern: "POST /goi-ho-so/{parcel}/nhan", Who: parcel.Office, Do: pages.Receive},
		{Pattern: "POST /lan-gui/{submission}/goi", Who: parcel.Office, Do: pages.Send},
		{Pattern: "GET /doi-tac", Who: parcel.Keepers, Do: pages.Partners},
		{Pattern: "POST /doi-tac", Who: parcel.Admin, Do: pages.AddPartner},
		{Pattern: "GET /doi-tac/{partner}", Who: parcel.Admin, Do: pages.Partner},
		{Pattern: "POST /doi-tac/{partner}", Who: parcel.Admin, Do: pages.ChangePartner},
	}}}
}
