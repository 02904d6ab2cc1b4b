package web

import (
	handing "thidua/internal/app/handover"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/handover"
	"thidua/internal/web/launch"
)

// launch is the addresses on which a movement is launched and guided.
func (s *Server) launch() []handle.Group {
	pages := launch.Pages{App: s.config.Core, Desk: uses.Over(s.config.Core)}
	return []handle.Group{
		{Name: "launch", Routes: []handle.Route{
			{Pattern: "GET /phat-dong", Who: handle.SignedIn, Do: pages.Current("/phat-dong", true)},
			{Pattern: "GET /nam/{round}/phat-dong", Who: handle.SignedIn, Do: pages.Checklist},
			{Pattern: "POST /nam/{round}/phat-dong", Who: launch.Office, Do: pages.Tick},
			{Pattern: "GET /noi-nhan", Who: handle.SignedIn, Do: pages.Current("/noi-nhan", false)},
			{Pattern: "GET /phong-trao/{movement}/noi-nhan", Who: handle.SignedIn, Do: pages.Distribution},
			{Pattern: "POST /phong-trao/{movement}/noi-nhan", Who: launch.Senders, Do: pages.SendOut},
			{Pattern: "GET /tai-lieu/{document}/noi-nhan", Who: handle.SignedIn, Do: pages.Distribution},
			{Pattern: "POST /tai-lieu/{document}/noi-nhan", Who: launch.Senders, Do: pages.SendOut},
			{Pattern: "GET /noi-nhan/{delivery}", Who: handle.SignedIn, Do: pages.Delivery},
			{Pattern: "GET /noi-nhan/{delivery}/ban-quet", Who: handle.SignedIn, Do: pages.DeliveryScan},
			{Pattern: "POST /noi-nhan/{delivery}/{action}", Who: launch.Takers, Limit: launch.UploadLimit, Do: pages.MoveDelivery},
		}},
		{Name: "pledge", Routes: []handle.Route{
			{Pattern: "GET /giao-uoc", Who: handle.SignedIn, Do: pages.Current("/giao-uoc", true)},
			{Pattern: "GET /nam/{round}/giao-uoc", Who: handle.SignedIn, Do: pages.Pledges},
			{Pattern: "POST /nam/{round}/giao-uoc", Who: launch.Keepers, Do: pages.DraftPledge},
			{Pattern: "GET /giao-uoc/{pledge}", Who: handle.SignedIn, Do: pages.Pledge},
			{Pattern: "GET /giao-uoc/{pledge}/ban-quet", Who: handle.SignedIn, Do: pages.PledgeScan},
			{Pattern: "POST /giao-uoc/{pledge}/{action}", Who: launch.Keepers, Limit: launch.UploadLimit, Do: pages.MovePledge},
			{Pattern: "GET /ke-hoach-don-vi", Who: handle.SignedIn, Do: pages.Current("/ke-hoach-don-vi", true)},
			{Pattern: "GET /nam/{round}/ke-hoach-don-vi", Who: handle.SignedIn, Do: pages.UnitPlans},
			{Pattern: "POST /nam/{round}/ke-hoach-don-vi", Who: launch.Keepers, Limit: launch.UploadLimit, Do: pages.AddUnitPlan},
			{Pattern: "GET /ke-hoach-don-vi/{unitplan}", Who: handle.SignedIn, Do: pages.UnitPlan},
			{Pattern: "GET /ke-hoach-don-vi/{unitplan}/tep", Who: handle.SignedIn, Do: pages.UnitPlanFile},
			{Pattern: "POST /ke-hoach-don-vi/{unitplan}/{action}", Who: launch.Keepers, Do: pages.MoveUnitPlan},
		}},
		{Name: "guidance", Routes: []handle.Route{
			{Pattern: "GET /huong-dan", Who: handle.SignedIn, Do: pages.Current("/huong-dan", false)},
			{Pattern: "GET /phong-trao/{movement}/huong-dan", Who: handle.SignedIn, Do: pages.Guidance},
			{Pattern: "POST /phong-trao/{movement}/huong-dan", Who: handle.SignedIn, Do: pages.Ask},
			{Pattern: "GET /hoi-dap/{question}", Who: handle.SignedIn, Do: pages.Question},
			{Pattern: "POST /hoi-dap/{question}/{action}", Who: handle.SignedIn, Do: pages.MoveQuestion},
			{Pattern: "GET /phong-trao-lien-quan", Who: handle.SignedIn, Do: pages.Current("/lien-quan", false)},
			{Pattern: "GET /phong-trao/{movement}/lien-quan", Who: handle.SignedIn, Do: pages.Related},
			{Pattern: "POST /phong-trao/{movement}/lien-quan", Who: launch.Office, Do: pages.AddRelated},
			{Pattern: "GET /phong-trao-lien-quan/{related}", Who: handle.SignedIn, Do: pages.RelatedOne},
			{Pattern: "POST /phong-trao-lien-quan/{related}/{action}", Who: launch.Office, Do: pages.MoveRelated},
			{Pattern: "GET /tai-lieu/{document}/tieu-chi", Who: handle.SignedIn, Do: pages.Mapping},
			{Pattern: "POST /tai-lieu/{document}/tieu-chi", Who: launch.Office, Do: pages.MapGuided},
			{Pattern: "POST /tieu-chi-huong-dan/{guided}/{action}", Who: launch.Office, Do: pages.MoveGuided},
		}},
	}
}

// handover is the addresses on which work is handed over.
func (s *Server) handover() []handle.Group {
	pages := handover.Pages{App: s.config.Core, Desk: handing.Over(s.config.Core)}
	return []handle.Group{{Name: "handover", Routes: []handle.Route{
		{Pattern: "GET /ban-giao", Who: handle.SignedIn, Do: pages.List},
		{Pattern: "POST /ban-giao", Who: handle.SignedIn, Do: pages.Begin},
		{Pattern: "GET /ban-giao/{handover}", Who: handle.SignedIn, Do: pages.Handover},
		{Pattern: "GET /ban-giao/{handover}/ban-quet", Who: handle.SignedIn, Do: pages.Scan},
		{Pattern: "GET /ban-giao/{handover}/{file}", Who: handle.SignedIn, Do: pages.File},
		{Pattern: "POST /ban-giao/{handover}/{action}", Who: handle.SignedIn, Limit: handover.UploadLimit, Do: pages.Move},
	}}}
}
