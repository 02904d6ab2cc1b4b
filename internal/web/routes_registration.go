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
	read, work := handle.For(thidua.MayReadRegistration), handle.For(thidua.MayWorkRegistration)
	desk := handle.For(thidua.MayGather)
	readers := handle.For(thidua.MayReadBook)
	leaders := handle.For(thidua.MayReadSlip)
	return []handle.Group{
		{Name: "registration", Routes: []handle.Route{
			{Pattern: "GET /dang-ky", Who: read, Do: mine.Unit},
			{Pattern: "GET /nam/{round}/dang-ky/{unit}", Who: read, Do: mine.UnitOf},
			{Pattern: "POST /nam/{round}/dang-ky/{unit}", Who: work, Do: mine.SaveUnit},
			{Pattern: "GET /nam/{round}/dang-ky/{unit}/{file}", Who: read, Do: mine.UnitPaper},
			{Pattern: "GET /dang-ky-ca-nhan", Who: read, Do: mine.Person},
			{Pattern: "GET /nam/{round}/ca-nhan/{person}", Who: read, Do: mine.PersonOf},
			{Pattern: "POST /nam/{round}/ca-nhan/{person}", Who: work, Do: mine.SavePerson},
			{Pattern: "GET /dang-ky/{registration}", Who: read, Do: mine.One},
			{Pattern: "GET /dang-ky/{registration}/phieu/{file}", Who: read, Do: mine.Paper},
			{Pattern: "GET /dang-ky/{registration}/tep-truoc/{earlier}", Who: read, Do: mine.EarlierSheet},
			{Pattern: "POST /dang-ky/{registration}/trao-doi", Who: work, Do: mine.Note},
			{Pattern: "POST /dang-ky/{registration}/ban-ky", Who: work, Limit: unit.SheetLimit, Do: mine.Sheet},
			{Pattern: "POST /dang-ky/{registration}/{action}", Who: work, Do: mine.Move},
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
