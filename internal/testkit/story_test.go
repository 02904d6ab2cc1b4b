package testkit_test

import (
	"os"
	"path/filepath"
	"testing"

	"thidua/internal/testkit"
)

func TestAStorySharesSectionsOfAnother(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"first.txtar":  "# tale\n\n# they begin well\ngo /a\nsee A\n\n# they end\ngo /z\n-- names.txt --\nMai\n-- own.txt --\ntheirs\n",
		"second.txtar": "same first.txtar 'they begin'\ngo /b\nsame first.txtar 'they end'\n-- own.txt --\nmine\n",
		"wrong.txtar":  "same first.txtar 'they'\n",
		"none.txtar":   "same first.txtar 'nobody'\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	story, err := testkit.Story(filepath.Join(dir, "second.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "# they begin well\ngo /a\nsee A\n\ngo /b\n# they end\ngo /z\n\n"; string(story.Comment) != want {
		t.Errorf("%q, want %q", story.Comment, want)
	}
	if len(story.Files) != 2 || string(story.Files[0].Data) != "mine\n" || story.Files[1].Name != "names.txt" {
		t.Errorf("files %q", story.Files)
	}
	for _, name := range []string{"wrong.txtar", "none.txtar"} {
		if _, err := testkit.Story(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
