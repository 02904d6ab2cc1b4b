package app

import (
	"errors"

	"thidua"
	"thidua/internal/store"
)

// IsStale tells whether a refusal means that somebody else saved first: the page then shows both versions instead of an error.
func IsStale(err error) bool {
	var e *thidua.Error
	return errors.As(err, &e) && e.Kind == thidua.Conflict && (e.Code == store.CodeStale || e.Code == store.CodeTaken)
}
