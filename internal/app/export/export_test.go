package export_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/export"
	"thidua/internal/doc"
	"thidua/internal/file"
	"thidua/internal/pack"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

const ha = "Nguyễn Thị Thu Hà"

var bg = context.Background()

// desk is a dossier of which the minutes are signed, on 17/01/2025.
type desk struct {
	*testkit.Season
	*app.App
	t       *testing.T
	dossier thidua.Dossier
	round   string
}

func openDesk(t *testing.T) *desk {
	clock := testkit.NewClock("2025-01-17")
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
	d := &desk{s, app.New(s.DB, app.WithFiles(files)), t, thidua.Dossier{}, s.Rounds[2024].ID}
	s.PassCouncil(t)
	if d.dossier, err = d.MakeDossier(bg, d.Season.Actor(ha), d.round); err != nil {
		t.Fatal(err)
	}
	if _, err := export.Dossier(bg, d.App, d.Season.Actor(ha), d.dossier.ID); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("the signed minutes of the season are no file, and it gave %v", err)
	}
	signed := d.signed()
	act := &store.Act{Tenant: s.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-bien-ban", Object: "paper:x"}
	err = s.DB.Write(bg, act, func(tx *store.Tx) error {
		p := *d.component(thidua.PaperMinutes).Paper
		p.Signed = signed
		return tx.UpdatePaper(p)
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func signedBytes(t *testing.T) []byte {
	t.Helper()
	var pdf bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text("Bản mẫu")).PDF(&pdf); err != nil {
		t.Fatal(err)
	}
	return pdf.Bytes()
}

func (d *desk) signed() thidua.FileRef {
	d.t.Helper()
	ref, err := d.KeepFile(bg, d.Season.Actor(ha), "signed", "ban-ky.PDF", bytes.NewReader(signedBytes(d.t)))
	if err != nil {
		d.t.Fatal(err)
	}
	return ref
}

func (d *desk) view() app.DossierView {
	d.t.Helper()
	v, err := d.DossierOf(bg, d.Season.Actor(ha), d.round)
	if err != nil {
		d.t.Fatal(err)
	}
	return v
}

func (d *desk) component(kind thidua.PaperKind) thidua.Component {
	d.t.Helper()
	all := d.view().Components
	return all[slices.IndexFunc(all, func(c thidua.Component) bool { return c.Kind == kind })]
}

// issue takes the Tờ trình to the leader and records it as issued.
func (d *desk) issue(p thidua.Paper) {
	d.t.Helper()
	by := d.Season.Actor(ha)
	p, err := d.MovePaper(bg, by, p.ID, thidua.SubmitForSign, app.PaperMove{Version: p.Version})
	if err == nil {
		_, err = d.MovePaper(bg, by, p.ID, thidua.RecordIssued, app.PaperMove{Version: p.Version, Number: "12/TTr-TT (mẫu)", On: "2025-01-17", Signed: d.signed()})
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) exports() (out []store.EventRow) {
	d.t.Helper()
	err := d.DB.Read(bg, d.Tenant, func(tx *store.Tx) (err error) {
		out, err = tx.Events(store.EventFilter{Verb: string(thidua.ExportDossier)})
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

func (d *desk) zip(actor thidua.Actor) (export.Packed, []byte) {
	d.t.Helper()
	p, err := export.Dossier(bg, d.App, actor, d.dossier.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	data, err := io.ReadAll(p)
	if err == nil {
		err = p.Close()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := os.Stat(p.File.Name()); !errors.Is(err, os.ErrNotExist) {
		d.t.Error("the file stays behind")
	}
	return p, data
}

func TestTheWholeDossierIsOneZip(t *testing.T) {
	d := openDesk(t)
	d.issue(*d.component(thidua.PaperProposal).Paper)
	p, data := d.zip(d.Season.Actor(ha))
	if _, again := d.zip(d.Season.Actor(ha)); !bytes.Equal(data, again) {
		t.Error("the same dossier on the same day gave other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	want := []string{"01. Tờ trình đề nghị khen thưởng (dự thảo, không phải bản đã ký).docx", "01. Tờ trình đề nghị khen thưởng (bản đã ký).pdf", "02. Biên bản họp xét (dự thảo, không phải bản đã ký).docx",
		"02. Biên bản họp xét (bản đã ký).pdf", "03. Báo cáo thành tích - Phòng Nghiệp vụ 2.docx", "03. Báo cáo thành tích - Phòng Nghiệp vụ 2.pdf"}
	if len(names) != 15 || !slices.Equal(names[:6], want) || !slices.Equal(names[12:], []string{"00. Mục lục hồ sơ.pdf", "00. Mục lục hồ sơ.txt", pack.Sums}) {
		t.Errorf("names %q", names)
	}
	if p.Name != "Hồ sơ đề nghị khen thưởng năm 2024.zip" {
		t.Errorf("it is called %q", p.Name)
	}
	d.opened(data, names)
	sum := sha256.Sum256(data)
	log := d.exports()
	if len(log) != 2 || log[0].Object != "dossier:"+d.dossier.ID || log[0].Detail.ActorName != ha || !strings.Contains(log[0].Detail.After, hex.EncodeToString(sum[:])) || p.Hash != hex.EncodeToString(sum[:]) {
		t.Errorf("the log tells %+v", log)
	}
}

// opened unpacks it as an official would, checks the sums and looks into the contents sheet and a signed copy.
func (d *desk) opened(data []byte, names []string) {
	t, dir := d.t, d.t.TempDir()
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "a.zip"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"unzip", "-q", "a.zip"}, {"sha256sum", "-c", "--strict", pack.Sums}} {
		c := exec.Command(args[0], args[1:]...)
		c.Dir, c.Env = dir, append(os.Environ(), "LC_ALL=C.UTF-8")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	kept, err := os.ReadFile(filepath.Join(dir, "01. Tờ trình đề nghị khen thưởng (bản đã ký).pdf"))
	if err != nil || !bytes.Equal(kept, signedBytes(t)) {
		t.Error("the signed copy is not what was uploaded", err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "00. Mục lục hồ sơ.txt"))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "00. Mục lục hồ sơ.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names[:len(names)-3] {
		body, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(body)
		hash := hex.EncodeToString(sum[:])
		if !bytes.Contains(text, []byte(". "+name+"\r\n")) || !bytes.Contains(text, []byte("SHA-256: "+hash+"\r\n")) || !bytes.Contains(sheet, []byte(hash[:16])) {
			t.Errorf("the contents do not list %s with %s", name, hash)
		}
	}
	if !bytes.Contains(text, []byte("số 12/TTr-TT (mẫu), ngày 17/01/2025, Đã ban hành")) {
		t.Errorf("number and day are missing:\n%s", text)
	}
}

func TestADossierLeavesForItsReadersAlone(t *testing.T) {
	d := openDesk(t)
	clerk := d.Season.Actor("Lý Văn Dũng")
	if _, err := export.Dossier(bg, d.App, clerk, d.dossier.ID); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a head of unit takes the ZIP: %v", err)
	}
	if _, err := export.Whole(bg, d.App, clerk, d.dossier.ID); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a head of unit takes the bundle: %v", err)
	}
	if _, err := export.CheckSheet(bg, d.App, clerk, d.dossier.ID); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a head of unit takes the check sheet: %v", err)
	}
	stranger := d.Season.Actor(ha)
	stranger.Tenant = "another"
	if _, err := export.Dossier(bg, d.App, stranger, d.dossier.ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency takes the ZIP: %v", err)
	}
	if len(d.exports()) != 0 {
		t.Error("a refusal is told as an export")
	}
	ctx, cancel := context.WithCancel(bg)
	cancel()
	if _, err := export.Dossier(ctx, d.App, d.Season.Actor(ha), d.dossier.ID); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, it gave %v", err)
	}
}

func titles(b doc.Bundle) (out []string) {
	for _, p := range b.Parts {
		out = append(out, p.Title)
	}
	return out
}

// TestTheBundleIsInTheOrderOfTheLeader looks at it as a draft, on its way and issued.
func TestTheBundleIsInTheOrderOfTheLeader(t *testing.T) {
	d := openDesk(t)
	by, letter := d.Season.Actor(ha), *d.component(thidua.PaperProposal).Paper
	whole := func() doc.Bundle {
		b, err := export.Whole(bg, d.App, by, d.dossier.ID)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	want := []string{"Tờ trình đề nghị khen thưởng", "Biên bản họp xét của Hội đồng Thi đua - Khen thưởng"}
	for _, c := range d.view().Components[2:] {
		want = append(want, vi.PartName(c))
	}
	if got := titles(whole()); !slices.Equal(got, want) {
		t.Errorf("a draft: %q", got)
	}
	d.issue(letter)
	got := whole()
	if !slices.Equal(titles(got), append([]string{"Phiếu trình"}, want...)) {
		t.Errorf("issued: %q", titles(got))
	}
	hash := sha256.Sum256(signedBytes(t))
	for _, i := range []int{1, 2} {
		if dump := got.Parts[i].Dump(); !strings.Contains(dump, "Đã có bản ký:") || !strings.Contains(dump, hex.EncodeToString(hash[:])) || strings.Contains(dump, "letterhead") {
			t.Errorf("a signed part is made anew or not named:\n%s", dump)
		}
	}
	if dump := got.Parts[3].Dump(); !strings.Contains(dump, "letterhead") {
		t.Errorf("a draft is not in the set:\n%s", dump)
	}
	paper, err := export.Paper(bg, d.App, by, letter.ID)
	if err != nil || !slices.Equal(titles(paper), titles(got)) {
		t.Errorf("asked from the Tờ trình: %q %v", titles(paper), err)
	}
	report := *d.component(thidua.PaperReport).Paper
	own, err := export.Paper(bg, d.App, d.Season.Actor("Lý Văn Dũng"), report.ID)
	if err != nil || !slices.Equal(titles(own), []string{vi.PaperTitle(thidua.PaperReport, "Phòng Nghiệp vụ 2")}) {
		t.Errorf("a report for its author: %q %v", titles(own), err)
	}
	if _, err := export.Paper(bg, d.App, d.Season.Actor("Lý Văn Dũng"), letter.ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("the Tờ trình for a head of unit: %v", err)
	}
}

// TestTheCheckSheetSaysWhatThePageSays compares it with the checks of the dossier.
func TestTheCheckSheetSaysWhatThePageSays(t *testing.T) {
	d := openDesk(t)
	d.issue(*d.component(thidua.PaperProposal).Paper)
	v := d.view()
	sheet, err := export.CheckSheet(bg, d.App, d.Season.Actor(ha), d.dossier.ID)
	if err != nil {
		t.Fatal(err)
	}
	dump := strings.ReplaceAll(sheet.Dump(), `\u00a0`, " ")
	for _, c := range v.Components {
		mark := "□"
		if c.Done() {
			mark = "√"
		}
		if row := `["` + mark + `" "` + vi.PartName(c) + `" "` + vi.PartNote(c, ""); !strings.Contains(dump, row) {
			t.Errorf("%s is missing:\n%s", row, dump)
		}
	}
	for _, c := range v.Checks() {
		if name, found := vi.Check(c); !strings.Contains(dump, `"`+name+`" "`+found) {
			t.Errorf("%s %s is missing", name, found)
		}
	}
	if !strings.Contains(dump, strings.TrimSuffix(vi.Missing(v.File), ".")) || sheet.Pages() != 1 {
		t.Errorf("what is missing is not told, or there are %d pages", sheet.Pages())
	}
}
