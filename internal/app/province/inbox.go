package province

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// Row is a dossier in the inbox, with the index of its sender.
type Row struct {
	thidua.Appraisal
	Index *thidua.Quantity
}

// Inbox is what came to Sở Nội vụ for a period, and who has not sent yet.
type Inbox struct {
	Look
	Rows    []Row
	Waiting []thidua.Parcel  // sealed for us and not taken in
	Strange []store.ParcelIn // taken in, but it fits no dossier
	Missing []thidua.Partner
	Shares  []Share
	Blocks  []string
	All     int // dossiers of the period
}

// Filter chooses what the inbox shows.
type Filter struct {
	Period string // key
	Text   string // part of a name, folded
	State  thidua.State
	Block  string
	Sort   string // "ten", "chi-so"; empty is the last sent first
}

// Inbox reads what came for a period.
func (b *Bureau) Inbox(ctx context.Context, actor thidua.Actor, f Filter) (v Inbox, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Look, err = lookAt(tx, f.Period); err != nil {
			return err
		}
		if v.Waiting, err = tx.ParcelsFor(); err != nil {
			return err
		}
		for _, kind := range kinds {
			strange, err := tx.ParcelsUnused(kind)
			if err != nil {
				return err
			}
			v.Strange = append(v.Strange, strange...)
		}
		return v.fill(tx, f)
	})
	return v, err
}

func (v *Inbox) fill(tx *store.Tx, f Filter) error {
	var all []thidua.Appraisal
	var err error
	if v.Period.Year != 0 {
		if all, err = tx.Appraisals(v.Period); err != nil {
			return err
		}
	}
	partners, err := tx.Partners()
	if err != nil {
		return err
	}
	v.Blocks, v.Missing, v.All = Blocks(partners), notSent(partners, all), len(all)
	points, err := tx.IndexPoints(v.IndexYear)
	if err != nil {
		return err
	}
	for _, a := range all {
		if f.keeps(a) {
			v.Rows = append(v.Rows, Row{a, pointOf(points, a.From)})
		}
	}
	f.order(v.Rows)
	v.Shares, err = sharesOf(tx, v.Look)
	return err
}
