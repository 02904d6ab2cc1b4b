package main

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/doc/record"
	"thidua/internal/store"
)

// shelf is what the sample season holds: the papers of its two years, and the objects of which papers are made when they are asked for.
type shelf struct {
	*app.App
	ctx      context.Context
	reader   thidua.Actor
	movement string
	judged   thidua.Round // the year whose dossier was sent
	running  thidua.Round // the year that people register for
	kept     []thidua.Paper
	slips    []thidua.CoverSlip // about the list of registrations
}

// look reads what the papers are made of; the order does not depend on the ids.
func (s *shelf) look(tx *store.Tx) error {
	movements, err := tx.Movements()
	if err != nil {
		return err
	}
	for _, m := range movements {
		s.movement = m.ID
		rounds, err := tx.Rounds(m.ID)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			switch r.Year {
			case samplesDay.Year() - 1:
				s.judged = r
			case samplesDay.Year():
				s.running = r
			}
		}
	}
	if s.kept, err = tx.Papers(s.judged.ID); err != nil {
		return err
	}
	slices.SortFunc(s.kept, func(a, b thidua.Paper) int { return cmp.Compare(a.Title, b.Title) })
	s.slips, err = tx.CoverSlips(thidua.SlipRegistrations, s.running.ID)
	return err
}

// facts reads what the other forms are filled with.
func (s *shelf) facts(tx *store.Tx, f *form.Season) error {
	sessions, err := tx.CouncilSessions(s.judged.ID)
	if err != nil {
		return err
	}
	for _, one := range sessions {
		f.Session = one
	}
	if f.Nominees, err = tx.Nominees(s.judged.ID); err != nil {
		return err
	}
	// who is held back or withdrawn stood before no session, and stands on no paper
	f.Nominees = slices.DeleteFunc(f.Nominees, func(n thidua.Nominee) bool { return n.Session != f.Session.ID })
	if f.Awards, err = tx.Awards(store.AwardFilter{Round: s.judged.ID}, store.Page{}); err != nil {
		return err
	}
	all, err := tx.Awards(store.AwardFilter{}, store.Page{})
	if err != nil {
		return err
	}
	f.Earlier = slices.DeleteFunc(all, func(a thidua.Award) bool { return a.Year >= s.judged.Year })
	if f.Classes, err = tx.Evaluations(s.judged.Year); err != nil {
		return err
	}
	season, err := s.Season(s.ctx, s.reader, s.judged.ID)
	if err == nil && len(season.Awards) > 0 {
		f.Award = season.Awards[0]
	}
	return err
}

// paperMaker makes one paper of the season.
type paperMaker struct {
	name string
	make func() (doc.Document, error)
}

// papers gives a document of every form that the season has.
func (s *shelf) papers() ([]samplePaper, error) {
	var out []samplePaper
	for _, m := range []paperMaker{
		{"danh-sach-dang-ky", func() (doc.Document, error) { return s.RegistrationListPaper(s.ctx, s.reader, s.running.ID) }},
		{"danh-sach-ky-cua-don-vi", s.signList},
		{"phieu-dang-ky", s.registrationSheet},
		{"phieu-trinh", s.listSlip},
		{"phieu-cham-diem", s.scoreSheet},
		{"bang-xep-hang", func() (doc.Document, error) { return s.RankingPaper(s.ctx, s.reader, s.judged.ID) }},
		{"ket-qua-nam", func() (doc.Document, error) { return s.YearPaper(s.ctx, s.reader, s.movement, s.judged.Year) }},
		{"bien-ban-hop", func() (doc.Document, error) { return s.paper(thidua.PaperMinutes, nil) }},
		{"to-trinh", func() (doc.Document, error) { return s.paper(thidua.PaperProposal, nil) }},
		{"bao-cao-thanh-tich-tap-the", func() (doc.Document, error) { return s.paper(thidua.PaperReport, collective(true)) }},
		{"bao-cao-thanh-tich-ca-nhan", func() (doc.Document, error) { return s.paper(thidua.PaperReport, collective(false)) }},
		{"phieu-trinh-van-ban", s.paperSlip},
	} {
		d, err := m.make()
		if err != nil {
			return nil, err
		}
		out = append(out, samplePaper{name: m.name, Document: d})
	}
	return out, nil
}

func missing() error { return thidua.Refuse(thidua.NotFound, store.CodeNotFound) }

// collective chooses the reports of collectives, or of people.
func collective(want bool) func(thidua.Paper) bool {
	return func(p thidua.Paper) bool {
		var r record.AchievementReport
		return json.Unmarshal(p.Figures, &r) == nil && r.Collective == want
	}
}

func (s *shelf) find(kind thidua.PaperKind, fits func(thidua.Paper) bool) (thidua.Paper, error) {
	for _, p := range s.kept {
		if p.Kind == kind && (fits == nil || fits(p)) {
			return p, nil
		}
	}
	return thidua.Paper{}, missing()
}

func (s *shelf) paper(kind thidua.PaperKind, fits func(thidua.Paper) bool) (doc.Document, error) {
	p, err := s.find(kind, fits)
	if err != nil {
		return doc.Document{}, err
	}
	return app.DocumentOf(p)
}

func (s *shelf) paperSlip() (doc.Document, error) {
	p, err := s.find(thidua.PaperProposal, nil)
	if err != nil {
		return doc.Document{}, err
	}
	return s.PaperSlip(s.ctx, s.reader, p.ID)
}

func (s *shelf) listSlip() (doc.Document, error) {
	if len(s.slips) == 0 {
		return doc.Document{}, missing()
	}
	return s.CoverSlipPaper(s.ctx, s.reader, s.slips[len(s.slips)-1].ID)
}

func (s *shelf) signList() (doc.Document, error) {
	book, err := s.RegistrationBook(s.ctx, s.reader, s.running.ID)
	if err != nil {
		return doc.Document{}, err
	}
	for _, u := range book.Units {
		if u.Given() {
			return s.SignList(s.ctx, s.reader, s.running.ID, u.Subject.Unit)
		}
	}
	return doc.Document{}, missing()
}

// registrationSheet is that of the person for whom the unit has entered the registration; of the first who has sent when there is none.
func (s *shelf) registrationSheet() (doc.Document, error) {
	book, err := s.RegistrationBook(s.ctx, s.reader, s.running.ID)
	if err != nil {
		return doc.Document{}, err
	}
	chosen := ""
	for _, p := range book.People {
		if p.Given() && (chosen == "" || p.EnteredFor) {
			chosen = p.ID
		}
		if p.Given() && p.EnteredFor {
			break
		}
	}
	return s.RegistrationSheetPaper(s.ctx, s.reader, chosen)
}

func (s *shelf) scoreSheet() (doc.Document, error) {
	l, err := s.Sheets(s.ctx, s.reader, s.judged.ID)
	if err != nil {
		return doc.Document{}, err
	}
	if len(l.Sheets) == 0 {
		return doc.Document{}, missing()
	}
	return s.SheetPaper(s.ctx, s.reader, l.Sheets[0].ID)
}
