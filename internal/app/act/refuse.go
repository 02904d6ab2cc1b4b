package act

import (
	"errors"

	"thidua"
	"thidua/internal/store"
)

// CodeNoRight is an act for which the actor holds no role.
const CodeNoRight thidua.Code = "no-right"

// May refuses an actor without one of the roles.
func May(actor thidua.Actor, roles ...thidua.Role) error {
	if actor.Has(roles...) {
		return nil
	}
	return thidua.Refuse(thidua.Forbidden, CodeNoRight)
}

// Refusal gives the refusal that an error carries; a failure of ours is none.
func Refusal(err error) (*thidua.Error, bool) {
	var e *thidua.Error
	return e, errors.As(err, &e) && e.Kind != thidua.Internal
}

// AtField turns a refusal into a fault of a field; a failure of ours stays as it is.
func AtField(field string, err error) error {
	e, ok := Refusal(err)
	if !ok {
		return err
	}
	return thidua.Faults{{Field: field, Code: e.Code, Args: e.Args}}.Err()
}

// TakenAt puts a value that exists already at its field; any other refusal stays what it is.
func TakenAt(field string, err error) error {
	if e, ok := Refusal(err); ok && e.Code == store.CodeTaken {
		return AtField(field, err)
	}
	return err
}

// Unless gives no error for a refusal of the kind.
func Unless(err error, kind thidua.Kind) error {
	if thidua.KindOf(err) == kind {
		return nil
	}
	return err
}
