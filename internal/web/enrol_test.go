package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
	"thidua/internal/store"
	"thidua/internal/web"
)

// chi appraises at Sở Nội vụ.
const chi = "Đỗ Lan Chi"

// alone is one person who is signed in whatever the token says.
type alone struct {
	*app.App
	who thidua.Actor
}

func (a alone) Session(context.Context, string) (thidua.Actor, error) { return a.who, nil }

// above gives the pages as the appraiser of Sở Nội vụ of the same installation sees them.
func (h *hall) above() *hall {
	h.t.Helper()
	home, err := h.core.FoundAgency(context.Background(), thidua.Actor{Account: "may", Name: "Cài đặt"}, thidua.Agency{Name: "Sở Nội vụ tỉnh Lào Cai",
		Kind: thidua.AgencyHomeAffairs, Parent: "UBND tỉnh Lào Cai", Place: "Lào Cai", Symbol: "SNV", LeaderTitle: "Giám đốc", Sample: true})
	if err != nil {
		h.t.Fatal(err)
	}
	who := thidua.Actor{Tenant: home.ID, Account: "tham-dinh", Name: chi, Kind: home.Kind, Roles: []thidua.Role{thidua.RoleAppraiser}}
	server, err := web.New(web.Config{App: alone{h.core, who}, Core: h.core, Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Now: h.DB.Clock, Help: "Sở Nội vụ"})
	if err != nil {
		h.t.Fatal(err)
	}
	up := *h
	up.server = server
	return &up
}

// sendList approves the registration of a unit and seals the list for Sở Nội vụ.
func (h *hall) sendList(to string) {
	h.t.Helper()
	r := h.keep("Lý Văn Dũng", "NV2", h.EightTargets())
	act := &store.Act{Tenant: h.Tenant, Actor: "test", Verb: "test"}
	err := h.DB.Write(context.Background(), act, func(tx *store.Tx) error { r.State = thidua.RegistrationApproved; return tx.UpdateRegistration(r) })
	if err != nil {
		h.t.Fatal(err)
	}
	s, err := h.core.RecordSentUp(context.Background(), h.Actor(ha), thidua.Submission{Round: r.Round, What: thidua.SentRegistrations, Number: "07/TT-VP", Dated: "2025-01-13", SentOn: "2025-01-14"})
	if err == nil {
		_, err = parcel.Over(h.core).Send(context.Background(), h.Actor(ha), s.ID, to)
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

// TestAListIsConfirmedOnItsPage takes a list in, is told what was typed wrong, confirms it, and sees the confirmation with its number at the sender.
func TestAListIsConfirmedOnItsPage(t *testing.T) {
	h := openHall(t)
	up := h.above()
	page, code := up.get(chi, "/dang-ky-cac-co-quan")
	if code != http.StatusOK || !strings.Contains(page.Find("main").Text(), "Chưa có danh sách đăng ký nào") {
		t.Fatalf("before anything came: %d", code)
	}
	agencies, err := h.core.Agencies(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range agencies {
		if a.Kind == thidua.AgencyHomeAffairs {
			h.sendList(a.ID)
		}
	}
	page, _ = up.get(chi, "/dang-ky-cac-co-quan")
	if w := up.post(chi, "/dang-ky-cac-co-quan/nhan-goi", fieldsOf(page, "form[action$='/nhan-goi']")); w.Code != http.StatusSeeOther {
		t.Fatalf("taken in: %d", w.Code)
	}
	page, _ = up.get(chi, "/dang-ky-cac-co-quan")
	at, ok := page.Find("main tbody th a").Attr("href")
	if !ok {
		t.Fatalf("the list is not there: %s", page.Find("main").Text())
	}
	page, code = up.get(chi, at)
	if text := page.Find("main").Text(); code != http.StatusOK || !strings.Contains(text, "Phòng Nghiệp vụ 2") || !strings.Contains(text, "8 chỉ tiêu") || page.Find("main .btn.pri").Length() != 1 {
		t.Fatalf("the page is %d: %s", code, text)
	}
	form := fieldsOf(page, "form[action$='/xac-nhan-dang-ky']")
	form.Set("dated", "31/02/2025")
	form.Set("note", "Đủ nội dung")
	w := up.post(chi, at+"/xac-nhan-dang-ky", form)
	if d, code := up.read(w); code != http.StatusUnprocessableEntity || d.Find("textarea[name=note]").Text() != "Đủ nội dung" || d.Find("#number-e").Length()+d.Find("#dated-e").Length() == 0 {
		t.Errorf("a wrong date: %d, %q", code, d.Find("main").Text())
	}
	if w := up.post(chi, at+"/tra-lai-dang-ky", fieldsOf(page, "form[action$='/tra-lai-dang-ky']")); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("returned without a reason: %d", w.Code)
	}
	form.Set("dated", "14/01/2025")
	form.Set("number", "90/SNV-TĐKT")
	if w := up.post(chi, at+"/xac-nhan-dang-ky", form); w.Code != http.StatusSeeOther {
		t.Fatalf("confirmed: %d", w.Code)
	}
	h.takeConfirmation()
}

// takeConfirmation takes the answer in on the page of packages and looks for it on the list of the round.
func (h *hall) takeConfirmation() {
	h.t.Helper()
	page, _ := h.get(ha, "/goi-ho-so")
	action, _ := page.Find("form[action$='/nhan']").Attr("action")
	if w := h.post(ha, action, url.Values{}); w.Code != http.StatusSeeOther {
		h.t.Fatalf("the answer is taken in: %d", w.Code)
	}
	page, _ = h.get(ha, "/nam/"+h.Rounds[2025].ID+"/tong-hop")
	if text := page.Find("main").Text(); !strings.Contains(text, "số 90/SNV-TĐKT, 14/01/2025") {
		h.t.Errorf("the list of the round does not show the confirmation: %s", text)
	}
}

// TestTheDeadlineIsTypedOnThePage: without a document it is refused and stays typed, with one it counts.
func TestTheDeadlineIsTypedOnThePage(t *testing.T) {
	up := openHall(t).above()
	form := url.Values{"movement": {"Cải cách hành chính"}, "year": {"2025"}, "due": {"01/02/2025"}}
	d, code := up.read(up.post(chi, "/dang-ky-cac-co-quan", form))
	if code != http.StatusUnprocessableEntity || d.Find("input[name=due]").AttrOr("value", "") != "01/02/2025" {
		t.Errorf("without a document: %d", code)
	}
	form.Set("document", "Kế hoạch số … (mẫu)")
	if w := up.post(chi, "/dang-ky-cac-co-quan", form); w.Code != http.StatusSeeOther {
		t.Fatalf("saved: %d", w.Code)
	}
	if d, _ = up.get(chi, "/dang-ky-cac-co-quan"); !strings.Contains(d.Find("main").Text(), "hạn trước ngày 01/02/2025 (Kế hoạch số … (mẫu))") {
		t.Errorf("the page says %s", d.Find("main").Text())
	}
}
