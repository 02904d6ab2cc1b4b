package web

import (
	"thidua"
	handing "thidua/internal/app/handover"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/handover"
	"thidua/internal/web/launch"
)

// launch is the addresses on which a movement is launched and guided.
func (s *Server) launch() []handle.Group {
	pages := launch.Pages{App: s.config.Core, Desk: uses.Over(s.config.Core)}
	read, ask, pledged := handle.For(thidua.MayReadMovement), handle.For(thidua.MayAsk), handle.For(thidua.MayReadPledge)
	return []handle.Group{
		{Name: "launch", Routes: []handle.Route{
			{Pattern: "GET /phat-dong", Who: read, Do: pages.Current("/phat-dong", true)},
			{Pattern: "GET /nam/{round}/phat-dong", Who: read, Do: pages.Checklist},
			{Pattern: "POST /nam/{round}/phat-dong", Who: launch.Office, Do: pages.Tick},
			{Pattern: "GET /noi-nhan", Who: read, Do: pages.Current("/noi-nhan", false)},
			{Pattern: "GET /phong-trao/{movement}/noi-nhan", Who: read, Do: pages.Distribution},
			{Pattern: "POST /phong-trao/{movement}/noi-nhan", Who: launch.Senders, Do: pages.SendOut},
			{Pattern: "GET /tai-lieu/{document}/noi-nhan", Who: read, Do: pages.Distribution},
			{Pattern: "POST /tai-lieu/{document}/noi-nhan", Who: launch.Senders, Do: pages.SendOut},
			{Pattern: "GET /noi-nhan/{delivery}", Who: read, Do: pages.Delivery},
			{Pattern: "GET /noi-nhan/{delivery}/ban-quet", Who: read, Do: pages.DeliveryScan},
			{Pattern: "POST /noi-nhan/{delivery}/{action}", Who: launch.Takers, Limit: launch.UploadLimit, Do: pages.MoveDelivery},
		}},
		{Name: "pledge", Routes: []handle.Route{
			{Pattern: "GET /giao-uoc", Who: pledged, Do: pages.Current("/giao-uoc", true)},
			{Pattern: "GET /nam/{round}/giao-uoc", Who: pledged, Do: pages.Pledges},
			{Pattern: "POST /nam/{round}/giao-uoc", Who: launch.Keepers, Do: pages.DraftPledge},
			{Pattern: "GET /giao-uoc/{pledge}", Who: pledged, Do: pages.Pledge},
			{Pattern: "GET /giao-uoc/{pledge}/ban-quet", Who: pledged, Do: pages.PledgeScan},
			{Pattern: "POST /giao-uoc/{pledge}/{action}", Who: launch.Keepers, Limit: launch.UploadLimit, Do: pages.MovePledge},
			{Pattern: "GET /ke-hoach-don-vi", Who: pledged, Do: pages.Current("/ke-hoach-don-vi", true)},
			{Pattern: "GET /nam/{round}/ke-hoach-don-vi", Who: pledged, Do: pages.UnitPlans},
			{Pattern: "POST /nam/{round}/ke-hoach-don-vi", Who: launch.Keepers, Limit: launch.UploadLimit, Do: pages.AddUnitPlan},
			{Pattern: "GET /ke-hoach-don-vi/{unitplan}", Who: pledged, Do: pages.UnitPlan},
			{Pattern: "GET /ke-hoach-don-vi/{unitplan}/tep", Who: pledged, Do: pages.UnitPlanFile},
			{Pattern: "POST /ke-hoach-don-vi/{unitplan}/{action}", Who: launch.Keepers, Do: pages.MoveUnitPlan},
		}},
		{Name: "guidance", Routes: []handle.Route{
			{Pattern: "GET /huong-dan", Who: read, Do: pages.Current("/huong-dan", false)},
			{Pattern: "GET /phong-trao/{movement}/huong-dan", Who: read, Do: pages.Guidance},
			{Pattern: "POST /phong-trao/{movement}/huong-dan", Who: ask, Do: pages.Ask},
			{Pattern: "GET /hoi-dap/{question}", Who: read, Do: pages.Question},
			{Pattern: "POST /hoi-dap/{question}/{action}", Who: ask, Do: pages.MoveQuestion},
			{Pattern: "GET /phong-trao-lien-quan", Who: read, Do: pages.Current("/lien-quan", false)},
			{Pattern: "GET /phong-trao/{movement}/lien-quan", Who: read, Do: pages.Related},
			{Pattern: "POST /phong-trao/{movement}/lien-quan", Who: launch.Office, Do: pages.AddRelated},
			{Pattern: "GET /phong-trao-lien-quan/{related}", Who: read, Do: pages.RelatedOne},
			{Pattern: "POST /phong-trao-lien-quan/{related}/{action}", Who: launch.Office, Do: pages.MoveRelated},
			{Pattern: "GET /tai-lieu/{document}/tieu-chi", Who: read, Do: pages.Mapping},
			{Pattern: "POST /tai-lieu/{document}/tieu-chi", Who: launch.Office, Do: pages.MapGuided},
			{Pattern: "POST /tieu-chi-huong-dan/{guided}/{action}", Who: launch.Office, Do: pages.MoveGuided},
		}},
	}
}

// handover is the addresses on which work is handed over.
func (s *Server) handover() []handle.Group {
	pages := handover.Pages{App: s.config.Core, Desk: handing.Over(s.config.Core)}
	who := handle.For(thidua.MayHandOver)
	return []handle.Group{{Name: "handover", Routes: []handle.Route{
		{Pattern: "GET /ban-giao", Who: who, Do: pages.List},
		{Pattern: "POST /ban-giao", Who: who, Do: pages.Begin},
		{Pattern: "GET /ban-giao/{handover}", Who: who, Do: pages.Handover},
		{Pattern: "GET /ban-giao/{handover}/ban-quet", Who: who, Do: pages.Scan},
		{Pattern: "GET /ban-giao/{handover}/{file}", Who: who, Do: pages.File},
		{Pattern: "POST /ban-giao/{handover}/{action}", Who: who, Limit: handover.UploadLimit, Do: pages.Move},
	}}}
}
