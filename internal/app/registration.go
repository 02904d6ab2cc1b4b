package app

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func registrationObject(id string) string { return "registration:" + id }

// SaveRegistration keeps a draft: a new one of r.Round and r.Subject when r.ID is empty (Conflict when the subject has one already), else
// the one named, if nobody saved since r.Version. Lines may be incomplete; blank ones are left out. It gives what was kept.
func (a *App) SaveRegistration(ctx context.Context, actor thidua.Actor, r thidua.Registration) (kept thidua.Registration, err error) {
	err = a.write(ctx, actor, deed{verb: thidua.Draft}, func(tx *store.Tx, d *deed) error {
		c, err := openCase(tx, actor, r)
		if err != nil {
			return err
		}
		if c.r.ID != "" && c.r.Version != r.Version {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		if _, err := thidua.RegistrationFlow.Next(c.r.State, thidua.Draft, c.roles, c.facts, ""); err != nil {
			return err
		}
		d.before = c.r.Targets
		if kept, err = c.keep(tx, r); err != nil {
			return err
		}
		d.object, d.name, d.after = registrationObject(kept.ID), kept.Subject.Name, kept.Targets
		if kept.EnteredFor {
			d.forWho = kept.Subject.Name
		}
		return nil
	})
	return kept, err
}

// keep writes what was typed over the case.
func (c *registrationCase) keep(tx *store.Tx, typed thidua.Registration) (thidua.Registration, error) {
	next := c.r
	next.Award, next.FollowUnit, next.SavedAt, next.EnteredBy = typed.Award, typed.FollowUnit, tx.Now, c.actor.Person
	next.EnteredFor = next.Subject.Kind == thidua.Individual && !c.actor.Own(next.Subject.Person)
	var err error
	if next.Targets, err = c.lines(tx, typed.Targets); err != nil {
		return next, err
	}
	if !knownAward(c.season.Awards, next.Award) {
		next.Award = ""
	}
	if next.ID == "" {
		next.ID, next.State, next.Version = store.NewID(), thidua.RegistrationDraft, 0
		if err = tx.InsertRegistration(next); err == nil {
			err = tx.InsertRegistrationStep(next.ID, c.event(thidua.Draft, "", next))
		}
	} else {
		err = tx.UpdateRegistration(next)
	}
	if err != nil {
		return next, err
	}
	next.Version++
	folds := make([]string, len(next.Targets))
	for i, t := range next.Targets {
		folds[i] = vi.Fold(t.Content)
	}
	return next, tx.SetTargets(next.ID, next.Targets, folds)
}

// lines cleans the typed lines: ids and links of others are dropped, a person's line without a day runs to the end of the year's work.
func (c *registrationCase) lines(tx *store.Tx, typed []thidua.Target) ([]thidua.Target, error) {
	var out []thidua.Target
	var f thidua.Faults
	for _, t := range typed {
		t.Content, t.Measure = strings.TrimSpace(t.Content), strings.TrimSpace(t.Measure)
		if t.Content == "" && t.Measure == "" && t.Value == thidua.NoValue {
			continue
		}
		if c.season.Criterion(t.Criterion).ID == "" {
			f.Add("targets", thidua.CodeCriterionUnknown)
		}
		out = append(out, t)
	}
	if c.r.Subject.Kind == thidua.Individual && len(out) > thidua.MaxPersonLines {
		f.Add("targets", thidua.CodeTooManyLines, thidua.MaxPersonLines)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return out, c.tie(tx, out)
}

// tie gives each line its id, keeps only links to people and targets of the same unit, and fills what a line may leave out.
func (c *registrationCase) tie(tx *store.Tx, lines []thidua.Target) error {
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Unit: c.r.Subject.Unit}, store.Page{})
	if err != nil {
		return err
	}
	above, err := c.unitTargets(tx)
	if err != nil {
		return err
	}
	for i := range lines {
		t := &lines[i]
		t.Order = i + 1
		if t.ID = c.sameLine(lines, *t); t.ID == "" {
			t.ID = store.NewID()
		}
		if t.Direction != thidua.AtMost {
			t.Direction = thidua.AtLeast
		}
		if !hasTarget(above, t.From) {
			t.From = ""
		}
		if !hasStaff(staff, t.Owner) {
			t.Owner = ""
		}
		if t.Due == "" && c.r.Subject.Kind == thidua.Individual {
			t.Due = c.season.Round.WorkEnds
		}
	}
	return nil
}

// sameLine finds the kept line that a typed one is: by its id, or by its words when a page that was saved on the way does not know the id yet.
func (c *registrationCase) sameLine(lines []thidua.Target, t thidua.Target) string {
	if hasTarget(c.r.Targets, t.ID) {
		return t.ID
	}
	for _, k := range c.r.Targets {
		if k.Criterion == t.Criterion && k.Content == t.Content && !hasTarget(lines, k.ID) {
			return k.ID
		}
	}
	return ""
}

// unitTargets reads what the unit of a person has registered; none for a unit's own registration.
func (c *registrationCase) unitTargets(tx *store.Tx) ([]thidua.Target, error) {
	if c.r.Subject.Kind != thidua.Individual {
		return nil, nil
	}
	r, err := tx.RegistrationOf(c.season.Round.ID, thidua.Subject{Kind: thidua.Collective, Unit: c.r.Subject.Unit}, today(tx))
	if thidua.KindOf(err) == thidua.NotFound {
		return nil, nil
	}
	return r.Targets, err
}

// event is a step as the way of the registration keeps it.
func (c *registrationCase) event(do thidua.Action, reason string, r thidua.Registration) thidua.Event {
	e := thidua.Event{Verb: string(do), ActorName: c.actor.Name, Reason: reason}
	if r.EnteredFor && (do == thidua.Draft || do == thidua.Send) {
		e.ActingFor = r.Subject.Name
	}
	return e
}

func knownAward(all []thidua.AwardForm, id string) bool {
	for _, a := range all {
		if a.ID == id {
			return true
		}
	}
	return false
}

func hasTarget(all []thidua.Target, id string) bool {
	for _, t := range all {
		if t.ID == id && id != "" {
			return true
		}
	}
	return false
}

func hasStaff(all []thidua.Staff, person string) bool {
	for _, s := range all {
		if s.ID == person {
			return true
		}
	}
	return false
}
