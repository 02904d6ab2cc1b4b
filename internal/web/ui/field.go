package ui

import (
	"slices"
	"strconv"
)

// Field is one control of a form: label above, hint between, then the error.
type Field struct {
	Name        string
	ID          string // the name when empty
	Label       string
	Hint        string
	Value       string
	Error       string
	Optional    bool // marked "(không bắt buộc)"
	Small       bool
	Grow        bool // takes the rest of a row of filters
	HideLabel   bool // for repeated rows: the label is for screen readers only
	ReadOnly    bool
	Rows        int    // of a text area; 3 when 0
	Placeholder string // only for format in dense rows
	Complete    string // autocomplete; "off" when empty
	Unit        string // printed after a number
	Differs     bool   // somebody else saved another value first
	Saved       []string
}

// Optional marks a field as one that may stay empty.
func Optional(f Field) Field {
	f.Optional = true
	return f
}

// Small makes a field of the height of a dense row.
func Small(f Field) Field {
	f.Small = true
	return f
}

func (f Field) id() string {
	if f.ID != "" {
		return f.ID
	}
	return f.Name
}

func (f Field) describedBy() string {
	switch {
	case f.Hint != "" && f.Error != "":
		return f.id() + "-h " + f.id() + "-e"
	case f.Hint != "":
		return f.id() + "-h"
	case f.Error != "":
		return f.id() + "-e"
	case f.Differs:
		return f.id() + "-s"
	}
	return ""
}

// in gives what stands saved in the words of the choices.
func (f Field) in(choices []Choice) Field {
	words := slices.Clone(f.Saved)
	for i, v := range words {
		for _, c := range choices {
			if c.Value == v {
				words[i] = c.Text
			}
		}
	}
	if len(said(words)) == 0 {
		for _, c := range choices {
			if c.Value == "" {
				words = []string{c.Text}
			}
		}
	}
	f.Saved = words
	return f
}

func (f Field) class(kind string) string {
	c := "in"
	if f.Small {
		c += " s"
	}
	if kind != "" {
		c += " " + kind
	}
	return c
}

func (f Field) rows() string {
	if f.Rows == 0 {
		return "3"
	}
	return strconv.Itoa(f.Rows)
}

func (f Field) complete() string {
	if f.Complete == "" {
		return "off"
	}
	return f.Complete
}

// Choice is one answer of a list, a radio group or a set of boxes.
type Choice struct {
	Value string
	Text  string
	Note  string // small second line
}
