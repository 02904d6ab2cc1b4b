package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// AddPerson adds a person with the first post.
func (k *Keeper) AddPerson(ctx context.Context, actor thidua.Actor, p thidua.Person, post thidua.Post) (thidua.Person, error) {
	if err := act.May(actor, keepers...); err != nil {
		return p, err
	}
	if err := checkStaff(&p, &post); err != nil {
		return p, err
	}
	p.ID = store.NewID()
	d := act.Deed{Verb: thidua.PersonAdded, Object: "person:" + p.ID, Name: p.Name, After: PersonCard{Person: p, Posts: []thidua.Post{post}}}
	err := k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error { return insertPerson(tx, p, post) })
	return p, err
}

// checkPerson completes a person as he or she was typed, on one line.
func checkPerson(p *thidua.Person) error {
	p.Code, p.Name = vi.Line(p.Code), vi.Line(p.Name)
	return p.Check()
}

func checkStaff(p *thidua.Person, post *thidua.Post) error {
	p.Code, p.Name, post.Title = vi.Line(p.Code), vi.Line(p.Name), vi.Line(post.Title)
	return thidua.CheckStaff(*p, *post)
}

func personKeys(p thidua.Person) store.Keys {
	return store.Keys{Fold: vi.Fold(p.Name), Sort: vi.NameKey(p.Name)}
}

func insertPerson(tx *store.Tx, p thidua.Person, post thidua.Post) error {
	if err := tx.InsertPerson(p, personKeys(p)); err != nil {
		return act.TakenAt("code", err)
	}
	post.ID, post.Person = store.NewID(), p.ID
	if err := knownUnit(tx, post.Unit); err != nil {
		return err
	}
	return tx.InsertPost(post)
}

// SavePerson saves what is known of a person, of the given version; posts are changed by NewPost.
func (k *Keeper) SavePerson(ctx context.Context, actor thidua.Actor, p thidua.Person) error {
	if err := act.May(actor, keepers...); err != nil {
		return err
	}
	if err := checkPerson(&p); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.PersonSaved, Object: "person:" + p.ID, Name: p.Name, After: p}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		before, err := tx.Person(p.ID)
		if err != nil {
			return err
		}
		d.Before = before
		return act.TakenAt("code", tx.UpdatePerson(p, personKeys(p)))
	})
}
