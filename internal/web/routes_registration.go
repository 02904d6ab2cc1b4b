package web

import (
	"thidua"
	"thidua/internal/app/bank"
	"thidua/internal/web/handle"
	"thidua/internal/web/office"
	"thidua/internal/web/unit"
)

// registration is the addresses of registering: units and people, the consolidated list, the way to the leader and to Sở Nội vụ.
func (s *Server) registration() []handle.Group {
	mine := unit.Pages{App: s.config.Core, Bank: bank.Over(s.config.Core)}
	list := office.List{App: s.config.Core}
	desk := handle.Roles(thidua.RoleOffice)
	readers := handle.Roles(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector, thidua.RoleSecretary)
	leaders := handle.Roles(thidua.RoleOffice, thidua.RoleLeader)
	return []handle.Group{
		{Name: "registration", Routes: []handle.Route{
			{Pattern: "GET /dang-ky", Who: handle.SignedIn, Do: mine.Unit},
			{Pattern: "GET /nam/{round}/dang-ky/{unit}", Who: handle.SignedIn, Do: mine.UnitOf},
			{Pattern: "POST /nam/{round}/dang-ky/{unit}", Who: handle.SignedIn, Do: mine.SaveUnit},
			{Pattern: "GET /nam/{round}/dang-ky/{unit}/{file}", Who: handle.SignedIn, Do: mine.UnitPaper},
			{Pattern: "GET /dang-ky-ca-nhan", Who: handle.SignedIn, Do: mine.Person},
			{Pattern: "GET /nam/{round}/ca-nhan/{person}", Who: handle.SignedIn, Do: mine.PersonOf},
			{Pattern: "POST /nam/{round}/ca-nhan/{person}", Who: handle.SignedIn, Do: mine.SavePerson},
			{Pattern: "GET /dang-ky/{registration}", Who: handle.SignedIn, Do: mine.One},
			{Pattern: "GET /dang-ky/{registration}/phieu/{file}", Who: handle.SignedIn, Do: mine.Paper},
			{Pattern: "POST /dang-ky/{registration}/trao-doi", Who: handle.SignedIn, Do: mine.Note},
			{Pattern: "POST /dang-ky/{registration}/ban-ky", Who: handle.SignedIn, Limit: unit.SheetLimit, Do: mine.Sheet},
			{Pattern: "POST /dang-ky/{registration}/{action}", Who: handle.SignedIn, Do: mine.Move},
		}},
		{Name: "list of registrations", Routes: []handle.Route{
			{Pattern: "GET /tong-hop", Who: readers, Do: list.Current},
			{Pattern: "GET /nam/{round}/tong-hop", Who: readers, Do: list.Of},
			{Pattern: "GET /nam/{round}/tong-hop/{file}", Who: readers, Do: list.File},
			{Pattern: "POST /nam/{round}/tong-hop/{action}", Who: desk, Do: list.Move},
			{Pattern: "POST /nam/{round}/phieu-trinh", Who: desk, Do: list.MakeSlip},
			{Pattern: "GET /phieu-trinh", Who: leaders, Do: list.CurrentSlip},
			{Pattern: "GET /phieu-trinh/{slip}", Who: leaders, Do: list.Slip},
			{Pattern: "GET /phieu-trinh/{slip}/{file}", Who: leaders, Do: list.SlipFile},
			{Pattern: "POST /phieu-trinh/{slip}/y-kien", Who: leaders, Limit: unit.SheetLimit, Do: list.Opinion},
			{Pattern: "POST /phieu-trinh/{slip}/gui-so-noi-vu", Who: desk, Do: list.SentUp},
			{Pattern: "POST /phieu-trinh/{slip}/ket-qua", Who: desk, Limit: unit.SheetLimit, Do: list.Reply},
		}},
	}
}
