package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPlanReadPrintsTheContract compares what is printed, byte for byte, with what the reader promises; both forms of the plan give the same.
func TestPlanReadPrintsTheContract(t *testing.T) {
	const folder = "../../internal/plan/testdata/"
	for _, c := range []struct{ file, format, want string }{
		{"lao-cai.txt", "json", "lao-cai.json"}, {"lao-cai.txt", "text", "lao-cai.outline.txt"}, {"lao-cai.docx", "text", "lao-cai.outline.txt"},
		{"lao-cai.doc", "json", "lao-cai.json"},
	} {
		want, err := os.ReadFile(folder + c.want)
		if err != nil {
			t.Fatal(err)
		}
		code, out, errs := thiduaRun(t, "plan", "read", folder+c.file, "--format", c.format)
		if code != exitDone || errs != "" || out != string(want) {
			t.Errorf("%s as %s: code %d, %d bytes for %d, stderr %q", c.file, c.format, code, len(out), len(want), errs)
		}
	}
}

func TestPlanReadRefusesInOneLine(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ content, says string }{
		"empty.txt":    {"", "không có nội dung"},
		"decision.txt": {"QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch", "không phải KẾ HOẠCH"},
		"cut.docx":     {"PK\x03\x04cut", "bị hỏng"},
		"picture.png":  {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "không phải là văn bản"},
		"bomb.docx":    {bombOf(t), "bất thường"},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		refusedInOneLine(t, path, c.says)
	}
	large := filepath.Join(dir, "large.txt")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 200<<20); err != nil {
		t.Fatal(err)
	}
	refusedInOneLine(t, large, "20 MB")
	refusedInOneLine(t, filepath.Join(dir, "missing.txt"), "missing.txt")
}

func refusedInOneLine(t *testing.T, path, says string) {
	t.Helper()
	code, out, errs := thiduaRun(t, "plan", "read", path)
	if code != exitRefused || out != "" || strings.Count(strings.TrimSpace(errs), "\n") != 0 || !strings.Contains(errs, says) {
		t.Errorf("%s: code %d, stdout %q, stderr %q, wants %q", filepath.Base(path), code, out, errs, says)
	}
}

// bombOf is a document of a few kilobytes that unpacks to 16 MB.
func bombOf(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = w.Write(bytes.Repeat([]byte("a"), 16<<20))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}
