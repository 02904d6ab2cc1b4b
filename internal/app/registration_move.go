package app

import (
	"context"
	"os"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// Move is what accompanies a step of a registration: the version that was seen, a reason, and remarks at single criteria.
type Move struct {
	Version int64
	Reason  string
	Remarks map[string]string // criterion → what Văn phòng asks for there
}

// MoveRegistration takes one step of the workflow: Send, HeadApprove, Review, AskMore or Withdraw. An incomplete registration is refused
// with a fault at each field. The steps of the whole list are RecordOpinion, RecordSentUp and RecordReply.
func (a *App) MoveRegistration(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, m Move) (r thidua.Registration, err error) {
	err = a.write(ctx, actor, deed{verb: do, object: registrationObject(id), reason: strings.TrimSpace(m.Reason)}, func(tx *store.Tx, d *deed) error {
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
	d.name, d.before, d.after = c.r.Subject.Name, c.r.State, rule.To
	c.r.State = rule.To
	if do == thidua.Send {
		c.send(tx)
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
	return a.write(ctx, actor, deed{verb: thidua.AddNote, object: registrationObject(id)}, func(tx *store.Tx, d *deed) error {
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
		d.name, d.after = c.r.Subject.Name, text
		return c.say(tx, thidua.Note{Criterion: c.season.Criterion(criterion).ID, Text: strings.TrimSpace(text)})
	})
}

// KeepSheet records the signed sheet of somebody for whom the unit entered the registration (nhập thay).
func (a *App) KeepSheet(ctx context.Context, actor thidua.Actor, id string, version int64, sheet thidua.FileRef) error {
	return a.write(ctx, actor, deed{verb: thidua.KeepSheet, object: registrationObject(id)}, func(tx *store.Tx, d *deed) error {
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
		c.r.Sheet, d.name, d.after, d.forWho = sheet, c.r.Subject.Name, sheet, c.r.Subject.Name
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
