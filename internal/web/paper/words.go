package paper

import (
	"errors"

	"thidua"
	"thidua/internal/doc/form"
)

// drops tells whether a refusal only asks to be sure that something is no longer said.
func drops(err error) bool {
	var e *thidua.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, f := range e.Faults {
		if f.Code == form.CodeOwnDrops {
			return true
		}
	}
	return false
}
