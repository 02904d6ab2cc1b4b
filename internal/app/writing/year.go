package writing

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/closing"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

func (d *Desk) allResults(ctx context.Context, actor thidua.Actor, g *ground) (app.Results, error) {
	if g.results == nil {
		all, err := d.app.Results(ctx, actor, g.season.Round.ID)
		if err != nil {
			return all, err
		}
		g.results = &all
	}
	return *g.results, nil
}

// units says how each unit stands: its registration, its targets, its people.
func (d *Desk) units(ctx context.Context, actor thidua.Actor, g *ground, f *form.Facts) error {
	book, err := d.app.RegistrationBook(ctx, actor, g.season.Round.ID)
	if err != nil {
		return err
	}
	results, err := d.allResults(ctx, actor, g)
	if err != nil {
		return err
	}
	for _, r := range book.Units {
		u := form.UnitFigures{Name: r.Subject.Name, Short: r.Subject.Name, Lead: r.Lead, LeadPost: r.LeadPost, Registered: r.Given(), People: [2]int{r.Joined, r.People}}
		for _, one := range results.Subjects {
			if one.Subject.Key() == r.Subject.Key() {
				u.Targets = tallied(one)
			}
		}
		f.Units = append(f.Units, u)
	}
	for _, head := range g.season.Heads() {
		for _, r := range book.Units {
			if r.Given() {
				promise(f, r.Subject.Name, slices.DeleteFunc(slices.Clone(r.Targets), func(t thidua.Target) bool { return !g.season.Within(t.Criterion, head.ID) }))
			}
		}
	}
	tally := app.TallyOf(book.People)
	f.People = [2]int{tally.Given, len(book.People)}
	return nil
}

// tallied counts the targets of a subject over the criteria of the plan.
func tallied(r app.Result) (t thidua.Tally) {
	for _, c := range r.Criteria {
		if c.Parent == "" {
			t.Reached, t.Awaited, t.All = t.Reached+c.Tally.Reached, t.Awaited+c.Tally.Awaited, t.All+c.Tally.All
		}
	}
	return t
}

// promise notes the targets that a unit registered; the same words with the same figure and day are one line of all who registered them.
func promise(f *form.Facts, unit string, targets []thidua.Target) {
	for _, t := range targets {
		line := record.RegisteredLine{Content: t.Content, Target: vi.Target(t), Due: t.Due}
		at := slices.IndexFunc(f.Registered, func(p form.Promise) bool { return p.RegisteredLine == line })
		if at < 0 {
			f.Registered = append(f.Registered, form.Promise{RegisteredLine: line})
			at = len(f.Registered) - 1
		}
		f.Registered[at].Units = append(f.Registered[at].Units, unit)
	}
}

// criteria says how each criterion of the plan stands over all units.
func (d *Desk) criteria(ctx context.Context, actor thidua.Actor, g *ground, f *form.Facts) error {
	v, err := d.app.MovementOf(ctx, actor, g.season.Movement.ID, g.season.Round.Year)
	if err != nil {
		return err
	}
	results, err := d.allResults(ctx, actor, g)
	if err != nil {
		return err
	}
	for _, head := range g.season.Heads() {
		c := form.CriterionFigures{Code: head.Code, Name: head.Name, Completion: -1}
		if n, known := v.Completion[head.ID]; known && v.Round.ID == g.season.Round.ID {
			c.Completion = n
		}
		for _, r := range results.Subjects {
			if r.Subject.Kind != thidua.Collective {
				continue
			}
			for _, one := range r.Criteria {
				if one.ID == head.ID {
					c.Targets.Reached, c.Targets.Awaited, c.Targets.All = c.Targets.Reached+one.Tally.Reached, c.Targets.Awaited+one.Tally.Awaited, c.Targets.All+one.Tally.All
				}
			}
		}
		f.Criteria = append(f.Criteria, c)
	}
	return nil
}

// wholeMovement says what each year of the movement brought.
func (d *Desk) wholeMovement(ctx context.Context, actor thidua.Actor, f *form.Facts) error {
	first, err := d.app.MovementOf(ctx, actor, f.Movement.ID, 0)
	if err != nil {
		return err
	}
	for _, r := range first.Rounds {
		if r.Closing {
			continue
		}
		v, err := d.app.MovementOf(ctx, actor, f.Movement.ID, r.Year)
		if err != nil {
			return err
		}
		y := form.YearFigures{Year: r.Year, Known: v.Figures.Known, Begun: r.State != thidua.RoundWaiting && r.State != thidua.RoundRegistering,
			Units: [2]int{v.Figures.Units, v.Figures.AllUnits}, People: [2]int{v.Figures.People, v.Figures.AllPeople}, Targets: v.Figures.Targets}
		for _, a := range v.Awards {
			if a.Year == r.Year {
				y.Collectives, y.Awards, y.Decided = a.Collectives, a.Individuals, true
			}
		}
		f.Years = append(f.Years, y)
	}
	return d.lines(ctx, actor, f)
}

// lines says how each unit and each person stood over the years of the movement.
func (d *Desk) lines(ctx context.Context, actor thidua.Actor, f *form.Facts) error {
	v, err := closing.Over(d.app).View(ctx, actor, f.Movement.ID)
	for _, l := range append(v.Units, v.People...) {
		line := form.PeriodLine{Subject: l.Subject, Registered: l.Registered(), Targets: l.Tally}
		for i, y := range l.Years {
			if !v.Years[i].RanksPublished { // a paper that goes out names no rank that is not published
				y.Rank = 0
			}
			line.Ranks = append(line.Ranks, y.Rank)
		}
		for _, w := range l.Awards {
			line.Awards = append(line.Awards, vi.Term(v.Movement, thidua.Round{Year: w.Year, Closing: w.Round == v.Closing.ID}))
		}
		f.Lines = append(f.Lines, line)
	}
	for _, y := range v.Years {
		f.Works = append(f.Works, form.WorkCount{Year: y.Year, Count: y.Initiatives})
	}
	for _, e := range slices.Backward(v.Exemplars) {
		f.Models = append(f.Models, form.Model{Year: e.Year, Subject: e.Subject, Kind: e.Kind, Title: e.Title})
	}
	return err
}

// nominee says what is known of one case.
func (d *Desk) nominee(ctx context.Context, actor thidua.Actor, g *ground, n thidua.Nominee) (form.Facts, error) {
	f := g.base
	results, err := d.allResults(ctx, actor, g)
	if err != nil {
		return f, err
	}
	book, err := d.app.RegistrationBook(ctx, actor, g.season.Round.ID)
	if err != nil {
		return f, err
	}
	c := form.Candidate{Nominee: n}
	for _, u := range book.Units {
		if u.Subject.Unit == n.Subject.Unit && u.Lead != "" {
			c.Head = doc.Signer{Titles: []string{u.LeadPost}, Name: u.Lead}
		}
	}
	for _, r := range results.Subjects {
		if r.Subject.Key() == n.Subject.Key() {
			track(&c, r)
		}
	}
	for _, w := range g.base.Earlier {
		if w.Subject.Key() == n.Subject.Key() {
			c.Past = append(c.Past, w)
		}
	}
	f.Case = &c
	return f, nil
}

// track puts what a subject did in the year into its case.
func track(c *form.Candidate, r app.Result) {
	for _, t := range r.Targets {
		c.Targets = append(c.Targets, form.Tracked(t.Target, t.Latest, t.Measured))
	}
	for _, one := range r.Criteria {
		if one.Parent == "" {
			c.Initiatives = append(c.Initiatives, one.Initiatives...)
		}
	}
}
