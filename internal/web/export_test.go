package web_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/store"
)

// signMinutes gives the minutes of the season a signed copy that is a file.
func (p *passed) signMinutes() {
	p.t.Helper()
	var pdf bytes.Buffer
	err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text("Bản mẫu")).PDF(&pdf)
	ref, kept := p.core.KeepFile(context.Background(), p.Actor(ha), "signed", "bien-ban.pdf", &pdf)
	act := &store.Act{Tenant: p.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-bien-ban", Object: "paper:x"}
	err = errors.Join(err, kept, p.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		all, err := tx.Papers(p.round)
		for _, one := range all {
			if one.Kind == thidua.PaperMinutes {
				one.Signed = ref
				err = errors.Join(err, tx.UpdatePaper(one))
			}
		}
		return err
	}))
	if err != nil {
		p.t.Fatal(err)
	}
}

// TestTheDossierIsTakenByAForm downloads it twice from one page, as an official who lost the first file would.
func TestTheDossierIsTakenByAForm(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	p.signMinutes()
	d, _ := p.get(ha, p.file())
	action, _ := d.Find(`form[action$="/tron-bo.zip"]`).Attr("action")
	for range 2 {
		w := p.fill(ha, p.file(), `form[action$="/tron-bo.zip"]`, nil)
		body := w.Body.Bytes()
		z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
		if w.Code != http.StatusOK || err != nil || len(z.File) != 15 {
			t.Fatalf("%d %s: %v", w.Code, w.Header().Get("Content-Type"), err)
		}
		if h := w.Header(); !strings.Contains(h.Get("Content-Disposition"), "attachment") || !strings.Contains(h.Get("Content-Disposition"), "H%E1%BB%93%20s%C6%A1") || h.Get("Cache-Control") != "private, no-store" {
			t.Errorf("headers %v", h)
		}
	}
	if d, _ := p.get("Sùng Thị Mai", "/nhat-ky"); strings.Count(d.Text(), "đã xuất hồ sơ") < 2 {
		t.Errorf("the log does not tell who took it: %s", d.Find("main").Text())
	}
	if w := p.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+action, nil)); w.Code == http.StatusOK {
		t.Error("reading an address takes the dossier out")
	}
	if w := p.fill(ha, p.file(), `form[action$="/tron-bo.zip"]`, nil); w.Code != http.StatusOK {
		t.Error(w.Code)
	}
}

// TestFilesOfADossier opens the set for the leader and the check sheet, and asks for what there is not.
func TestFilesOfADossier(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	p.signMinutes()
	d, _ := p.get(ha, p.file())
	set, _ := d.Find(`a[href$="/tap-trinh-ky.pdf"]`).First().Attr("href")
	at := strings.TrimSuffix(set, "tap-trinh-ky.pdf")
	letter := p.papers()[0]
	p.act(ha, letter, by(thidua.SubmitForSign), nil)
	for path, begins := range map[string]string{set: "%PDF-1.7", at + "phieu-kiem-tra.pdf": "%PDF-1.7", at + "phieu-kiem-tra.docx": "PK", letter + "/tep/tap-trinh-ky.pdf": "%PDF-1.7"} {
		w := p.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), begins) {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if _, code := p.get(ha, at+"khac.pdf"); code != http.StatusNotFound {
		t.Errorf("a file that is none: %d", code)
	}
	for _, path := range []string{set, at + "phieu-kiem-tra.pdf"} {
		if _, code := p.get("Lý Văn Dũng", path); code != http.StatusForbidden {
			t.Errorf("a head of unit at %s: %d", path, code)
		}
	}
}
