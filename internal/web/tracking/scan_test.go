package tracking_test

import (
	"context"
	"errors"
	"io"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/file"
)

// watch is a scanner that is silent until it finds something in every file, or in none.
type watch struct{ answers, finds bool }

func (w *watch) Scan(_ context.Context, content io.Reader) (string, error) {
	if _, err := io.Copy(io.Discard, content); err != nil || !w.answers {
		return "", errors.Join(err, errors.New("silent"))
	}
	if w.finds {
		return "Test.Word", nil
	}
	return "", nil
}

// TestCase34EveryPageSaysOfAFileWhatTheScannerSaid asks the pages of evidence before the scanner answered, after it called the file clean, and after it
// found something.
func TestCase34EveryPageSaysOfAFileWhatTheScannerSaid(t *testing.T) {
	scanner := &watch{}
	d := openDesk(t, file.WithScanner(scanner, true))
	target := "/chi-tieu/" + d.cells["NV3 TC5"]
	d.moved(d.upload(head3, target+"/minh-chung", map[string]string{"number": "9/QĐ-TT", "issued": "12/11/2024"}, "Ảnh.jpg", shot(t, 30)))
	own := d.page(head3, target).Find(`a[href^="/minh-chung/"]`).First().AttrOr("href", "")
	says := func(want string) {
		t.Helper()
		for _, page := range []string{target, own} {
			got := d.page(head3, page)
			if mark := strings.TrimSpace(got.Find(".quet").First().Text()); mark != want {
				t.Errorf("%s says %q, want %q", page, mark, want)
			}
			if strings.Contains(got.Find("main").Text(), "chưa có máy quét") {
				t.Errorf("%s says that there is no scanner", page)
			}
		}
		if offered := d.page(head3, own).Find("main .btn:contains('Xem trước')").Length() == 1; offered == (want == "Đang cách ly") {
			t.Errorf("%q, and its pages are offered to be looked at: %v", want, offered)
		}
	}
	says("Chưa quét mã độc")
	night := thidua.Actor{Account: "machine", Name: "Chương trình"}
	check := func() {
		t.Helper()
		if _, err := d.Custody().Check(t.Context(), night); err != nil {
			t.Fatal(err)
		}
	}
	scanner.answers = true
	check()
	says("")
	scanner.finds = true
	check()
	says("Đang cách ly")
	if got := d.ask(head3, own+"/tep", url.Values(nil)); !strings.Contains(got.Body.String(), "Máy quét báo tệp này có mã độc") {
		t.Errorf("the file is given: %d", got.Code)
	}
}

// TestCase34WithoutAScannerOneSentenceExplainsTheMarks asks a page with files and one without.
func TestCase34WithoutAScannerOneSentenceExplainsTheMarks(t *testing.T) {
	d := openDesk(t)
	target := "/chi-tieu/" + d.cells["NV3 TC5"]
	if page := d.page(head3, target); page.Find(".quet").Length() > 0 || strings.Contains(page.Find("main").Text(), "chưa có máy quét") {
		t.Error("a page without files speaks of a scanner")
	}
	d.moved(d.upload(head3, target+"/minh-chung", map[string]string{"number": "9/QĐ-TT", "issued": "12/11/2024"}, "Ảnh.jpg", shot(t, 30)))
	page := d.page(head3, target)
	mark := page.Find(".quet:has(.vh)")
	if mark.Length() != 1 || mark.Find(".vh").Text() != "Chưa quét mã độc" || strings.Count(page.Find("main").Text(), "chưa có máy quét") != 1 {
		t.Errorf("%d marks, %q", mark.Length(), mark.Text())
	}
	admin := d.Actor("Đỗ Đức Đạt")
	kept, _, err := d.Custody().List(t.Context(), admin, 1)
	for _, k := range kept {
		err = errors.Join(err, d.Custody().Purge(t.Context(), admin, k.Address, "Công văn số 12/TTr (mẫu)", "có bí mật nhà nước"))
	}
	if page = d.page(head3, target); err != nil || page.Find(".quet").Length() > 0 || strings.Contains(page.Find("main").Text(), "chưa có máy quét") {
		t.Errorf("a file that was removed is told as not scanned: %v", err)
	}
}
