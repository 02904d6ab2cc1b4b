package web_test

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase03WhoLeftIsRefusedTheFile moves somebody to another unit and takes another from the council: their sessions go on, the files are refused.
func TestCase03WhoLeftIsRefusedTheFile(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	admin := thidua.Actor{Tenant: w.season.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	member, judge := w.enter(t, w.core, w.season, "roi-phong", "Giàng A Páo"), w.enter(t, w.core, w.season, "roi-hoi-dong", "Nguyễn Hải Yến")
	proof, opinion := w.proof(t)+"/tep", w.opinion(t)
	w.gives(t, "a member of the unit", proof, member, true)
	w.gives(t, "a member of the council", opinion, judge, true)
	post := thidua.Post{Person: w.season.People["Giàng A Páo"].ID, Unit: w.season.Units["NV3"].ID, Title: "Thanh tra viên", Rank: thidua.RankMember, From: thidua.DateOf(testkit.Today)}
	if err := w.core.NewPost(t.Context(), admin, post, false); err != nil {
		t.Fatal(err)
	}
	all, err := w.core.Councils(t.Context(), admin)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		c.Members = slices.DeleteFunc(c.Members, func(m thidua.CouncilMember) bool { return m.Person == w.season.People["Nguyễn Hải Yến"].ID })
		if _, err := w.core.SaveCouncil(t.Context(), admin, c); err != nil {
			t.Fatal(err)
		}
	}
	w.gives(t, "who left the unit", proof, member, false)
	w.gives(t, "who left the council", opinion, judge, false)
}

func (w *walk) gives(t *testing.T, who, path, token string, want bool) {
	t.Helper()
	code, body, _ := w.ask(page, path, token)
	if got := code == http.StatusOK && strings.HasPrefix(body, "%PDF"); got != want || !want && code != http.StatusNotFound && code != http.StatusForbidden {
		t.Errorf("%s asks for %s: %d", who, path, code)
	}
}

// opinion keeps the scan of a written opinion in a session of the council and gives its address.
func (w *walk) opinion(t *testing.T) string {
	t.Helper()
	ref, err := w.core.KeepFile(t.Context(), w.season.Actor(ha), "scan", "y-kien.pdf", bytes.NewReader(above{t: t}.pdf()))
	if err != nil {
		t.Fatal(err)
	}
	var session, nominee string
	if err := w.raw.QueryRow(`SELECT session_id, id FROM nominee WHERE session_id <> '' AND tenant_id = '`+w.season.Tenant+`' LIMIT 1`).Scan(&session, &nominee); err != nil {
		t.Fatal(err)
	}
	person := w.season.People["Trần Mạnh Khôi"].ID
	w.write(t, w.season.Tenant, func(tx *store.Tx) error {
		return tx.SaveOpinion(thidua.Opinion{Session: session, Nominee: nominee, Person: person, Choice: thidua.ChoiceYes, On: thidua.DateOf(testkit.Today), File: ref})
	})
	return "/hoi-dong/" + session + "/y-kien/" + person
}
