package web_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/anchor"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

// openAnchored is a dossier whose papers are issued and logged, on a server that has the key of the log.
func openAnchored(t *testing.T) (p *passed, keep func()) {
	t.Helper()
	p = openPassed(t)
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	p.server, err = web.New(web.Config{App: byName{p.core, p.Season}, Core: p.core, Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Now: p.DB.Clock,
		Anchors: anchor.Over(p.core).WithKey(key, "https://thidua.example.vn")})
	if err != nil {
		t.Fatal(err)
	}
	keep = func() {
		t.Helper()
		if _, err := audit.Sequence(t.Context(), p.DB); err != nil {
			t.Fatal(err)
		}
		if _, err := p.DB.Seal(t.Context(), key); err != nil {
			t.Fatal(err)
		}
	}
	p.issueAll()
	keep()
	return p, keep
}

const makeSheet = `form[action$="/phieu-kiem-chung"]`

// made fills the form on a page and gives the address of the sheet.
func (p *passed) made(who, page string) string {
	p.t.Helper()
	w := p.fill(who, page, makeSheet, nil)
	if w.Code != http.StatusSeeOther {
		p.t.Fatalf("making a sheet gives %d: %s", w.Code, w.Body)
	}
	return w.Header().Get("Location")
}

func TestAProofSheetIsMadeWhereThePaperIs(t *testing.T) {
	p, keep := openAnchored(t)
	papers := p.papers()
	sheet := p.made("Lê Thu Trang", papers[len(papers)-1])
	if d, code := p.get(ha, sheet); code != http.StatusOK || !strings.Contains(d.Text(), "đang chờ nhật ký ký chốt") || d.Find("a[href$='/phieu.pdf']").Length() != 0 {
		t.Errorf("before the checkpoint: %d %s", code, d.Find("main").Text())
	}
	if w := p.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+sheet+"/phieu.pdf", nil)); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "Nhật ký đang vào sổ") {
		t.Errorf("the page before the checkpoint: %d", w.Code)
	}
	keep()
	d, _ := p.get(ha, sheet)
	if d.Find("main a[href^='"+sheet+"/']").Length() != 3 || !strings.Contains(d.Text(), "12/TTr-TT (mẫu)") {
		t.Fatalf("%s", d.Find("main").Text())
	}
	for kind, file := range map[string]string{"pdf": "/phieu.pdf", "docx": "/phieu.docx"} {
		w := p.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+sheet+file, nil))
		if why := testkit.NotAFile(kind, w.Code, w.Header().Get("Content-Type"), w.Body.Bytes()); why != "" {
			t.Error(why)
		}
	}
	w := p.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+sheet+"/chung-minh.json", nil))
	if file, err := proof.Decode(w.Body.Bytes()); err != nil || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("%v, %v", file, err)
	}
	if d, _ = p.get("Sùng Thị Mai", "/phieu-kiem-chung"); d.Find("a[href='"+sheet+"']").Length() != 1 {
		t.Error("the inspector does not find the sheet in the list")
	}
	if _, code := p.get("Lê Văn Thanh", sheet); code != http.StatusNotFound {
		t.Errorf("somebody without a right to the paper gets %d", code)
	}
	if w := p.post("Sùng Thị Mai", papers[0]+"/phieu-kiem-chung", url.Values{}); w.Code == http.StatusSeeOther {
		t.Error("the inspector makes a sheet")
	}
	p.act(ha, p.file(), by(thidua.MarkWhole), nil)
	keep()
	whole := p.made(ha, p.file())
	keep()
	if d, _ = p.get(ha, whole); !strings.Contains(d.Text(), "Hồ sơ đề nghị khen thưởng, năm 2024") {
		t.Errorf("%s", d.Find("main").Text())
	}
}

func TestACodeIsLookedUpByAnybodyWhereTheAgencyIsOpen(t *testing.T) {
	p, keep := openAnchored(t)
	sheet := p.made(ha, p.papers()[0])
	keep()
	code := proof.Code(sheet[strings.LastIndex(sheet, "/")+1:])
	look := func(typed string) (string, int) {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/kiem-chung?ma="+url.QueryEscape(typed), nil)
		w := httptest.NewRecorder()
		p.server.Handler().ServeHTTP(w, r)
		d, status := p.read(w)
		return d.Find("main").Text(), status
	}
	if _, status := look(code); status != http.StatusNotFound {
		t.Errorf("where the agency keeps its pages to itself a visitor gets %d", status)
	}
	err := p.DB.Write(t.Context(), &store.Act{Tenant: p.Tenant, Actor: "x", Verb: "mo"}, func(tx *store.Tx) error {
		a, err := tx.Agency()
		if err != nil {
			return err
		}
		a.Public = true
		return tx.UpdateAgency(a)
	})
	if err != nil {
		t.Fatal(err)
	}
	if text, status := look(strings.ToLower(code)); status != http.StatusOK || !strings.Contains(text, "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ.") || strings.Contains(text, "Còn nguyên") ||
		!strings.Contains(text, "Biên bản") && !strings.Contains(text, "Tờ trình") && !strings.Contains(text, "Báo cáo") {
		t.Errorf("%d %s", status, text)
	}
	one, _ := look("0000-0000-0000-0000")
	other, _ := look("0000-0000-0000-0001")
	wrong, _ := look("xyz")
	strip := strings.NewReplacer("0000-0000-0000-0000", "", "0000-0000-0000-0001", "", "xyz", "")
	if !strings.Contains(one, "Không có phiếu nào mang mã này") || strip.Replace(one) != strip.Replace(other) || strip.Replace(one) != strip.Replace(wrong) {
		t.Errorf("unknown codes are answered unlike: %q, %q, %q", one, other, wrong)
	}
	for range 20 {
		look("0000-0000-0000-0000")
	}
	if text, status := look(code); status != http.StatusConflict || !strings.Contains(text, "Hãy thử lại sau") {
		t.Errorf("after many unknown codes: %d %s", status, text)
	}
}

func TestTheLogSaysSinceWhenNothingHoldsIt(t *testing.T) {
	p, _ := openAnchored(t)
	for who, pages := range map[string][]string{"Sùng Thị Mai": {"/nhat-ky", "/neo-nhat-ky"}, "Đỗ Đức Đạt": {"/tinh-trang"}} {
		for _, page := range pages {
			if d, code := p.get(who, page); code != http.StatusOK || !strings.Contains(strings.ToLower(d.Find("main").Text()), "chưa có neo ngoài từ") {
				t.Errorf("%s: %d %s", page, code, d.Find("main").Text())
			}
		}
	}
	w := p.post("Sùng Thị Mai", "/neo-nhat-ky/bang-chung.jsonl", url.Values{"key": {"AAAAABBBBBCCCCCDDDDDEEEEEF"}})
	if r, err := proof.CheckLog(w.Body, nil); err != nil || r.Size == 0 || !r.Sample || w.Code != http.StatusOK {
		t.Errorf("%d, %+v, %v", w.Code, r, err)
	}
	if d, _ := p.get(ha, "/neo-nhat-ky"); d.Find("form[action$='bang-chung.jsonl']").Length() != 0 {
		t.Error("Văn phòng is offered the export")
	}
}
