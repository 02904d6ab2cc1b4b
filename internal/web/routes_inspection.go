package web

import (
	uses "thidua/internal/app/inspection"
	"thidua/internal/web/handle"
	"thidua/internal/web/inspection"
)

// inspection is the addresses of inspection rounds, and of participation and mobilisation.
func (s *Server) inspection() []handle.Group {
	pages := inspection.Pages{App: s.config.Core, Desk: uses.Over(s.config.Core)}
	return []handle.Group{
		{Name: "inspection", Routes: []handle.Route{
			{Pattern: "GET /kiem-tra", Who: inspection.Readers, Do: pages.List},
			{Pattern: "GET /kiem-tra/them", Who: inspection.Office, Do: pages.New},
			{Pattern: "POST /kiem-tra", Who: inspection.Office, Do: pages.Save},
			{Pattern: "GET /kiem-tra/{inspection}", Who: inspection.Readers, Do: pages.Round},
			{Pattern: "GET /kiem-tra/{inspection}/sua", Who: inspection.Office, Do: pages.Edit},
			{Pattern: "POST /kiem-tra/{inspection}", Who: inspection.Office, Do: pages.Save},
			{Pattern: "POST /kiem-tra/{inspection}/{action}", Who: inspection.Office, Do: pages.Act},
			{Pattern: "GET /kien-nghi/{recommendation}", Who: inspection.Readers, Do: pages.Recommendation},
			{Pattern: "GET /kien-nghi/{recommendation}/tep", Who: inspection.Readers, Do: pages.Evidence},
			{Pattern: "POST /kien-nghi/{recommendation}/{action}", Who: inspection.Answerers, Limit: inspection.UploadLimit, Do: pages.Answer},
		}},
		{Name: "mobilisation", Routes: []handle.Route{
			{Pattern: "GET /tham-gia", Who: inspection.Watchers, Do: pages.TakePartNow},
			{Pattern: "GET /tham-gia/{round}", Who: inspection.Watchers, Do: pages.TakePart},
			{Pattern: "GET /van-dong", Who: inspection.Watchers, Do: pages.MobiliseNow},
			{Pattern: "GET /van-dong/{round}", Who: inspection.Watchers, Do: pages.Mobilise},
			{Pattern: "POST /van-dong/{round}", Who: inspection.Movers, Limit: inspection.UploadLimit, Do: pages.RecordMobilisation},
			{Pattern: "GET /van-dong/tep/{mobilisation}", Who: inspection.Watchers, Do: pages.MobilisationFile},
			{Pattern: "GET /xac-nhan", Who: inspection.Watchers, Do: pages.ConfirmNow},
			{Pattern: "GET /xac-nhan/{round}", Who: inspection.Watchers, Do: pages.Confirmation},
			{Pattern: "POST /xac-nhan/{round}", Who: inspection.Confirmers, Do: pages.Confirm},
		}},
	}
}
