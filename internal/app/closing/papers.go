package closing

import (
	"thidua"
	"thidua/internal/store"
)

// Papers are those of the closing round, as far as they are made.
type Papers struct {
	Review  *thidua.Paper     // Báo cáo tổng kết
	Slip    *thidua.CoverSlip // Phiếu trình of the report, the latest
	Session thidua.Session    // the last that was not put off
	Minutes *thidua.Paper
	Letter  *thidua.Paper   // Tờ trình
	Reports []thidua.Paper  // Báo cáo thành tích
	Index   *thidua.Paper   // Mục lục hồ sơ lưu
	Dossier *thidua.Dossier // nil while none is made
}

// Parts is how many parts the closing dossier has: report, figures, slip, minutes, letter with its reports, index.
const Parts = 6

// Ready counts the parts that are there; the figures always are.
func (p Papers) Ready() int {
	n := 1
	for _, there := range []bool{p.Review != nil, p.Slip != nil, p.Minutes != nil, p.Letter != nil, p.Index != nil} {
		if there {
			n++
		}
	}
	return n
}

// Lessons are the lessons (bài học kinh nghiệm) that people wrote into the report; empty while nobody has.
func (p Papers) Lessons() string {
	if p.Review == nil {
		return ""
	}
	return p.Review.Words["bai-hoc"]
}

func papersOf(tx *store.Tx, closing thidua.Round) (p Papers, err error) {
	all, err := tx.Papers(closing.ID)
	if err != nil {
		return p, err
	}
	for i := range all {
		p.take(&all[i])
	}
	if p.Review != nil {
		slips, err := tx.CoverSlips(thidua.SlipPaper, p.Review.ID)
		if err != nil {
			return p, err
		}
		if n := len(slips); n > 0 {
			p.Slip = &slips[n-1]
		}
	}
	sessions, err := tx.CouncilSessions(closing.ID)
	if err != nil {
		return p, err
	}
	for _, s := range sessions {
		if s.State != thidua.SessionPostponed && !s.At.Before(p.Session.At) {
			p.Session = s
		}
	}
	d, err := tx.DossierOf(closing.ID)
	if err == nil {
		p.Dossier = &d
	}
	if thidua.KindOf(err) == thidua.NotFound {
		err = nil
	}
	return p, err
}

// take keeps a paper that was not recalled at its place.
func (p *Papers) take(paper *thidua.Paper) {
	if paper.State == thidua.PaperRecalled {
		return
	}
	switch paper.Kind {
	case thidua.PaperFinalReview:
		p.Review = paper
	case thidua.PaperMinutes:
		p.Minutes = paper
	case thidua.PaperProposal:
		p.Letter = paper
	case thidua.PaperReport:
		p.Reports = append(p.Reports, *paper)
	case thidua.PaperIndex:
		p.Index = paper
	}
}
