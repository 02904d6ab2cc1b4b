package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua"
)

// making is the form that makes a paper of a kind.
func making(kind thidua.PaperKind) string {
	return `main form:has(input[name=mau][value="` + string(kind) + `"])`
}

func (p *passed) forms() string { return "/nam/" + p.round + "/lap-van-ban" }

func TestAFormIsMadeFilledAndKept(t *testing.T) {
	p := openPassed(t)
	d, code := p.get(ha, p.forms())
	if code != http.StatusOK || d.Find(making(thidua.PaperRoster)).Length() != 1 || d.Find(making(thidua.PaperCounting)).Length() != 0 ||
		!strings.Contains(d.Find("main").Text(), "không có phiếu để kiểm") || strings.Contains(d.Find("main").Text(), "Quyết định khen thưởng của") {
		t.Fatalf("%d: %s", code, d.Find("main").Text())
	}
	w := p.fill(ha, p.forms(), making(thidua.PaperScript), nil)
	paper, _, _ := strings.Cut(w.Header().Get("Location"), "?")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(paper, "/van-ban/") {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	typed := url.Values{"noi-dung-hop": {"Khai mạc không có giờ"}, "trich-yeu": {"Họp Hội đồng lần thứ nhất"}}
	d, code = p.read(p.fill(ha, paper, by(thidua.RewritePaper), typed))
	if code != http.StatusUnprocessableEntity || d.Find("textarea[name=noi-dung-hop]").Text() != typed.Get("noi-dung-hop") ||
		d.Find("textarea[name=trich-yeu]").Text() != typed.Get("trich-yeu") || d.Find("#noi-dung-hop-e").Length() != 1 {
		t.Errorf("%d: %s", code, d.Find(".errs").Text())
	}
	typed.Set("noi-dung-hop", "14:00 – 14:20 | Khai mạc | Chủ trì\nHôm nay xét khen thưởng {phong trào}.")
	p.act(ha, paper, by(thidua.RewritePaper), typed)
	d, _ = p.get(ha, paper)
	if shown := strings.ReplaceAll(d.Find(".a4").Text(), "\u00a0", " "); !strings.Contains(shown, "Hôm nay xét khen thưởng phong trào thi đua “Cải cách hành chính") || !strings.Contains(shown, "Họp Hội đồng lần thứ nhất") {
		t.Errorf("the preview says %s", shown)
	}
	d, code = p.read(p.fill(ha, p.forms(), making(thidua.PaperRoster), url.Values{"mau": {string(thidua.PaperScript)}, "phien": {d.Find("x").Text()}}))
	if code != http.StatusNotFound {
		t.Errorf("a script without a session: %d %s", code, d.Find("main").Text())
	}
	p.act(ha, paper, by(thidua.SubmitForSign), nil)
	p.act(ha, paper, by(thidua.RecordIssued), url.Values{"issued": {"17/01/2025"}})
	if d, _ = p.get(ha, "/van-ban"); !strings.Contains(d.Find("main").Text(), "Kịch bản điều hành, phiên họp số 01/2025") {
		t.Error("the issued script is not in the register")
	}
}

func TestOwnWordsAreAskedForOnceMore(t *testing.T) {
	p := openPassed(t)
	const page, form = "/loi-van/danh-sach-trich-ngang", `form[action="/loi-van/danh-sach-trich-ngang"]`
	send := func(change url.Values) (string, int, url.Values) {
		w := p.fill(ha, page, form, change)
		if w.Code == http.StatusSeeOther {
			return "", w.Code, nil
		}
		d, code := p.read(w)
		return d.Find("main").Text(), code, fieldsOf(d, form)
	}
	text, code, kept := send(url.Values{"phan-close": {"Hết danh sách."}, "viec": {"luu"}})
	if code != http.StatusUnprocessableEntity || !strings.Contains(text, "Số liệu không được bỏ") || kept.Get("phan-close") != "Hết danh sách." {
		t.Errorf("%d %v: %s", code, kept, text)
	}
	own := url.Values{"phan-with": {"(Kèm theo hồ sơ)"}, "viec": {"luu"}}
	text, code, kept = send(own)
	if code != http.StatusUnprocessableEntity || !strings.Contains(text, "Vẫn lưu lời văn") || kept.Get("phan-with") != own.Get("phan-with") || !strings.Contains(text, "Xem thử với lời văn đang nhập") {
		t.Errorf("%d %v: %s", code, kept, text)
	}
	text, code, _ = send(url.Values{"phan-close": {"Tổng cộng {số tập thể, cá nhân}./."}, "viec": {"xem-thu"}})
	if code != http.StatusOK || !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), "Tổng cộng 02 tập thể và 02 cá nhân./.") {
		t.Errorf("the preview: %d %s", code, text)
	}
	own.Set("van-luu", "1")
	if _, code, _ = send(own); code != http.StatusSeeOther {
		t.Errorf("words that somebody is sure of: %d", code)
	}
	d, _ := p.get(ha, page)
	if d.Find("textarea[name=phan-with]").Text() != "(Kèm theo hồ sơ)" || d.Find("textarea[name=phan-close]").Text() != "" {
		t.Error("the page does not show what is kept")
	}
	for who, want := range map[string]int{"Lý Văn Dũng": http.StatusForbidden, khoi: http.StatusForbidden} {
		for _, path := range []string{page, p.forms()} {
			if _, code := p.get(who, path); code != want {
				t.Errorf("%s at %s: %d", who, path, code)
			}
		}
	}
}

// TestPapersOfRecordsAreWordedOnTheirPages opens every paper of records under "Lời văn của mẫu": words without a figure are refused, words
// with it stand in the preview.
func TestPapersOfRecordsAreWordedOnTheirPages(t *testing.T) {
	p := openPassed(t)
	for name, c := range map[string]struct{ part, refused, typed, shown string }{
		"to-trinh":                  {"proposal", "Kính đề nghị:", "Theo Biên bản {ngày}, đề nghị tặng {hình thức khen} cho {số tập thể, cá nhân} {thành tích}:", "đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho 01 tập thể và 02 cá nhân"},
		"bien-ban-hop":              {"proposed", "Hội đồng đề nghị:", "Hội đồng nhất trí đề nghị {số tập thể, cá nhân}:", "Hội đồng nhất trí đề nghị 02 tập thể và 02 cá nhân:"},
		"bao-cao-chuyen-de-tap-the": {"close", "Hết./.", "Hết báo cáo của {tên tập thể}./.", "Hết báo cáo của Phòng Nghiệp vụ 2./."},
		"bao-cao-chuyen-de-ca-nhan": {"close", "Hết./.", "Hết báo cáo của {tên cá nhân}./.", "Hết báo cáo của bà Phạm Mai Anh./."},
		"phieu-trinh":               {"recorded", "Ghi thay.", "Người ghi thay: {người ghi thay}.", "Người ghi thay: Nguyễn Thị Thu Hà, Văn phòng."},
		"danh-sach-tong-hop":        {"close", "Hết./.", "Tổng cộng {số tập thể, cá nhân}./.", "Tổng cộng 01 cá nhân./."},
		"danh-sach-dang-ky":         {"close", "Hết./.", "Đơn vị có {số tập thể, cá nhân}./.", "Đơn vị có 01 cá nhân./."},
		"phieu-dang-ky":             {"annual", "Danh hiệu:", "Danh hiệu của năm {năm}:", "Danh hiệu của năm 2025:"},
	} {
		page := "/loi-van/" + name
		form := `form[action="` + page + `"]`
		d, code := p.read(p.fill(ha, page, form, url.Values{"phan-" + c.part: {c.refused}, "viec": {"luu"}}))
		if text := d.Find("main").Text(); code != http.StatusUnprocessableEntity || !strings.Contains(text, "Số liệu không được bỏ") {
			t.Errorf("%s without its figure: %d %s", name, code, text)
		}
		d, code = p.read(p.fill(ha, page, form, url.Values{"phan-" + c.part: {c.typed}, "viec": {"xem-thu"}}))
		if text := strings.ReplaceAll(d.Find("main .a4").Text(), "\u00a0", " "); code != http.StatusOK || !strings.Contains(text, c.shown) {
			t.Errorf("%s does not say %q: %d %s", name, c.shown, code, text)
		}
		if w := p.fill(ha, page, form, url.Values{"phan-" + c.part: {c.typed}, "van-luu": {"1"}, "viec": {"luu"}}); w.Code != http.StatusSeeOther {
			t.Errorf("%s is not kept: %d", name, w.Code)
		}
	}
}
