package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPlanReadPrintsTheContract compares what is printed, byte for byte, with what the reader promises; both forms of the plan give the same.
func TestPlanReadPrintsTheContract(t *testing.T) {
	const folder = "../../internal/plan/testdata/"
	for _, c := range []struct{ file, format, want string }{
		{"lao-cai.txt", "json", "lao-cai.json"}, {"lao-cai.txt", "text", "lao-cai.outline.txt"}, {"lao-cai.docx", "text", "lao-cai.outline.txt"},
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
	for name, content := range map[string]string{"empty.txt": "", "decision.txt": "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch", "cut.docx": "PK\x03\x04cut"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, out, errs := thiduaRun(t, "plan", "read", path); code != exitRefused || out != "" || errs == "" {
			t.Errorf("%s: code %d, stdout %q, stderr %q", name, code, out, errs)
		}
	}
}
