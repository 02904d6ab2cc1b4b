package privacy

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Table is rows of one table that concern a person, by their columns.
type Table struct {
	Name    string // of the table in the schema
	By      string // the column that leads to the person
	Columns []string
	Rows    [][]any
}

// Held is all that is held on one person.
type Held struct {
	Person   thidua.Person
	LeftOn   thidua.Date // the last day of who has left
	MaskedOn thidua.Date
	Agency   thidua.Agency
	Today    thidua.Date
	Tables   []Table // those with rows
	Years    map[string]int
	Requests []thidua.DataRequest
}

// About reads all that is held on a person, for himself or for who answers him. What the council still weighs, and whatever names somebody else, is left
// out.
func (d *Desk) About(ctx context.Context, actor thidua.Actor, id string) (h Held, err error) {
	if !actor.Own(id) {
		if err := act.May(actor, Keepers...); err != nil {
			return h, err
		}
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		h, err = heldOn(tx, id)
		return err
	})
	return h, err
}

func heldOn(tx *store.Tx, id string) (h Held, err error) {
	h.Today, h.Years = act.Today(tx), map[string]int{}
	if h.Person, err = tx.Person(id); err != nil {
		return h, err
	}
	if h.LeftOn, err = leftOn(tx, id); err != nil {
		return h, err
	}
	if h.MaskedOn, err = tx.MaskedOn(id); err != nil {
		return h, err
	}
	if h.Agency, err = tx.Agency(); err != nil {
		return h, err
	}
	if h.Requests, err = tx.DataRequests(id); err != nil {
		return h, err
	}
	rounds, err := tx.RowsAbout(store.About{Table: "round", By: "tenant_id", Keys: []string{tx.Tenant}, Columns: []string{"id", "year"}})
	if err != nil {
		return h, err
	}
	for _, r := range rounds {
		h.Years[text(r[0])] = int(whole(r[1]))
	}
	h.Tables, err = gather(tx, id)
	return h, err
}

// gather follows every reach.
func gather(tx *store.Tx, id string) (out []Table, err error) {
	keys := map[set][]string{person: {id}, object: {"person:" + id}}
	for _, r := range reaches {
		t := Table{Name: r.table, By: r.by, Columns: r.wanted()}
		t.Rows, err = tx.RowsAbout(store.About{Table: r.table, By: r.by, Keys: keys[r.keys], Columns: t.Columns, Published: r.published})
		if err != nil {
			return nil, err
		}
		if r.from != "" {
			last := len(t.Columns) - 1
			for i, row := range t.Rows {
				keys[r.gives] = append(keys[r.gives], text(row[last]))
				t.Rows[i] = row[:last]
			}
			t.Columns = t.Columns[:last]
		}
		if r.gives == account {
			for _, a := range keys[account] {
				keys[actor], keys[object] = append(keys[actor], "account:"+a), append(keys[object], "account:"+a)
			}
		}
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return slices.Clip(out), nil
}

func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	}
	return ""
}

func whole(v any) int64 {
	n, _ := v.(int64)
	return n
}
