package web_test

import (
	"bytes"
	"context"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// upload posts a form with one file as a browser does.
func (h *hall) upload(who, path, version, field, name string, content []byte) *httptest.ResponseRecorder {
	h.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	_ = w.WriteField("version", version)
	part, err := w.CreateFormFile(field, name)
	if err != nil {
		h.t.Fatal(err)
	}
	_, _ = part.Write(content)
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return h.do(who, r)
}

func TestEnteredForOnThePages(t *testing.T) {
	h := openHall(t)
	h.send("Bùi Đức Long", "NV4")
	path := "/nam/" + h.Rounds[2025].ID + "/ca-nhan/" + h.People["Lê Văn Thanh"].ID
	d, code := h.get("Bùi Đức Long", path)
	form := fieldsOf(d, "#dang-ky")
	if code != http.StatusOK || form.Get("target-1-content") == "" || d.Find(".dks").Length() != 3 {
		t.Fatalf("prefilled lines: status %d, %v", code, form)
	}
	form.Set("lam", "luu-nhap")
	form.Set("danh-hieu", string(thidua.AdvancedWorker))
	if w := h.post("Bùi Đức Long", path, form); w.Code != http.StatusSeeOther {
		t.Fatalf("draft: %d", w.Code)
	}
	d, _ = h.get("Bùi Đức Long", path)
	if got := d.Find("select[name=danh-hieu] option[selected]").Text(); got != "Lao động tiên tiến" {
		t.Errorf("title of the year: %q", got)
	}
	list, _ := h.get(ha, "/nam/"+h.Rounds[2025].ID+"/tong-hop?loai=ca-nhan")
	if got := list.Find("main table tr:contains('Lê Văn Thanh')").Text(); !strings.Contains(got, "Lao động tiên tiến") {
		t.Errorf("the list of people does not say the title of the year: %q", got)
	}
	if d.Find("#vs-ban-ky").Length() != 1 || d.Find("button[aria-describedby=vs-ban-ky]").Length() != 1 {
		t.Error("the page does not say that the signed sheet is missing")
	}
	form = fieldsOf(d, "#dang-ky")
	form.Set("lam", "gui")
	if w := h.post("Bùi Đức Long", path, form); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("sent without the signed sheet: %d", w.Code)
	}
	d, _ = h.get("Bùi Đức Long", path)
	at, _ := d.Find("form[action$=ban-ky]").Attr("action")
	one := strings.TrimSuffix(at, "/ban-ky")
	sheet := h.do("Bùi Đức Long", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+one+"/phieu/phieu-dang-ky.pdf", nil))
	if sheet.Code != http.StatusOK || !bytes.HasPrefix(sheet.Body.Bytes(), []byte("%PDF-")) {
		t.Fatalf("sheet to sign: %d", sheet.Code)
	}
	version := fieldsOf(d, "form[action$=ban-ky]").Get("version")
	if w := h.upload("Bùi Đức Long", at, version, "sheet", "anh.exe", []byte("MZ chạy")); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a program as signed sheet: %d", w.Code)
	}
	if w := h.upload("Bùi Đức Long", at, version, "sheet", "phieu-da-ky.pdf", sheet.Body.Bytes()); w.Code != http.StatusSeeOther {
		d, _ := h.read(w)
		t.Fatalf("signed sheet: %d %s", w.Code, d.Find(".errs").Text())
	}
	back := h.do("Bùi Đức Long", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+one+"/phieu/ban-ky", nil))
	if !bytes.Equal(back.Body.Bytes(), sheet.Body.Bytes()) {
		t.Error("the signed sheet does not come back as it was uploaded")
	}
	d, _ = h.get("Bùi Đức Long", path)
	form = fieldsOf(d, "#dang-ky")
	form.Set("lam", "gui")
	if w := h.post("Bùi Đức Long", path, form); w.Code != http.StatusSeeOther {
		t.Errorf("sent with the signed sheet: %d", w.Code)
	}
	d, _ = h.get("Bùi Đức Long", path)
	approve := one + "/" + string(thidua.HeadApprove)
	if w := h.post("Bùi Đức Long", approve, fieldsOf(d, `form:has(button[formaction="`+approve+`"]), form[action="`+approve+`"]`)); w.Code != http.StatusSeeOther {
		t.Fatalf("approved by the head: %d", w.Code)
	}
	d, _ = h.get(ha, "/viec-cua-toi")
	task, _ := d.Find(`.tasks a[href*="/tong-hop?"]`).Attr("href")
	if d, _ = h.get(ha, task); !strings.Contains(d.Find("tbody").Text(), "Lê Văn Thanh") {
		t.Errorf("the task of reviewing people leads to %q, where they are not", task)
	}
}

func TestTargetsOfTheYearBeforeAreCopied(t *testing.T) {
	h := openHall(t)
	h.openYear(2024)
	old := h.EightTargets()
	for i := range old {
		old[i].Due = "2024" + old[i].Due[4:]
	}
	if _, err := h.core.SaveRegistration(context.Background(), h.Actor("Lý Văn Dũng"), thidua.Registration{Round: h.Rounds[2024].ID,
		Subject: thidua.Subject{Kind: thidua.Collective, Unit: h.Units["NV2"].ID}, Targets: old}); err != nil {
		t.Fatal(err)
	}
	d, _ := h.get("Lý Văn Dũng", "/nam/"+h.Rounds[2025].ID+"/dang-ky/"+h.Units["NV2"].ID)
	if d.Find("button[name=chep]").Length() != 1 {
		t.Fatal("no button to copy the year before")
	}
	action, _ := d.Find("#dang-ky").Attr("action")
	form := fieldsOf(d, "#dang-ky")
	form.Set("chep", "1")
	d, code := h.read(h.post("Lý Văn Dũng", action, form))
	if code != http.StatusOK || d.Find("li.ctr").Length() != 8 || d.Find("#target-1-due").AttrOr("value", "") != "20/02/2025" {
		t.Errorf("copied: status %d, %d lines, due %q", code, d.Find("li.ctr").Length(), d.Find("#target-1-due").AttrOr("value", ""))
	}
	form = fieldsOf(d, "#dang-ky")
	form.Set("bo", "1")
	if d, _ = h.read(h.post("Lý Văn Dũng", action, form)); d.Find("li.ctr").Length() != 7 || !strings.HasPrefix(d.Find("#target-1-content").Text(), "Họp giao ban") {
		t.Errorf("after one line was taken out: %d lines", d.Find("li.ctr").Length())
	}
}

func TestOfficeReturnsWithRemarksOnThePage(t *testing.T) {
	h := openHall(t)
	r := h.send("Lý Văn Dũng", "NV2")
	d, _ := h.get(ha, "/dang-ky/"+r.ID)
	form := fieldsOf(d, "form[aria-labelledby=buoc-tiep]")
	form.Set("remark-"+h.Definition.Heads()[2].ID, "Đề nghị ghi rõ chỉ số thành phần.")
	d, code := h.read(h.post(ha, "/dang-ky/"+r.ID+"/de-nghi-bo-sung", form))
	if code != http.StatusUnprocessableEntity || !strings.Contains(d.Find("form[aria-labelledby=buoc-tiep] textarea").Text(), "Đề nghị ghi rõ") {
		t.Errorf("returned without a reason: %d, %q", code, d.Find("form[aria-labelledby=buoc-tiep] textarea").Text())
	}
	form.Set("reason", "ghi chỉ số thành phần ở tiêu chí 3")
	if w := h.post(ha, "/dang-ky/"+r.ID+"/de-nghi-bo-sung", form); w.Code != http.StatusSeeOther {
		t.Fatalf("returned: %d", w.Code)
	}
	d, _ = h.get("Lý Văn Dũng", "/dang-ky")
	if d.Find("#tc3.att .note.cam").Length() != 1 || !strings.Contains(d.Find("form .note.cam").First().Text(), "Văn phòng đề nghị bổ sung 1 điểm") {
		t.Errorf("the unit reads %q", d.Find("form .note.cam").Text())
	}
	if w := h.post("Phạm Mai Anh", "/dang-ky/"+r.ID+"/gui", form); w.Code != http.StatusForbidden {
		t.Errorf("an official of the unit sends for the head: %d", w.Code)
	}
	v, err := h.core.Registration(context.Background(), h.Actor("Lý Văn Dũng"), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	h.step("Lý Văn Dũng", v.Registration, thidua.Withdraw, app.Move{Reason: "đổi nội dung"})
	if d, _ = h.get("Lý Văn Dũng", "/dang-ky"); d.Find(".sb .now .st").Text() != "Đã rút" {
		t.Errorf("after withdrawing: %q", d.Find(".sb .now").Text())
	}
}

// openYear lets a year take registrations, as it did in its time.
func (h *hall) openYear(year int) {
	h.t.Helper()
	act := &store.Act{Tenant: h.Tenant, Actor: "account:cai-dat", Verb: "mo-dang-ky"}
	err := h.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		r, err := tx.Round(h.Rounds[year].ID)
		if err != nil {
			return err
		}
		r.State = thidua.RoundRegistering
		return tx.UpdateRound(r)
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

// TestWithdrawnStartsAnewOnThePage offers a new beginning to who withdrew, and says why there is none once the year takes no more registrations.
func TestWithdrawnStartsAnewOnThePage(t *testing.T) {
	h := openHall(t)
	r := h.step("Lý Văn Dũng", h.send("Lý Văn Dũng", "NV2"), thidua.Withdraw, app.Move{Reason: "đổi nội dung"})
	if d, _ := h.get(ha, "/dang-ky/"+r.ID); strings.Contains(d.Find("main").Text(), "Lập lại đăng ký") {
		t.Error("Văn phòng is offered to begin anew for the unit")
	}
	d, _ := h.get("Lý Văn Dũng", "/dang-ky")
	button := d.Find("form[aria-labelledby=buoc-tiep] button")
	if button.Length() != 1 || strings.TrimSpace(button.Text()) != "Lập lại đăng ký" {
		t.Fatalf("offered: %q", button.Text())
	}
	form := fieldsOf(d, "form[aria-labelledby=buoc-tiep]")
	if w := h.post("Lý Văn Dũng", button.AttrOr("formaction", ""), form); w.Code != http.StatusSeeOther {
		t.Fatalf("begun anew: %d", w.Code)
	}
	d, _ = h.get("Lý Văn Dũng", "/dang-ky?xong=lap-lai")
	if d.Find(".sb .now .st").Text() != "Nháp" || d.Find("li.ctr").Length() != 8 || !strings.Contains(d.Find("main").Text(), "Đã lập lại bản nháp") {
		t.Errorf("the draft: %q with %d lines", d.Find(".sb .now").Text(), d.Find("li.ctr").Length())
	}
	v, err := h.core.Registration(context.Background(), h.Actor("Lý Văn Dũng"), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	h.step("Lý Văn Dũng", v.Registration, thidua.Withdraw, app.Move{Reason: "đổi nội dung"})
	if err := h.core.MoveRound(context.Background(), h.Actor(ha), r.Round, thidua.CloseRegister, v.Round.Version, ""); err != nil {
		t.Fatal(err)
	}
	d, _ = h.get("Lý Văn Dũng", "/dang-ky")
	if text := d.Find("#vs-lap-lai").Text(); !strings.Contains(text, "năm này không nhận đăng ký") || d.Find("button[aria-describedby=vs-lap-lai]").AttrOr("aria-disabled", "") != "true" {
		t.Errorf("after the year was closed: %q", text)
	}
	form = fieldsOf(d, "form[aria-labelledby=buoc-tiep]")
	if w := h.post("Lý Văn Dũng", "/dang-ky/"+r.ID+"/lap-lai", form); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("begun anew in a closed year: %d", w.Code)
	}
}

// TestTickedRowsTellWhatBecameOfThem reviews ticked rows of which some are refused: the page names those that were done and those that were not,
// with the reason, and keeps what can be tried again ticked and the view as it was.
func TestTickedRowsTellWhatBecameOfThem(t *testing.T) {
	h := openHall(t)
	h.send("Lý Văn Dũng", "NV2")
	slow := h.send("Bùi Đức Long", "NV4")
	list := "/nam/" + h.Rounds[2025].ID + "/tong-hop"
	d, _ := h.get(ha, list+"?sap=ten&gian=hep")
	form := fieldsOf(d, "#cac-dong")
	d.Find("input[name=chon]").Each(func(_ int, s *goquery.Selection) { form.Add("chon", s.AttrOr("value", "")) })
	h.step("Bùi Đức Long", slow, thidua.Withdraw, app.Move{Reason: "đổi nội dung"})
	d, code := h.read(h.post(ha, list+"/ra-soat", form))
	if done := d.Find(".note.luc[role=status]").Text(); code != http.StatusConflict || strings.TrimSpace(done) != "Đã rà soát 1 bản đăng ký: Phòng Nghiệp vụ 2." {
		t.Errorf("%d, done: %q", code, done)
	}
	left := d.Find("#chua-xu-ly")
	if text := strings.Join(strings.Fields(left.Text()), " "); text != "Chưa xử lý được 1 bản đăng ký:Phòng Nghiệp vụ 4: đang ở trạng thái “Đã rút” nên không thực hiện được bước này." {
		t.Errorf("left: %q", text)
	}
	if at := left.Find("a").AttrOr("href", ""); at != "/nam/"+slow.Round+"/dang-ky/"+h.Units["NV4"].ID {
		t.Errorf("the name leads to %q", at)
	}
	if d.Find("input[name=chon][checked]").Length() != 0 || fieldsOf(d, "#cac-dong").Get("sap") != "ten" || fieldsOf(d, "#cac-dong").Get("gian") != "hep" {
		t.Errorf("ticked %d, view %v", d.Find("input[name=chon][checked]").Length(), fieldsOf(d, "#cac-dong"))
	}
	again := fieldsOf(d, "#cac-dong")
	again.Set("reason", "  ")
	d.Find("input[name=chon]").Each(func(_ int, s *goquery.Selection) { again.Add("chon", s.AttrOr("value", "")) })
	d, code = h.read(h.post(ha, list+"/de-nghi-bo-sung", again))
	if code != http.StatusUnprocessableEntity || d.Find("#reason-e").Length() != 1 || d.Find("input[name=chon][checked]").Length() != 2 || !strings.Contains(d.Find("#chon").Text(), "2 đơn vị đang chọn") {
		t.Errorf("asked for more without words: %d, %q, %d ticked", code, d.Find("#reason-e").Text(), d.Find("input[name=chon][checked]").Length())
	}
	again.Set("chon", again["chon"][0])
	again.Set("reason", "Ghi rõ thời hạn.")
	again.Del("key")
	w := h.post(ha, list+"/de-nghi-bo-sung", again)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("asked for more: %d", w.Code)
	}
	if d, _ = h.get(ha, w.Header().Get("Location")); strings.TrimSpace(d.Find(".note.luc[role=status]").Text()) != "Đã đề nghị bổ sung 1 bản đăng ký: Phòng Nghiệp vụ 2." {
		t.Errorf("told: %q at %s", d.Find(".note.luc").Text(), w.Header().Get("Location"))
	}
}

// TestAnOpinionOfTheLevelAboveIsRecordedOnThePage offers Văn phòng to record it only where nobody above signs in.
func TestAnOpinionOfTheLevelAboveIsRecordedOnThePage(t *testing.T) {
	h := openHall(t)
	yen := h.Actor("Nguyễn Hải Yến")
	r, err := h.core.SaveRegistration(context.Background(), yen, thidua.Registration{Round: h.Rounds[2025].ID,
		Subject: thidua.Subject{Kind: thidua.Individual, Person: yen.Person}, Targets: []thidua.Target{{Criterion: h.Definition.Heads()[1].ID, Content: "Báo cáo đúng hạn", Value: thidua.NoValue}}})
	if err != nil {
		t.Fatal(err)
	}
	r = h.step("Nguyễn Hải Yến", r, thidua.Send, app.Move{})
	const button = "form[aria-labelledby=buoc-tiep] button[formaction$=ghi-nhan-duyet]"
	if d, _ := h.get(ha, "/dang-ky/"+r.ID); d.Find(button).Length() != 0 {
		t.Error("offered although a leader signs in")
	}
	act := &store.Act{Tenant: yen.Tenant, Actor: "account:quan-tri", Verb: string(thidua.RoleEnded), Object: "account:lanh-dao"}
	if err := h.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		all, err := tx.AllGrants()
		for _, g := range all {
			if g.Role == thidua.RoleLeader && err == nil {
				err = tx.EndGrant(g.ID, "2025-01-13")
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	d, _ := h.get(ha, "/dang-ky/"+r.ID)
	if d.Find(button).Length() != 1 || !strings.Contains(d.Find("form[aria-labelledby=buoc-tiep]").Text(), "Ý kiến của người duyệt (ai, ngày nào)") {
		t.Fatalf("not offered: %s", d.Find("form[aria-labelledby=buoc-tiep]").Text())
	}
	form := fieldsOf(d, "form[aria-labelledby=buoc-tiep]")
	form.Set("reason", "Chánh Thanh tra đồng ý ngày 14/01/2025")
	if w := h.post(ha, "/dang-ky/"+r.ID+"/ghi-nhan-duyet", form); w.Code != http.StatusSeeOther {
		t.Fatalf("recorded: %d", w.Code)
	}
	if d, _ = h.get("Nguyễn Hải Yến", "/dang-ky-ca-nhan"); !strings.Contains(d.Find("main").Text(), "Ghi nhận ý kiến duyệt") {
		t.Errorf("the person reads %s", d.Find("main").Text())
	}
}
