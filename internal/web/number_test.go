package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/launch"
	papers "thidua/internal/app/outside"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web/handle"
)

// TestEveryDoorForFilesSaysWhatItTakes holds the table of what is taken to the routes: one without a row takes nothing, one without a route is old.
func TestEveryDoorForFilesSaysWhatItTakes(t *testing.T) {
	h := openHall(t)
	known, taken := map[string]handle.Route{}, map[string]bool{}
	for _, g := range h.server.Routes() {
		for _, r := range g.Routes {
			known[r.Pattern] = r
		}
	}
	for _, take := range handle.Takes {
		taken[take.Pattern] = true
		if r := known[take.Pattern]; r.Do == nil || r.MaxBody() < take.Size || len(take.Kinds) == 0 {
			t.Errorf("%s: takes files of %d bytes in a body of %d", take.Pattern, take.Size, r.MaxBody())
		}
	}
	for pattern, r := range known {
		if takesFile(r) && !taken[pattern] && !slices.Contains(wordy, pattern) {
			t.Errorf("%s: no row says what it takes", pattern)
		}
	}
}

// sendTwo sends two sound files in every field of a form that takes one.
func (h *hall) sendTwo(d door) *httptest.ResponseRecorder {
	h.t.Helper()
	var body, pdf bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-14", true, doc.Text("Bản mẫu")).PDF(&pdf); err != nil {
		h.t.Fatal(err)
	}
	form := multipart.NewWriter(&body)
	err := form.WriteField("version", "77")
	for _, field := range slices.Concat(fileFields, fileFields) {
		if err == nil {
			var part interface{ Write([]byte) (int, error) }
			if part, err = form.CreateFormFile(field, "ban-ky.pdf"); err == nil {
				_, err = part.Write(pdf.Bytes())
			}
		}
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		h.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+d.path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return h.do(d.who, r)
}

func TestTwoFilesInOneFieldAreRefusedAtEveryDoor(t *testing.T) {
	h := openDoors(t)
	doors, before, raw := h.doors(t), h.files(), testkit.Raw(t, h.config)
	facts := testkit.Fingerprint(t, raw)
	for _, d := range doors {
		page, code := h.read(h.sendTwo(d))
		if text := page.Find("main").Text(); code != http.StatusUnprocessableEntity || !strings.Contains(text, "Mỗi ô chỉ nhận một tệp") {
			t.Errorf("%s: %d, %.200s", d.pattern, code, page.Find(".errs").Text())
		}
	}
	if after := h.files(); after != before {
		t.Errorf("refused files stay on disk:\n%s", after)
	}
	for table, hash := range testkit.Fingerprint(t, raw) {
		if facts[table] != hash {
			t.Errorf("table %s changed", table)
		}
	}
}

// holder is an object that may hold many files: how a row of it is written, and how the next one comes by the use case.
type holder struct {
	name, field string
	row         func(tx *store.Tx, n int) error
	next        func(ref thidua.FileRef) error
}

// TestNoObjectHoldsMoreFilesThanItMay fills every kind of object that may hold many files and brings one more.
func TestNoObjectHoldsMoreFilesThanItMay(t *testing.T) {
	p, _ := openDossierHall(t)
	plan := p.otherPlan(t)
	for _, o := range p.holders(t, plan) {
		for n := range thidua.MaxFiles {
			if err := p.DB.Write(t.Context(), &store.Act{Tenant: p.Tenant, Actor: "a", Verb: "test"}, func(tx *store.Tx) error { return o.row(tx, n) }); err != nil {
				t.Fatalf("%s: %v", o.name, err)
			}
			if n == thidua.MaxFiles-2 { // the last that fits comes by the use case
				break
			}
		}
		if err := o.next(p.aFile(t, o.name, 1)); err != nil {
			t.Errorf("%s: the last that fits: %v", o.name, err)
		}
		err := o.next(p.aFile(t, o.name, 2))
		form, ok := (&handle.Ctx{}).Refused(err)
		if !ok || len(form.Faults()) != 1 || form.Faults()[0].Field != o.field || !strings.Contains(form.Faults()[0].Text, "đã có đủ 100 tệp") {
			t.Errorf("%s: one more: %v", o.name, err)
		}
	}
}

func (p *passed) otherPlan(t *testing.T) string {
	t.Helper()
	plan, err := p.core.UploadPlan(t.Context(), p.Actor(ha), "ke-hoach.txt", bytes.NewReader(otherPlan(t)))
	if err != nil {
		t.Fatal(err)
	}
	return plan.ID
}

// aFile keeps a Word file, another one for each number.
func (p *passed) aFile(t *testing.T, name string, n int) thidua.FileRef {
	t.Helper()
	var word bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text(name+strconv.Itoa(n))).DOCX(&word); err != nil {
		t.Fatal(err)
	}
	ref, err := p.core.KeepFile(t.Context(), p.Actor(ha), "tep", "ban.docx", &word)
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

func (p *passed) holders(t *testing.T, plan string) []holder {
	t.Helper()
	who, head, of := p.Actor(ha), p.Actor("Lý Văn Dũng"), p.nth(t, p.Tenant, 0)
	open, unit, criterion := p.Rounds[2025].ID, p.Units["NV2"].ID, p.Definition.Criteria[0].ID
	some := func(n int) thidua.FileRef {
		return thidua.FileRef{Hash: "co-san-" + strconv.Itoa(n), Name: "a.docx", Type: handle.TypeDOCX, Size: 1}
	}
	paper := strings.TrimPrefix(strings.SplitN(p.papers()[0], "?", 2)[0], "/van-ban/")
	desk := papers.Desk{App: p.core}
	evidence := func(tx *store.Tx, e thidua.Evidence, n int) error {
		e.ID, e.Round, e.Unit, e.Criterion, e.File, e.State = store.NewID(), open, unit, criterion, some(n), thidua.EvidenceNew
		e.AddedAt = tx.Now
		return tx.InsertEvidence(e)
	}
	mended := thidua.Evidence{DocNumber: "1/BC", IssuedOn: "2025-01-10", Abstract: "Báo cáo"}
	return []holder{
		{"criterion", "tep", func(tx *store.Tx, n int) error { return evidence(tx, thidua.Evidence{}, n) }, func(ref thidua.FileRef) error {
			e, err := p.core.AddEvidence(t.Context(), head, thidua.Evidence{Round: open, Unit: unit, Criterion: criterion, DocNumber: "1/BC", IssuedOn: "2025-01-10", Abstract: "Báo cáo", File: ref})
			if err == nil {
				mended.ID = e.ID
			}
			return err
		}},
		{"movement", "file", func(tx *store.Tx, n int) error {
			return tx.InsertMovementDocument(thidua.MovementDocument{ID: store.NewID(), Movement: of("movement"), Kind: "Công văn", Number: "1", Date: "2025-01-10", Issuer: "Cơ quan", File: some(n)})
		}, func(ref thidua.FileRef) error {
			return p.core.AddMovementDocument(t.Context(), who, thidua.MovementDocument{Movement: of("movement"), Kind: "Công văn", Number: "2/CV", Date: "2025-01-10", Issuer: "Cơ quan", File: ref})
		}},
		{"plan", "file", func(tx *store.Tx, n int) error {
			return tx.InsertMovementDocument(thidua.MovementDocument{ID: store.NewID(), Plan: plan, Kind: "Công văn", Number: "1", Date: "2025-01-10", Issuer: "Cơ quan", File: some(n)})
		}, func(ref thidua.FileRef) error {
			return p.core.AddMovementDocument(t.Context(), who, thidua.MovementDocument{Plan: plan, Kind: "Công văn", Number: "2/CV", Date: "2025-01-10", Issuer: "Cơ quan", File: ref})
		}},
		{"unit and year", "file", func(tx *store.Tx, n int) error {
			return tx.InsertUnitPlan(thidua.UnitPlan{ID: store.NewID(), Round: open, Unit: unit, Number: "1", Date: "2025-01-10", Summary: "Kế hoạch", File: some(n)})
		}, func(ref thidua.FileRef) error {
			return launch.Over(p.core).AddUnitPlan(t.Context(), who, thidua.UnitPlan{Round: open, Unit: unit, Number: "2/KH", Date: "2025-01-10", Summary: "Kế hoạch", File: ref})
		}},
		{"paper", "edited", func(tx *store.Tx, n int) error {
			return tx.InsertPaperFile(thidua.PaperFile{ID: store.NewID(), Paper: paper, Kind: thidua.FileEdited, State: thidua.EditWaiting, File: some(n), Sum: "x", At: tx.Now})
		}, func(ref thidua.FileRef) error {
			v, err := p.core.Paper(t.Context(), who, paper)
			if err == nil {
				_, err = desk.Receive(t.Context(), who, paper, v.Version, ref)
			}
			return err
		}},
		{"versions", "tep", func(tx *store.Tx, n int) error {
			return tx.InsertFileVersion(store.FileVersion{Object: "evidence:" + mended.ID, File: some(n), ReplacedBy: "Nguyễn Văn An"})
		}, func(ref thidua.FileRef) error {
			e, err := p.core.Evidence(t.Context(), who, mended.ID)
			if err == nil {
				err = p.core.MoveEvidence(t.Context(), who, thidua.AskMore, thidua.Evidence{ID: e.ID, Version: e.Version}, "thiếu dấu")
			}
			if err == nil {
				mended.Version, mended.File = e.Version+1, ref
				err = p.core.MoveEvidence(t.Context(), head, thidua.MendEvidence, mended, "")
			}
			return err
		}},
	}
}
