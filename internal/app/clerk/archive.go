package clerk

import (
	"cmp"
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Kept is a dossier that is archived, or that has come to its end and is to be archived, with where its original lies.
type Kept struct {
	thidua.Dossier
	Year  int
	Place thidua.ArchivePlace // without Number while it is not written down
}

// Stored tells whether the dossier is archived.
func (k Kept) Stored() bool { return k.State == thidua.DossierArchived }

var atEnd = []thidua.State{thidua.DossierArchived, thidua.DossierPresented, thidua.DossierNot}

// Archive lists the dossiers that have come to their end, the latest year first.
func (d *Desk) Archive(ctx context.Context, actor thidua.Actor) (out []Kept, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return nil, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		out = nil
		places, err := tx.ArchivePlaces()
		if err != nil {
			return err
		}
		all, err := tx.Dossiers()
		if err != nil {
			return err
		}
		for _, one := range all {
			if !slices.Contains(atEnd, one.State) {
				continue
			}
			r, err := tx.Round(one.Round)
			if err != nil {
				return err
			}
			out = append(out, Kept{one, r.Year, places[one.ID]})
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b Kept) int { return b.Year - a.Year })
	return out, err
}

// Entry is a line of the index of a dossier (mục lục hồ sơ).
type Entry struct {
	Number string
	Dated  thidua.Date
	Title  string        // of a paper; who issued a decision
	Paper  string        // id of the paper; empty for what came from outside
	Answer thidua.Action // of Sở Nội vụ; empty for a paper or a decision
}

// Index is a dossier with its index, by day.
type Index struct {
	Kept
	Entries  []Entry
	Movement string
}

// Index reads the index of a dossier: issued papers, sendings, answers and decisions; NotFound while it has not come to its end.
func (d *Desk) Index(ctx context.Context, actor thidua.Actor, dossier string) (v Index, err error) {
	all, err := d.Archive(ctx, actor)
	if err != nil {
		return v, err
	}
	at := slices.IndexFunc(all, func(k Kept) bool { return k.ID == dossier })
	if at < 0 {
		return v, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	v.Kept = all[at]
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v.Entries = nil
		r, err := tx.Round(v.Round)
		if err != nil {
			return err
		}
		m, err := tx.Movement(r.Movement)
		if err != nil {
			return err
		}
		v.Movement = m.Name
		return v.read(tx)
	})
	slices.SortStableFunc(v.Entries, func(a, b Entry) int { return cmp.Compare(a.Dated, b.Dated) })
	return v, err
}

func (v *Index) read(tx *store.Tx) error {
	papers, err := tx.Papers(v.Round)
	if err != nil {
		return err
	}
	for _, p := range papers {
		if p.State == thidua.PaperIssued {
			v.Entries = append(v.Entries, Entry{Number: p.Number, Dated: p.IssuedOn, Title: p.Title, Paper: p.ID})
		}
	}
	sent, err := tx.Submissions(v.Round, thidua.SentDossier)
	if err != nil {
		return err
	}
	for _, s := range sent {
		for _, a := range s.Answers {
			if a.Number != "" {
				v.Entries = append(v.Entries, Entry{Number: a.Number, Dated: a.Dated, Answer: a.Kind})
			}
		}
	}
	decided, err := tx.Decisions(v.Round)
	for _, one := range decided {
		v.Entries = append(v.Entries, Entry{Number: one.Number, Dated: one.Dated, Title: one.Issuer})
	}
	return err
}

// Place writes down where the original of a dossier lies; faults stand at "number", "deposited", "box" and "note".
func (d *Desk) Place(ctx context.Context, actor thidua.Actor, in thidua.ArchivePlace) error {
	if err := act.May(actor, Keepers...); err != nil {
		return err
	}
	in.Number, in.Box, in.Note = vi.NFC(in.Number), vi.NFC(in.Box), vi.NFC(in.Note)
	deed := act.Deed{Verb: thidua.RecordArchivePlace, Object: "archive-place:" + in.Dossier}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		one, err := tx.Dossier(in.Dossier)
		if err != nil {
			return err
		}
		if !slices.Contains(atEnd, one.State) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		var f thidua.Faults
		for field, text := range map[string]string{"number": in.Number, "box": in.Box, "note": in.Note} {
			if mark := file.Marked(text); mark != "" {
				f.Add(field, file.CodeSecret, mark)
			}
		}
		if err := f.Err(); err != nil {
			return err
		}
		if err := in.Check(act.Today(tx)); err != nil {
			return err
		}
		places, err := tx.ArchivePlaces()
		if err != nil {
			return err
		}
		before := places[in.Dossier]
		if before.Version != in.Version {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		in.ByName = actor.Name
		done.Name, done.Before, done.After = in.Number, before, in
		return tx.SaveArchivePlace(in)
	})
}
