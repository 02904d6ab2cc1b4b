package app

import (
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func registrationObject(id string) string { return "registration:" + id }

// SaveRegistration keeps a draft: a new one of r.Round and r.Subject when r.ID is empty (Conflict when the subject has one already), else
// the one named, if nobody saved since r.Version. Lines may be incomplete; blank ones are left out. It gives what was kept.
func (a *App) SaveRegistration(ctx context.Context, actor thidua.Actor, r thidua.Registration) (kept thidua.Registration, err error) {
	err = a.write(ctx, actor, deed{Verb: thidua.Draft}, func(tx *store.Tx, d *deed) error {
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
		d.Before = registered(c.r)
		if kept, err = c.keep(tx, r); err != nil {
			return err
		}
		d.Object, d.Name, d.After = registrationObject(kept.ID), kept.Subject.Name, registered(kept)
		if kept.EnteredFor {
			d.ForWho = kept.Subject.Name
		}
		return nil
	})
	return kept, err
}

// registered is what a registration says, as the log keeps it.
func registered(r thidua.Registration) any {
	return struct {
		Award   string
		Annual  thidua.AnnualTitle
		Targets []thidua.Target
	}{r.Award, r.Annual, r.Targets}
}

// keep writes what was typed over the case.
func (c *registrationCase) keep(tx *store.Tx, typed thidua.Registration) (thidua.Registration, error) {
	next := c.r
	next.Award, next.FollowUnit, next.SavedAt, next.EnteredBy = typed.Award, typed.FollowUnit, tx.Now, c.actor.Person
	if next.Annual = typed.Annual; next.Subject.Kind != thidua.Individual || !slices.Contains(thidua.AnnualTitles(), next.Annual) {
		next.Annual = ""
	}
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

// Move is what accompanies a step of a registration: the version that was seen, a reason, and remarks at single criteria.
type Move struct {
	Version int64
	Reason  string
	Remarks map[string]string // criterion → what Văn phòng asks for there
}

// MoveRegistration takes one step of the workflow: Send, HeadApprove, Review, AskMore, Withdraw or Restart, after which the words are as they
// were and the sending and the signature are to be made anew. An incomplete registration is refused with a fault at each field. The steps of the whole list are RecordOpinion, RecordSentUp and RecordReply.
func (a *App) MoveRegistration(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, m Move) (r thidua.Registration, err error) {
	err = a.write(ctx, actor, deed{Verb: do, Object: registrationObject(id), Reason: strings.TrimSpace(m.Reason)}, func(tx *store.Tx, d *deed) error {
		r, err = moveRegistration(tx, actor, id, do, m, d)
		return err
	})
	return r, err
}

func moveRegistration(tx *store.Tx, actor thidua.Actor, id string, do thidua.Action, m Move, d *deed) (thidua.Registration, error) {
	c, err := openCase(tx, actor, thidua.Registration{ID: id})
	if err != nil {
		return thidua.Registration{}, err
	}
	rule, err := c.rule(do, strings.TrimSpace(m.Reason))
	if err != nil {
		return c.r, err
	}
	if m.Version != c.r.Version {
		return c.r, thidua.Refuse(thidua.Conflict, store.CodeStale)
	}
	d.Name, d.Before, d.After = c.r.Subject.Name, c.r.State, rule.To
	c.r.State = rule.To
	switch do {
	case thidua.Send:
		c.send(tx)
	case thidua.RecordHeadOK:
		agency, err := tx.Agency()
		if err != nil {
			return c.r, err
		}
		d.ForWho = agency.LeaderTitle
	case thidua.Restart:
		c.r.SentAt, c.r.Late, c.r.Sheet = time.Time{}, false, thidua.FileRef{}
	}
	if err := tx.UpdateRegistration(c.r); err != nil {
		return c.r, err
	}
	c.r.Version++
	if err := tx.InsertRegistrationStep(c.r.ID, c.event(do, strings.TrimSpace(m.Reason), c.r)); err != nil {
		return c.r, err
	}
	return c.r, c.remark(tx, do, m)
}

// rule asks the workflow; a registration that is sent says at which fields it is incomplete.
func (c *registrationCase) rule(do thidua.Action, reason string) (thidua.Rule, error) {
	switch do {
	case thidua.Draft, thidua.ApproveList, thidua.RecordApproval, thidua.RecordSentUp, thidua.RecordConfirmed:
		return thidua.Rule{}, thidua.Refuse(thidua.Forbidden, thidua.CodeNotYours, do)
	}
	rule, err := thidua.RegistrationFlow.Next(c.r.State, do, c.roles, c.facts, reason)
	if err != nil && thidua.KindOf(err) == thidua.Invalid && do == thidua.Send && !c.facts[thidua.Complete] {
		return rule, c.r.Check(c.season.Definition, c.season.Round.Year)
	}
	return rule, err
}

// send notes the moment, and at the first time whether the internal day has passed.
func (c *registrationCase) send(tx *store.Tx) {
	if c.r.SentAt.IsZero() {
		due := c.season.Round.InternalDue
		c.r.Late = due != "" && today(tx) > due
	}
	c.r.SentAt = tx.Now
}

// remark keeps the reason and the remarks at single criteria in the exchange, where the unit reads them.
func (c *registrationCase) remark(tx *store.Tx, do thidua.Action, m Move) error {
	if do != thidua.AskMore {
		return nil
	}
	notes := []thidua.Note{{Text: m.Reason}}
	for _, criterion := range c.season.Heads() {
		notes = append(notes, thidua.Note{Criterion: criterion.ID, Text: m.Remarks[criterion.ID]})
	}
	for _, n := range notes {
		if n.Text = strings.TrimSpace(n.Text); n.Text == "" {
			continue
		}
		if err := c.say(tx, n); err != nil {
			return err
		}
	}
	return nil
}

func (c *registrationCase) say(tx *store.Tx, n thidua.Note) error {
	n.ID, n.Object, n.By, n.ByName, n.At = store.NewID(), registrationObject(c.r.ID), c.actor.Person, c.actor.Name, tx.Now
	n.FromOffice = c.actor.Has(thidua.RoleOffice) && !c.actor.Own(c.r.Subject.Person)
	return tx.InsertNote(n)
}

// CodeNoteMissing is a remark without words.
const CodeNoteMissing thidua.Code = "note.missing"

// AddNote adds a remark to the exchange beside a registration; criterion may be empty.
func (a *App) AddNote(ctx context.Context, actor thidua.Actor, id, criterion, text string) error {
	return a.write(ctx, actor, deed{Verb: thidua.AddNote, Object: registrationObject(id)}, func(tx *store.Tx, d *deed) error {
		if strings.TrimSpace(text) == "" {
			return thidua.Faults{{Field: "note", Code: CodeNoteMissing}}.Err()
		}
		c, err := openCase(tx, actor, thidua.Registration{ID: id})
		if err != nil {
			return err
		}
		if err := c.speaks(); err != nil {
			return err
		}
		d.Name, d.After = c.r.Subject.Name, text
		return c.say(tx, thidua.Note{Criterion: c.season.Criterion(criterion).ID, Text: strings.TrimSpace(text)})
	})
}

// KeepSheet records the signed sheet of somebody for whom the unit entered the registration (nhập thay).
func (a *App) KeepSheet(ctx context.Context, actor thidua.Actor, id string, version int64, sheet thidua.FileRef) error {
	return a.write(ctx, actor, deed{Verb: thidua.KeepSheet, Object: registrationObject(id)}, func(tx *store.Tx, d *deed) error {
		c, err := openCase(tx, actor, thidua.Registration{ID: id})
		if err != nil {
			return err
		}
		if _, err := thidua.RegistrationFlow.Next(c.r.State, thidua.Draft, c.roles, c.facts, ""); err != nil {
			return err
		}
		if version != c.r.Version {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		if err := custody.Replaced(tx, actor, "sheet", "registration:"+c.r.ID, c.r.Sheet, sheet); err != nil {
			return err
		}
		c.r.Sheet, d.Name, d.After, d.ForWho = sheet, c.r.Subject.Name, sheet, c.r.Subject.Name
		return tx.UpdateRegistration(c.r)
	})
}

// OpenSignedSheet opens the signed sheet of a registration that the unit entered; the caller closes it.
func (a *App) OpenSignedSheet(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, f *os.File, err error) {
	v, err := a.Registration(ctx, actor, id)
	if err != nil {
		return ref, nil, err
	}
	if v.Registration.Sheet.Missing() {
		return ref, nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	f, err = a.openFile(actor, v.Registration.Sheet)
	return v.Registration.Sheet, f, err
}
