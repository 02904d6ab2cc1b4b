package doc

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWordProcessorBreaksLikeOurPDF renders every DOCX with LibreOffice, an independent implementation, and compares the text lines and
// the page breaks with our own PDF.
func TestWordProcessorBreaksLikeOurPDF(t *testing.T) {
	office := need(t, "soffice", "libreoffice-writer-nogui")
	need(t, "pdftotext", "poppler-utils")
	dir := t.TempDir()
	docs := samples()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	own := map[string]string{}
	for name, d := range docs {
		docx, pdf := write(t, dir, name, d)
		args, own[name] = append(args, docx), pdf
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for name := range docs {
		ours, theirs := pdfLines(t, own[name]), pdfLines(t, filepath.Join(dir, name+".pdf"))
		if len(ours) != len(theirs) {
			t.Errorf("%s: %d pages, LibreOffice has %d", name, len(ours), len(theirs))
			continue
		}
		same, all := 0, 0
		for i := range ours {
			same += common(ours[i], theirs[i])
			all += max(len(ours[i]), len(theirs[i]))
			if a, b := ends(ours[i]), ends(theirs[i]); a != b {
				t.Errorf("%s: page %d is\n%s\nfor LibreOffice\n%s", name, i+1, a, b)
			}
		}
		if same*100 < all*95 {
			t.Errorf("%s: %d of %d lines agree; Debian's fonts-liberation2 must be installed", name, same, all)
		}
	}
}

func TestLongProposalHasThreePages(t *testing.T) {
	_, pdf := write(t, t.TempDir(), "x", longProposal().Document())
	if n := len(pdfLines(t, pdf)); n != 3 {
		t.Errorf("%d pages", n)
	}
}

// pdfLines gives the lines of every page, spaces folded.
func pdfLines(t testing.TB, path string) [][]string {
	t.Helper()
	out, err := exec.Command(need(t, "pdftotext", "poppler-utils"), "-layout", path, "-").Output()
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
func ends(lines []string) string {
	var body []string
	for _, l := range lines {
		if l != SampleMark && len(l) > 3 {
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

func TestPDFIsSoundForQPDF(t *testing.T) {
	qpdf := need(t, "qpdf", "qpdf")
	for name, d := range samples() {
		_, pdf := write(t, t.TempDir(), name, d)
		if out, err := exec.Command(qpdf, "--check", pdf).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
