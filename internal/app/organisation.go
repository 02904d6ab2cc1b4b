package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// keepers are who keep units, people and the council.
var keepers = []thidua.Role{thidua.RoleAdmin, thidua.RoleOffice}

// UnitList lists the units that exist today, or all with the ended ones; everybody signed in may see them.
func (a *App) UnitList(ctx context.Context, actor thidua.Actor, ended bool) (units []thidua.Unit, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		on := today(tx)
		if ended {
			on = ""
		}
		units, err = tx.Units(on)
		return err
	})
	return units, err
}

// Unit reads one unit.
func (a *App) Unit(ctx context.Context, actor thidua.Actor, id string) (u thidua.Unit, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		u, err = tx.Unit(id)
		return err
	})
	return u, err
}

// SaveUnit adds a unit (empty ID) or saves one of the given version.
func (a *App) SaveUnit(ctx context.Context, actor thidua.Actor, u thidua.Unit) (thidua.Unit, error) {
	if err := may(actor, keepers...); err != nil {
		return u, err
	}
	if err := checkUnit(&u); err != nil {
		return u, err
	}
	added := u.ID == ""
	d := deed{verb: thidua.UnitSaved, name: u.Name}
	if added {
		d.verb, u.ID = thidua.UnitAdded, store.NewID()
	}
	d.object = "unit:" + u.ID
	err := a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		d.after = u
		if added {
			return takenAt("code", tx.InsertUnit(u, unitKeys(u)))
		}
		before, err := tx.Unit(u.ID)
		if err != nil {
			return err
		}
		d.before = before
		return takenAt("code", tx.UpdateUnit(u, unitKeys(u)))
	})
	return u, err
}

// checkUnit completes a unit as it was typed: its short name is its name where none is given.
func checkUnit(u *thidua.Unit) error {
	if u.Short == "" {
		u.Short = u.Name
	}
	if u.Kind != thidua.UnitOffice {
		u.Kind = thidua.UnitDivision
	}
	if err := u.Check(); err != nil {
		return err
	}
	if u.Code == "" {
		return thidua.Faults{{Field: "code", Code: CodeCodeMissing}}.Err()
	}
	return nil
}

// CodeCodeMissing is a unit or person without the short code that imports use.
const CodeCodeMissing thidua.Code = "org.code-missing"

func unitKeys(u thidua.Unit) store.Keys {
	return store.Keys{Fold: vi.Fold(u.Name + " " + u.Short + " " + u.Code), Sort: vi.SortKey(u.Name)}
}

func personKeys(p thidua.Person) store.Keys {
	return store.Keys{Fold: vi.Fold(p.Name), Sort: vi.NameKey(p.Name)}
}

// takenAt puts a value that exists already at its field; any other refusal stays what it is.
func takenAt(field string, err error) error {
	if e, ok := refusal(err); ok && e.Code == store.CodeTaken {
		return atField(field, err)
	}
	return err
}

// PeopleQuery narrows the list of people; Text is searched with and without diacritics.
type PeopleQuery struct {
	Text string
	Unit string
	Page int // counted from 1
}

// FindPeople lists a page of people with their posts of today, by given name; more tells whether another page follows.
func (a *App) FindPeople(ctx context.Context, actor thidua.Actor, q PeopleQuery) (rows []thidua.Staff, more bool, err error) {
	if err := may(actor, keepers...); err != nil {
		return nil, false, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Staff(store.StaffFilter{On: today(tx), Unit: q.Unit, Fold: vi.Fold(q.Text), All: true}, page(q.Page))
		rows, more = cut(all)
		return err
	})
	return rows, more, err
}

// Everybody lists the people with a post today by given name, for choosing one of them; 500 at most.
func (a *App) Everybody(ctx context.Context, actor thidua.Actor) (rows []thidua.Staff, err error) {
	if err := may(actor, keepers...); err != nil {
		return nil, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		rows, err = tx.Staff(store.StaffFilter{On: today(tx)}, store.Page{})
		return err
	})
	return rows, err
}

// PersonCard is a person with the posts held so far, the latest first.
type PersonCard struct {
	thidua.Person
	Posts []thidua.Post
}

// Person reads one person.
func (a *App) Person(ctx context.Context, actor thidua.Actor, id string) (card PersonCard, err error) {
	if err := may(actor, keepers...); err != nil {
		return card, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if card.Person, err = tx.Person(id); err != nil {
			return err
		}
		card.Posts, err = tx.Posts(id)
		return err
	})
	return card, err
}

// PersonCoded finds a person by the code of the personnel list, for the command line.
func (a *App) PersonCoded(ctx context.Context, actor thidua.Actor, code string) (p thidua.Person, err error) {
	if err := may(actor, keepers...); err != nil {
		return p, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		p, err = tx.PersonCoded(code)
		return err
	})
	return p, err
}

// AddPerson adds a person with the first post.
func (a *App) AddPerson(ctx context.Context, actor thidua.Actor, p thidua.Person, post thidua.Post) (thidua.Person, error) {
	if err := may(actor, keepers...); err != nil {
		return p, err
	}
	if err := checkPerson(p, post); err != nil {
		return p, err
	}
	p.ID = store.NewID()
	d := deed{verb: thidua.PersonAdded, object: "person:" + p.ID, name: p.Name, after: PersonCard{p, []thidua.Post{post}}}
	err := a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error { return insertPerson(tx, p, post) })
	return p, err
}

func checkPerson(p thidua.Person, post thidua.Post) error {
	if err := thidua.CheckStaff(p, post); err != nil {
		return err
	}
	if p.Code == "" {
		return thidua.Faults{{Field: "code", Code: CodeCodeMissing}}.Err()
	}
	return nil
}

func insertPerson(tx *store.Tx, p thidua.Person, post thidua.Post) error {
	if err := tx.InsertPerson(p, personKeys(p)); err != nil {
		return takenAt("code", err)
	}
	post.ID, post.Person = store.NewID(), p.ID
	if err := knownUnit(tx, post.Unit); err != nil {
		return err
	}
	return tx.InsertPost(post)
}

func knownUnit(tx *store.Tx, unit string) error {
	if unit == "" {
		return nil
	}
	_, err := tx.Unit(unit)
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Faults{{Field: "unit", Code: thidua.CodeUnitMissing}}.Err()
	}
	return err
}

// SavePerson saves what is known of a person, of the given version; posts are changed by NewPost.
func (a *App) SavePerson(ctx context.Context, actor thidua.Actor, p thidua.Person) error {
	if err := may(actor, keepers...); err != nil {
		return err
	}
	if err := checkPerson(p, thidua.Post{Title: "-", Rank: thidua.RankLeader}); err != nil {
		return err
	}
	d := deed{verb: thidua.PersonSaved, object: "person:" + p.ID, name: p.Name, after: p}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		before, err := tx.Person(p.ID)
		if err != nil {
			return err
		}
		d.before = before
		return takenAt("code", tx.UpdatePerson(p, personKeys(p)))
	})
}

// NewPost gives a person a post from a day on; the posts held until then end the day before unless beside is set (kiêm nhiệm). What
// the post allows holds from the next request.
func (a *App) NewPost(ctx context.Context, actor thidua.Actor, post thidua.Post, beside bool) error {
	if err := may(actor, keepers...); err != nil {
		return err
	}
	if post.From == "" {
		return thidua.Faults{{Field: "from", Code: thidua.CodeDateWrong}}.Err()
	}
	if err := thidua.CheckStaff(thidua.Person{Name: "-", Sex: thidua.Male}, post); err != nil {
		return err
	}
	d := deed{verb: thidua.PostChanged, object: "person:" + post.Person, after: post}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		p, err := tx.Person(post.Person)
		if err != nil {
			return err
		}
		d.name = p.Name
		if err := knownUnit(tx, post.Unit); err != nil {
			return err
		}
		if !beside {
			if err := endPosts(tx, post); err != nil {
				return err
			}
		}
		post.ID = store.NewID()
		return tx.InsertPost(post)
	})
}

func endPosts(tx *store.Tx, next thidua.Post) error {
	held, err := tx.Posts(next.Person)
	if err != nil {
		return err
	}
	for _, p := range held {
		if p.To == "" || p.To >= next.From {
			if p.From >= next.From {
				return thidua.Faults{{Field: "from", Code: CodePostEarlier, Args: []any{p.From}}}.Err()
			}
			if err := tx.EndPost(p.ID, next.From.AddDays(-1)); err != nil {
				return err
			}
		}
	}
	return nil
}

// CodePostEarlier is a new post that begins before the present one (the argument is the day on which that began).
const CodePostEarlier thidua.Code = "org.post-earlier"
