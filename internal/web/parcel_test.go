package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// TestAPackageIsSealedOnItsPage seals the registrations of a year for Sở Nội vụ of the same installation, takes the file home and is told of what is
// brought back wrong.
func TestAPackageIsSealedOnItsPage(t *testing.T) {
	h := openHall(t)
	hana := h.Actor(ha)
	write := func(tenant string, fn func(tx *store.Tx) error) {
		t.Helper()
		if err := h.DB.Write(context.Background(), &store.Act{Tenant: tenant, Actor: "test", Verb: "test"}, fn); err != nil {
			t.Fatal(err)
		}
	}
	write("so-noi-vu", func(tx *store.Tx) error {
		return tx.InsertAgency(thidua.Agency{ID: "so-noi-vu", Name: "Sở Nội vụ tỉnh Lào Cai", Kind: thidua.AgencyHomeAffairs, Sample: true})
	})
	r := h.keep("Lý Văn Dũng", "NV2", h.EightTargets())
	write(h.Tenant, func(tx *store.Tx) error { r.State = thidua.RegistrationApproved; return tx.UpdateRegistration(r) })
	s, err := h.core.RecordSentUp(context.Background(), hana, thidua.Submission{Round: r.Round, What: thidua.SentRegistrations, Number: "07/TT-VP", Dated: "2025-01-13", SentOn: "2025-01-14"})
	if err != nil {
		t.Fatal(err)
	}

	page, code := h.get(ha, "/goi-ho-so")
	form := page.Find("form[action='/lan-gui/" + s.ID + "/goi']")
	if code != http.StatusOK || form.Length() != 1 || form.Find("option[selected]").Text() != "Sở Nội vụ tỉnh Lào Cai" {
		t.Fatalf("the page is %d with %d forms for %q", code, form.Length(), form.Find("option[selected]").Text())
	}
	if w := h.post(ha, "/lan-gui/"+s.ID+"/goi", url.Values{"to": {""}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Hãy chọn nơi nhận") {
		t.Errorf("to nobody: %d", w.Code)
	}
	if w := h.post(ha, "/lan-gui/"+s.ID+"/goi", url.Values{"to": {"so-noi-vu"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("sealed: %d", w.Code)
	}
	page, _ = h.get(ha, "/goi-ho-so")
	at, ok := page.Find("main a[href^='/goi-ho-so/']").Attr("href")
	if !ok || page.Find("form[action^='/lan-gui/']").Length() != 0 || !strings.Contains(page.Find("main").Text(), "Đăng ký thi đua, năm 2025") {
		t.Fatalf("after it was sealed the page says %q", page.Find("main").Text())
	}
	w := h.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+at, nil))
	opened, err := parcel.Open(w.Body.Bytes())
	if err != nil || opened.To.ID != "so-noi-vu" || !strings.Contains(w.Header().Get("Content-Disposition"), ".zip") {
		t.Fatalf("the file is %v, %q", err, w.Header().Get("Content-Disposition"))
	}
	for says, content := range map[string][]byte{"không phải cơ quan mình": w.Body.Bytes(), "không còn nguyên": w.Body.Bytes()[:w.Body.Len()-1], "không phải gói hồ sơ": []byte("x")} {
		if got := h.upload(ha, "/goi-ho-so", "0", "tep", "goi.zip", content); got.Code != http.StatusUnprocessableEntity || !strings.Contains(got.Body.String(), says) {
			t.Errorf("%q is not said: %d", says, got.Code)
		}
	}
	if page, code := h.get(ha, "/doi-tac"); code != http.StatusOK || !strings.Contains(page.Find("main").Text(), "cùng máy chủ") || page.Find("#dong-khoa").Length() != 1 {
		t.Errorf("the partners: %d", code)
	}
}
