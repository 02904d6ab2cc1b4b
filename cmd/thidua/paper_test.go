package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/testkit/nd30"
)

// seasonNames are the files that the sample season gives.
var seasonNames = []string{"danh-sach-dang-ky", "danh-sach-ky-cua-don-vi", "phieu-dang-ky", "phieu-trinh", "phieu-cham-diem", "bang-xep-hang", "ket-qua-nam",
	"bien-ban-hop", "to-trinh", "bao-cao-thanh-tich-tap-the", "bao-cao-thanh-tich-ca-nhan", "phieu-trinh-van-ban"}

// pdfAlone are the sets of papers and what is printed on stock.
var pdfAlone = []string{"tap-trinh-ky-ho-so.pdf", "tap-trinh-ky-dang-ky.pdf", "loi-bang-khen.pdf", "to-thu-bang-khen.pdf"}

// TestSamplePapers writes the papers twice, into a new folder and over files that are there, and opens them again.
func TestSamplePapers(t *testing.T) {
	first, second := filepath.Join(t.TempDir(), "new", "folder"), t.TempDir()
	if err := os.WriteFile(filepath.Join(second, "giay-moi.pdf"), []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{first, second} {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{"paper", "samples", "--out", dir}, nil, &out, &errs); code != exitDone {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		if !strings.Contains(errs.String(), "/36 muc-luc-ho-so-luu") || strings.Count(out.String(), "\n") != 1 {
			t.Errorf("said %q and %q", out.String(), errs.String())
		}
	}
	want := slices.Clone(seasonNames)
	for _, s := range form.Samples {
		want = append(want, s.Name)
	}
	entries, err := os.ReadDir(first)
	if err != nil || len(entries) != 2*len(want)+2+len(pdfAlone) {
		t.Fatalf("%d files, not %d of each kind, a check sheet and %d PDF alone: %v", len(entries), len(want), len(pdfAlone), err)
	}
	for _, name := range append([]string{"phieu-kiem-tra-ho-so.docx", "phieu-kiem-tra-ho-so.pdf"}, pdfAlone...) {
		one := content(t, first, name)
		if !bytes.Equal(one, content(t, second, name)) || strings.HasSuffix(name, ".pdf") != bytes.HasPrefix(one, []byte("%PDF-")) {
			t.Errorf("%s differs from one run to the next, or is none", name)
		}
	}
	for _, name := range want {
		for _, ending := range []string{".docx", ".pdf"} {
			if !bytes.Equal(content(t, first, name+ending), content(t, second, name+ending)) {
				t.Errorf("%s%s differs from one run to the next", name, ending)
			}
		}
		nd30.Check(t, name, doc.SampleMark, nd30.Open(t, filepath.Join(first, name+".docx"), filepath.Join(first, name+".pdf")))
	}
}

// TestSamplePapersNameNobodyHeldBack looks for the one nominee of the sample whose case stands before no session.
func TestSamplePapersNameNobodyHeldBack(t *testing.T) {
	papers, err := seasonPapers(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range papers {
		d := p.Dump()
		switch p.name {
		case "phieu-bau", "thong-bao-ket-qua", "tom-tat-thanh-tich":
			if !strings.Contains(d, "Mai") || strings.Contains(d, "Nguyễn Hữu Nghĩa") || strings.Contains(d, `Nguyễn\u00a0Hữu\u00a0Nghĩa`) {
				t.Errorf("%s does not name those who stood before the council, and nobody else:\n%s", p.name, d)
			}
		}
	}
}

func content(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
