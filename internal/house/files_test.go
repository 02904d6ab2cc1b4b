package house

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// bareFiles are ways to a kept file that a page would draw without what is known of malware in it; ui.FileLink, and the field File of a fact, a line
// of files and a button, tell it.
var bareFiles = []*regexp.Regexp{
	regexp.MustCompile(`\b(File|Scan|Signed|Sheet|Paper)\.Name\s*\}\s*</a>`),
	regexp.MustCompile(`href=\{.*"/(tep|ban-quet|ban-ky|y-kien)["/?]`),
	regexp.MustCompile(`URL:[^{}]*"/(tep"|tep\?|ban-quet"|ban-ky"|tep/ban-da-ky")`),
}

// scanTold is what the same line, or the next one, holds where the mark is drawn.
var scanTold = regexp.MustCompile(`\bFile: |@ui\.(FileLink|Scanned)\(`)

func TestEveryWayToAKeptFileTellsOfItsScan(t *testing.T) {
	marked := 0
	err := walk(func(path string, content []byte) error {
		if filepath.Ext(path) != ".templ" {
			return nil
		}
		lines := append(strings.Split(string(content), "\n"), "")
		for i, line := range lines[:len(lines)-1] {
			tells := scanTold.MatchString(line + lines[i+1])
			if scanTold.MatchString(line) {
				marked++
			}
			for _, bare := range bareFiles {
				if bare.MatchString(line) && !tells {
					t.Errorf("%s:%d: a kept file without what is known of malware in it: %s", path, i+1, strings.TrimSpace(line))
				}
			}
		}
		return nil
	})
	if err != nil || marked < 30 {
		t.Fatalf("%d ways to files, %v", marked, err)
	}
}
