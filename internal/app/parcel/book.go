package parcel

import (
	"context"
	"os"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Book is the register of packages (Gửi, nhận): what waits to be taken in, what was recorded as sent without a package, and all that went and came,
// the latest first.
type Book struct {
	Waiting  []thidua.Parcel
	Unsealed []Sending // recorded and not answered, without a package
	Out      []Sent
	In       []Received
	To       []thidua.Partner // to whom a sending may go: Sở Nội vụ
	Office   bool             // the actor seals and takes in
}

// Sending and Received are what the register lists of what the agency recorded as sent, and of what it took in.
type (
	Sending  = store.Sending
	Received = store.ParcelIn
)

// Sent is a package that was sealed, with the state of the sending of which it was made; empty for any other.
type Sent struct {
	store.ParcelOut
	State thidua.State
}

// Book reads the register of the actor's agency.
func (p *Post) Book(ctx context.Context, actor thidua.Actor) (b Book, err error) {
	if err := act.May(actor, readers...); err != nil {
		return b, err
	}
	b.Office = actor.Has(writers...)
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		if b.Waiting, err = tx.ParcelsFor(); err != nil {
			return err
		}
		if b.In, err = tx.ParcelsIn(store.ParcelFilter{}, store.Page{}); err != nil {
			return err
		}
		all, err := partners(tx)
		for _, one := range all {
			if one.Kind == thidua.AgencyHomeAffairs && !one.Ended {
				b.To = append(b.To, one)
			}
		}
		if err != nil {
			return err
		}
		return b.readSendings(tx)
	})
	return b, err
}

func (b *Book) readSendings(tx *store.Tx) error {
	packages, err := tx.ParcelsOut(store.Page{})
	if err != nil {
		return err
	}
	sealed, states := map[string]bool{}, map[string]thidua.State{}
	for _, one := range packages {
		sealed[one.Object] = true
	}
	all, err := tx.Sendings()
	for _, s := range all {
		of := ObjectOf(s.Submission)
		if states[of] = s.State; s.State == thidua.SubmissionSent && !sealed[of] {
			b.Unsealed = append(b.Unsealed, s)
		}
	}
	for _, one := range packages {
		b.Out = append(b.Out, Sent{one, states[one.Object]})
	}
	return err
}

// File opens the file of a package that the agency sealed or took in, to be carried; the caller closes it.
func (p *Post) File(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, f *os.File, err error) {
	if err := act.May(actor, readers...); err != nil {
		return ref, nil, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		out, err := tx.ParcelOut(id)
		if ref = out.File; thidua.KindOf(err) != thidua.NotFound {
			return err
		}
		in, err := tx.ParcelIn(id)
		ref = in.File
		return err
	})
	if err != nil {
		return ref, nil, err
	}
	f, err = p.App.OpenKept(actor, ref)
	return ref, f, err
}
