package app

import (
	"context"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// CoverSlipPaper makes the Phiếu trình about the list of registrations, one page, with the leader's opinion once it is given.
func (a *App) CoverSlipPaper(ctx context.Context, actor thidua.Actor, id string) (doc.Document, error) {
	v, err := a.CoverSlip(ctx, actor, id)
	if err != nil {
		return doc.Document{}, err
	}
	return v.Paper(), nil
}

// Paper makes the Phiếu trình of the page.
func (v SlipView) Paper() doc.Document {
	counts := v.counts()
	paper := doc.CoverSlip{
		Sample: v.Agency.Sample, Issuer: doc.Issuer{Superior: v.Agency.Name, Agency: v.Office.Name, Place: v.Agency.Place},
		Date: thidua.DateOf(v.Shown.MadeAt), Subject: vi.SlipSubject(v.Movement, v.Round.Year), To: v.Agency.LeaderTitle, Matter: counts.SlipMatter(),
		Bases: v.bases(), Deadline: v.deadline(), Opinion: v.Shown.Proposal, Enclosures: vi.SlipEnclosures(), Choices: vi.SlipChoices(),
		Office: doc.Signer{Titles: []string{v.OfficeHead.Post}, Name: v.OfficeHead.Name},
		Leader: doc.Signer{Titles: vi.HeadOf(v.Agency, v.Leader.Post), Name: v.Leader.Name},
	}
	if paper.Opinion == "" {
		paper.Opinion = counts.SlipOpinion()
	}
	if s := v.Shown; s.State != thidua.SlipWaiting {
		paper.Leader = doc.Signer{Titles: vi.HeadOf(v.Agency, s.LeaderPost), Name: s.LeaderName}
		paper.Instruction = &doc.LeaderOpinion{Text: vi.Opinion(s), Form: vi.OpinionForm(s.Form), Date: s.On, RecordedBy: s.BehalfName}
	}
	return paper.Document()
}

// Proposal is the opinion that Văn phòng would put on a cover slip today.
func (b RegistrationBook) Proposal() string { return b.counts().SlipOpinion() + "." }

func (b RegistrationBook) counts() vi.SlipCounts {
	c := vi.SlipCounts{Year: b.Round.Year, OfCriteria: len(b.Heads())}
	for _, r := range b.Units {
		if !r.Settled() {
			continue
		}
		c.Units++
		c.Targets += len(r.Targets)
		if r.Covered == c.OfCriteria {
			c.Covered++
		}
		if r.Award != "" {
			c.Awards++
			c.AwardName = awardWords(b.Definition, r.Award)
		}
	}
	c.People = TallyOf(b.People).Settled
	return c
}

func (b RegistrationBook) bases() []string {
	var out []string
	if d, _ := b.DeadlineIn(thidua.DeadlineRegistration, b.Round.Year); d.Article != "" {
		out = append(out, vi.SlipBasis(d.Article))
	}
	for _, l := range b.Bases {
		out = append(out, vi.Cited(l))
	}
	return out
}

func (b RegistrationBook) deadline() string {
	due := vi.Before(b.Round.RegistrationDue, b.Round.RegistrationIncl)
	if last := vi.LastWorkingDay(b.Calendar, b.Round.RegistrationDue, b.Round.RegistrationIncl); last != "" {
		return due + "; " + last
	}
	return due
}

// readChiefs finds who signs for Văn phòng and who leads the agency.
func (b *RegistrationBook) readChiefs(tx *store.Tx, staff []thidua.Staff) error {
	office, err := focalOffice(tx)
	if err != nil && thidua.KindOf(err) != thidua.NotFound {
		return err
	}
	b.Office = office
	b.names = map[string]string{}
	for _, s := range staff {
		b.names[s.ID] = s.Name
		switch {
		case s.Rank == thidua.RankHead && s.Unit == office.ID:
			b.OfficeHead = s
		case s.Rank == thidua.RankLeader && (b.Leader.ID == "" || s.Post == b.Agency.LeaderTitle):
			b.Leader = s
		}
	}
	return nil
}
