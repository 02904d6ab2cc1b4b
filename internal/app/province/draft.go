package province

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/doc"
	paper "thidua/internal/doc/province"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Draft makes the draft of the Tờ trình ("to-trinh", at Sở Nội vụ) or of the decision ("quyet-dinh") of a list from what stands in it.
func (b *Bureau) Draft(ctx context.Context, actor thidua.Actor, id, which string) (doc.Document, error) {
	l, err := b.List(ctx, actor, id)
	if err != nil {
		return doc.Document{}, err
	}
	agency, err := b.app.Agency(ctx, actor)
	if err != nil {
		return doc.Document{}, err
	}
	switch {
	case which == "to-trinh" && actor.Has(thidua.RoleAppraiser):
		return b.letter(ctx, actor, l, agency)
	case which == "quyet-dinh":
		return b.decision(l, agency).Document(), nil
	}
	return doc.Document{}, errNotFound
}

func (b *Bureau) letter(ctx context.Context, actor thidua.Actor, l thidua.RaisedList, agency thidua.Agency) (doc.Document, error) {
	p := paper.RaiseLetter{Sample: agency.Sample, Issuer: doc.Issuer{Superior: agency.Parent, Agency: agency.Name, Place: agency.Place}, Date: b.Today(),
		Proposer: agency.Name, Above: agency.Parent, Movement: vi.ShortMovement(l.Period.Movement), Period: vi.PeriodName(l.Period),
		Award: awardOf(l), Bases: paper.Bases(b.Today(), agency.HomeRule), Signer: doc.Signer{Titles: []string{agency.LeaderTitle}}}
	err := b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		all, err := tx.Appraisals(l.Period)
		if err != nil {
			return err
		}
		for _, a := range all {
			if a.State != thidua.AppraisalWithdrawn {
				p.Senders++
				p.Proposed[0], p.Proposed[1] = p.Proposed[0]+a.Units, p.Proposed[1]+a.People
			}
		}
		quotas, err := tx.Quotas(l.Period)
		for _, q := range quotas {
			if !strings.Contains(strings.Join(p.Documents, "\n"), q.Document) {
				p.Documents = append(p.Documents, q.Document)
			}
		}
		return err
	})
	for _, line := range l.Lines {
		if line.Kind == thidua.Collective {
			p.Collectives = append(p.Collectives, printed(line))
		} else {
			p.Individuals = append(p.Individuals, printed(line))
		}
	}
	return p.Document(), err
}

func (b *Bureau) decision(l thidua.RaisedList, agency thidua.Agency) paper.Decision {
	above := agency.Name
	if agency.Kind != thidua.AgencyProvince {
		above = agency.Parent
	}
	d := paper.Decision{Sample: agency.Sample, Issuer: doc.Issuer{Agency: above, Place: agency.Place}, Date: b.Today(), Above: above,
		Bases: paper.Bases(b.Today(), agency.HomeRule), Proposer: l.From, Letter: l.Number, Dated: l.Dated, Award: awardOf(l),
		Movement: vi.ShortMovement(l.Period.Movement), Period: vi.PeriodName(l.Period)}
	for _, line := range l.Lines {
		d.Lines = append(d.Lines, printed(line))
	}
	return d
}

func printed(line thidua.RaiseLine) paper.Line {
	out := paper.Line{Name: line.Name, Post: doc.Join(line.Title, line.Unit, line.Home), Award: line.Award, Summary: line.Summary}
	if line.Kind == thidua.Individual {
		out.Honorific = vi.Honorific(line.Sex)
	}
	return out
}

// awardOf names the award of a list; one list has one.
func awardOf(l thidua.RaisedList) string {
	for _, line := range l.Lines {
		if line.Award != "" {
			return line.Award
		}
	}
	return ""
}
