package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// PeopleQuery narrows the list of people; Text is searched with and without diacritics.
type PeopleQuery struct {
	Text string
	Unit string
	Page int // counted from 1
}

// FindPeople lists a page of people with their posts of today, by given name; more tells whether another page follows.
func (k *Keeper) FindPeople(ctx context.Context, actor thidua.Actor, q PeopleQuery) (rows []thidua.Staff, more bool, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return nil, false, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Unit: q.Unit, Fold: vi.Fold(q.Text), All: true}, page(q.Page))
		rows, more = cut(all)
		return err
	})
	return rows, more, err
}

// Everybody lists the people with a post today by given name, for choosing one of them; 500 at most.
func (k *Keeper) Everybody(ctx context.Context, actor thidua.Actor) (rows []thidua.Staff, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return nil, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		rows, err = tx.Staff(store.StaffFilter{On: act.Today(tx)}, store.Page{})
		return err
	})
	return rows, err
}

// PersonCard is a person with the posts held so far, the latest first, and the day on which the data of who has left were masked (che dữ liệu); empty
// when they were not.
type PersonCard struct {
	thidua.Person
	Posts    []thidua.Post
	MaskedOn thidua.Date `json:"-"` // no part of what an event tells of somebody who was added
}

// Person reads one person.
func (k *Keeper) Person(ctx context.Context, actor thidua.Actor, id string) (card PersonCard, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return card, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		if card.Person, err = tx.Person(id); err != nil {
			return err
		}
		if card.Posts, err = tx.Posts(id); err != nil || len(card.Posts) > 0 && card.Posts[0].To == "" {
			return err
		}
		card.MaskedOn, err = tx.MaskedOn(id)
		return err
	})
	return card, err
}

// PersonCoded finds a person by the code of the personnel list, for the command line.
func (k *Keeper) PersonCoded(ctx context.Context, actor thidua.Actor, code string) (p thidua.Person, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return p, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		p, err = tx.PersonCoded(code)
		return err
	})
	return p, err
}
