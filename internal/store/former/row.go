// Package former holds rows as they are kept beside an import, so that it can be taken back: which tables an object has, and how two states of it
// differ.
package former

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Row is one row of a table: its values by column, without the agency.
type Row struct {
	Table  string
	Values map[string]any
}

// UnmarshalJSON reads whole numbers as such: instants are longer than what a fraction holds.
func (r *Row) UnmarshalJSON(data []byte) error {
	var plain struct {
		Table  string
		Values map[string]any
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&plain); err != nil {
		return err
	}
	for c, v := range plain.Values {
		if n, number := v.(json.Number); number {
			whole, err := n.Int64()
			if err != nil {
				return err
			}
			plain.Values[c] = whole
		}
	}
	*r = plain
	return nil
}

// In finds the row of the same key among others.
func (r Row) In(rows []Row) (Row, bool) {
	key := r.Of().Key
	at := slices.IndexFunc(rows, func(o Row) bool { return o.Table == r.Table && same(o.Values[key], r.Values[key]) })
	if at < 0 {
		return Row{}, false
	}
	return rows[at], true
}

// Equal tells whether two rows say the same; the version counts how often a row was saved and says nothing itself. Columns that came with a
// newer schema are in one of the two only and are left out.
func (r Row) Equal(o Row) bool {
	for c, v := range r.Values {
		if other, there := o.Values[c]; there && c != version && !same(v, other) {
			return false
		}
	}
	return true
}

const version = "version"

func same(a, b any) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

// Same tells whether two states of an object are the same.
func Same(a, b []Row) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(r Row) bool {
		o, there := r.In(b)
		return !there || !r.Equal(o)
	})
}

// Added gives the rows of a later state that an earlier one did not have.
func Added(before, after []Row) (out []Row) {
	for _, r := range after {
		if _, there := r.In(before); !there {
			out = append(out, r)
		}
	}
	return out
}

// Changed gives the rows of an earlier state that a later one has otherwise, as they were.
func Changed(before, after []Row) (out []Row) {
	for _, r := range before {
		if now, there := r.In(after); there && !r.Equal(now) {
			out = append(out, r)
		}
	}
	return out
}
