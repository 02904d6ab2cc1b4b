package demo

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"thidua"
	"thidua/internal/auth"
)

// The refusals of a folder.
const (
	// CodeOtherData is a folder that holds something else than a sample (the argument is the folder).
	CodeOtherData thidua.Code = "demo.other-data"
	// CodeOtherDay is a folder whose sample was played up to another day (the arguments are the folder and that day).
	CodeOtherDay thidua.Code = "demo.other-day"
	// CodeDayBefore is a day before the sample season begins (the argument is its first day).
	CodeDayBefore thidua.Code = "demo.day-before"
)

// Fill opens an empty data folder and plays the season of the note into it.
type Fill func(ctx context.Context, dir string, note Note) error

// Prepare makes the sample in a folder that is empty or does not exist, or finds the one that is there; today is empty when any day will do.
func Prepare(ctx context.Context, dir string, today thidua.Date, fill Fill) (Note, error) {
	if today != "" && today < First {
		return Note{}, thidua.Refuse(thidua.Invalid, CodeDayBefore, First)
	}
	note, err := readNote(dir)
	switch {
	case err == nil && today != "" && today != note.Today:
		return note, thidua.Refuse(thidua.Conflict, CodeOtherDay, dir, note.Today)
	case err == nil || !errors.Is(err, fs.ErrNotExist):
		return note, err
	}
	if today == "" {
		today = Default
	}
	return build(ctx, dir, today, fill)
}

// build plays the sample beside the folder and moves it there when it is whole, so that a sample that was broken off is never opened.
func build(ctx context.Context, dir string, today thidua.Date, fill Fill) (note Note, err error) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return note, thidua.Refuse(thidua.Conflict, CodeOtherData, dir)
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(dir)), 0o700); err != nil {
		return note, err
	}
	work, err := os.MkdirTemp(filepath.Dir(filepath.Clean(dir)), ".thidua-mau-")
	if err != nil {
		return note, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	note = Note{Today: today, Password: auth.NewPassword()}
	if err := fill(ctx, work, note); err != nil {
		return note, err
	}
	note.Began = time.Now()
	data, err := json.MarshalIndent(note, "", "  ")
	if err != nil {
		return note, err
	}
	if err := os.WriteFile(filepath.Join(work, noteName), data, 0o600); err != nil {
		return note, err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return note, err
	}
	return note, os.Rename(work, dir)
}

// Note is what a folder keeps beside the data of a sample: up to which day it was played, when its clock began to run, and the password
// of its accounts.
type Note struct {
	Today    thidua.Date
	Began    time.Time
	Password string
}

// noteName is the file of the Note; without it a folder is not a sample.
const noteName = "du-lieu-mau.json"

func readNote(dir string) (n Note, err error) {
	data, err := os.ReadFile(filepath.Join(dir, noteName))
	if err != nil {
		return n, err
	}
	return n, json.Unmarshal(data, &n)
}

// Clock gives the clock of the sample, running on since it was made.
func (n Note) Clock() *Clock {
	c := &Clock{}
	c.Set(opening(n.Today))
	c.Start(n.Began)
	return c
}
