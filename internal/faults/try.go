package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// verdict is what became of a fault.
type verdict string

const (
	caught   verdict = "caught"
	survived verdict = "SURVIVED"
	stale    verdict = "PATCH NO LONGER APPLIES"
	broken   verdict = "DOES NOT BUILD"
	unsound  verdict = "TEST FAILS WITHOUT IT"
	missing  verdict = "TEST DID NOT RUN"
)

// try runs the test of a fault without it and with it.
func try(ctx context.Context, temp string, f fault) verdict {
	overlay, err := lay(temp, f)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return stale
	}
	switch without := ask(ctx, f, ""); without {
	case survived: // without the fault the test is green
	case caught:
		return unsound
	default:
		return without
	}
	return ask(ctx, f, overlay)
}

// lay writes the changed files of a fault aside, and the list by which the compiler reads them in place of those of the tree.
func lay(temp string, f fault) (string, error) {
	replace := map[string]string{}
	for i, c := range f.files {
		text, err := os.ReadFile(filepath.FromSlash(c.path))
		if err != nil {
			return "", err
		}
		changed, err := c.apply(string(text))
		if err != nil {
			return "", err
		}
		whole, err := filepath.Abs(filepath.FromSlash(c.path))
		if err != nil {
			return "", err
		}
		replace[whole] = filepath.Join(temp, f.name+"-"+strconv.Itoa(i)+filepath.Ext(c.path))
		if err := os.WriteFile(replace[whole], []byte(changed), 0o600); err != nil {
			return "", err
		}
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	at := filepath.Join(temp, f.name+".json")
	return at, os.WriteFile(at, list, 0o600)
}

// ask runs the one test and reads the report of go test line by line: only the test itself may fail, a build that fails catches nothing.
func ask(ctx context.Context, f fault, overlay string) verdict {
	args := []string{"test", "-json", "-timeout=20m", "-run=^" + f.test + "$"}
	if overlay != "" {
		args = append(args, "-count=1", "-overlay="+overlay)
	}
	out, err := exec.CommandContext(ctx, "go", append(args, f.pack)...).Output()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		fmt.Fprintln(os.Stderr, err)
		return missing
	}
	return read(out, f.test)
}

func read(report []byte, test string) verdict {
	answer := missing
	for line := range bytes.Lines(report) {
		var event struct{ Action, Test string }
		if json.Unmarshal(line, &event) != nil {
			continue
		}
		switch {
		case event.Action == "build-fail":
			return broken
		case event.Test != test:
		case event.Action == "fail":
			answer = caught
		case event.Action == "pass":
			answer = survived
		}
	}
	return answer
}
