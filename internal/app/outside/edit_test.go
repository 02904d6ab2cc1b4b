package outside_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/export"
	"thidua/internal/app/outside"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/testkit/oracle"
)

var bg = context.Background()

const (
	ha    = "Nguyễn Thị Thu Hà"
	khoi  = "Trần Mạnh Khôi"
	trang = "Lê Thu Trang"
	mai   = "Phạm Mai Anh"
	word  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)

// room is a season whose dossier is drafted, on 17 January 2025.
type room struct {
	*testkit.Season
	outside.Desk
	clock *testkit.Clock
	t     *testing.T
	round string
}

func open(t *testing.T, parts ...app.Part) *room {
	t.Helper()
	clock := testkit.NewClock("2025-01-17")
	clock.Add(9 * time.Hour)
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := files.Close(); err != nil {
			t.Error(err)
		}
	})
	s.PassCouncil(t)
	r := &room{s, outside.Desk{App: app.New(s.DB, append(parts, app.WithFiles(files))...)}, clock, t, s.Rounds[2024].ID}
	if _, err := r.App.MakeDossier(bg, r.Actor(ha), r.round); err != nil {
		t.Fatal(err)
	}
	minutes := r.paper(thidua.PaperMinutes).Paper
	minutes.Signed = r.keep(ha, "bien-ban.docx", docx(t, r.paper(thidua.PaperProposal).Paper))
	act := &store.Act{Tenant: r.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-bien-ban", Object: "paper:x"}
	if err := r.DB.Write(bg, act, func(tx *store.Tx) error { return tx.UpdatePaper(minutes) }); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *room) dossier() app.DossierView {
	r.t.Helper()
	v, err := r.App.DossierOf(bg, r.Actor(ha), r.round)
	if err != nil {
		r.t.Fatal(err)
	}
	return v
}

func (r *room) paper(kind thidua.PaperKind) app.PaperView {
	r.t.Helper()
	for _, c := range r.dossier().Components {
		if c.Kind == kind && c.Paper != nil {
			v, err := r.App.Paper(bg, r.Actor(ha), c.Paper.ID)
			if err != nil {
				r.t.Fatal(err)
			}
			return v
		}
	}
	r.t.Fatalf("no %s", kind)
	return app.PaperView{}
}

func docx(t *testing.T, p thidua.Paper) []byte {
	t.Helper()
	d, err := app.DocumentOf(p)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.DOCX(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reworked changes the text of a Word file as somebody at a desk would, old and new in turns.
func reworked(t *testing.T, docx []byte, changes ...string) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			for i := 0; i < len(changes); i += 2 {
				if !bytes.Contains(data, []byte(changes[i])) {
					t.Fatalf("the paper does not say %q", changes[i])
				}
				data = bytes.Replace(data, []byte(changes[i]), []byte(changes[i+1]), 1)
			}
		}
		w, err := to.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (r *room) keep(who, name string, data []byte) thidua.FileRef {
	r.t.Helper()
	ref, err := r.App.KeepFile(bg, r.Actor(who), "edited", name, bytes.NewReader(data))
	if err != nil {
		r.t.Fatal(err)
	}
	return ref
}

// back brings an edited file back and gives its comparison.
func (r *room) back(v app.PaperView, data []byte) outside.EditView {
	r.t.Helper()
	f, err := r.Receive(bg, r.Actor(ha), v.Paper.ID, v.Version, r.keep(ha, "to-trinh-sua.docx", data))
	if err != nil {
		r.t.Fatal(err)
	}
	e, err := r.Edit(bg, r.Actor(ha), v.Paper.ID, f.ID)
	if err != nil {
		r.t.Fatal(err)
	}
	return e
}

func wants(t *testing.T, err error, kind thidua.Kind, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind {
		t.Fatalf("%v, want %v %s", err, kind, code)
	}
	if e.Code == code {
		return
	}
	for _, f := range e.Faults {
		if f.Code == code {
			return
		}
	}
	t.Fatalf("%v %v, want %s", err, e.Faults, code)
}

func TestAPaperThatComesBackUnchangedIsTheSame(t *testing.T) {
	r := open(t)
	for _, kind := range []thidua.PaperKind{thidua.PaperProposal, thidua.PaperReport} {
		v := r.paper(kind)
		e := r.back(v, docx(t, v.Paper))
		if !e.Result.Same() || len(e.Result.Figures)+len(e.Result.Words) != 0 {
			t.Errorf("%s: %+v", kind, e.Result)
		}
		if len(e.Edit.Sum) != 64 || e.Edit.State != thidua.EditWaiting || e.Edit.Edition != 1 {
			t.Errorf("kept as %+v", e.Edit)
		}
		saved := r.back(e.PaperView, byLibreOffice(t, docx(t, v.Paper)))
		if !saved.Result.Same() {
			t.Errorf("%s saved by LibreOffice: %+v", kind, saved.Result.Changes)
		}
	}
}

func byLibreOffice(t *testing.T, data []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	from := filepath.Join(dir, "van-ban.docx")
	if err := os.WriteFile(from, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(oracle.Need(t, "soffice", "libreoffice-writer-nogui"), "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "docx", "--outdir", filepath.Join(dir, "out"), from).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "van-ban.docx"))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestWordsAreTakenIntoThePaper(t *testing.T) {
	r := open(t)
	v := r.paper(thidua.PaperProposal)
	e := r.back(v, reworked(t, docx(t, v.Paper), "- Sở Nội vụ", "- Sở Nội vụ tỉnh Lào Cai", "chịu trách nhiệm về tính chính xác", "chịu trách nhiệm hoàn toàn về tính chính xác"))
	if len(e.Result.Changes) != 2 || len(e.Result.Figures) != 0 || len(e.Result.Words) != 1 || !strings.Contains(e.Result.Words["noi-nhan"], "Sở Nội vụ tỉnh Lào Cai\n") {
		t.Fatalf("%+v", e.Result)
	}
	if err := r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version, thidua.TakeWords, ""); err != nil {
		t.Fatal(err)
	}
	now := r.paper(thidua.PaperProposal)
	if now.Edition != 2 || now.Words["noi-nhan"] != e.Result.Words["noi-nhan"] || len(now.Words) != 1 {
		t.Errorf("bản %d says %q", now.Edition, now.Words)
	}
	after, err := r.Edit(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID)
	if err != nil || after.Edit.State != thidua.EditTaken || len(after.Result.Changes) != 1 || len(after.Offers) != 0 {
		t.Errorf("then %+v %+v, %v", after.Edit, after.Result.Changes, err)
	}
	wants(t, r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, now.Version, thidua.UseEdit, "x"), thidua.Conflict, thidua.CodeWrongState)
}

func TestWordsOfAReportAreTakenWithTheirFiguresLocked(t *testing.T) {
	r := open(t)
	v := r.paper(thidua.PaperReport)
	e := r.back(v, reworked(t, docx(t, v.Paper), "chung tay cải cách đạt 96,4%", "chung tay cải cách được cả phòng tham gia, đạt 96,4%"))
	want := "Chỉ tiêu về Tuyên truyền, chung tay cải cách được cả phòng tham gia, đạt [96,4%], [vượt 6,4 điểm phần trăm so với chỉ tiêu đăng ký (90%)]."
	if len(e.Result.Figures) != 0 || e.Result.Words["tc4"] != want || len(e.Result.Words) != 1 {
		t.Fatalf("%+v", e.Result)
	}
	if err := r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version, thidua.TakeWords, ""); err != nil {
		t.Fatal(err)
	}
	now := r.paper(thidua.PaperReport)
	if now.Parts["tc4"] != want || !strings.Contains(now.Words["tc4"], "[96,4%|") {
		t.Errorf("kept %q", now.Words)
	}
}

func TestAFigureOfAReportCannotComeInByWord(t *testing.T) {
	r := open(t)
	v := r.paper(thidua.PaperReport)
	e := r.back(v, reworked(t, docx(t, v.Paper), "chung tay cải cách đạt 96,4%", "chung tay cải cách đạt 99%"))
	if len(e.Result.Figures) == 0 || len(e.Result.Words) != 0 {
		t.Fatalf("%+v", e.Result)
	}
}

func TestAProfileFilledInOnWordIsTaken(t *testing.T) {
	r := open(t)
	v := r.paper(thidua.PaperReport)
	e := r.back(v, reworked(t, docx(t, v.Paper), "- Địa điểm: ……", "- Địa điểm: Phường Lào Cai, tỉnh Lào Cai.", "- Cơ cấu tổ chức: ……", "- Cơ cấu tổ chức: 01 trưởng phòng, 05 thanh tra viên"))
	want := "Địa điểm: Phường Lào Cai, tỉnh Lào Cai\nCơ cấu tổ chức: 01 trưởng phòng, 05 thanh tra viên"
	if len(e.Result.Figures) != 0 || e.Result.Words["so-luoc"] != want {
		t.Fatalf("%+v", e.Result)
	}
	if err := r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version, thidua.TakeWords, ""); err != nil {
		t.Fatal(err)
	}
	after, err := r.Edit(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID)
	if err != nil || after.Words["so-luoc"] != want {
		t.Fatalf("%q, %v", after.Words, err)
	}
	if len(after.Result.Figures) != 0 || after.Edit.State != thidua.EditTaken {
		t.Errorf("after it was taken: %+v %+v", after.Edit, after.Result)
	}
}

func TestTheEditedFileIsIssuedWithAReason(t *testing.T) {
	r := open(t)
	v := r.paper(thidua.PaperProposal)
	data := reworked(t, docx(t, v.Paper), mai, "Phạm Mai Ánh", "ngày 16 tháng 01 năm 2025", "ngày 18 tháng 01 năm 2025")
	e := r.back(v, data)
	if len(e.Result.Figures) != 2 || len(e.Offers) != 3 {
		t.Fatalf("%+v, offers %+v", e.Result, e.Offers)
	}
	wants(t, r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version, thidua.TakeWords, ""), thidua.Invalid, thidua.CodeMissing)
	wants(t, r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version, thidua.UseEdit, ""), thidua.Invalid, thidua.CodeEditFigures)
	wants(t, r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version-1, thidua.UseEdit, "theo quyết định bổ nhiệm mới"), thidua.Conflict, store.CodeStale)
	wants(t, r.Decide(bg, r.Actor(khoi), v.Paper.ID, e.Edit.ID, e.Version, thidua.UseEdit, "x"), thidua.Forbidden, thidua.CodeNotYours)
	if err := r.Decide(bg, r.Actor(ha), v.Paper.ID, e.Edit.ID, e.Version, thidua.UseEdit, "theo quyết định bổ nhiệm mới"); err != nil {
		t.Fatal(err)
	}
	now := r.paper(thidua.PaperProposal)
	used, ok := outside.InUse(now)
	if !ok || now.Edition != 2 || used.Edition != 2 || used.Differs != 2 || used.Reason == "" {
		t.Fatalf("bản %d, %+v", now.Edition, used)
	}
	kept, _, err := r.Content(bg, r.Actor(ha), v.Paper.ID, used.ID)
	if err != nil || !bytes.Equal(kept, data) {
		t.Errorf("the file is not kept byte for byte: %v", err)
	}
	d := r.dossier()
	for _, c := range d.Checks() {
		if c.Kind == thidua.CheckFigures && (c.Grade != thidua.GradeWarn || c.Args[0] != 1) {
			t.Errorf("the check of figures says %+v", c)
		}
	}
	if got := r.inSet("Tờ trình"); len(got) != 1 || !bytes.Equal(got["01. Tờ trình đề nghị khen thưởng.docx"], data) {
		t.Errorf("the set has %d files of the paper", len(got))
	}
	if err := r.Decide(bg, r.Actor(ha), v.Paper.ID, used.ID, now.Version, thidua.KeepOwn, ""); err != nil {
		t.Fatal(err)
	}
	if now = r.paper(thidua.PaperProposal); now.Edition != 3 {
		t.Errorf("bản %d", now.Edition)
	}
	if _, ok := outside.InUse(now); ok || len(r.inSet("Tờ trình")) != 2 {
		t.Error("the program's own edition is not what is issued again")
	}
}

// inSet gives the files of a paper in the ZIP of the dossier.
func (r *room) inSet(title string) map[string][]byte {
	r.t.Helper()
	packed, err := export.Dossier(bg, r.App, r.Actor(ha), r.dossier().Dossier.ID)
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(packed)
	if err = errors.Join(err, packed.Close()); err != nil {
		r.t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		r.t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		if !strings.Contains(f.Name, title) {
			continue
		}
		in, err := f.Open()
		if err != nil {
			r.t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(in); err != nil {
			r.t.Fatal(err)
		}
	}
	return out
}

func TestWhatIsNoWordFileIsRefused(t *testing.T) {
	r := open(t)
	v := r.paper(thidua.PaperProposal)
	var pdf bytes.Buffer
	d, err := app.DocumentOf(v.Paper)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.PDF(&pdf); err != nil {
		t.Fatal(err)
	}
	_, err = r.Receive(bg, r.Actor(ha), v.Paper.ID, v.Version, r.keep(ha, "a.pdf", pdf.Bytes()))
	wants(t, err, thidua.Invalid, thidua.CodeEditKind)
	var empty bytes.Buffer
	z := zip.NewWriter(&empty)
	for name, text := range map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": `<w:document xmlns:w="w"><w:p/></w:document>`} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = r.Receive(bg, r.Actor(ha), v.Paper.ID, v.Version, r.keep(ha, "trong.docx", empty.Bytes()))
	wants(t, err, thidua.Invalid, thidua.CodeEditUnread)
	_, err = r.Receive(bg, r.Actor(trang), v.Paper.ID, v.Version, r.keep(trang, "sua.docx", docx(t, v.Paper)))
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	_, err = r.Receive(bg, r.Actor("Giàng A Páo"), v.Paper.ID, v.Version, r.keep("Giàng A Páo", "sua.docx", docx(t, v.Paper)))
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	if files := r.paper(thidua.PaperProposal).Files; len(files) != 0 {
		t.Errorf("refused files are kept: %+v", files)
	}
}
