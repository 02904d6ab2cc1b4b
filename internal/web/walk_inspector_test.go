package web_test

import (
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web/handle"
)

// personal are the tables whose rows belong to one account each: what it was told, where it wants mail, the address of its calendar. Who may change
// nothing of the agency changes his own rows there.
var personal = []string{"notice", "contact", "calendar_feed", "second_factor"}

// personalForms are what the pages on one's own settings are sent, so that they are really taken.
var personalForms = map[string]url.Values{"/thong-bao": {}, "/cach-nhan-nhac": {"choice": {"none"}, "address": {"thanh.tra@mau.gov.vn"}, "password": {pass}}, "/cach-nhan-nhac/lich": {},
	"/xac-thuc-hai-lop": {}, "/tai-khoan/tiep-tuc": {}}

// leaving are the ways out: after them nothing else would be taken.
var leaving = []string{"POST /dang-xuat", "POST /tai-khoan/dang-xuat-moi-noi"}

// onlyRead are what is asked for by a form and changes no fact: the colours of one's own browser, the ZIP of a dossier, whose taking stands in the log,
// and the list of faults of a file.
var onlyRead = []string{"POST /giao-dien", "POST /ho-so/{dossier}/tron-bo.zip", "POST /excel/{list}/{round}/loi"}

// TestAnInspectorWritesNothing posts to every route of his own agency, with objects that are there. What is taken at all only reads, or is the
// inspector's own: no row of anybody else changes, and the log tells of nothing but his own account and of what he took out to read.
func TestAnInspectorWritesNothing(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	token, account := w.inspector(t)
	w.other = w.season.Tenant
	for _, actor := range w.actors {
		w.tell(t, actor)
	}
	before, others, asked := testkit.Fingerprint(t, w.raw), w.othersRows(t, account), 0
	for _, r := range w.routes {
		if r.Who.Open() || !strings.HasPrefix(r.Pattern, "POST ") || slices.Contains(leaving, r.Pattern) {
			continue
		}
		for _, path := range paths(t, r.Pattern, w.foreign(t)) {
			asked++
			code, _, _ := w.ask(r, path, token)
			if _, own := personalForms[path]; code < http.StatusBadRequest && !own && !slices.Contains(onlyRead, r.Pattern) {
				t.Errorf("%s takes something from an inspector: %d", path, code)
			}
		}
	}
	for path, form := range personalForms {
		if code := w.send(path, token, form); code >= http.StatusBadRequest {
			t.Errorf("an inspector cannot keep his own settings at %s: %d", path, code)
		}
	}
	after := testkit.Fingerprint(t, w.raw)
	for _, table := range append(personal, "event", "event_detail") {
		delete(before, table)
	}
	unchanged(t, before, after)
	if now := w.othersRows(t, account); now != others {
		t.Errorf("rows of others changed:\n%s\nthen\n%s", others, now)
	}
	w.ownEvents(t, account)
	if code, _, _ := w.ask(handle.Route{Pattern: "POST /dang-xuat"}, "/dang-xuat", token); code != http.StatusSeeOther {
		t.Errorf("an inspector cannot sign out: %d", code)
	}
	if asked < 200 {
		t.Errorf("only %d addresses were asked", asked)
	}
}

// inspector gives the session and the account of somebody who only inspects.
func (w *walk) inspector(t *testing.T) (token, account string) {
	t.Helper()
	for token, actor := range w.actors {
		if slices.Equal(actor.Roles, []thidua.Role{thidua.RoleInspector}) {
			return token, actor.Account
		}
	}
	t.Fatal("nobody only inspects")
	return "", ""
}

// tell gives an account of the agency a notice, so that there is one of somebody else that could be marked as read.
func (w *walk) tell(t *testing.T, actor thidua.Actor) {
	t.Helper()
	err := w.season.DB.WriteUpkeep(t.Context(), func(tx *store.Tx) error {
		tx.Tenant = actor.Tenant
		return tx.InsertNotice(thidua.Notice{ID: store.NewID(), Account: actor.Account, Key: "thu", Text: "Việc thử", Code: thidua.TaskGather, Role: thidua.RoleOffice})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// othersRows is what stands in the personal tables of other accounts than this one.
func (w *walk) othersRows(t *testing.T, account string) string {
	t.Helper()
	var out []string
	for _, table := range personal {
		out = append(out, w.rowsBeside(t, table, account)...)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func (w *walk) rowsBeside(t *testing.T, table, account string) (out []string) {
	t.Helper()
	rows, err := w.raw.Query(`SELECT * FROM ` + table + ` WHERE account_id <> '` + account + `'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(table, values))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// ownEvents looks that everything of which the log tells of this account is about that account, or a dossier that was taken out to be read.
func (w *walk) ownEvents(t *testing.T, account string) {
	t.Helper()
	rows, err := w.raw.Query(`SELECT verb, object FROM event WHERE actor = 'account:` + account + `'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var verb, object string
		if err := rows.Scan(&verb, &object); err != nil {
			t.Fatal(err)
		}
		if object != "account:"+account && verb != string(thidua.ExportDossier) {
			t.Errorf("the inspector did %s to %s", verb, object)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}
