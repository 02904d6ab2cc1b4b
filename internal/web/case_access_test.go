package web_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web/handle"
)

// TestCase03To12 is group A of the abuse catalogue where one walk can show it: cases 3, 4, 5, 7, 10, 11 and 12. Case 1 is TestCase01EveryRouteGivesTheMatrix, case 2
// TestCase02EveryRouteRefusesAndChangesNothing, case 6 TestCase06OwnParentWithForeignChild, case 8 a part of TestCase08NoFormTakesAForeignObject, case 9 stands with the rules.
func TestCase03To12(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	proof := w.proof(t)
	t.Run("Case03AttachmentsByStrangers", func(t *testing.T) { w.case03(t, proof) })
	t.Run("Case04AttachmentsThroughOnesOwnObject", w.case04)
	t.Run("Case05AttachmentsAsTheirPage", func(t *testing.T) { w.case05(t, proof) })
	t.Run("Case07SearchGivesAwayNobody", w.case07)
	t.Run("Case12PathTricks", w.case12)
	t.Run("Case11ARoleEndsWhileAFormIsOpen", w.case11)
	t.Run("Case10MovedToAnotherAgency", w.case10)
}

// proof keeps a file as evidence of Phòng Nghiệp vụ 2 and gives the address of its page.
func (w *walk) proof(t *testing.T) string {
	t.Helper()
	actor := w.season.Actor(ha)
	ref, err := w.core.KeepFile(t.Context(), actor, "file", "minh-chung.pdf", bytes.NewReader(above{t: t}.pdf()))
	if err != nil {
		t.Fatal(err)
	}
	id := store.NewID()
	w.write(t, w.season.Tenant, func(tx *store.Tx) error {
		return tx.InsertEvidence(thidua.Evidence{ID: id, Round: w.season.Rounds[2025].ID, Unit: w.season.Units["NV2"].ID, Criterion: w.season.Definition.Criteria[0].ID,
			DocNumber: "…/BC (mẫu)", Abstract: "Báo cáo", State: thidua.EvidenceNew, AddedAt: testkit.Today, File: ref})
	})
	return "/minh-chung/" + id
}

// write changes rows of an agency, as its people could not.
func (w *walk) write(t *testing.T, tenant string, do func(*store.Tx) error) {
	t.Helper()
	if err := w.season.DB.Write(t.Context(), &store.Act{Tenant: tenant, Actor: "account:cai-dat", Verb: "mo-mua"}, do); err != nil {
		t.Fatal(err)
	}
}

var page = handle.Route{Pattern: "GET /"}

func (w *walk) holding(roles ...thidua.Role) string {
	for token, actor := range w.actors {
		if slices.Equal(actor.Roles, roles) && actor.Kind.RunsSeasons() {
			return token
		}
	}
	return ""
}

func (w *walk) case03(t *testing.T, proof string) {
	if code, body, _ := w.ask(page, proof+"/tep", w.holding(thidua.RoleOffice)); code != http.StatusOK || !strings.HasPrefix(body, "%PDF") {
		t.Fatalf("Văn phòng does not get the file: %d", code)
	}
	_, never, _ := w.ask(page, "/minh-chung/"+unknownID+"/tep", w.holding(thidua.RoleHelper))
	for who, token := range map[string]string{"another agency": w.stranger, "without role": w.holding(thidua.RoleHelper), "Sở Nội vụ": w.holdingAbove(thidua.RoleAppraiser)} {
		code, body, _ := w.ask(page, proof+"/tep", token)
		if code != http.StatusNotFound && code != http.StatusForbidden || strings.Contains(body, "%PDF") {
			t.Errorf("%s gets the file: %d", who, code)
		}
		if who == "without role" && strings.ReplaceAll(body, proof, "") != strings.ReplaceAll(never, "/minh-chung/"+unknownID, "") {
			t.Error("a file that is there is told from one that never was")
		}
	}
	if code, _, header := w.ask(page, proof+"/tep", ""); code != http.StatusSeeOther || !strings.HasPrefix(header.Get("Location"), "/dang-nhap") {
		t.Errorf("nobody gets the file: %d", code)
	}
}

func (w *walk) holdingAbove(role thidua.Role) string {
	for token, actor := range w.actors {
		if actor.Has(role) {
			return token
		}
	}
	return ""
}

// case04 reaches for a file of one paper through another of the same agency.
func (w *walk) case04(t *testing.T) {
	var mine, file, theirs string
	err := w.raw.QueryRow(`SELECT paper_id, id FROM paper_file WHERE tenant_id = '`+w.season.Tenant+`' LIMIT 1`).Scan(&theirs, &file)
	if err == nil {
		err = w.raw.QueryRow(`SELECT id FROM paper WHERE tenant_id = '` + w.season.Tenant + `' AND id <> '` + theirs + `' LIMIT 1`).Scan(&mine)
	}
	if err != nil {
		t.Fatal(err)
	}
	before, token := testkit.Fingerprint(t, w.raw), w.holding(thidua.RoleOffice)
	for _, do := range actions() {
		path := "/van-ban/" + mine + "/ban-sua/" + file + "/" + string(do)
		if code, _, _ := w.ask(handle.Route{Pattern: "POST /"}, path, token); code != http.StatusNotFound && code != http.StatusForbidden {
			t.Errorf("%s: %d", path, code)
		}
	}
	for _, end := range []string{"", "/tep"} {
		if code, _, _ := w.ask(page, "/van-ban/"+mine+"/ban-sua/"+file+end, token); code != http.StatusNotFound && code != http.StatusForbidden {
			t.Errorf("the file of another paper%s: %d", end, code)
		}
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
}

// case05 puts evidence into each state: whoever may read the page gets the file, and nobody else.
func (w *walk) case05(t *testing.T, proof string) {
	id := strings.TrimPrefix(proof, "/minh-chung/")
	opened, shut := 0, 0
	for _, state := range thidua.EvidenceFlow.States() {
		w.write(t, w.season.Tenant, func(tx *store.Tx) error {
			e, err := tx.Evidence(id)
			if err != nil {
				return err
			}
			e.State = state
			return tx.UpdateEvidence(e)
		})
		for _, token := range w.oneOfEach() {
			onPage, _, _ := w.ask(page, proof, token)
			file, _, _ := w.ask(page, proof+"/tep", token)
			if (onPage == http.StatusOK) != (file == http.StatusOK) {
				t.Errorf("%s for %v: the page %d, its file %d", state, w.actors[token].Roles, onPage, file)
			}
			if file == http.StatusOK {
				opened++
			} else {
				shut++
			}
		}
	}
	if opened < 5 || shut < 5 {
		t.Errorf("the file opened %d times and stayed shut %d times", opened, shut)
	}
}

// case07 asks the search for nearly nothing and for signs with a meaning of their own: no flood, nobody of another agency, no year of birth.
func (w *walk) case07(t *testing.T) {
	w.write(t, w.other, func(tx *store.Tx) error {
		p, err := tx.Person(w.of(t, w.other)("person"))
		if err != nil {
			return err
		}
		p.Name = "Người Ngoài Tỉnh"
		return tx.UpdatePerson(p, store.Keys{Fold: "nguoi ngoai tinh", Sort: "tinh"})
	})
	w.write(t, w.season.Tenant, func(tx *store.Tx) error {
		p, err := tx.Person(w.season.People["Giàng A Páo"].ID)
		if err != nil {
			return err
		}
		p.BirthYear = 1957
		return tx.UpdatePerson(p, store.Keys{Fold: "giang a pao", Sort: "pao"})
	})
	for _, q := range []string{"", "a", "%", "%%", "_", "__", "%a%", "nguoi ngoai tinh", "ngoai", unknownID, w.season.People["Giàng A Páo"].ID, "thi"} {
		for _, token := range []string{w.nobody, w.holding(thidua.RoleOffice), w.holding(thidua.RoleAdmin)} {
			code, body, _ := w.ask(page, "/tim?q="+url.QueryEscape(q), token)
			if code != http.StatusOK || strings.Contains(body, "Người Ngoài Tỉnh") || strings.Contains(body, "1957") {
				t.Errorf("%q for %v: %d", q, w.actors[token].Roles, code)
			}
			if people := strings.Count(body, `href="/nguoi/`); people > 20 || strings.Trim(q, "%_") == "" && people > 0 {
				t.Errorf("%q for %v finds %d people", q, w.actors[token].Roles, people)
			}
		}
	}
}

// case10 closes an account because its person goes to another agency: the open session ends with the next request, the new account sees nothing of the old
// agency, and what was begun stays there.
func (w *walk) case10(t *testing.T) {
	admin := thidua.Actor{Tenant: w.season.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	before := w.count(t, "registration", w.season.Tenant)
	if err := w.core.CloseAccount(t.Context(), admin, w.actors[w.nobody].Account, true); err != nil {
		t.Fatal(err)
	}
	if code, _, _ := w.ask(page, "/viec-cua-toi", w.nobody); code != http.StatusSeeOther {
		t.Errorf("the old session goes on: %d", code)
	}
	var id string
	if err := w.raw.QueryRow(`SELECT id FROM registration WHERE tenant_id = '` + w.season.Tenant + `' LIMIT 1`).Scan(&id); err != nil {
		t.Fatal(err)
	}
	if code, _, _ := w.ask(page, "/dang-ky/"+id, w.stranger); code != http.StatusNotFound && code != http.StatusForbidden {
		t.Errorf("an old registration from the new agency: %d", code)
	}
	if after := w.count(t, "registration", w.season.Tenant); after != before || before == 0 {
		t.Errorf("%d registrations of the old agency, then %d", before, after)
	}
}

func (w *walk) count(t *testing.T, table, tenant string) (n int) {
	t.Helper()
	if err := w.raw.QueryRow(`SELECT COUNT(*) FROM ` + table + ` WHERE tenant_id = '` + tenant + `'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// case11 ends the role of Văn phòng while its form is open: refused, nothing saved, the text is on the page.
func (w *walk) case11(t *testing.T) {
	admin := thidua.Actor{Tenant: w.season.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	token, words := w.holding(thidua.RoleOffice), "Nội dung nhiệm vụ đã gõ trong nhiều phút, không được mất khi vai trò kết thúc."
	account := w.actors[token].Account
	card, err := w.core.Account(t.Context(), admin, account)
	if err != nil || len(card.Grants) == 0 {
		t.Fatalf("no grant: %v", err)
	}
	if err := w.core.EndGrant(t.Context(), admin, account, card.Grants[0].ID); err != nil {
		t.Fatal(err)
	}
	before := testkit.Fingerprint(t, w.raw)
	q := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "https://localhost/chi-tieu-mau", strings.NewReader(url.Values{"content": {words}, "criterion": {"1"}, "measure": {"văn bản"}}.Encode()))
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	answer := httptest.NewRecorder()
	w.server.ServeHTTP(answer, q)
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.Code != http.StatusForbidden || !strings.Contains(string(text), words) {
		t.Errorf("%d, the text offered back: %v", answer.Code, strings.Contains(string(text), words))
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
}

// case12 writes the address of protected pages in other ways: never let in where the plain address refuses.
func (w *walk) case12(t *testing.T) {
	asked := 0
	for i, r := range w.routes {
		if i%7 != 0 || r.Who.Open() || len(r.Who.Needs()) == 0 || !strings.HasPrefix(r.Pattern, "GET ") || r.Who.Allows(w.actors[w.nobody]) {
			continue
		}
		path := paths(t, r.Pattern, w.of(t, w.season.Tenant))[0]
		for _, trick := range []string{"/" + path, "/." + path, path + "/", path + "/.", path + ";x", path + ".json", strings.ToUpper(path), "/%2e" + path, "/x/%2e%2e" + path, path + "%00"} {
			asked++
			code, location := w.trick(http.MethodGet, trick, nil)
			if code < http.StatusMultipleChoices || code >= http.StatusInternalServerError || code < http.StatusBadRequest && !strings.HasPrefix(location, "/") {
				t.Errorf("GET %s: %d to %q", trick, code, location)
			}
		}
		for name, value := range map[string]string{"X-Original-URL": "/viec-cua-toi", "X-Rewrite-URL": "/viec-cua-toi", "X-HTTP-Method-Override": "POST"} {
			if code, _ := w.trick(http.MethodGet, path, map[string]string{name: value}); code != http.StatusForbidden && code != http.StatusNotFound {
				t.Errorf("%s with %s: %d", path, name, code)
			}
		}
		for _, method := range []string{http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodTrace} {
			if code, _ := w.trick(method, path, nil); code < http.StatusBadRequest || code >= http.StatusInternalServerError {
				t.Errorf("%s %s: %d", method, path, code)
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d addresses tried", asked)
	}
}

// trick asks as somebody without any role but his own; a redirect must lead to the plain address, where the door is asked.
func (w *walk) trick(method, path string, headers map[string]string) (int, string) {
	u, err := url.Parse("https://localhost/")
	if err != nil {
		return http.StatusBadRequest, ""
	}
	if u.Path, err = url.PathUnescape(path); err != nil {
		return http.StatusBadRequest, ""
	}
	u.RawPath = path
	q := httptest.NewRequest(method, "https://localhost/", http.NoBody)
	q.URL, q.RequestURI = u, path
	for name, value := range headers {
		q.Header.Set(name, value)
	}
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: w.nobody})
	answer := httptest.NewRecorder()
	w.server.ServeHTTP(answer, q)
	return answer.Code, answer.Header().Get("Location")
}
