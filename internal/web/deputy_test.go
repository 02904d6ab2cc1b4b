package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/web/handle"
)

// TestActingAsADeputy goes through the pages: the head gives, the deputy begins, each page says so, the rights are those of the post alone, and he leaves.
func TestActingAsADeputy(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	var head string
	for token, actor := range w.actors {
		if actor.Name == "Lý Văn Dũng" {
			head = token
		}
	}
	board := "/theo-doi/" + w.season.Rounds[2025].ID
	unit, boss := w.season.Units["NV2"].ID, w.season.People["Lý Văn Dũng"].ID
	form := url.Values{"post": {"head|" + unit + "|" + boss}, "to": {w.actors[w.nobody].Person}, "from": {"01/01/2020"}, "until": {"31/12/2019"}, "number": {"07/UQ (mẫu)"}}
	if code := w.send("/uy-quyen", head, form); code != http.StatusUnprocessableEntity {
		t.Errorf("days that run backwards: %d", code)
	}
	form.Set("until", "31/12/2099")
	if code := w.send("/uy-quyen", head, form); code != http.StatusSeeOther {
		t.Fatalf("the head gives: %d", code)
	}
	_, list, _ := w.ask(handle.Route{Pattern: "GET /"}, "/uy-quyen", w.nobody)
	id := w.of(t, w.season.Tenant)("deputy")
	if !strings.Contains(list, "/uy-quyen/"+id+"/lam-thay") || !strings.Contains(list, "07/UQ (mẫu)") || strings.Contains(list, "thu-hoi") {
		t.Error("the deputy does not find what was given, or could withdraw it")
	}
	const told = "Lý Văn Dũng ủy quyền cho đồng chí đến 31/12/2099"
	if home := w.as(http.MethodGet, "/viec-cua-toi", "").Body.String(); !strings.Contains(home, told) || !strings.Contains(home, "Lãnh đạo Phòng Nghiệp vụ 2") {
		t.Error("the first page of the deputy does not tell of it")
	}
	began := w.as(http.MethodPost, "/uy-quyen/"+id+"/lam-thay", "")
	cookie := began.Result().Cookies()
	if began.Code != http.StatusSeeOther || len(cookie) != 2 || cookie[1].Value != id || !cookie[1].HttpOnly || !cookie[1].Secure {
		t.Fatalf("begin: %d, %v", began.Code, cookie)
	}
	w.renewed(t, cookie[0], "begins")
	for path, want := range map[string]int{"/dang-ky": http.StatusOK, board: http.StatusOK, "/tong-hop": http.StatusForbidden, "/nguoi-dung": http.StatusForbidden} {
		got := w.as(http.MethodGet, path, id)
		if got.Code != want || !strings.Contains(got.Body.String(), "Đang làm việc theo ủy quyền của Lý Văn Dũng") {
			t.Errorf("%s as a deputy: %d", path, got.Code)
		}
	}
	if home := w.as(http.MethodGet, "/viec-cua-toi", id).Body.String(); strings.Contains(home, told) {
		t.Error("who acts as a deputy is still asked to begin")
	}
	if got := w.as(http.MethodGet, board, ""); got.Code != http.StatusForbidden {
		t.Errorf("the board in one's own name: %d", got.Code)
	}
	if got := w.as(http.MethodPost, "/uy-quyen", id); got.Code != http.StatusForbidden {
		t.Errorf("a deputy passes the post on: %d", got.Code)
	}
	left := w.as(http.MethodPost, "/uy-quyen/thoi", id)
	if cookie = left.Result().Cookies(); left.Code != http.StatusSeeOther || len(cookie) != 2 || cookie[1].MaxAge >= 0 {
		t.Fatalf("leave: %d, %v", left.Code, cookie)
	}
	w.renewed(t, cookie[0], "leaves")
	if code := w.send("/uy-quyen/"+id+"/"+string(thidua.DeputyTaken), head, url.Values{}); code != http.StatusSeeOther {
		t.Errorf("withdraw: %d", code)
	}
	if got := w.as(http.MethodGet, board, id); got.Code != http.StatusForbidden {
		t.Errorf("after the withdrawal the board opens: %d", got.Code)
	}
}

// renewed takes the session that goes on when somebody begins or ceases to act for another: the old token opens nothing (case 45).
func (w *walk) renewed(t *testing.T, cookie *http.Cookie, when string) {
	t.Helper()
	old := w.nobody
	if cookie.Name != "__Host-thidua" || cookie.Value == old {
		t.Fatalf("who %s keeps the token: %v", when, cookie)
	}
	if code, _, _ := w.ask(handle.Route{Pattern: "GET /"}, "/tai-khoan", old); code != http.StatusSeeOther {
		t.Errorf("after he %s the old token still opens: %d", when, code)
	}
	w.nobody, w.actors[cookie.Value] = cookie.Value, w.actors[old]
}

// as asks as somebody without any role but his own, under a deputising where one is named.
func (w *walk) as(method, path, deputy string) *httptest.ResponseRecorder {
	q := httptest.NewRequest(method, "https://localhost"+path, http.NoBody)
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: w.nobody})
	if deputy != "" {
		q.AddCookie(&http.Cookie{Name: "__Host-thidua-uq", Value: deputy})
	}
	answer := httptest.NewRecorder()
	w.server.ServeHTTP(answer, q)
	return answer
}
