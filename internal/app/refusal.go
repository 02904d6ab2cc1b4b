package app

import (
	"errors"

	"thidua"
)

func refusal(err error) (*thidua.Error, bool) {
	var e *thidua.Error
	return e, errors.As(err, &e) && e.Kind != thidua.Internal
}

// atField turns a refusal into a fault of a field; a fault of ours stays as it is.
func atField(field string, err error) error {
	e, ok := refusal(err)
	if !ok {
		return err
	}
	return thidua.Faults{{Field: field, Code: e.Code, Args: e.Args}}.Err()
}
