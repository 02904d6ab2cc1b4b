package privacy

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Desk is where personal data are accounted for.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

var (
	// Readers read the register and the requests: who keeps the data, and who inspects.
	Readers = thidua.RolesFor(thidua.MayReadData)
	// Keepers answer requests and take the data of others out.
	Keepers = thidua.RolesFor(thidua.MayAnswerData)
	// Maskers mask the data of who has left.
	Maskers = thidua.RolesFor(thidua.MayMaskData)
)

// The refusals of this desk; sentences of all stand in vi.
const (
	CodeOwn      thidua.Code = "request.own"      // nobody answers his own request
	CodeAnswered thidua.Code = "request.answered" // it has its answer
	CodeHere     thidua.Code = "privacy.here"     // who is still in the agency is not masked
	CodeAccount  thidua.Code = "privacy.account"  // the account is still open
	CodeMasked   thidua.Code = "privacy.masked"   // it was done before
	CodeReason   thidua.Code = "privacy.reason"   // at the field "reason"
	CodeGround   thidua.Code = "privacy.ground"   // at the field "ground"
)

// Seen notes that an actor opens the page of somebody else; the log tells it once for each viewer, person and day, so that the second look costs one
// query. Nothing is shown when it cannot be noted.
func (d *Desk) Seen(ctx context.Context, actor thidua.Actor, person string) error {
	if actor.Own(person) {
		return nil
	}
	var name string
	err := d.data.Read(ctx, actor, func(tx *store.Tx) error {
		p, err := tx.Person(person)
		name = p.Name
		return err
	})
	if err != nil {
		return err
	}
	return d.once(ctx, actor, person, act.Deed{Verb: thidua.DataSeen, Object: "person:" + person, Name: name})
}

// everybody stands in the place of a person where the whole list is looked at.
const everybody = "*"

// ListTaken notes that an actor takes the list of people out, with years of birth and codes; once for each viewer and day.
func (d *Desk) ListTaken(ctx context.Context, actor thidua.Actor) error {
	return d.once(ctx, actor, everybody, act.Deed{Verb: thidua.DataListed, Object: "agency:" + actor.Tenant})
}

// once writes an event about a look at somebody unless the day has it.
func (d *Desk) once(ctx context.Context, actor thidua.Actor, who string, deed act.Deed) error {
	var known bool
	err := d.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		known, err = tx.Saw(actor.Account, who, act.Today(tx))
		return err
	})
	if err != nil || known {
		return err
	}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error {
		return tx.NoteSeen(actor.Account, who, act.Today(tx))
	})
}
