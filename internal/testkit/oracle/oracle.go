// Package oracle compares papers with what LibreOffice, an independent implementation, makes of them.
package oracle

import (
	"bytes"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Paper is what is written in both formats.
type Paper interface {
	DOCX(out io.Writer) error
	PDF(out io.Writer) error
}

// Need finds a program, or fails the test with the Debian package that has it.
func Need(t testing.TB, program, debian string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("the document checks need %s: install the Debian package %s (apt-get install %s)", program, debian, debian)
	}
	return path
}

// Write puts a paper into a folder: its DOCX, and its PDF as name-own.pdf.
func Write(t testing.TB, dir, name string, p Paper) (docx, pdf string) {
	t.Helper()
	docx, pdf = filepath.Join(dir, name+".docx"), filepath.Join(dir, name+"-own.pdf")
	for path, render := range map[string]func(io.Writer) error{docx: p.DOCX, pdf: p.PDF} {
		var b bytes.Buffer
		if err := render(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return docx, pdf
}

// Drawn is a paper that has texts in a drawing: they are no lines, and stand elsewhere in a drawing of LibreOffice.
type Drawn interface{ DrawnTexts() []string }

// Compare renders every DOCX with LibreOffice, in one call, and compares the text lines and the page breaks with our own PDF. Mark is the line that
// stands on every page besides its text. The figures of every paper are logged.
func Compare(t testing.TB, papers map[string]Paper, mark string) {
	t.Helper()
	dir := t.TempDir()
	own, files := map[string]string{}, []string{}
	for name, p := range papers {
		docx, pdf := Write(t, dir, name, p)
		files, own[name] = append(files, docx), pdf
	}
	Office(t, dir, files...)
	for _, name := range slices.Sorted(maps.Keys(papers)) {
		c := comparison{name: name, ours: Lines(t, own[name]), theirs: Lines(t, filepath.Join(dir, name+".pdf")), mark: mark}
		if d, ok := papers[name].(Drawn); ok {
			c.ours, c.theirs = without(c.ours, d.DrawnTexts()), without(c.theirs, d.DrawnTexts())
		}
		c.agree(t)
	}
}

// Office converts files to PDF with one call of LibreOffice.
func Office(t testing.TB, dir string, files ...string) {
	t.Helper()
	office := Need(t, "soffice", "libreoffice-writer-nogui")
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}, files...)
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
}

// without takes out the lines that consist of words of a drawing alone.
func without(pages [][]string, drawn []string) [][]string {
	words := map[string]bool{}
	for _, s := range drawn {
		for w := range strings.FieldsSeq(s) {
			words[w] = true
		}
	}
	out := make([][]string, len(pages))
	for i, page := range pages {
		for _, l := range page {
			if slices.ContainsFunc(strings.Fields(l), func(w string) bool { return !words[w] }) {
				out[i] = append(out[i], l)
			}
		}
	}
	return out
}

// comparison is one paper in two renderings, page by page.
type comparison struct {
	name         string
	ours, theirs [][]string
	mark         string
}

func (c comparison) agree(t testing.TB) {
	t.Helper()
	if len(c.ours) != len(c.theirs) {
		t.Errorf("%s: %d pages, LibreOffice has %d", c.name, len(c.ours), len(c.theirs))
	}
	same, all := 0, 0
	for i := range min(len(c.ours), len(c.theirs)) {
		same += common(c.ours[i], c.theirs[i])
		all += max(len(c.ours[i]), len(c.theirs[i]))
		if a, b := ends(c.ours[i], c.mark), ends(c.theirs[i], c.mark); a != b {
			t.Errorf("%s: page %d is\n%s\nfor LibreOffice\n%s", c.name, i+1, a, b)
		}
	}
	t.Logf("%-28s %2d pages, %3d of %3d lines agree (%.1f %%)", c.name, len(c.ours), same, all, 100*float64(same)/float64(max(all, 1)))
	if same*100 < all*95 {
		t.Errorf("%s: %d of %d lines agree; Debian's fonts-liberation2 must be installed", c.name, same, all)
	}
}

// Lines gives the lines of every page of a PDF, spaces folded.
func Lines(t testing.TB, path string) [][]string {
	t.Helper()
	out, err := exec.Command(Need(t, "pdftotext", "poppler-utils"), "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages [][]string
	for page := range strings.SplitSeq(strings.TrimSuffix(string(out), "\f"), "\f") {
		var lines []string
		for l := range strings.Lines(page) {
			if l = strings.Join(strings.Fields(l), " "); l != "" {
				lines = append(lines, l)
			}
		}
		pages = append(pages, lines)
	}
	return pages
}

// ends is the first and last line of a page that belong to its text.
func ends(lines []string, mark string) string {
	var body []string
	for _, l := range lines {
		if l != mark && len(l) > 3 {
			body = append(body, l)
		}
	}
	if len(body) == 0 {
		return ""
	}
	return body[0] + "\n" + body[len(body)-1]
}

// common is the length of the longest common subsequence of lines.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			keep := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = keep
		}
	}
	return row[len(b)]
}
