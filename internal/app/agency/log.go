package agency

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// LogReaders are who may read the log (nhật ký).
var LogReaders = thidua.RolesFor(thidua.MayReadLog)

// LogQuery narrows the log; empty fields do not. The days are inclusive.
type LogQuery struct {
	From, To thidua.Date
	Account  string
	Kind     string // of the object, such as "registration"
	Object   string // kind:id, for the history of one object
	Page     int    // counted from 1
}

// LogLine is one event as the page of the log tells it.
type LogLine struct {
	store.EventRow
	Do thidua.Action
}

// Kind gives the kind of the object, such as "registration".
func (l LogLine) Kind() string {
	kind, _, _ := strings.Cut(l.Object, ":")
	return kind
}

// ByDeputy tells whether who did it stood in for somebody (ủy quyền), whom the name of the actor names.
func (l LogLine) ByDeputy() bool { return strings.HasPrefix(l.ActingFor, "person:") }

// Log lists a page of the events of the agency, the newest first; more tells whether another page follows.
func (k *Keeper) Log(ctx context.Context, actor thidua.Actor, q LogQuery) (lines []LogLine, more bool, err error) {
	if err := act.May(actor, LogReaders...); err != nil {
		return nil, false, err
	}
	f := store.EventFilter{Object: q.Object, Kind: q.Kind, Since: q.From.Time(), Page: page(q.Page)}
	if q.Account != "" {
		f.Actor = "account:" + q.Account
	}
	if q.To != "" {
		f.Until = q.To.AddDays(1).Time()
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		rows, err := tx.Events(f)
		rows, more = cut(rows)
		for _, r := range rows {
			lines = append(lines, LogLine{EventRow: r, Do: thidua.Action(r.Verb)})
		}
		return err
	})
	return lines, more, err
}

// LogPeople lists the accounts for the filter of the log, by given name; those of nobody come by their user name.
func (k *Keeper) LogPeople(ctx context.Context, actor thidua.Actor) (accounts []thidua.Account, err error) {
	if err := act.May(actor, LogReaders...); err != nil {
		return nil, err
	}
	keys := map[string]string{}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Accounts(store.Page{})
		for _, c := range all {
			accounts = append(accounts, c.Account)
			name := c.PersonName
			if name == "" {
				name = c.UserName
			}
			keys[c.ID] = vi.NameKey(name)
		}
		slices.SortStableFunc(accounts, func(a, b thidua.Account) int { return strings.Compare(keys[a.ID], keys[b.ID]) })
		return err
	})
	return accounts, err
}
