package anchor

import (
	"context"
	"errors"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// MailJob is the kind of job under which a letter with a checkpoint waits in the outbox.
const MailJob = "anchor-mail"

// mailHour is when the letters of the day go out, by the clock of business.
const mailHour = 7

// program is who stands in the log for what nobody asked for at the moment.
const program = "program:anchor"

// keepers are the roles to which every checkpoint goes.
var keepers = []thidua.Role{thidua.RoleLeader, thidua.RoleInspector}

// errNothing rolls a round back in which nothing was to send.
var errNothing = errors.New("nothing to send")

// Sent counts the letters of a day, for the log.
type Sent struct {
	Letters int
	Size    int64
}

// Round leaves the letters of the day in the outbox, for every agency that has a signed log; without mail it does nothing, which Standing tells. It may
// run as often as one likes.
func (d *Desk) Round(ctx context.Context) error {
	if !d.mail || d.key == nil {
		return nil
	}
	all, err := d.app.Agencies(ctx)
	if err != nil {
		return err
	}
	for _, a := range all {
		event := &store.Act{Tenant: a.ID, Actor: program, ActorName: vi.Program, Verb: string(thidua.AnchorMailed), Object: "agency:" + a.ID, ObjectName: a.Name}
		failed := d.data.DB.Write(ctx, event, func(tx *store.Tx) error {
			sent, err := d.enqueue(tx)
			event.After = sent
			if err == nil && sent.Letters == 0 {
				return errNothing
			}
			return err
		})
		if failed != nil && !errors.Is(failed, errNothing) {
			err = errors.Join(err, failed)
		}
	}
	return err
}

// enqueue writes the letters of the day that are not written yet. What was signed last goes out; the proof of growth leads from the checkpoint of the
// day before to it.
func (d *Desk) enqueue(tx *store.Tx) (sent Sent, err error) {
	day := act.Today(tx)
	if tx.Now.In(thidua.Zone).Hour() < mailHour {
		return sent, nil
	}
	latest, err := tx.AnchorLetters(1)
	if err != nil || len(latest) > 0 && latest[0].Day >= day {
		return sent, err
	}
	note, err := tx.LastCheckpoint()
	if err != nil {
		return sent, act.Unless(err, thidua.NotFound)
	}
	now, err := d.key.Open(note)
	if err != nil {
		return sent, err
	}
	l := store.AnchorLetter{Day: day, Size: now.Size, Note: note}
	if len(latest) > 0 {
		if l.Growth, err = growth(tx, latest[0].Size, now); err != nil {
			return sent, err
		}
	}
	to, err := d.receivers(tx)
	for _, r := range to {
		l.ID, l.Address, l.Account = store.NewID(), r.address, r.account
		if err := tx.InsertAnchorLetter(l); err != nil {
			return sent, err
		}
		if err := tx.Enqueue(MailJob, l.ID, tx.Wall); err != nil {
			return sent, err
		}
		sent = Sent{Letters: sent.Letters + 1, Size: now.Size}
	}
	return sent, err
}

func growth(tx *store.Tx, before int64, now audit.Checkpoint) (string, error) {
	path, err := tx.ProveGrowth(now.Size, before)
	return proof.Growth{Old: before, New: now.Size, Path: path}.String(), err
}

type receiver struct{ address, account string }

// receivers are the leaders and inspectors of the agency who named an address, whether or not they want reminders, and those the operator named.
func (d *Desk) receivers(tx *store.Tx) (out []receiver, err error) {
	addresses, err := tx.Addresses()
	if err != nil {
		return nil, err
	}
	actors, err := agency.Actors(tx)
	for _, a := range actors {
		if address := addresses[a.Account]; address != "" && a.Has(keepers...) {
			out = append(out, receiver{address, a.Account})
		}
	}
	for _, address := range d.to {
		out = append(out, receiver{address: address})
	}
	slices.SortStableFunc(out, func(a, b receiver) int { return strings.Compare(a.address, b.address) })
	return slices.CompactFunc(out, func(a, b receiver) bool { return a.address == b.address }), err
}

// Deliver gives the handler of the outbox that sends a letter; send is the one door out.
func (d *Desk) Deliver(send func(ctx context.Context, l mail.Letter) error) func(context.Context, store.Job) error {
	return func(ctx context.Context, j store.Job) error {
		l, wanted, err := d.letter(ctx, j)
		if err != nil || !wanted {
			return err
		}
		if err := send(ctx, l); err != nil {
			return err
		}
		return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
			tx.Tenant = j.Tenant
			return tx.AnchorSent(j.Body)
		})
	}
}

// letter writes the mail; not wanted when its receiver has lost the part or the account meanwhile.
func (d *Desk) letter(ctx context.Context, j store.Job) (l mail.Letter, wanted bool, err error) {
	err = d.data.DB.Read(ctx, j.Tenant, func(tx *store.Tx) error {
		kept, err := tx.AnchorLetter(j.Body)
		if err != nil {
			return err
		}
		if kept.Account != "" {
			actor, err := agency.ActorOf(tx, kept.Account)
			if err != nil || !actor.Has(keepers...) {
				return act.Unless(act.Unless(err, thidua.SignIn), thidua.NotFound)
			}
		}
		from, err := tx.Agency()
		if err != nil {
			return err
		}
		wanted = true
		text := vi.AnchorText(from, kept.Day, kept.Size, kept.Note, kept.Growth, proof.KeyFingerprint(d.key.Public()))
		l = mail.Letter{ID: j.ID, To: kept.Address, Name: vi.OfficeOf(from.Name), Subject: vi.AnchorSubject(from, kept.Day), Text: text}
		return nil
	})
	return l, wanted, err
}
