package remind

import (
	"context"
	"errors"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// program is who stands in the log for what nobody asked for at the moment.
const program = "program:remind"

// errNothing rolls a round back in which nothing was told.
var errNothing = errors.New("nothing to tell")

// Round tells everybody of every agency what has come to them or is near, ends what is done, and leaves the mails in the outbox. It may run as
// often as one likes: nothing is told twice.
func (d *Desk) Round(ctx context.Context) error {
	all, err := d.app.Agencies(ctx)
	if err != nil {
		return err
	}
	for _, a := range all {
		event := &store.Act{Tenant: a.ID, Actor: program, ActorName: vi.Program, Verb: string(thidua.Reminded), Object: "agency:" + a.ID, ObjectName: a.Name}
		failed := d.data.DB.Write(ctx, event, func(tx *store.Tx) error {
			told, err := d.tell(tx)
			event.After = told
			if err == nil && told == (Told{}) {
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

// Told counts what a round did, for the log.
type Told struct{ Notices, Ended, Reworded, Mails int }

func (d *Desk) tell(tx *store.Tx) (told Told, err error) {
	waiting, err := app.DeskOf(tx)
	if err != nil {
		return told, err
	}
	actors, err := agency.Actors(tx)
	if err != nil {
		return told, err
	}
	live, err := tx.LiveNotices()
	if err != nil {
		return told, err
	}
	kept := map[string]thidua.Notice{} // by account and key
	for _, n := range live {
		kept[n.Account+" "+n.Key] = n
	}
	fresh := map[string][]string{} // ids by account
	for _, a := range actors {
		for _, n := range noticesOf(waiting, a) {
			old := kept[n.Account+" "+n.Key]
			delete(kept, n.Account+" "+n.Key)
			if err := told.say(tx, old, n, fresh); err != nil {
				return told, err
			}
		}
	}
	for _, n := range kept {
		if err := tx.EndNotice(n.ID); err != nil {
			return told, err
		}
		told.Ended++
	}
	told.Mails, err = d.enqueue(tx, waiting.Calendar, fresh)
	return told, err
}

// say writes down a notice that is new, or whose words have changed; old is the zero value where there is none.
func (t *Told) say(tx *store.Tx, old, n thidua.Notice, fresh map[string][]string) error {
	switch {
	case old.ID == "":
		t.Notices++
		fresh[n.Account] = append(fresh[n.Account], n.ID)
		return tx.InsertNotice(n)
	case old.Text != n.Text:
		t.Reworded++
		return tx.RewordNotice(old.ID, n.Text)
	}
	return nil
}

// noticesOf gives what an actor is told on the day of the desk, one for each key.
func noticesOf(d thidua.Desk, a thidua.Actor) (out []thidua.Notice) {
	seen := map[string]bool{}
	for _, t := range d.Tasks(a) {
		key, told := d.Calendar.NoticeKey(t, d.Today)
		if !told || seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, thidua.Notice{ID: store.NewID(), Account: a.Account, Key: key, Text: vi.Task(t), Code: t.Code, Role: t.Role, Round: t.Round,
			Object: t.Object, Due: t.Due, Before: t.Before})
	}
	return out
}

// List is what the page of notices shows.
type List struct {
	Live     []thidua.Notice
	Ended    []thidua.Notice
	Unread   int
	Today    thidua.Date
	Calendar thidua.Calendar
}

// Notices reads what the actor is told, and what was: a notice of a part that the actor has no more, or of a unit that he led before those of today, is left
// out with its words.
func (d *Desk) Notices(ctx context.Context, actor thidua.Actor) (l List, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		l = List{Today: act.Today(tx)}
		if l.Calendar, err = tx.Calendar(l.Today); err != nil {
			return err
		}
		led, err := ledSince(tx, actor)
		if err != nil {
			return err
		}
		all, err := tx.Notices(actor.Account)
		for _, n := range all {
			switch {
			case !actor.Has(n.Role) || n.Role == thidua.RoleHead && n.Made.Before(led):
			case !n.Ended.IsZero():
				l.Ended = append(l.Ended, n)
			default:
				l.Live = append(l.Live, n)
				if n.Read.IsZero() {
					l.Unread++
				}
			}
		}
		return err
	})
	return l, err
}

// ledSince is the morning of the day on which the actor began to lead the first of the units of today; the zero time for who leads none by a post.
func ledSince(tx *store.Tx, actor thidua.Actor) (since time.Time, err error) {
	posts, err := tx.Posts(actor.Person)
	for _, p := range posts {
		leads := p.Rank == thidua.RankHead || p.Rank == thidua.RankDeputy
		if from := p.From.Time(); leads && p.On(act.Today(tx)) && (since.IsZero() || from.Before(since)) {
			since = from
		}
	}
	return since, err
}

// MarkRead marks a notice of the actor as read, or all of them for the empty id.
func (d *Desk) MarkRead(ctx context.Context, actor thidua.Actor, id string) error {
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		tx.Tenant = actor.Tenant
		return tx.ReadNotices(actor.Account, id)
	})
}
