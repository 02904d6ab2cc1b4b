package app

import (
	"context"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// RegistrationListPaper makes the consolidated list of a round (danh sách tổng hợp đăng ký) of all that was sent.
func (a *App) RegistrationListPaper(ctx context.Context, actor thidua.Actor, round string) (doc.Document, error) {
	b, err := a.RegistrationBook(ctx, actor, round)
	if err != nil {
		return doc.Document{}, err
	}
	list := b.paper(b.Units, b.People)
	list.Issuer = doc.Issuer{Superior: b.Agency.Parent, Agency: b.Agency.Name, Place: b.Agency.Place}
	list.Number, list.Recipients = "/DS-"+b.Agency.Symbol, vi.ListRecipients()
	list.Signer = doc.Signer{Titles: vi.HeadOf(b.Agency, b.Leader.Post), Name: b.Leader.Name}
	return list.Document(), nil
}

func (b RegistrationBook) paper(units, people []RegistrationRow) doc.RegistrationList {
	return doc.RegistrationList{Sample: b.Agency.Sample, Date: b.Today, Subject: vi.RegistrationSubject(b.Movement, b.Round.Year),
		Collectives: b.registrants(units), Individuals: b.registrants(people)}
}

// registrants writes down those who have sent.
func (b RegistrationBook) registrants(rows []RegistrationRow) []doc.Registrant {
	var out []doc.Registrant
	for _, r := range rows {
		if !r.Given() {
			continue
		}
		p := doc.Registrant{Name: r.Subject.Name, Award: awardWords(b.Definition, r.Award), Lines: lineWords(r.Targets, b.names)}
		if r.Subject.Kind == thidua.Individual {
			p.Honorific, p.Post = vi.Sex(r.Subject.Sex), r.Subject.Title+", "+r.Subject.Home
		}
		out = append(out, p)
	}
	return out
}

func awardWords(d thidua.Definition, id string) string {
	for _, a := range d.Awards {
		if a.ID == id {
			return vi.Award(a)
		}
	}
	return vi.NoAward
}

func lineWords(targets []thidua.Target, names map[string]string) []doc.RegisteredLine {
	var out []doc.RegisteredLine
	for _, t := range targets {
		out = append(out, doc.RegisteredLine{Content: t.Content, Target: vi.Target(t), Due: t.Due, Lead: names[t.Owner]})
	}
	return out
}

// SignList makes the list of one unit with its people, which everybody signs on paper.
func (a *App) SignList(ctx context.Context, actor thidua.Actor, round, unit string) (d doc.Document, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := openCase(tx, actor, thidua.Registration{Round: round, Subject: thidua.Subject{Kind: thidua.Collective, Unit: unit}})
		if err != nil {
			return err
		}
		if err := c.sees(); err != nil {
			return err
		}
		b, err := bookOf(tx, round)
		if err != nil {
			return err
		}
		d = b.unitPaper(c.r.Subject)
		return nil
	})
	return d, err
}

func (b RegistrationBook) unitPaper(s thidua.Subject) doc.Document {
	of := func(rows []RegistrationRow) (out []RegistrationRow) {
		for _, r := range rows {
			if r.Subject.Unit == s.Unit && r.ID != "" {
				r.State = thidua.RegistrationSent // a draft is printed to be signed
				out = append(out, r)
			}
		}
		return out
	}
	list := b.paper(of(b.Units), of(b.People))
	list.Issuer = doc.Issuer{Superior: b.Agency.Name, Agency: s.Name, Place: b.Agency.Place}
	for _, u := range b.Units {
		if u.Subject.Unit == s.Unit {
			list.Signer = doc.Signer{Titles: []string{u.LeadPost}, Name: u.Lead}
		}
	}
	return list.Document()
}

// RegistrationSheetPaper makes the sheet that a person signs whose registration the unit has entered (nhập thay).
func (a *App) RegistrationSheetPaper(ctx context.Context, actor thidua.Actor, id string) (d doc.Document, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := openCase(tx, actor, thidua.Registration{ID: id})
		if err != nil {
			return err
		}
		if err := c.sees(); err != nil {
			return err
		}
		agency, err := tx.Agency()
		if err != nil {
			return err
		}
		s := c.r.Subject
		sheet := doc.RegistrationSheet{Sample: agency.Sample, Issuer: doc.Issuer{Superior: agency.Name, Agency: s.Home, Place: agency.Place},
			Date: today(tx), Subject: vi.RegistrationSubject(c.season.Movement, c.season.Round.Year), Honorific: vi.Sex(s.Sex), Name: s.Name,
			Post: s.Title, Unit: s.Home, Award: awardWords(c.season.Definition, c.r.Award), Lines: lineWords(c.r.Targets, nil)}
		if c.r.EnteredFor {
			by, err := tx.Person(c.r.EnteredBy)
			if err != nil {
				return err
			}
			sheet.EnteredBy = by.Name
		}
		d = sheet.Document()
		return nil
	})
	return d, err
}
