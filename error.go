// Package thidua holds the vocabulary and the rules of an emulation movement (phong trào thi đua): what one could tell an official
// without a computer. It does no input or output, speaks no Vietnamese sentences and imports the standard library only.
package thidua

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says how a refusal is answered, whoever asked.
type Kind int

// The kinds of refusal.
const (
	// Internal is a fault of ours: nothing of it is shown.
	Internal Kind = iota
	// Invalid is content that cannot be accepted; Faults name the fields.
	Invalid
	// NotFound is an object that does not exist for this actor, another agency's included.
	NotFound
	// Forbidden is an act that this actor may not do.
	Forbidden
	// Conflict is an object that somebody else changed meanwhile, or a name already taken.
	Conflict
	// TooLarge is a file or a body above its limit.
	TooLarge
	// SignIn is a missing, ended or refused session.
	SignIn
	// Unavailable is another server that the act needs and that does not answer; later it may.
	Unavailable
	// Gone is what was removed by an act that the log tells of.
	Gone
	// Busy is work that the program does for so many at once; later there is room.
	Busy
)

// Code names one sentence of package vi; the root package speaks in codes and arguments.
type Code string

// Fault is what is wrong with one field of a form.
type Fault struct {
	Field string // the name of the form field, such as "target-2-value"
	Code  Code
	Args  []any
}

// Error is a refusal with its reason: a code for the sentence, its arguments, and the faults of single fields when Kind is Invalid.
type Error struct {
	Kind   Kind
	Code   Code
	Args   []any
	Faults []Fault
}

// Error gives the code and the fields, for logs only.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	for _, a := range e.Args {
		fmt.Fprintf(&b, " %v", a)
	}
	for _, f := range e.Faults {
		fmt.Fprintf(&b, "; %s: %s", f.Field, f.Code)
	}
	return b.String()
}

// Refuse makes a refusal of the given kind.
func Refuse(kind Kind, code Code, args ...any) *Error {
	return &Error{Kind: kind, Code: code, Args: args}
}

// KindOf gives the kind of a refusal; any other error is Internal.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// CodeInvalid is the head of a refused form; its faults stand at their fields.
const CodeInvalid Code = "invalid"

// Faults gathers what is wrong with a form; the zero value is ready.
type Faults []Fault

// Add notes a fault of a field.
func (f *Faults) Add(field string, code Code, args ...any) {
	*f = append(*f, Fault{Field: field, Code: code, Args: args})
}

// Err gives an Invalid refusal with all faults, or nil when there is none.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Code: CodeInvalid, Faults: f}
}
