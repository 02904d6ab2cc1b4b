package app

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/sheet"
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
	list.Recipients = vi.ListRecipients()
	list.Wording = b.wording(record.ListName)
	list.Signer = doc.Signer{Titles: vi.HeadOf(b.Agency, b.Leader.Post), Name: b.Leader.Name}
	return list.Document(), nil
}

// wording gives the agency's own words for a paper of today.
func (b RegistrationBook) wording(name string) map[string]string {
	return thidua.WordsOn(b.own, b.Today)[name]
}

func (b RegistrationBook) paper(units, people []RegistrationRow) record.RegistrationList {
	return record.RegistrationList{Sample: b.Agency.Sample, Date: b.Today, Subject: vi.RegistrationSubject(b.Movement, b.Round.Year),
		Collectives: b.registrants(units), Individuals: b.registrants(people)}
}

// registrants writes down those who have sent.
func (b RegistrationBook) registrants(rows []RegistrationRow) []record.Registrant {
	var out []record.Registrant
	for _, r := range rows {
		if !r.Given() {
			continue
		}
		p := record.Registrant{Name: r.Subject.Name, Award: awardWords(b.Definition, r.Award), Lines: lineWords(r.Targets, b.names)}
		if r.Subject.Kind == thidua.Individual {
			p.Honorific, p.Post = vi.Sex(r.Subject.Sex), vi.PostIn(r.Subject.Title, r.Subject.Home)
			p.Annual = vi.AnnualTitle(r.Annual)
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

func lineWords(targets []thidua.Target, names map[string]string) []record.RegisteredLine {
	var out []record.RegisteredLine
	for _, t := range targets {
		out = append(out, record.RegisteredLine{Content: t.Content, Target: vi.Target(t), Due: t.Due, Lead: names[t.Owner]})
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
	list.ToSign = true
	list.Wording = b.wording(record.SignListName)
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
		own, err := tx.OwnWords()
		if err != nil {
			return err
		}
		s := c.r.Subject
		sheet := record.RegistrationSheet{Sample: agency.Sample, Issuer: doc.Issuer{Superior: agency.Name, Agency: s.Home, Place: agency.Place},
			Date: today(tx), Subject: vi.RegistrationSubject(c.season.Movement, c.season.Round.Year), Honorific: vi.Sex(s.Sex), Name: s.Name,
			Post: s.Title, Unit: s.Home, Award: awardWords(c.season.Definition, c.r.Award), Year: c.season.Round.Year,
			Annual: vi.AnnualTitleCited(c.r.Annual), Lines: lineWords(c.r.Targets, nil), Wording: thidua.WordsOn(own, today(tx))[record.SheetName]}
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

// RegistrationTable makes the table of what units (Collective) or people (Individual) have sent, one row for each line, for a workbook.
func (a *App) RegistrationTable(ctx context.Context, actor thidua.Actor, round string, kind thidua.SubjectKind) (sheet.Table, error) {
	b, err := a.RegistrationBook(ctx, actor, round)
	if err != nil {
		return sheet.Table{}, err
	}
	people := kind == thidua.Individual
	s := sheet.Table{Name: vi.ListTab(people), Title: vi.ListTitle(people, b.Round.Year)}
	if b.Agency.Sample {
		s.Notes = []string{doc.SampleMark}
	}
	widths := []float64{6, 26, 10, 60, 12, 14, 13, 24, 30, 22}
	rows := b.Units
	if people {
		widths, rows = []float64{6, 26, 24, 24, 10, 60, 12, 14, 13, 30, 24, 22}, b.People
	}
	for i, head := range vi.ListHeads(people) {
		s.Columns = append(s.Columns, sheet.TableColumn{Head: head, Width: widths[i]})
	}
	n := 0
	for _, r := range rows {
		if r.Given() {
			n++
			s.Rows = append(s.Rows, b.tableRows(n, r)...)
		}
	}
	return s, nil
}

// tableRows repeats the name on every row, so that the table can be sorted and filtered.
func (b RegistrationBook) tableRows(n int, r RegistrationRow) [][]any {
	var out [][]any
	for _, t := range r.Targets {
		var value any
		if t.Value != thidua.NoValue {
			value = t.Value
		}
		row := []any{n, r.Subject.Name}
		if r.Subject.Kind == thidua.Individual {
			row = append(row, r.Subject.Title, r.Subject.Home)
		}
		row = append(row, b.Top(t.Criterion).Code, t.Content, value, vi.Measure(t), t.Due)
		if r.Subject.Kind == thidua.Collective {
			row = append(row, b.names[t.Owner])
		}
		row = append(row, awardWords(b.Definition, r.Award))
		if r.Subject.Kind == thidua.Individual {
			row = append(row, vi.AnnualTitle(r.Annual))
		}
		out = append(out, append(row, vi.State(r.State)))
	}
	return out
}

// CoverSlipPaper makes the Phiếu trình about the list of registrations, one page, with the leader's opinion once it is given.
func (a *App) CoverSlipPaper(ctx context.Context, actor thidua.Actor, id string) (doc.Document, error) {
	v, err := a.CoverSlip(ctx, actor, id)
	if err != nil {
		return doc.Document{}, err
	}
	if v.Shown.About != thidua.SlipRegistrations {
		return doc.Document{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return v.Paper(), nil
}

// Paper makes the Phiếu trình of the page.
func (v SlipView) Paper() doc.Document {
	counts := v.counts()
	paper := record.CoverSlip{
		Sample: v.Agency.Sample, Issuer: doc.Issuer{Superior: v.Agency.Name, Agency: v.Office.Name, Place: v.Agency.Place},
		Date: thidua.DateOf(v.Shown.MadeAt), Subject: vi.SlipSubject(v.Movement, v.Round.Year), To: v.Agency.LeaderTitle, Matter: counts.SlipMatter(),
		Bases: v.bases(), Deadline: v.deadline(), Opinion: v.Shown.Proposal, Enclosures: vi.SlipEnclosures(), Choices: vi.SlipChoices(),
		Office: doc.Signer{Titles: []string{v.OfficeHead.Post}, Name: v.OfficeHead.Name},
		Leader: doc.Signer{Titles: vi.HeadOf(v.Agency, v.Leader.Post), Name: v.Leader.Name}, Wording: v.slipWords(),
	}
	if paper.Opinion == "" {
		paper.Opinion = counts.SlipOpinion()
	}
	if v.OwnCase.Verb != "" {
		paper.OwnCase = vi.OwnRegistration(v.OwnCase)
	}
	if s := v.Shown; s.State != thidua.SlipWaiting {
		paper.Leader = doc.Signer{Titles: vi.HeadOf(v.Agency, s.LeaderPost), Name: s.LeaderName}
		paper.Instruction = &record.LeaderOpinion{Text: vi.Opinion(s), Form: vi.OpinionForm(s.Form), Date: s.On, RecordedBy: s.BehalfName}
	}
	return paper.Document()
}

// slipWords are the agency's own words as they stood when the slip was made: those that came later are not its words.
func (v SlipView) slipWords() map[string]string {
	then := slices.DeleteFunc(slices.Clone(v.own), func(w thidua.OwnWords) bool { return w.At.After(v.Shown.MadeAt) })
	return thidua.WordsOn(then, thidua.DateOf(v.Shown.MadeAt))[record.SlipName]
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
