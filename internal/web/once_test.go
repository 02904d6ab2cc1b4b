package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"thidua"
	"thidua/internal/testkit"
)

// sending is a form that makes something new, with the table that gets the row.
type sending struct{ who, page, form, post, table string }

// creating lists a form of each stage that adds a row without a version to hold a second one back.
func (h *hall) creating() []sending {
	round := h.Rounds[2025].ID
	return []sending{
		{"Nguyễn Thị Thu Hà", "/don-vi/them", "form[action='/don-vi']", "/don-vi", "unit"},
		{"Nguyễn Thị Thu Hà", "/nam/" + h.Rounds[2024].ID + "/truong-hop", "form[action$='/truong-hop']", "/nam/" + h.Rounds[2024].ID + "/truong-hop", "nominee"},
		{"Nguyễn Thị Thu Hà", "/hoi-dong?nam=" + round, "form[action='/hoi-dong']", "/hoi-dong", "council_session"},
		{"Phạm Mai Anh", "/sang-kien/" + round, "form[action='/sang-kien/" + round + "']", "/sang-kien/" + round, "initiative"},
	}
}

// filled is a form of a page with a value in every field that is blank.
func (h *hall) filled(s sending) url.Values {
	h.t.Helper()
	d, code := h.get(s.who, s.page)
	form := fieldsOf(d, s.form)
	if code != http.StatusOK || form.Get("key") == "" {
		h.t.Fatalf("%s: %d, form %v", s.page, code, form)
	}
	for name, value := range map[string]string{"name": "Phòng Nghiệp vụ 9", "code": "NV9", "short": "NV9", "number": "02/2025", "day": "20/03/2025",
		"time": "14:00", "place": "Phòng họp số 1", "abstract": "Rút gọn việc lập biên bản", "title": "Rút gọn việc lập biên bản", "from": "01/01/2025"} {
		if form.Has(name) {
			form.Set(name, value)
		}
	}
	if form.Has("subject") {
		form.Set("subject", thidua.Subject{Kind: thidua.Collective, Unit: h.Units["NV4"].ID}.Key())
	}
	return form
}

func (h *hall) rows(table string) (n int) {
	h.t.Helper()
	raw := testkit.Raw(h.t, h.config)
	if err := raw.QueryRow(`SELECT count(*) FROM ` + table).Scan(&n); err != nil {
		h.t.Fatal(err)
	}
	return n
}

func TestAFormSentTwiceHasOneEffect(t *testing.T) {
	h := openHall(t)
	for _, s := range h.creating() {
		form, before, events := h.filled(s), h.rows(s.table), 0
		first := h.post(s.who, s.post, form)
		events = h.rows("event")
		second := h.post(s.who, s.post, form)
		if first.Code != http.StatusSeeOther || second.Code != first.Code || second.Header().Get("Location") != first.Header().Get("Location") {
			t.Errorf("%s: %d to %q, then %d to %q\n%s", s.post, first.Code, first.Header().Get("Location"), second.Code, second.Header().Get("Location"), first.Body)
		}
		if now := h.rows(s.table); now != before+1 || h.rows("event") != events {
			t.Errorf("%s: %d rows of %s after two sendings, %d before", s.post, now, s.table, before)
		}
		form.Set("version", "77")
		if other := h.post(s.who, s.post, form); other.Code != http.StatusConflict || h.rows(s.table) != before+1 {
			t.Errorf("%s: another body under the same key: %d", s.post, other.Code)
		}
	}
}

func TestADoubleClickHasOneEffect(t *testing.T) {
	h := openHall(t)
	for _, s := range h.creating() {
		form, before := h.filled(s), h.rows(s.table)
		answers := make([]*httptest.ResponseRecorder, 6)
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() { answers[i] = h.post(s.who, s.post, form) })
		}
		all.Wait()
		for _, a := range answers {
			if a.Code != http.StatusSeeOther || a.Header().Get("Location") != answers[0].Header().Get("Location") {
				t.Errorf("%s: %d to %q beside %q", s.post, a.Code, a.Header().Get("Location"), answers[0].Header().Get("Location"))
			}
		}
		if now := h.rows(s.table); now != before+1 {
			t.Errorf("%s: %d rows of %s, %d before", s.post, now, s.table, before)
		}
	}
}

func TestARefusedFormKeepsItsKey(t *testing.T) {
	h := openHall(t)
	s := h.creating()[0]
	form := h.filled(s)
	good := form.Get("name")
	form.Set("name", "")
	if refused := h.post(s.who, s.post, form); refused.Code != http.StatusUnprocessableEntity {
		t.Fatalf("a unit without a name: %d", refused.Code)
	}
	form.Set("name", good)
	if mended := h.post(s.who, s.post, form); mended.Code != http.StatusSeeOther {
		t.Errorf("the mended form: %d", mended.Code)
	}
}

func TestAKeyIsOneAccountsOwn(t *testing.T) {
	h := openHall(t)
	s := h.creating()[0]
	form, before := h.filled(s), h.rows(s.table)
	if first := h.post(s.who, s.post, form); first.Code != http.StatusSeeOther {
		t.Fatalf("first: %d", first.Code)
	}
	form.Set("code", "NV10")
	form.Set("name", "Phòng Nghiệp vụ 10")
	form.Set("short", "NV10")
	if other := h.post("Đỗ Đức Đạt", s.post, form); other.Code != http.StatusSeeOther || h.rows(s.table) != before+2 {
		t.Errorf("the same key of another account: %d", other.Code)
	}
	form.Set("version", "1")
	if elsewhere := h.post(s.who, "/don-vi/"+h.Units["NV1"].ID, form); elsewhere.Code != http.StatusConflict {
		t.Errorf("the same key at another address: %d", elsewhere.Code)
	}
	form.Set("key", strings.Repeat("k", 65))
	if long := h.post(s.who, s.post, form); long.Code != http.StatusBadRequest {
		t.Errorf("a key without end: %d", long.Code)
	}
}
