package demo_test

import (
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/testkit/oracle"
)

// papersBreakAlike composes every paper that the sample agency has and lets LibreOffice lay it out too.
func papersBreakAlike(t *testing.T, a *app.App, db *store.DB) {
	s := shelf{t: t, App: a, papers: map[string]oracle.Paper{}}
	var rounds map[int]thidua.Round
	var slips []thidua.CoverSlip
	read(t, a, db, func(tx *store.Tx) error {
		s.reader = thidua.Actor{Tenant: tx.Tenant, Account: "x", Name: "Nguyễn Thị Thu Hà",
			Roles: []thidua.Role{thidua.RoleOffice, thidua.RoleSecretary, thidua.RoleLeader}}
		rounds = roundsOf(t, tx)
		for _, r := range rounds {
			found, err := s.inside(tx, r)
			if err != nil {
				return err
			}
			slips = append(slips, found...)
		}
		return nil
	})
	for _, slip := range slips {
		d, err := s.slip(slip)
		s.put("slip", slip.ID, d, err)
		if deputy := "Trần Mạnh Khôi do Nguyễn Thị Bích Liên duyệt"; slip.About == thidua.SlipRegistrations && !strings.Contains(d.Dump(), deputy) {
			t.Errorf("the list goes to the leader without saying who approved his own registration:\n%s", d.Dump())
		}
	}
	for _, year := range []int{2024, 2025} {
		s.round(rounds[year])
	}
	if s.complete(); !t.Failed() {
		oracle.Compare(t, s.papers, doc.SampleMark)
	}
}

type shelf struct {
	*app.App
	t      *testing.T
	reader thidua.Actor
	papers map[string]oracle.Paper
}

func (s shelf) put(kind, id string, d doc.Document, err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatalf("%s %s: %v", kind, id, err)
	}
	s.papers[kind+"-"+id] = d
}

// kinds of papers of a dossier, as they begin the name of a file.
var kinds = map[thidua.PaperKind]string{thidua.PaperProposal: "proposal", thidua.PaperReport: "report", thidua.PaperMinutes: "minutes"}

// slip is the Phiếu trình as it is printed: from the page of the list, or from that of the paper.
func (s shelf) slip(c thidua.CoverSlip) (doc.Document, error) {
	if c.About == thidua.SlipPaper {
		return s.PaperSlip(ctx, s.reader, c.Object)
	}
	return s.CoverSlipPaper(ctx, s.reader, c.ID)
}

// inside puts what stands in the database: the papers of the dossiers; the cover slips about each thing come back.
func (s shelf) inside(tx *store.Tx, r thidua.Round) (slips []thidua.CoverSlip, err error) {
	papers, err := tx.Papers(r.ID)
	if err != nil {
		return nil, err
	}
	about := []thidua.CoverSlip{{About: thidua.SlipRegistrations, Object: r.ID}}
	for _, p := range papers {
		if kind, ok := kinds[p.Kind]; ok {
			d, err := app.DocumentOf(p)
			s.put(kind, p.ID, d, err)
			about = append(about, thidua.CoverSlip{About: thidua.SlipPaper, Object: p.ID})
		}
	}
	for _, o := range about {
		all, err := tx.CoverSlips(o.About, o.Object)
		if err != nil {
			return nil, err
		}
		slips = append(slips, all...)
	}
	return slips, nil
}

// round puts the papers that are made when they are asked for.
func (s shelf) round(r thidua.Round) {
	d, err := s.RegistrationListPaper(ctx, s.reader, r.ID)
	s.put("list", r.ID, d, err)
	book, err := s.RegistrationBook(ctx, s.reader, r.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, u := range book.Units {
		d, err := s.SignList(ctx, s.reader, r.ID, u.Subject.Unit)
		s.put("sign", u.Subject.Unit+r.ID, d, err)
	}
	sheets, err := s.Sheets(ctx, s.reader, r.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, one := range sheets.Sheets {
		d, err := s.SheetPaper(ctx, s.reader, one.ID)
		s.put("score", one.ID, d, err)
	}
	if len(sheets.Sheets) > 0 {
		d, err := s.RankingPaper(ctx, s.reader, r.ID)
		s.put("ranking", r.ID, d, err)
	}
}

// complete sees to it that every kind of paper is there.
func (s shelf) complete() {
	count := map[string]int{}
	for name := range s.papers {
		kind, _, _ := strings.Cut(name, "-")
		count[kind]++
	}
	for _, kind := range []string{"proposal", "report", "minutes", "slip", "list", "sign", "score", "ranking"} {
		if count[kind] == 0 {
			s.t.Errorf("no %s among %v", kind, count)
		}
	}
}
