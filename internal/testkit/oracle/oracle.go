// Package oracle compares papers with what LibreOffice, an independent implementation, makes of them.
package oracle

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
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

// Compare renders every DOCX with LibreOffice and compares the text lines and the page breaks with our own PDF. Mark is the line that stands
// on every page besides its text.
func Compare(t testing.TB, papers map[string]Paper, mark string) {
	t.Helper()
	office := Need(t, "soffice", "libreoffice-writer-nogui")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	own := map[string]string{}
	for name, p := range papers {
		docx, pdf := Write(t, dir, name, p)
		args, own[name] = append(args, docx), pdf
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for name := range papers {
		agree(t, name, Lines(t, own[name]), Lines(t, filepath.Join(dir, name+".pdf")), mark)
	}
}

func agree(t testing.TB, name string, ours, theirs [][]string, mark string) {
	t.Helper()
	if len(ours) != len(theirs) {
		t.Errorf("%s: %d pages, LibreOffice has %d", name, len(ours), len(theirs))
	}
	same, all := 0, 0
	for i := range min(len(ours), len(theirs)) {
		same += common(ours[i], theirs[i])
		all += max(len(ours[i]), len(theirs[i]))
		if a, b := ends(ours[i], mark), ends(theirs[i], mark); a != b {
			t.Errorf("%s: page %d is\n%s\nfor LibreOffice\n%s", name, i+1, a, b)
		}
	}
	if same*100 < all*95 {
		t.Errorf("%s: %d of %d lines agree; Debian's fonts-liberation2 must be installed", name, same, all)
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
