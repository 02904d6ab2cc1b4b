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

// Keys are the hidden fields of a form that changes something: the version that was read and the key that makes a repeat harmless.
type Keys struct {
	Version int64
	Key     string
}

func (k Keys) version() string { return strconv.FormatInt(k.Version, 10) }
