package agency

import (
	"context"
	"errors"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func columnsOf(titles []vi.Column) []sheet.Column {
	out := make([]sheet.Column, len(titles))
	for i, t := range titles {
		out[i] = sheet.Column(t)
	}
	return out
}

// errDry ends a transaction that only shows what it would do.
var errDry = errors.New("nothing is to be changed")

// importRows runs fn on each row in one transaction; faults and a dry run undo everything.
func (k *Keeper) importRows(ctx context.Context, actor thidua.Actor, list, name string, data []byte, titles []vi.Column, dry bool,
	fn func(tx *store.Tx, i *Import, r sheet.Row) error) (Import, error) {
	var done Import
	if err := act.May(actor, keepers...); err != nil {
		return done, err
	}
	columns := columnsOf(titles)
	rows, err := sheet.Read(data, columns)
	if err != nil {
		return done, err
	}
	d := act.Deed{Verb: thidua.PeopleImported, Object: "agency:" + actor.Tenant, Name: name}
	err = k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		done = Import{run: act.NewImport(actor, list, "", name)}
		above := map[string]int{}
		for _, r := range rows {
			err := repeated(above, r)
			if err == nil {
				err = fn(tx, &done, r)
			}
			if err != nil && !done.fault(r, columns, err) {
				return err
			}
		}
		if dry || len(done.Faults) > 0 || len(done.Lines) == 0 {
			return errDry
		}
		d.After = done.Lines
		return nil
	})
	if errors.Is(err, errDry) {
		err = nil
	}
	return done, err
}

// repeated refuses a row with the code of a row above: one of the two is a mistake, and nobody knows which.
func repeated(above map[string]int, r sheet.Row) error {
	code := strings.ToLower(r.Get("code"))
	if line, seen := above[code]; seen && code != "" {
		return thidua.Faults{{Field: "code", Code: CodeCellTwice, Args: []any{line}}}.Err()
	}
	above[code] = r.Line
	return nil
}
