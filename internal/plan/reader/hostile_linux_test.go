package reader

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"thidua/internal/plan/extract"
)

// alone is set in the environment of a process that reads one file and ends, so that its memory can be measured.
const alone = "THIDUA_TEST_READ"

// readAlone reads the file that the environment names, if it names one, and never returns then.
func readAlone() {
	name := os.Getenv(alone)
	if name == "" {
		return
	}
	data, err := os.ReadFile(name)
	if err == nil {
		_, err = Read(context.Background(), "x", data)
	}
	status, _ := os.ReadFile("/proc/self/status")
	fmt.Println(err)
	fmt.Print(peak.FindString(string(status)))
	os.Exit(0)
}

// peak is the most memory that a process has held, in KiB. The figure that its parent is told begins with what the parent held itself.
var peak = regexp.MustCompile(`VmHWM:\s*\d+`)

const (
	mostMemory = 256 << 10 // KiB, of the whole process
	mostTime   = 20 * time.Second
)

// TestHostileFilesEnd reads files made to take the most of time or memory: each ends with a refusal, or with a draft, within the limits.
func TestHostileFilesEnd(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	head := wordParas("KẾ HOẠCH", "Thi đua")
	rows := strings.Repeat("<w:tr>"+strings.Repeat(wordCell("1"), 3)+"</w:tr>", 60_000)
	merged := strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge/></w:tcPr>`+wordParas("điểm tiêu chí")+"</w:tc></w:tr>", 20_000)
	for name, c := range map[string]struct{ data, says string }{
		"paragraphs.docx": {string(stored(t, "word/document.xml", head+strings.Repeat(wordParas("a"), 500_000))), string(extract.CodeTooManyLines)},
		"nothing.docx":    {string(stored(t, "word/document.xml", head+strings.Repeat("<w:p/>", 3_000_000))), "<nil>"},
		"table.docx":      {string(stored(t, "word/document.xml", head+"<w:tbl>"+rows+"</w:tbl>")), string(extract.CodeTooManyLines)},
		"merged.docx":     {string(stored(t, "word/document.xml", head+"<w:tbl>"+merged+"</w:tbl>")), "<nil>"},
		"numbering.docx":  {string(stored(t, "word/document.xml", head, "word/numbering.xml", counted(`<w:abstractNum w:abstractNumId="%[1]d"/><w:num w:numId="%[1]d"/>`, 200_000))), "<nil>"},
		"styles.docx":     {string(stored(t, "word/document.xml", head, "word/styles.xml", counted(`<w:style w:styleId="%d"/>`, 500_000))), "<nil>"},
		"lines.txt":       {strings.Repeat("KE\n", extract.MaxFile/3), string(extract.CodeTooLong)},
		"cells.txt":       {"KẾ HOẠCH\nThi đua\n" + strings.Repeat("\t\t\t\t\t\t\t\t1\n", 49_000), "<nil>"},
		"latin.txt":       {strings.Repeat("\xb5\xb8\xb6 ", extract.MaxFile/4), string(extract.CodeTooLong)},
	} {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(self)
		cmd.Env = []string{alone + "=" + file}
		start := time.Now()
		out, err := cmd.Output()
		if err != nil || !strings.Contains(string(out), c.says) {
			t.Errorf("%s (%d KB): %v, %s, want %s", name, len(c.data)>>10, err, out, c.says)
		}
		if d := time.Since(start); d > mostTime {
			t.Errorf("%s took %v", name, d)
		}
		used := strings.Fields(peak.FindString(string(out)))
		if len(used) != 2 || atoi(used[1]) == 0 || atoi(used[1]) > mostMemory {
			t.Errorf("%s took %v KiB", name, used)
		}
	}
}

func counted(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// stored makes a .docx of parts that are not compressed, so that no ratio stops them early.
func stored(t *testing.T, parts ...string) []byte {
	t.Helper()
	for i := 0; i < len(parts); i += 2 {
		if parts[i] == "word/document.xml" {
			parts[i+1] = "<w:document " + wordNS + "><w:body>" + parts[i+1] + "</w:body></w:document>"
		} else {
			parts[i+1] = "<w:x>" + parts[i+1] + "</w:x>"
		}
	}
	return zipped(t, 0, append([]string{"[Content_Types].xml", "<Types/>"}, parts...)...)
}
