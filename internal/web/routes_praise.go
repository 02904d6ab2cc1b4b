package web

import (
	"thidua"
	"thidua/internal/app/praise"
	"thidua/internal/web/handle"
	pages "thidua/internal/web/praise"
)

// praise is the addresses of initiatives in the words of their form, publicity, exemplars, evaluations of many and remarks.
func (s *Server) praise() []handle.Group {
	p := pages.Pages{App: s.config.Core, Desk: praise.Over(s.config.Core)}
	read, one, work := handle.For(thidua.MayReadPraise), handle.For(thidua.MayReadInitiative), handle.For(thidua.MayWorkPraise)
	return []handle.Group{
		{Name: "initiatives", Routes: []handle.Route{
			{Pattern: "GET /sang-kien/{round}/moi", Who: work, Do: p.NewInitiative},
			{Pattern: "POST /sang-kien/{round}/moi", Who: work, Do: p.CreateInitiative},
			{Pattern: "GET /ho-so-sang-kien/{initiative}", Who: one, Do: p.Initiative},
			{Pattern: "GET /ho-so-sang-kien/{initiative}/sua", Who: work, Do: p.EditInitiative},
			{Pattern: "POST /ho-so-sang-kien/{initiative}/sua", Who: work, Do: p.SaveInitiative},
			{Pattern: "POST /ho-so-sang-kien/{initiative}/nhan-rong", Who: work, Do: p.Replicate},
			{Pattern: "POST /ho-so-sang-kien/{initiative}/{action}", Who: work, Do: p.MoveInitiative},
			{Pattern: "GET /lich-su-sang-kien/{person}", Who: one, Do: p.History},
		}},
		{Name: "publicity and exemplars", Routes: []handle.Route{
			{Pattern: "GET /tuyen-truyen", Who: read, Do: p.PublicityNow},
			{Pattern: "GET /tuyen-truyen/{round}", Who: read, Do: p.Publicity},
			{Pattern: "POST /tuyen-truyen/{round}", Who: work, Limit: pages.UploadLimit, Do: p.AddPublicity},
			{Pattern: "POST /tuyen-truyen/{round}/ke-hoach", Who: pages.Office, Do: p.PlanPublicity},
			{Pattern: "GET /tin-bai/{publicity}", Who: read, Do: p.Item},
			{Pattern: "GET /tin-bai/{publicity}/tep", Who: read, Do: p.ItemFile},
			{Pattern: "POST /tin-bai/{publicity}/{action}", Who: work, Limit: pages.UploadLimit, Do: p.MoveItem},
			{Pattern: "GET /dien-hinh", Who: read, Do: p.ExemplarsNow},
			{Pattern: "GET /dien-hinh/{round}", Who: read, Do: p.Exemplars},
			{Pattern: "POST /dien-hinh/{round}", Who: work, Limit: pages.UploadLimit, Do: p.Propose},
			{Pattern: "GET /guong/{exemplar}", Who: read, Do: p.Exemplar},
			{Pattern: "GET /guong/{exemplar}/tep", Who: read, Do: p.ExemplarFile},
			{Pattern: "POST /guong/{exemplar}/{action}", Who: work, Do: p.MoveExemplar},
			{Pattern: "GET /guong-dien-hinh", Who: handle.For(thidua.MayReadPublished), Do: p.Gallery},
		}},
		{Name: "evaluations and remarks", Routes: []handle.Route{
			{Pattern: "GET /xep-loai/nhieu-nguoi", Who: pages.Office, Do: p.Evaluations},
			{Pattern: "POST /xep-loai/nhieu-nguoi", Who: pages.Office, Do: p.SaveEvaluations},
			{Pattern: "GET /nhan-xet", Who: read, Do: p.RemarksNow},
			{Pattern: "GET /nhan-xet/{round}", Who: read, Do: p.Remarks},
			{Pattern: "POST /nhan-xet/{round}", Who: work, Do: p.SaveRemark},
		}},
	}
}
