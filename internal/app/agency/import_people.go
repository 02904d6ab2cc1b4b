package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// ImportPeople adds the people of a workbook with their posts and changes those whose code exists; another unit, title or rank is a new post
// from the day of the row.
func (k *Keeper) ImportPeople(ctx context.Context, actor thidua.Actor, name string, data []byte, dry bool) (Import, error) {
	return k.importRows(ctx, actor, PeopleList, name, data, vi.PersonColumns, dry, func(tx *store.Tx, i *Import, r sheet.Row) error {
		held, err := tx.PersonCoded(r.Get("code"))
		added := thidua.KindOf(err) == thidua.NotFound && err != nil
		if err != nil && !added {
			return err
		}
		before, err := presentPost(tx, held.ID)
		if err != nil {
			return err
		}
		p, wrongPerson := personFrom(r, held)
		post, wrongPost := postFrom(tx, r, before)
		if err := together(wrongPerson, wrongPost, checkStaff(&p, &post)); err != nil {
			return err
		}
		moved := !added && post != before
		if moved {
			if err := thidua.CheckOwnPost(actor, p.ID, post.Rank); err != nil {
				return err
			}
		}
		i.note(r, p.Name, added, moved || p != held)
		return i.change(tx, "person", held.ID, p.Name, func() (string, error) {
			if !added {
				return p.ID, changePerson(tx, p, p != held, post, moved)
			}
			p.ID = store.NewID()
			return p.ID, insertPerson(tx, p, post)
		})
	})
}

func changePerson(tx *store.Tx, p thidua.Person, changed bool, post thidua.Post, moved bool) error {
	if changed {
		if err := tx.UpdatePerson(p, personKeys(p)); err != nil {
			return err
		}
	}
	if !moved {
		return nil
	}
	if err := endPosts(tx, post); err != nil {
		return err
	}
	post.ID = store.NewID()
	return tx.InsertPost(post)
}

func presentPost(tx *store.Tx, person string) (thidua.Post, error) {
	if person == "" {
		return thidua.Post{}, nil
	}
	posts, err := tx.Posts(person)
	for _, p := range posts {
		if p.On(act.Today(tx)) {
			return p, err
		}
	}
	return thidua.Post{Person: person}, err
}
