package parcel

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/pack"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

func (out *Outgoing) about(s app.Season, sent thidua.Submission, signer string) {
	out.Data.Movement = parcel.Movement{Name: s.Movement.Name, From: s.Movement.From, To: s.Movement.To, Year: s.Round.Year, Closing: s.Round.Closing}
	out.Data.Letter = parcel.Letter{Number: sent.Number, Dated: sent.Dated, Signer: signer}
}

// add puts a paper into the package, under its place in the dossier and its title.
func (out *Outgoing) add(p parcel.Paper, ending string, content []byte) {
	name := fmt.Sprintf("%02d. %s%s", len(out.Papers)+1, pack.Name(p.Title), ending)
	p.File = parcel.PaperFile(name)
	out.Data.Papers = append(out.Data.Papers, p)
	out.Papers = append(out.Papers, parcel.Content{Name: name, Data: content})
}

// gatherDossier reads a dossier as it was sent: its cases with what Sở Nội vụ weighs, and the signed copies of its papers.
func (p *Post) gatherDossier(ctx context.Context, actor thidua.Actor, s thidua.Submission, out *Outgoing) error {
	out.Kind = thidua.ParcelDossier
	v, err := p.App.DossierOf(ctx, actor, s.Round)
	if err != nil {
		return err
	}
	signer := ""
	if len(v.Leaders) > 0 {
		signer = v.Leaders[0].Name
	}
	out.about(v.Season, s, signer)
	for _, c := range v.Components {
		if err := p.addComponent(ctx, actor, c, out); err != nil {
			return err
		}
	}
	out.Data.Proposals, err = p.proposals(ctx, actor, v)
	return err
}

func (p *Post) addComponent(ctx context.Context, actor thidua.Actor, c thidua.Component, out *Outgoing) error {
	if c.Paper == nil {
		return nil
	}
	paper := parcel.Paper{ID: c.Paper.ID, Kind: c.Kind, Title: vi.PartName(c), Number: c.Paper.Number, Dated: c.Paper.IssuedOn, About: c.Nominee,
		Signed: !c.Paper.Signed.Missing()}
	if !paper.Signed {
		d, err := app.DocumentOf(*c.Paper)
		if err != nil {
			return err
		}
		return out.addDocument(paper, d)
	}
	f, err := p.App.DossierCopy(ctx, actor, c.Paper.ID)
	if err != nil {
		return err
	}
	content, err := io.ReadAll(f)
	if err = errors.Join(err, f.Close()); err == nil {
		out.add(paper, doc.SignedMark+pack.Ending(c.Paper.Signed.Name), content)
	}
	return err
}

func (out *Outgoing) addDocument(p parcel.Paper, d doc.Document) error {
	var pdf bytes.Buffer
	err := d.PDF(&pdf)
	out.add(p, ".pdf", pdf.Bytes())
	return err
}

// gatherRegistrations reads the registrations that were sent, with the list as the program writes it.
func (p *Post) gatherRegistrations(ctx context.Context, actor thidua.Actor, s thidua.Submission, out *Outgoing) error {
	out.Kind = thidua.ParcelRegistrations
	b, err := p.App.RegistrationBook(ctx, actor, s.Round)
	if err != nil {
		return err
	}
	out.about(b.Season, s, b.Leader.Name)
	for _, rows := range [][]app.RegistrationRow{b.Units, b.People} {
		for _, r := range rows {
			if r.State == thidua.RegistrationSentUp || r.State == thidua.RegistrationConfirmed {
				out.Data.Registrations = append(out.Data.Registrations, registration(b.Season, r.Registration))
			}
		}
	}
	list, err := p.App.RegistrationListPaper(ctx, actor, s.Round)
	if err != nil {
		return err
	}
	return out.addDocument(parcel.Paper{ID: s.ID, Kind: thidua.PaperRegistration, Title: vi.PaperKind(thidua.PaperRegistration), Number: s.Number,
		Dated: s.Dated}, list)
}

func registration(s app.Season, r thidua.Registration) parcel.Registration {
	out := parcel.Registration{Subject: subject(r.Subject), Award: awardName(s, r.Award), Targets: []parcel.Target{}}
	names := map[string]string{}
	for _, c := range s.Criteria {
		names[c.ID] = c.Name
	}
	for _, t := range r.Targets {
		out.Targets = append(out.Targets, parcel.Target{Criterion: names[t.Criterion], Content: t.Content, Value: t.Value, Measure: t.Measure,
			Direction: t.Direction, Due: t.Due})
	}
	return out
}

func subject(s thidua.Subject) parcel.Subject {
	return parcel.Subject{Kind: s.Kind, Name: s.Name, Title: s.Title, Sex: s.Sex, Home: s.Home}
}

func awardName(s app.Season, id string) string {
	for _, a := range s.Awards {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}
