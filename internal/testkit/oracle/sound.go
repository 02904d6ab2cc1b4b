package oracle

import (
	"bytes"
	"encoding/xml"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Sound holds the PDF of every paper against PDFBox Preflight, qpdf and pdfcpu.
func Sound(t testing.TB, papers map[string]Paper) {
	t.Helper()
	dir := t.TempDir()
	var files []string
	for _, name := range slices.Sorted(maps.Keys(papers)) {
		_, pdf := Write(t, dir, name, papers[name])
		files = append(files, pdf)
	}
	Preflight(t, files...)
	QPDF(t, files...)
	PDFCPU(t, files...)
}

// QPDF checks the structure of files.
func QPDF(t testing.TB, files ...string) {
	t.Helper()
	qpdf := Need(t, "qpdf", "qpdf")
	for _, path := range files {
		if out, err := exec.Command(qpdf, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", filepath.Base(path), err, out)
		}
	}
}

// pdfcpu is run from the module proxy, as the linter is, and is no dependency of the module: it would bring eight modules for one call.
const pdfcpu = "github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.15.0"

// PDFCPU checks files strictly after the rules of the format, all in one call.
func PDFCPU(t testing.TB, files ...string) {
	t.Helper()
	args := []string{"run", pdfcpu, "validate", "--conf", "disable", "--mode", "strict"}
	cmd := exec.Command(Need(t, "go", "golang-go"), append(args, files...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("pdfcpu (%s, from the module proxy): %v\n%s", pdfcpu, err, out)
	}
	if n := strings.Count(string(out), "validation ok"); err == nil && n != len(files) {
		t.Errorf("pdfcpu accepts %d of %d files:\n%s", n, len(files), out)
	}
}

// jars are what Preflight consists of on Debian, each with its package.
var jars = [][2]string{
	{"preflight", "libpdfbox2-java"}, {"pdfbox2", "libpdfbox2-java"}, {"xmpbox", "libpdfbox2-java"}, {"fontbox2", "libfontbox2-java"},
	{"commons-logging", "libcommons-logging-java"}, {"jaxb-api", "libjaxb-api-java"}, {"javax.activation", "libjaxb-api-java"},
}

// Preflight validates files in one call of PDFBox Preflight. It knows part 1 of the standard only, so it reads copies that say they are part 1: all
// that a paper consists of is allowed there too.
func Preflight(t testing.TB, files ...string) {
	t.Helper()
	java := Need(t, "java", "default-jre-headless")
	var class, list []string
	for _, jar := range jars {
		path := filepath.Join("/usr/share/java", jar[0]+".jar")
		if _, err := os.Stat(path); err != nil {
			t.Fatalf("the document checks need %s: install the Debian package %s (apt-get install %s)", path, jar[1], jar[1])
		}
		class = append(class, path)
	}
	dir := t.TempDir()
	for _, path := range files {
		list = append(list, partOne(t, dir, path))
	}
	names := filepath.Join(dir, "list")
	if err := os.WriteFile(names, []byte(strings.Join(list, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	// the exit code counts what is not valid; the report says what
	out, _ := exec.Command(java, "-cp", strings.Join(class, ":"), "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", names).CombinedOutput()
	report, err := os.ReadFile(names + ".preflight.xml")
	if err != nil {
		t.Fatalf("Preflight: %v\n%s", err, out)
	}
	judge(t, report, len(files))
}

// partOne writes a copy that claims PDF/A-1b and PDF 1.4; nothing else in it differs, not even its length.
func partOne(t testing.TB, dir, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{{"%PDF-1.7", "%PDF-1.4"}, {"<pdfaid:part>2<", "<pdfaid:part>1<"}} {
		if n := bytes.Count(b, []byte(change[0])); n != 1 {
			t.Fatalf("%s has %q %d times", filepath.Base(path), change[0], n)
		}
		b = bytes.Replace(b, []byte(change[0]), []byte(change[1]), 1)
	}
	to := filepath.Join(dir, filepath.Base(path))
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

func judge(t testing.TB, report []byte, files int) {
	t.Helper()
	var found struct {
		Files []struct {
			Name   string   `xml:"name,attr"`
			Valid  string   `xml:"isValid"`
			Errors []string `xml:"errors>error>details"`
		} `xml:"preflight"`
	}
	if err := xml.Unmarshal(report, &found); err != nil {
		t.Fatal(err)
	}
	if len(found.Files) != files {
		t.Errorf("Preflight looked at %d of %d files", len(found.Files), files)
	}
	for _, f := range found.Files {
		if f.Valid != "true" {
			t.Errorf("%s is not valid PDF/A: %s", f.Name, strings.Join(f.Errors, "; "))
		}
	}
}
