package parcel

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

// gatherRegistrations reads the registrations that were sent, with the list as the program writes it.
func (p *Post) gatherRegistrations(ctx context.Context, actor thidua.Actor, s thidua.Submission, out *Outgoing) error {
	out.Kind = thidua.ParcelRegistrations
	b, err := p.App.RegistrationBook(ctx, actor, s.Round)
	if err != nil {
		return err
	}
	out.about(b.Season, s, b.Leader.Name)
	if due, _ := b.DeadlineIn(thidua.DeadlineRegistration, b.Round.Year); b.Round.RegistrationDue != "" {
		out.Data.Deadline = &parcel.Deadline{Day: b.Round.RegistrationDue, Inclusive: b.Round.RegistrationIncl, Article: due.Article}
	}
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
	out := parcel.Registration{ID: r.ID, Subject: subject(r.Subject), Award: awardName(s, r.Award), Title: vi.AnnualTitle(r.Annual),
		Targets: []parcel.Target{}}
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
