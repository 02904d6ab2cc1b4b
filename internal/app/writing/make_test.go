package writing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/writing"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/testkit/nd30"
	"thidua/internal/vi"
)

// TestEveryFormOfADecidedYear makes every paper of the year, compares its figures with the data and takes it through every state.
func TestEveryFormOfADecidedYear(t *testing.T) {
	s := play(t, "2025-03-25")
	l, err := s.List(bg, s.office, s.rounds[2024].ID)
	s.must(err)
	made := map[thidua.PaperKind]doc.Document{}
	var papers []thidua.Paper
	for _, g := range l.Groups {
		for _, r := range g.Rows {
			if r.Awaits != "" {
				continue
			}
			p, d := s.made(r.Kind.Kind, r.Place)
			made[p.Kind], papers = d, append(papers, p)
			name := string(p.Kind)
			nd30.Check(t, name, doc.SampleMark, nd30.Write(t, name, d))
			for _, f := range doc.Check(d) {
				t.Errorf("%s: %s: %s", name, f.Component, f.Text)
			}
		}
	}
	if len(papers) != 20 || len(made) != 17 {
		t.Errorf("%d papers of %d kinds were made", len(papers), len(made))
	}
	s.agree(made)
	for _, p := range papers {
		s.complete(p)
		s.issue(p.ID)
	}
	after, err := s.List(bg, s.office, s.rounds[2024].ID)
	s.must(err)
	for _, g := range after.Groups {
		for _, r := range g.Rows {
			for _, p := range r.Papers {
				if p.State != thidua.PaperIssued {
					t.Errorf("%s is %s", p.Title, p.State)
				}
			}
		}
	}
	register, err := s.PaperRegister(bg, s.office)
	s.must(err)
	for _, p := range papers {
		if !slices.ContainsFunc(register.Issued, func(one thidua.Paper) bool { return one.ID == p.ID && one.IssuedOn == s.Today() }) {
			t.Errorf("%s is not in the register", p.Title)
		}
	}
}

// complete writes what a person must write before a paper goes to be signed; without it the paper does not go.
func (s *sample) complete(p thidua.Paper) {
	s.t.Helper()
	v, err := s.Paper(bg, s.office, p.ID)
	s.must(err)
	if len(v.Open) == 0 {
		return
	}
	if o, _ := find(v.Offers, thidua.SubmitForSign); !slices.Contains(o.Missing, thidua.WordsComplete) {
		s.t.Errorf("%s goes to be signed without %v", p.Title, v.Open)
	}
	words := map[string]string{}
	for _, part := range v.Open {
		words[part] = "Lời của người soạn."
	}
	_, err = s.WritePaper(bg, s.office, p.ID, v.Version, words)
	s.must(err)
	says(s.t, p.Title, s.drawn(p.ID), "Lời của người soạn.")
}

func find(offers []thidua.Offer, do thidua.Action) (thidua.Offer, bool) {
	at := slices.IndexFunc(offers, func(o thidua.Offer) bool { return o.Do == do })
	if at < 0 {
		return thidua.Offer{}, false
	}
	return offers[at], true
}

// agree compares what the papers say with the records.
func (s *sample) agree(made map[thidua.PaperKind]doc.Document) {
	var awards []thidua.Award
	s.read(func(tx *store.Tx) (err error) {
		awards, err = tx.Awards(store.AwardFilter{Round: s.rounds[2024].ID}, store.Page{})
		return err
	})
	for _, w := range awards {
		for _, kind := range []thidua.PaperKind{thidua.PaperNotice, thidua.PaperPrizes} {
			says(s.t, string(kind), made[kind], w.Subject.Name, w.Decision.Number)
		}
	}
	says(s.t, "the notice", made[thidua.PaperNotice], "01 tập thể và 02 cá nhân", "Vượt số lượng quy định; đã khen năm 2023", "Không đạt tỷ lệ đồng ý tại phiên họp Hội đồng")
	for _, kind := range []thidua.PaperKind{thidua.PaperRoster, thidua.PaperLetter} {
		says(s.t, string(kind), made[kind], "02 tập thể và 02 cá nhân")
	}
	v, err := s.MovementOf(bg, s.office, s.rounds[2024].Movement, 2024)
	s.must(err)
	f := v.Figures.Targets
	says(s.t, "the letter with figures", made[thidua.PaperFigures], fmt.Sprintf("%d chỉ tiêu của các đơn vị, trong đó %d chỉ tiêu đã hoàn thành", f.All, f.Reached), "Phụ lục II")
	says(s.t, "the final review", made[thidua.PaperFinalReview], vi.Ratio(f.Reached, f.All), fmt.Sprintf("%d/%d", v.Figures.People, v.Figures.AllPeople))
	says(s.t, "the review", made[thidua.PaperYearReview], "Công đoàn cơ quan xác nhận (ngày 08/01/2025)")
	for _, head := range v.Heads() {
		says(s.t, "the review", made[thidua.PaperYearReview], head.Name, fmt.Sprintf("mức hoàn thành bình quân %d%%", v.Completion[head.ID]))
	}
	for _, u := range v.Units {
		says(s.t, "the pledge", made[thidua.PaperPledge], u.Name)
	}
	if strings.Contains(made[thidua.PaperRoster].Dump(), "Trần Quốc Bảo") {
		s.t.Error("somebody whom the council did not let pass is on the list")
	}
	if _, err := s.Make(bg, s.office, thidua.PaperNotice, writing.Place{Round: s.rounds[2025].ID}); thidua.KindOf(err) != thidua.Conflict {
		s.t.Errorf("a notice of a year without a decision: %v", err)
	}
}
