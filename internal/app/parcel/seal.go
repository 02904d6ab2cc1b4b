package parcel

import (
	"context"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Outgoing is a package to be sealed: its data, and its papers with the names under which the data know them (parcel.PaperFile).
type Outgoing struct {
	Kind   thidua.ParcelKind
	To     string // agency
	Of     string // the package that it answers or replaces
	Object string // what it is made of, such as "submission:ID"
	Data   parcel.Data
	Papers []parcel.Content
}

// Prepare seals a package and keeps its file; it is sent once the caller's own write calls InsertParcelOut. The agency stands in its data as it is
// today.
func (p *Post) Prepare(ctx context.Context, actor thidua.Actor, out Outgoing) (sent thidua.Parcel, err error) {
	key := p.App.Seal()
	if key == nil {
		return sent, thidua.Refuse(thidua.Conflict, thidua.CodeParcelUnsealed)
	}
	m := parcel.Manifest{ID: store.NewID(), Kind: out.Kind, Of: out.Of, Movement: out.Data.Movement.Name, Year: out.Data.Movement.Year,
		Closing: out.Data.Movement.Closing, Letter: out.Data.Letter}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		own, err := tx.Agency()
		if err != nil {
			return err
		}
		to, err := recipient(tx, out.To)
		if err != nil {
			return err
		}
		m.From, m.To = parcel.Party{ID: own.ID, Name: own.Name}, parcel.Party{ID: to.ID, Name: to.Name}
		m.Sample, m.SealedAt = own.Sample, tx.Now
		out.Data.Agency = parcel.Agency{ID: own.ID, Name: own.Name, Parent: own.Parent, Place: own.Place}
		return nil
	})
	if err != nil {
		return sent, err
	}
	whole, m, err := parcel.Seal(key, m, out.Data, out.Papers)
	if err != nil {
		return sent, err
	}
	sent = m.Parcel()
	sent.File, err = p.App.KeepParcel(ctx, actor, fileName(m), whole)
	return sent, err
}

// fileName is under what name the file of a package is offered: kind, sender, year and letter.
func fileName(m parcel.Manifest) string {
	words := []string{vi.ParcelKind(m.Kind), m.From.Name, strconv.Itoa(m.Year)}
	if m.Letter.Number != "" {
		words = append(words, m.Letter.Number)
	}
	return pack.Name(strings.Join(words, " - ")) + ".zip"
}

// Seal seals a package and sends it in a write of its own.
func (p *Post) Seal(ctx context.Context, actor thidua.Actor, out Outgoing) (sent thidua.Parcel, err error) {
	if err := act.May(actor, writers...); err != nil {
		return sent, err
	}
	if sent, err = p.Prepare(ctx, actor, out); err != nil {
		return sent, err
	}
	err = p.data.Write(ctx, actor, act.Deed{Verb: thidua.SealParcel, Object: object(sent.ID), Name: sent.ToName, After: sent}, func(tx *store.Tx, _ *act.Deed) error {
		return tx.InsertParcelOut(sent, out.Object)
	})
	return sent, err
}

func object(id string) string { return "parcel:" + id }
