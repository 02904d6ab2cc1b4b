package ui

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Form is what a form shows: the values exactly as typed, and what is wrong with them.
type Form struct {
	values url.Values
	faults []Fault
	late   bool       // somebody else saved first
	saved  url.Values // what stands saved, by the names of this form; nil when it is not compared
}

// NewForm makes a form of typed values and faults; both may be nil.
func NewForm(values url.Values, faults []Fault) Form {
	return Form{values: values, faults: faults}
}

// LateForm makes the form of somebody who saved after another did: everything as typed.
func LateForm(values url.Values) Form { return Form{values: values, late: true} }

// Late tells whether somebody else saved first.
func (f Form) Late() bool { return f.late }

// Beside shows at each field of a late form what stands saved where it differs from what was typed; any other form stays as it is.
func (f Form) Beside(saved url.Values) Form {
	if f.late {
		f.saved = saved
	}
	return f
}

// Differs tells whether what was typed in one of the fields is not what stands saved.
func (f Form) Differs(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return f.saved.Has(name) && !slices.Equal(said(f.values[name]), said(f.saved[name]))
	})
}

// said leaves out what is blank and the order, as ticked boxes come.
func said(values []string) []string {
	out := slices.DeleteFunc(slices.Clone(values), func(v string) bool { return strings.TrimSpace(v) == "" })
	slices.Sort(out)
	return out
}

// Names gives the fields that came with the form.
func (f Form) Names() []string { return slices.Sorted(maps.Keys(f.values)) }

// Raw gives the values as typed, for a form that is drawn with other rows.
func (f Form) Raw() url.Values { return f.values }

// With gives the form with other faults.
func (f Form) With(faults []Fault) Form {
	f.faults = faults
	return f
}

// Sent tells whether a field came with the form.
func (f Form) Sent(name string) bool { return f.values.Has(name) }

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
	field := Field{Name: name, Label: label, Hint: hint, Value: f.Get(name), Error: f.Error(name)}
	if f.values.Has(name) && f.Differs(name) {
		field.Differs, field.Saved = true, f.saved[name]
	}
	return field
}

// Keys are the hidden fields of a form that changes something: the version that was read and the key that makes a repeat harmless.
type Keys struct {
	Version int64
	Key     string
}

func (k Keys) version() string { return strconv.FormatInt(k.Version, 10) }

// Notice is said at the head of the page of a late form; nil for any other. The address is where the saved version is read, more what the
// saved version has and the form does not.
func (f Form) Notice(url string, more ...string) *Late {
	if !f.late {
		return nil
	}
	return &Late{URL: url, More: more}
}
