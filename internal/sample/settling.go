package sample

import (
	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// settle writes the agency with its organisation and its plan.
func (h *house) settle(tx *store.Tx) error {
	if err := tx.InsertAgency(h.row); err != nil {
		return err
	}
	for _, u := range h.units {
		if err := tx.InsertUnit(u.Unit, store.Keys{Fold: vi.Fold(u.Name), Sort: vi.SortKey(u.Name)}); err != nil {
			return err
		}
	}
	if err := h.hire(tx); err != nil {
		return err
	}
	if err := tx.InsertCouncil(h.board); err != nil {
		return err
	}
	return h.launch(tx)
}

// hire writes the people with their posts.
func (h *house) hire(tx *store.Tx) error {
	for _, p := range h.people {
		if err := tx.InsertPerson(p.Person, store.Keys{Fold: vi.Fold(p.Name), Sort: vi.NameKey(p.Name)}); err != nil {
			return err
		}
		post := thidua.Post{ID: h.id(moment(founded, 8, 0)), Person: p.ID, Title: p.title, Rank: p.rank, From: founded}
		if p.unit >= 0 {
			post.Unit = h.units[p.unit].ID
		}
		if err := tx.InsertPost(post); err != nil {
			return err
		}
	}
	return nil
}
