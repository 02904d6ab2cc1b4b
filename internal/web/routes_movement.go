package web

import (
	"thidua"
	"thidua/internal/app/former"
	"thidua/internal/app/launch"
	"thidua/internal/app/pasting"
	"thidua/internal/web/handle"
	campaign "thidua/internal/web/movement"
)

// movement is the addresses of plans, of the movements made of them, and of the years of a movement.
func (s *Server) movement() []handle.Group {
	pages := campaign.Pages{App: s.config.Core, Launch: launch.Over(s.config.Core), Years: former.Over(s.config.Core), Pasting: pasting.Over(s.config.Core), Known: s.known}
	read := handle.For(thidua.MayReadMovement)
	return []handle.Group{
		{Name: "plan", Routes: []handle.Route{
			{Pattern: "GET /ke-hoach", Who: campaign.Office, Do: pages.Plans},
			{Pattern: "POST /ke-hoach", Who: campaign.Office, Limit: campaign.UploadLimit, Do: pages.Upload},
			{Pattern: "GET /ke-hoach/{plan}", Who: campaign.Office, Do: pages.Plan},
			{Pattern: "GET /ke-hoach/{plan}/tep", Who: handle.For(thidua.MayReadPlan), Do: pages.PlanFile},
			{Pattern: "POST /ke-hoach/{plan}", Who: campaign.Office, Limit: campaign.ReviewLimit, Do: pages.SavePlan},
			{Pattern: "POST /ke-hoach/{plan}/{action}", Who: campaign.Office, Limit: campaign.ReviewLimit, Do: pages.MovePlan},
		}},
		{Name: "movement", Routes: []handle.Route{
			{Pattern: "GET /phong-trao", Who: read, Do: pages.Latest},
			{Pattern: "GET /phong-trao/{movement}", Who: read, Do: pages.Movement},
			{Pattern: "GET /phong-trao/{movement}/bo-sung", Who: campaign.Office, Do: pages.Complete},
			{Pattern: "POST /phong-trao/{movement}/bo-sung", Who: campaign.Office, Do: pages.SaveComplete},
			{Pattern: "GET /phong-trao/{movement}/bao-cao.pdf", Who: read, Do: pages.YearFile},
			{Pattern: "GET /phong-trao/{movement}/van-ban", Who: campaign.Office, Do: pages.Document},
			{Pattern: "POST /phong-trao/{movement}/van-ban", Who: campaign.Office, Limit: campaign.UploadLimit, Do: pages.AddDocument},
			{Pattern: "GET /ke-hoach/{plan}/van-ban", Who: campaign.Office, Do: pages.PlanDocument},
			{Pattern: "POST /ke-hoach/{plan}/van-ban", Who: campaign.Office, Limit: campaign.UploadLimit, Do: pages.AddPlanDocument},
			{Pattern: "GET /tai-lieu/{document}", Who: read, Do: pages.DocumentFile},
			{Pattern: "GET /tai-lieu/{document}/sua", Who: campaign.Office, Do: pages.EditDocument},
			{Pattern: "POST /tai-lieu/{document}/{action}", Who: campaign.Office, Limit: campaign.UploadLimit, Do: pages.MoveDocument},
			{Pattern: "POST /phong-trao/{movement}/{action}", Who: campaign.Office, Do: pages.MoveMovement},
			{Pattern: "GET /nam/{round}/thiet-lap", Who: campaign.Office, Do: pages.Settings},
			{Pattern: "POST /nam/{round}/thiet-lap", Who: campaign.Office, Do: pages.SaveSettings},
			{Pattern: "GET /nam/{round}/thiet-lap/nam-truoc", Who: campaign.Office, Do: pages.Former},
			{Pattern: "POST /nam/{round}/thiet-lap/nam-truoc", Who: campaign.Office, Do: pages.TakeFormer},
			{Pattern: "GET /nam/{round}/nhiem-vu", Who: read, Do: pages.Tasks},
			{Pattern: "GET /nam/{round}/nhiem-vu/dan", Who: campaign.Office, Do: pages.PasteForm},
			{Pattern: "POST /nam/{round}/nhiem-vu/dan", Who: campaign.Office, Limit: campaign.ReviewLimit, Do: pages.PasteTasks},
			{Pattern: "GET /nhiem-vu/{task}", Who: read, Do: pages.Task},
			{Pattern: "POST /nhiem-vu/{task}/{action}", Who: campaign.OfficeOrHead, Do: pages.MoveTask},
			{Pattern: "POST /nam/{round}/{action}", Who: campaign.Office, Do: pages.MoveRound},
		}},
	}
}
