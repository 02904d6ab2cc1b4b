package agency

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/audit"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
	"thidua/internal/vi/change"
)

// LogReaders are who may read the log (nhật ký).
var LogReaders = thidua.RolesFor(thidua.MayReadLog)

// LogQuery narrows the log; empty fields do not. The days are inclusive.
type LogQuery struct {
	From, To thidua.Date
	Account  string
	Kind     string // of the object, such as "registration"
	Object   string // kind:id, for the history of one object
	Do       thidua.Action
	Security bool // only the acts of security
	Hours    int  // only the last hours, for the report of an incident; 0 for all
	Page     int  // counted from 1
}

// LogLine is one event as the page of the log tells it.
type LogLine struct {
	store.EventRow
	Do       thidua.Action
	Hidden   bool // something was written that this reader is not shown
	Anchored bool // a checkpoint that left the program covers it (đã neo)
}

// Kind gives the kind of the object, such as "registration".
func (l LogLine) Kind() string {
	kind, _, _ := strings.Cut(l.Object, ":")
	return kind
}

// ByDeputy tells whether who did it stood in for somebody (ủy quyền), whom the name of the actor names.
func (l LogLine) ByDeputy() bool { return strings.HasPrefix(l.ActingFor, "person:") }

// filter says to the store what a query asks for.
func (q LogQuery) filter(now time.Time, p store.Page) store.EventFilter {
	f := store.EventFilter{Object: q.Object, Kind: q.Kind, Verb: string(q.Do), Since: q.From.Time(), Page: p}
	if q.Account != "" {
		f.Actor = "account:" + q.Account
	}
	if q.To != "" {
		f.Until = q.To.AddDays(1).Time()
	}
	if since := now.Add(-time.Duration(q.Hours) * time.Hour); q.Hours > 0 && since.After(f.Since) {
		f.Since = since
	}
	if q.Security {
		for _, a := range thidua.SecurityActs {
			f.Verbs = append(f.Verbs, string(a))
		}
	}
	return f
}

// Log lists a page of the events of the agency, the newest first; more tells whether another page follows.
func (k *Keeper) Log(ctx context.Context, actor thidua.Actor, q LogQuery) (lines []LogLine, more bool, err error) {
	if err := act.May(actor, LogReaders...); err != nil {
		return nil, false, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		rows, err := tx.Events(q.filter(tx.Wall, page(q.Page)))
		if err != nil {
			return err
		}
		rows, more = cut(rows)
		lines, err = linesOf(tx, rows, actor)
		return err
	})
	return lines, more, err
}

func linesOf(tx *store.Tx, rows []store.EventRow, actor thidua.Actor) (lines []LogLine, err error) {
	outside, err := tx.AnchoredSize()
	if err != nil {
		return nil, err
	}
	masked, err := tx.MaskedAccounts()
	for _, r := range rows {
		l := LogLine{EventRow: r, Do: thidua.Action(r.Verb), Anchored: r.Seq >= 0 && r.Seq < outside}
		if account, own := strings.CutPrefix(r.Actor, "account:"); own && l.Detail != nil && slices.Contains(masked, account) {
			d := *l.Detail
			d.Origin = "" // where somebody sat who has left is told to nobody
			l.Detail = &d
		}
		if l.Detail != nil && !l.readBy(actor) {
			d := *l.Detail
			l.Hidden = d.Reason+d.Before+d.After != ""
			d.Reason, d.Before, d.After = "", "", ""
			l.Detail = &d
		}
		lines = append(lines, l)
	}
	return lines, err
}

// kept are the kinds of objects that an administrator looks after: of all others he sees who did what and when, never what was written, because
// reviews and the notes of the council are none of his.
var kept = []string{"account", "agency", "change", "council", "data-request", "deputy", "file", "holiday", "import", "kept_file", "person", "unit"}

// judged are the acts on people by which somebody is rated; they are none of an administrator's, though he looks after the people.
var judged = []thidua.Action{thidua.RecordEvaluation, thidua.WriteRemark}

func (l LogLine) readBy(actor thidua.Actor) bool {
	return actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector) || slices.Contains(kept, l.Kind()) && !slices.Contains(judged, l.Do)
}

// LogExportSize is how many events one export holds; what is older is exported by days.
const LogExportSize = 10_000

// ExportLog makes a workbook, or a text table, of the events that a query asks for, the newest first, with what proves each of them.
func (k *Keeper) ExportLog(ctx context.Context, actor thidua.Actor, q LogQuery, plain bool) (out []byte, err error) {
	if err := act.May(actor, LogReaders...); err != nil {
		return nil, err
	}
	var rows [][]string
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		events, err := tx.Events(q.filter(tx.Wall, store.Page{Size: LogExportSize}))
		if err != nil {
			return err
		}
		lines, err := linesOf(tx, events, actor)
		rows = nil
		for _, l := range lines {
			rows = append(rows, l.cells())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if plain {
		return sheet.CSV(columnsOf(vi.LogColumns), rows)
	}
	return sheet.Write(vi.LogSheet, columnsOf(vi.LogColumns), rows)
}

// changesExported is how many fields of one event an export tells.
const changesExported = 40

func (l LogLine) cells() []string {
	d, seq, size := l.Detail, "", ""
	if d == nil {
		d = &audit.Detail{}
	}
	who := d.ActorName
	if who == "" && l.Actor == visitorAct {
		who = vi.Visitor
	}
	if l.Seq >= 0 {
		seq = strconv.FormatInt(l.Seq+1, 10)
	}
	if l.Signed > 0 {
		size = strconv.FormatInt(l.Signed, 10)
	}
	changed, _ := change.Lines(d.Before, d.After, changesExported)
	words := make([]string, len(changed))
	for i, c := range changed {
		words[i] = c.Field + ": " + c.Before + " → " + c.After
	}
	written := strings.Join(words, "; ")
	if l.Hidden {
		written = vi.HiddenFromAdmin
	}
	return []string{
		seq, instant(l.At), who, l.ActingFor, vi.Done(l.Do), vi.ObjectKind(l.Kind()), d.ObjectName, d.Reason, written, d.Origin,
		l.ID, l.Leaf, size, instant(l.SignedAt), vi.YesNo(l.Anchored),
	}
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04:05.000000Z")
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
