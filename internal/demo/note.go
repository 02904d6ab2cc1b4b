package demo

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"thidua"
)

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
