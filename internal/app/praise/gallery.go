package praise

import (
	"context"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// Gallery is the published exemplars of all years, for the page "Gương điển hình": for visitors only where the agency has opened its roll
// of honour.
type Gallery struct {
	Agency thidua.Agency
	Rows   []thidua.Exemplar
}

// Gallery reads the published exemplars; NotFound for a visitor where the agency keeps its roll to itself.
func (d *Desk) Gallery(ctx context.Context, actor thidua.Actor) (g Gallery, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if tx.Tenant == "" {
			if tx.Tenant, err = app.OpenAgency(tx); err != nil {
				return err
			}
		}
		if g.Agency, err = tx.Agency(); err != nil {
			return err
		}
		g.Rows, err = tx.Exemplars("", thidua.ExemplarPublished)
		return err
	})
	return g, err
}

// ExemplarFile opens the evidence of an exemplar; the caller closes it.
func (d *Desk) ExemplarFile(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	e, err := d.Exemplar(ctx, actor, id)
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	return d.open(actor, e.File)
}
