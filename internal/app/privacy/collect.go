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

// Place is how many rows of a table concern a person by one of its columns.
type Place struct {
	Name, By string
	Rows     int
}

// Held is all that is held on one person.
type Held struct {
	Person   thidua.Person
	LeftOn   thidua.Date // the last day of who has left
	MaskedOn thidua.Date
	Agency   thidua.Agency
	Today    thidua.Date
	Places   []Place // where something is held
	Tables   []Table // the rows themselves, when they are taken out
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
		if h, err = heldOn(tx, id); err == nil {
			h.Places, err = places(tx, id)
		}
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
	return h, nil
}

// overs are the ways by which the keys of a set are found from a person.
var overs = map[set]*store.Over{
	account: {Table: "account", By: "person_id", Column: "id"}, registration: {Table: "registration", By: "person_id", Column: "id"},
	initiative: {Table: "initiative_author", By: "person_id", Column: "initiative_id"}, nominee: {Table: "nominee", By: "person_id", Column: "id"},
	actor: {Table: "account", By: "person_id", Column: "id", Prefix: "account:"}, object: {Table: "account", By: "person_id", Column: "id", Prefix: "account:"},
}

// places counts the rows by every reach, without reading them.
func places(tx *store.Tx, id string) (out []Place, err error) {
	ways, through, direct := make([]store.About, len(reaches)), make([]*store.Over, len(reaches)), make([]string, len(reaches))
	for i, r := range reaches {
		ways[i] = store.About{Table: r.table, By: r.by, Published: r.published || r.keys == nominee}
		through[i] = overs[r.keys]
		if r.keys == object {
			direct[i] = "person:"
		}
	}
	counts, err := tx.CountsAbout(id, ways, through, direct)
	for i, n := range counts {
		if n > 0 {
			out = append(out, Place{reaches[i].table, reaches[i].by, n})
		}
	}
	return out, err
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
