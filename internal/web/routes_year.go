package web

import (
	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/scoring"
	"thidua/internal/web/tracking"
)

// year is the addresses between registration and council: following the year, scores and ranks.
func (s *Server) year() []handle.Group {
	follow, score := tracking.Pages{App: s.config.Core}, scoring.Pages{App: s.config.Core}
	return []handle.Group{
		{Name: "tracking", Routes: []handle.Route{
			{Pattern: "GET /theo-doi", Who: tracking.Followers, Do: follow.Now},
			{Pattern: "GET /theo-doi/{round}", Who: tracking.Followers, Do: follow.Board},
			{Pattern: "GET /theo-doi/{round}/bang.xlsx", Who: tracking.Followers, Do: follow.Table},
			{Pattern: "GET /chi-tieu/{target}", Who: handle.SignedIn, Do: follow.Target},
			{Pattern: "POST /chi-tieu/{target}/tien-do", Who: handle.SignedIn, Do: follow.Report},
			{Pattern: "POST /chi-tieu/{target}/minh-chung", Who: handle.SignedIn, Limit: tracking.UploadLimit, Do: follow.Attach},
			{Pattern: "GET /minh-chung/{evidence}", Who: handle.SignedIn, Do: follow.Evidence},
			{Pattern: "GET /minh-chung/{evidence}/tep", Who: handle.SignedIn, Do: follow.File},
			{Pattern: "POST /minh-chung/{evidence}/{action}", Who: handle.SignedIn, Limit: tracking.UploadLimit, Do: follow.MoveEvidence},
			{Pattern: "GET /ket-qua", Who: handle.SignedIn, Do: follow.MineNow},
			{Pattern: "GET /ket-qua/{round}", Who: handle.SignedIn, Do: follow.Mine},
			{Pattern: "GET /sang-kien", Who: handle.SignedIn, Do: follow.InitiativesNow},
			{Pattern: "GET /sang-kien/{round}", Who: handle.SignedIn, Do: follow.Initiatives},
			{Pattern: "POST /sang-kien/{round}", Who: handle.SignedIn, Do: follow.SaveInitiative},
		}},
		{Name: "scores and ranks", Routes: []handle.Route{
			{Pattern: "GET /cham-diem", Who: tracking.Followers, Do: score.SheetsNow},
			{Pattern: "GET /cham-diem/{round}", Who: tracking.Followers, Do: score.Sheets},
			{Pattern: "POST /cham-diem/{round}", Who: scoring.Office, Do: score.OpenSheets},
			{Pattern: "GET /phieu-cham/{sheet}", Who: tracking.Followers, Do: score.Sheet},
			{Pattern: "GET /phieu-cham/{sheet}/phieu.pdf", Who: tracking.Followers, Do: score.SheetFile},
			{Pattern: "POST /phieu-cham/{sheet}/y-kien", Who: tracking.Followers, Do: score.Comment},
			{Pattern: "POST /phieu-cham/{sheet}/{action}", Who: tracking.Followers, Do: score.MoveSheet},
			{Pattern: "GET /thang-diem", Who: tracking.Followers, Do: score.ScaleNow},
			{Pattern: "GET /thang-diem/{round}", Who: tracking.Followers, Do: score.Scale},
			{Pattern: "POST /thang-diem/{round}", Who: scoring.Office, Do: score.SaveScale},
			{Pattern: "GET /xep-hang", Who: handle.SignedIn, Do: score.RankingNow},
			{Pattern: "GET /xep-hang/{round}", Who: handle.SignedIn, Do: score.Ranking},
			{Pattern: "GET /xep-hang/{round}/bang.pdf", Who: handle.SignedIn, Do: score.RankingFile},
			{Pattern: "POST /xep-hang/{round}/cong-bo", Who: handle.Roles(thidua.RoleLeader), Do: score.Publish},
			{Pattern: "POST /xep-hang/{round}/ghi-nhan-cong-bo", Who: scoring.Office, Limit: tracking.UploadLimit, Do: score.RecordPublished},
			{Pattern: "GET /chi-so", Who: scoring.Office, Do: score.Index},
			{Pattern: "POST /chi-so", Who: scoring.Office, Do: score.SaveIndex},
			{Pattern: "GET /xep-loai", Who: scoring.Office, Do: score.Evaluations},
			{Pattern: "POST /xep-loai", Who: scoring.Office, Do: score.SaveEvaluation},
		}},
	}
}
