package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// fault is one patch with what it breaks and the test that must notice.
type fault struct {
	name   string // of the file, without its ending
	breaks string
	pack   string // ./internal/store
	test   string // the name of one test
	files  []change
}

// change is what a patch does to one file: each hunk as the lines that must stand there and those that take their place.
type change struct {
	path  string
	hunks []hunk
}

type hunk struct{ before, after string }

// faultsIn reads the patches of a folder in the order of their names.
func faultsIn(dir string) ([]fault, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.patch"))
	if err != nil {
		return nil, err
	}
	var all []fault
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		f.name = strings.TrimSuffix(filepath.Base(name), ".patch")
		all = append(all, f)
	}
	if len(all) == 0 {
		err = fmt.Errorf("no patches in %s: run it from the root of the project", dir)
	}
	return all, err
}

var errPatch = errors.New("a patch has the lines Breaks:, Package:, Test:, then ---, +++ and hunks as git diff writes them")

// parse reads one patch: the three lines that say what it is for, then a unified diff. Numbers of lines are not looked at.
func parse(text string) (f fault, err error) {
	head, diff, found := strings.Cut(text, "\n\n")
	for line := range strings.SplitSeq(head, "\n") {
		switch word, rest, _ := strings.Cut(line, ": "); word {
		case "Breaks":
			f.breaks = rest
		case "Package":
			f.pack = rest
		case "Test":
			f.test = rest
		}
	}
	if f.breaks == "" || f.pack == "" || f.test == "" || !found {
		return f, errPatch
	}
	for line := range strings.Lines(diff) {
		if err := f.line(strings.TrimSuffix(line, "\n")); err != nil {
			return f, err
		}
	}
	return f, nil
}

// line adds one line of the diff.
func (f *fault) line(line string) error {
	if path, ok := strings.CutPrefix(line, "+++ b/"); ok {
		f.files = append(f.files, change{path: path})
		return nil
	}
	if strings.HasPrefix(line, "--- ") || strings.HasPrefix(line, "diff ") || strings.HasPrefix(line, "index ") {
		return nil
	}
	if len(f.files) == 0 {
		return errPatch
	}
	return f.files[len(f.files)-1].line(line)
}

// line adds one line of a hunk, or begins one.
func (c *change) line(line string) error {
	if strings.HasPrefix(line, "@@") {
		c.hunks = append(c.hunks, hunk{})
		return nil
	}
	if len(c.hunks) == 0 || line == "" {
		return errPatch
	}
	h, text := &c.hunks[len(c.hunks)-1], line[1:]+"\n"
	switch line[0] {
	case ' ':
		h.before, h.after = h.before+text, h.after+text
	case '-':
		h.before += text
	case '+':
		h.after += text
	default:
		return errPatch
	}
	return nil
}

// apply gives the text of a file with its fault; the lines of each hunk must stand there exactly once.
func (c change) apply(text string) (string, error) {
	for _, h := range c.hunks {
		if n := strings.Count(text, h.before); n != 1 {
			return "", fmt.Errorf("%s: the lines that the patch takes away stand there %d times:\n%s", c.path, n, h.before)
		}
		text = strings.Replace(text, h.before, h.after, 1)
	}
	return text, nil
}
