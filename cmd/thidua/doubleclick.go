package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"thidua/internal/backup"
)

// byDoubleClick gives the words of a command line that nobody typed: a double click starts the program on this PC, and a backup that was dropped
// on it is restored first.
func byDoubleClick(args []string, alone bool) []string {
	switch {
	case len(args) == 0 && alone:
		return []string{"start"}
	case len(args) == 1 && isBackup(args[0]):
		return []string{"start", "--restore", args[0]}
	}
	return args
}

func isBackup(name string) bool {
	if !strings.HasSuffix(strings.ToLower(name), ".zip") {
		return false
	}
	a, err := backup.Open(name)
	return err == nil && a.Close() == nil
}

// hold keeps a window open that would close with the program, so that what went wrong can be read.
func (c *call) hold() {
	fmt.Fprintln(c.out, c.say(CodeStartClose))
	_, _ = bufio.NewReader(c.in).ReadString('\n')
}

// restoreFirst brings a backup back before the program starts on it.
func (c *call) restoreFirst(ctx context.Context, p *place, file string) (err error) {
	a, err := backup.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if err := a.Restore(ctx, p.dir, nil, func(backup.Progress) {}); err != nil {
		return err
	}
	if err := p.restored(ctx, c, a.Note); err != nil {
		return err
	}
	_, err = io.WriteString(c.out, c.say(CodeRestored, p.dir, a.Note.MadeAt, len(a.Note.Files), a.Note.Size())+"\n")
	return err
}
