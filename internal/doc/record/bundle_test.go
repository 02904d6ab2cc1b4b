package record

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/doc"
)

func sampleBundle() doc.Bundle {
	s := samples()
	return doc.Bundle{Title: "Tập trình ký", Date: "2025-02-05", Parts: []doc.Part{
		{Title: "Phiếu trình", Document: s["phieu-trinh"]}, {Title: "Tờ trình", Document: s["to-trinh-dai"]}, {Title: "Danh sách đăng ký", Document: s["danh-sach"]},
		{Title: "Biên bản họp xét", Document: workingSheets()["to-thay-ban-ky"]},
	}}
}

// TestABundleIsOneFileInOrder asks qpdf and poppler: it is whole, each bookmark leads to the first page of its part, and every part has the
// pages, the turn and the numbers that it has alone.
func TestABundleIsOneFileInOrder(t *testing.T) {
	b := sampleBundle()
	file := filepath.Join(t.TempDir(), "tap.pdf")
	var out, again bytes.Buffer
	if err := b.PDF(&out); err != nil {
		t.Fatal(err)
	}
	if err := b.PDF(&again); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Fatal("the same parts gave other bytes", err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	tell(t, "qpdf", "--check", file)
	var known struct {
		Outlines []struct {
			Title string
			Page  int `json:"destpageposfrom1"`
		}
	}
	if err := json.Unmarshal(tell(t, "qpdf", "--json", "--json-key=outlines", file), &known); err != nil {
		t.Fatal(err)
	}
	text := strings.Split(strings.TrimSuffix(string(tell(t, "pdftotext", "-layout", file, "-")), "\f"), "\f")
	page := 1
	for i, p := range b.Parts {
		if i >= len(known.Outlines) || known.Outlines[i].Title != p.Title || known.Outlines[i].Page != page {
			t.Fatalf("bookmark %d of %v is not %q on page %d", i, known.Outlines, p.Title, page)
		}
		for k := range p.Pages() {
			alone := onPage(t, p.Document, k+1)
			if text[page-1+k] != alone {
				t.Errorf("page %d of %s reads otherwise in the bundle:\n%s\nalone:\n%s", k+1, p.Title, text[page-1+k], alone)
			}
		}
		page += p.Pages()
	}
	if len(text) != page-1 {
		t.Errorf("%d pages, want %d", len(text), page-1)
	}
	sizes := string(tell(t, "pdfinfo", "-f", "1", "-l", "99", file))
	if !strings.Contains(sizes, "841.9 x 595.3 pts") || !strings.Contains(sizes, "595.3 x 841.9 pts") {
		t.Error("the list is not turned:", sizes)
	}
	if got := tell(t, "pdfinfo", file); !bytes.Contains(got, []byte("Tagged:          yes")) || !strings.Contains(out.String(), "<pdfaid:part>2</pdfaid:part>") {
		t.Errorf("not tagged PDF/A-2: %s", got)
	}
	parts := strings.Count(string(tell(t, "pdfinfo", "-struct", file)), "Part\n")
	if parts != len(b.Parts) {
		t.Errorf("%d papers in the structure, want %d", parts, len(b.Parts))
	}
}

func onPage(t *testing.T, d doc.Document, page int) string {
	t.Helper()
	var out bytes.Buffer
	if err := d.PDF(&out); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "p.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(tell(t, "pdftotext", "-layout", file, "-")), "\f")
	return pages[page-1]
}

func tell(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return out
}

func TestABundleOfNothingIsAFile(t *testing.T) {
	var out bytes.Buffer
	if err := (doc.Bundle{Title: "Trống"}).PDF(&out); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-1.7")) {
		t.Error(err)
	}
}

func TestPagesAreThoseOfTheFile(t *testing.T) {
	for name, d := range samples() {
		var out bytes.Buffer
		if err := d.PDF(&out); err != nil {
			t.Fatal(err)
		}
		if got, want := d.Pages(), bytes.Count(out.Bytes(), []byte("/Type/Page/")); got != want {
			t.Errorf("%s has %d pages, counted %d", name, want, got)
		}
	}
	if !slices.ContainsFunc([]string{"to-trinh-dai", "danh-sach"}, func(n string) bool { return samples()[n].Pages() > 1 }) {
		t.Error("no sample has two pages")
	}
}
