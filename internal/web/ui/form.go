package ui

import (
	"net/url"
	"strconv"
)

// Form is what a form shows: the values exactly as typed, and what is wrong with them.
type Form struct {
	values url.Values
	faults []Fault
}

// NewForm makes a form of typed values and faults; both may be nil.
func NewForm(values url.Values, faults []Fault) Form {
	return Form{values: values, faults: faults}
}

// With gives the form with other faults.
func (f Form) With(faults []Fault) Form { return Form{values: f.values, faults: faults} }

// Get gives the value of a field as typed.
func (f Form) Get(name string) string { return f.values.Get(name) }

// All gives every value of a field, as ticked boxes send them.
func (f Form) All(name string) []string { return f.values[name] }

// Has tells whether one of the values of a field is the given one.
func (f Form) Has(name, value string) bool {
	for _, v := range f.values[name] {
		if v == value {
			return true
		}
	}
	return false
}

// Faults gives all that is wrong, in the order of the form.
func (f Form) Faults() []Fault { return f.faults }

// Error gives what is wrong with one field; empty when nothing is.
func (f Form) Error(name string) string {
	for _, x := range f.faults {
		if x.Field == name {
			return x.Text
		}
	}
	return ""
}

// Field makes a field with the value and the error of the form.
func (f Form) Field(name, label, hint string) Field {
	return Field{Name: name, Label: label, Hint: hint, Value: f.Get(name), Error: f.Error(name)}
}

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
}

// Choice is one answer of a list, a radio group or a set of boxes.
type Choice struct {
	Value string
	Text  string
	Note  string // small second line
}

// Keys are the hidden fields of a form that changes something: the version that was read and the key that makes a repeat harmless.
type Keys struct {
	Version int64
	Key     string
}

func (k Keys) version() string { return strconv.FormatInt(k.Version, 10) }

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
	}
	return ""
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
