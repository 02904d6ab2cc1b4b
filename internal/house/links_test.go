package house

import (
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pictureLimit keeps a clone of the repository small.
const pictureLimit = 150 << 10

var link = regexp.MustCompile(`\]\(([^)]+)\)|src="([^"]+)"`)

// TestPagesForReadersLeadSomewhere follows every link of the documents to a file, and looks at the pictures.
func TestPagesForReadersLeadSomewhere(t *testing.T) {
	found := 0
	for _, page := range pages(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			target, _, _ := strings.Cut(m[1]+m[2], "#")
			if target == "" || strings.Contains(target, "://") {
				continue
			}
			found++
			at := filepath.Join(filepath.Dir(page), target)
			if info, err := os.Stat(at); err != nil {
				t.Errorf("%s leads to %s, which is not there", page, target)
			} else if strings.HasSuffix(at, ".png") {
				picture(t, at, info.Size())
			}
		}
	}
	if found < 30 {
		t.Errorf("only %d links were found", found)
	}
}

func pages(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md"} {
		some, err := filepath.Glob(filepath.Join("..", "..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

func picture(t *testing.T, path string, size int64) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	c, _, err := image.DecodeConfig(f)
	if err != nil || size > pictureLimit || !slices.Contains([]int{1366, 390}, c.Width) {
		t.Errorf("%s: %d bytes, %d wide, %v; make pictures takes it anew", path, size, c.Width, err)
	}
}
