package web

import (
	"thidua/internal/app/praise"
	"thidua/internal/web/handle"
	pages "thidua/internal/web/praise"
)

// praise is the addresses of initiatives in the words of their form, publicity, exemplars, evaluations of many and remarks.
func (s *Server) praise() []handle.Group {
	p := pages.Pages{App: s.config.Core, Desk: praise.Over(s.config.Core)}
	return []handle.Group{
		{Name: "initiatives", Routes: []handle.Route{
			{Pattern: "GET /sang-kien/{round}/moi", Who: handle.SignedIn, Do: p.NewInitiative},
			{Pattern: "POST /sang-kien/{round}/moi", Who: handle.SignedIn, Do: p.CreateInitiative},
			{Pattern: "GET /ho-so-sang-kien/{initiative}", Who: handle.SignedIn, Do: p.Initiative},
			{Pattern: "GET /ho-so-sang-kien/{initiative}/sua", Who: handle.SignedIn, Do: p.EditInitiative},
			{Pattern: "POST /ho-so-sang-kien/{initiative}/sua", Who: handle.SignedIn, Do: p.SaveInitiative},
			{Pattern: "POST /ho-so-sang-kien/{initiative}/nhan-rong", Who: handle.SignedIn, Do: p.Replicate},
			{Pattern: "POST /ho-so-sang-kien/{initiative}/{action}", Who: handle.SignedIn, Do: p.MoveInitiative},
			{Pattern: "GET /lich-su-sang-kien/{person}", Who: handle.SignedIn, Do: p.History},
		}},
		{Name: "publicity and exemplars", Routes: []handle.Route{
			{Pattern: "GET /tuyen-truyen", Who: handle.SignedIn, Do: p.PublicityNow},
			{Pattern: "GET /tuyen-truyen/{round}", Who: handle.SignedIn, Do: p.Publicity},
			{Pattern: "POST /tuyen-truyen/{round}", Who: handle.SignedIn, Limit: pages.UploadLimit, Do: p.AddPublicity},
			{Pattern: "POST /tuyen-truyen/{round}/ke-hoach", Who: pages.Office, Do: p.PlanPublicity},
			{Pattern: "GET /tin-bai/{publicity}", Who: handle.SignedIn, Do: p.Item},
			{Pattern: "GET /tin-bai/{publicity}/tep", Who: handle.SignedIn, Do: p.ItemFile},
			{Pattern: "POST /tin-bai/{publicity}/{action}", Who: handle.SignedIn, Limit: pages.UploadLimit, Do: p.MoveItem},
			{Pattern: "GET /dien-hinh", Who: handle.SignedIn, Do: p.ExemplarsNow},
			{Pattern: "GET /dien-hinh/{round}", Who: handle.SignedIn, Do: p.Exemplars},
			{Pattern: "POST /dien-hinh/{round}", Who: handle.SignedIn, Limit: pages.UploadLimit, Do: p.Propose},
			{Pattern: "GET /guong/{exemplar}", Who: handle.SignedIn, Do: p.Exemplar},
			{Pattern: "GET /guong/{exemplar}/tep", Who: handle.SignedIn, Do: p.ExemplarFile},
			{Pattern: "POST /guong/{exemplar}/{action}", Who: handle.SignedIn, Do: p.MoveExemplar},
			{Pattern: "GET /guong-dien-hinh", Who: handle.Public, Do: p.Gallery},
		}},
		{Name: "evaluations and remarks", Routes: []handle.Route{
			{Pattern: "GET /xep-loai/nhieu-nguoi", Who: pages.Office, Do: p.Evaluations},
			{Pattern: "POST /xep-loai/nhieu-nguoi", Who: pages.Office, Do: p.SaveEvaluations},
			{Pattern: "GET /nhan-xet", Who: handle.SignedIn, Do: p.RemarksNow},
			{Pattern: "GET /nhan-xet/{round}", Who: handle.SignedIn, Do: p.Remarks},
			{Pattern: "POST /nhan-xet/{round}", Who: handle.SignedIn, Do: p.SaveRemark},
		}},
	}
}
