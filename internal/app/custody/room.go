package custody

import (
	"thidua"
	"thidua/internal/store"
)

// CodeFull is one file more than an object may hold; its argument is how many that is.
const CodeFull thidua.Code = "file.full"

// Room refuses, at the field, a file more than an object may hold. Nothing is asked where no file came.
func Room(tx *store.Tx, field string, ref thidua.FileRef, of store.Holder, ids ...string) error {
	if ref.Missing() {
		return nil
	}
	n, err := tx.HeldFiles(of, ids...)
	if err == nil && n >= thidua.MaxFiles {
		err = thidua.Faults{{Field: field, Code: CodeFull, Args: []any{thidua.MaxFiles}}}.Err()
	}
	return err
}

// Replaced keeps a file of an object that another takes the place of as a version, with who replaced it; the object has room for so many at the
// field.
func Replaced(tx *store.Tx, actor thidua.Actor, field, object string, before, now thidua.FileRef) error {
	if before.Missing() || now.Hash == before.Hash {
		return nil
	}
	if err := Room(tx, field, before, store.HeldAsVersions, object); err != nil {
		return err
	}
	return tx.InsertFileVersion(store.FileVersion{Object: object, File: before, ReplacedBy: actor.Name})
}
