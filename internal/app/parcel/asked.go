package parcel

import (
	"context"

	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Part is a part of a dossier that is asked for again, with the reason.
type Part = parcel.Part

// AskedOf lists the parts that were asked for again of what was sent, by the packages that answered it; without packages there is nothing to tell.
func (p *Post) AskedOf(ctx context.Context, actor thidua.Actor, s thidua.Submission) (parts []Part, err error) {
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		sent, err := tx.ParcelsOutOf(ObjectOf(s))
		for _, one := range sent {
			more, err := asked(tx, one.ID)
			if parts = append(parts, more...); err != nil {
				return err
			}
		}
		return err
	})
	return parts, err
}

// Asked lists the parts that were asked for again of a package, by the answers to it.
func (p *Post) Asked(ctx context.Context, actor thidua.Actor, of string) (parts []parcel.Part, err error) {
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		parts, err = asked(tx, of)
		return err
	})
	return parts, err
}

func asked(tx *store.Tx, of string) (parts []parcel.Part, err error) {
	answers, err := tx.ParcelsIn(store.ParcelFilter{Kind: thidua.ParcelAnswer, Of: of}, store.Page{})
	for _, a := range answers {
		whole, err := tx.ParcelIn(a.ID)
		if err != nil {
			return nil, err
		}
		data, err := parcel.ReadData(whole.Data)
		if err != nil {
			return nil, err
		}
		parts = append(parts, data.Answer.Parts...)
	}
	return parts, err
}

func (p *Post) markMended(ctx context.Context, actor thidua.Actor, out *Outgoing) error {
	if out.Of == "" {
		return nil
	}
	parts, err := p.Asked(ctx, actor, out.Of)
	for i := range out.Data.Papers {
		for _, part := range parts {
			paper := &out.Data.Papers[i]
			paper.Mended = paper.Mended || part.Paper == paper.ID || part.Name == paper.Title
		}
	}
	return err
}
