package web_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"thidua/internal/store"
)

// bytesOf asks for a file as somebody.
func (h *hall) bytesOf(who, path string) (int, []byte) {
	w := h.do(who, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
	return w.Code, w.Body.Bytes()
}

func TestAnEarlierSignedSheetIsListedAndGivenByItsDoor(t *testing.T) {
	h := openHall(t)
	h.send("Bùi Đức Long", "NV4")
	path := "/nam/" + h.Rounds[2025].ID + "/ca-nhan/" + h.People["Lê Văn Thanh"].ID
	d, _ := h.get("Bùi Đức Long", path)
	form := fieldsOf(d, "#dang-ky")
	form.Set("lam", "luu-nhap")
	if w := h.post("Bùi Đức Long", path, form); w.Code != http.StatusSeeOther {
		t.Fatalf("draft: %d", w.Code)
	}
	var first []byte
	for _, name := range []string{"ban-dau.pdf", "ban-sau.pdf"} {
		d, _ = h.get("Bùi Đức Long", path)
		if d.Find("a[href*=tep-truoc]").Length() != 0 {
			t.Error("a file that nothing replaced is listed as an earlier one")
		}
		at := d.Find("form[action$=ban-ky]").AttrOr("action", "")
		content := above{t: t}.pdf()
		if first == nil {
			content = append(content, "% đầu\n"...)
			first = content
		}
		if w := h.upload("Bùi Đức Long", at, fieldsOf(d, "form[action$=ban-ky]").Get("version"), "sheet", name, content); w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d", name, w.Code)
		}
	}
	d, _ = h.get("Bùi Đức Long", path)
	link := d.Find("a[href*=tep-truoc]")
	if text := link.Parent().Text(); link.Text() != "ban-dau.pdf" || !strings.Contains(text, "Bùi Đức Long thay ngày") || !strings.Contains(text, "Bùi Đức Long gửi") || !strings.Contains(text, "mã tệp") ||
		!link.Next().HasClass("quet") {
		t.Errorf("the earlier sheet is told as %q", text)
	}
	h.behindItsDoor(t, "Bùi Đức Long", "Phạm Mai Anh", link.AttrOr("href", ""), first)
}

func TestAnEarlierSignedCopyIsListedAndGivenByItsDoor(t *testing.T) {
	p := openPassed(t)
	p.issueAll()
	letters := p.papers()
	letter := letters[0]
	content := append(above{t: t}.pdf(), "% đầu\n"...)
	ref, err := p.core.KeepFile(t.Context(), p.Actor(ha), "signed", "ban-dau.pdf", bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	act := &store.Act{Tenant: p.Tenant, Actor: "a", Verb: "test"}
	if err := p.DB.Write(t.Context(), act, func(tx *store.Tx) error {
		return tx.InsertFileVersion(store.FileVersion{Object: "paper:" + strings.TrimPrefix(letter, "/van-ban/"), File: ref, ReplacedBy: "Lê Thu Trang"})
	}); err != nil {
		t.Fatal(err)
	}
	d, _ := p.get(ha, letter)
	link := d.Find("#ban-da-ky a[href*=tep-truoc]")
	if text := link.Parent().Text(); link.Text() != "ban-dau.pdf" || !strings.Contains(text, "Lê Thu Trang thay ngày") || !strings.Contains(text, ha+" gửi") {
		t.Errorf("the earlier copy is told as %q", text)
	}
	at := link.AttrOr("href", "")
	p.behindItsDoor(t, ha, "Phạm Mai Anh", at, content)
	if code, _ := p.bytesOf(ha, strings.Replace(at, letter, letters[1], 1)); code != http.StatusNotFound {
		t.Errorf("through another paper: %d", code)
	}
}

// behindItsDoor asks for an earlier file as who may see its object and as who may not, and for one that never was.
func (h *hall) behindItsDoor(t *testing.T, reader, stranger, at string, want []byte) {
	t.Helper()
	if code, got := h.bytesOf(reader, at); code != http.StatusOK || !bytes.Equal(got, want) {
		t.Errorf("%s: %d, %d bytes of %d", at, code, len(got), len(want))
	}
	if code, got := h.bytesOf(stranger, at); code != http.StatusNotFound && code != http.StatusForbidden || bytes.Contains(got, []byte("%PDF")) {
		t.Errorf("%s gets %s: %d", stranger, at, code)
	}
	if code, _ := h.bytesOf(reader, at[:strings.LastIndex(at, "/")+1]+unknownID); code != http.StatusNotFound {
		t.Errorf("one that never was: %d", code)
	}
}
