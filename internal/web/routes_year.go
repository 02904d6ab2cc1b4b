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
	read, work := handle.For(thidua.MayReadResult), handle.For(thidua.MayWorkResult)
	return []handle.Group{
		{Name: "tracking", Routes: []handle.Route{
			{Pattern: "GET /theo-doi", Who: tracking.Followers, Do: follow.Now},
			{Pattern: "GET /theo-doi/{round}", Who: tracking.Followers, Do: follow.Board},
			{Pattern: "GET /theo-doi/{round}/bang.xlsx", Who: tracking.Followers, Do: follow.Table},
			{Pattern: "GET /chi-tieu/{target}", Who: read, Do: follow.Target},
			{Pattern: "POST /chi-tieu/{target}/tien-do", Who: work, Do: follow.Report},
			{Pattern: "POST /chi-tieu/{target}/minh-chung", Who: work, Limit: tracking.UploadLimit, Do: follow.Attach},
			{Pattern: "GET /minh-chung/{evidence}", Who: read, Do: follow.Evidence},
			{Pattern: "GET /minh-chung/{evidence}/tep", Who: read, Do: follow.File},
			{Pattern: "POST /minh-chung/{evidence}/{action}", Who: work, Limit: tracking.UploadLimit, Do: follow.MoveEvidence},
			{Pattern: "GET /ket-qua", Who: read, Do: follow.MineNow},
			{Pattern: "GET /ket-qua/{round}", Who: read, Do: follow.Mine},
			{Pattern: "GET /sang-kien", Who: handle.For(thidua.MayReadPraise), Do: follow.InitiativesNow},
			{Pattern: "GET /sang-kien/{round}", Who: handle.For(thidua.MayReadPraise), Do: follow.Initiatives},
			{Pattern: "POST /sang-kien/{round}", Who: handle.For(thidua.MayWorkPraise), Do: follow.SaveInitiative},
		}},
		{Name: "scores and ranks", Routes: []handle.Route{
			{Pattern: "GET /cham-diem", Who: scoring.Readers, Do: score.SheetsNow},
			{Pattern: "GET /cham-diem/{round}", Who: scoring.Readers, Do: score.Sheets},
			{Pattern: "POST /cham-diem/{round}", Who: scoring.Office, Do: score.OpenSheets},
			{Pattern: "GET /phieu-cham/{sheet}", Who: scoring.Readers, Do: score.Sheet},
			{Pattern: "GET /phieu-cham/{sheet}/phieu.pdf", Who: scoring.Readers, Do: score.SheetFile},
			{Pattern: "POST /phieu-cham/{sheet}/y-kien", Who: scoring.Workers, Do: score.Comment},
			{Pattern: "POST /phieu-cham/{sheet}/{action}", Who: scoring.Workers, Do: score.MoveSheet},
			{Pattern: "GET /thang-diem", Who: scoring.Readers, Do: score.ScaleNow},
			{Pattern: "GET /thang-diem/{round}", Who: scoring.Readers, Do: score.Scale},
			{Pattern: "POST /thang-diem/{round}", Who: scoring.Office, Do: score.SaveScale},
			{Pattern: "GET /xep-hang", Who: handle.For(thidua.MayReadRanking), Do: score.RankingNow},
			{Pattern: "GET /xep-hang/{round}", Who: handle.For(thidua.MayReadRanking), Do: score.Ranking},
			{Pattern: "GET /xep-hang/{round}/bang.pdf", Who: handle.For(thidua.MayReadRanking), Do: score.RankingFile},
			{Pattern: "POST /xep-hang/{round}/cong-bo", Who: handle.For(thidua.MayPublishRanking), Do: score.Publish},
			{Pattern: "POST /xep-hang/{round}/ghi-nhan-cong-bo", Who: scoring.Office, Limit: tracking.UploadLimit, Do: score.RecordPublished},
			{Pattern: "GET /chi-so", Who: scoring.Office, Do: score.Index},
			{Pattern: "POST /chi-so", Who: scoring.Office, Do: score.SaveIndex},
			{Pattern: "GET /xep-loai", Who: scoring.Office, Do: score.Evaluations},
			{Pattern: "POST /xep-loai", Who: scoring.Office, Do: score.SaveEvaluation},
		}},
	}
}
