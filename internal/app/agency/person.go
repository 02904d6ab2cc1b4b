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
	if err := checkPerson(p, post); err != nil {
		return p, err
	}
	p.ID = store.NewID()
	d := act.Deed{Verb: thidua.PersonAdded, Object: "person:" + p.ID, Name: p.Name, After: PersonCard{p, []thidua.Post{post}}}
	err := k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error { return insertPerson(tx, p, post) })
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

func personKeys(p thidua.Person) store.Keys {
	return store.Keys{Fold: vi.Fold(p.Name), Sort: vi.NameKey(p.Name)}
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

// SavePerson saves what is known of a person, of the given version; posts are changed by NewPost.
func (k *Keeper) SavePerson(ctx context.Context, actor thidua.Actor, p thidua.Person) error {
	if err := act.May(actor, keepers...); err != nil {
		return err
	}
	if err := checkPerson(p, thidua.Post{Title: "-", Rank: thidua.RankLeader}); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.PersonSaved, Object: "person:" + p.ID, Name: p.Name, After: p}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		before, err := tx.Person(p.ID)
		if err != nil {
			return err
		}
		d.Before = before
		return takenAt("code", tx.UpdatePerson(p, personKeys(p)))
	})
}
