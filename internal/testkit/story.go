package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// Story reads the script of a season (.txtar). A line "same FILE HEADING" in it stands for the section of another script of its folder whose comment
// begins with the heading; the files of that script come along, so that what several stories share is written once.
func Story(path string) (*txtar.Archive, error) {
	story, err := txtar.ParseFile(path)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(story.Comment)) {
		call, shared := strings.CutPrefix(line, "same ")
		if !shared {
			lines = append(lines, line)
			continue
		}
		name, heading, _ := strings.Cut(strings.TrimSpace(call), " ")
		other, err := Story(filepath.Join(filepath.Dir(path), name))
		if err != nil {
			return nil, err
		}
		section, err := sectionOf(string(other.Comment), strings.Trim(heading, "'"))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		lines = append(lines, section)
		for _, f := range other.Files {
			if !slices.ContainsFunc(story.Files, func(own txtar.File) bool { return own.Name == f.Name }) {
				story.Files = append(story.Files, f)
			}
		}
	}
	story.Comment = []byte(strings.Join(lines, ""))
	return story, nil
}

// Stories writes every script of a folder, whole, into another one.
func Stories(from, to string) error {
	scripts, err := filepath.Glob(filepath.Join(from, "*.txtar"))
	for _, path := range scripts {
		var story *txtar.Archive
		if err == nil {
			story, err = Story(path)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(to, filepath.Base(path)), txtar.Format(story), 0o600)
		}
	}
	return err
}

// sectionOf gives the lines from a comment to the next one.
func sectionOf(script, heading string) (string, error) {
	_, found, once := strings.Cut("\n"+script, "\n# "+heading)
	switch {
	case !once || heading == "":
		return "", fmt.Errorf("no section %q", heading)
	case strings.Contains(found, "\n# "+heading):
		return "", fmt.Errorf("two sections %q", heading)
	}
	section, _, _ := strings.Cut(found, "\n# ")
	return "# " + heading + section + "\n", nil
}
