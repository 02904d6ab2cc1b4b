package handover

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/doc"
	"thidua/internal/doc/handover"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// matterKinds is the order of the minutes.
var matterKinds = []thidua.MatterKind{thidua.MatterTask, thidua.MatterTarget, thidua.MatterPaper, thidua.MatterEvidence, thidua.MatterDuty}

// Groups parts matters by their kind, in the order of the minutes.
func Groups(matters []thidua.Matter) (out []handover.Group) {
	for _, k := range matterKinds {
		g := handover.Group{Title: vi.MatterKind(k)}
		for _, m := range matters {
			if m.Kind == k {
				g.Lines = append(g.Lines, m)
			}
		}
		if len(g.Lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// Minutes makes the Biên bản bàn giao công việc of a handover for who may see it; one that is still being prepared has the matters of this moment.
func (d *Desk) Minutes(ctx context.Context, actor thidua.Actor, id string) (doc.Document, error) {
	v, err := d.Handover(ctx, actor, id)
	if err != nil {
		return doc.Document{}, err
	}
	m := handover.Minutes{Date: v.Today, Groups: Groups(v.Matters), Words: doc.Lines(v.Words), Contacts: doc.Lines(v.Contacts)}
	if !v.DoneAt.IsZero() {
		m.Date = thidua.DateOf(v.DoneAt)
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		a, err := tx.Agency()
		if err != nil {
			return err
		}
		m.Sample, m.Issuer, m.Agency = a.Sample, doc.Issuer{Superior: a.Parent, Agency: a.Name, Place: a.Place}, a.Name
		for _, p := range []struct {
			person, post string
			into         *handover.Party
		}{{v.From, v.FromPost, &m.Giver}, {v.To, v.ToPost, &m.Receiver}} {
			if p.person == "" {
				continue
			}
			one, err := tx.Person(p.person)
			if err != nil {
				return err
			}
			*p.into = party(thidua.Staff{Person: one, Post: p.post})
		}
		m.Confirming, err = confirming(tx, v.Handover, a)
		return err
	})
	return m.Document(), err
}

func party(s thidua.Staff) handover.Party {
	return handover.Party{Honorific: vi.LowerFirst(vi.Honorific(s.Sex)), Name: s.Name, Post: s.Post}
}

// confirming is who confirms: the head of the unit of the day of the handover, or the leader of the agency where the head hands over himself.
func confirming(tx *store.Tx, h thidua.Handover, a thidua.Agency) (out handover.Party, err error) {
	on := act.Today(tx)
	if !h.DoneAt.IsZero() {
		on = thidua.DateOf(h.DoneAt)
	}
	all, err := tx.Staff(store.StaffFilter{On: on}, store.Page{})
	for _, s := range all {
		if s.ID == h.From || s.ID == h.To {
			continue
		}
		if s.Rank == thidua.RankHead && h.Unit != "" && s.Unit == h.Unit {
			return party(s), err
		}
		if s.Rank == thidua.RankLeader && (out.Name == "" || s.Post == a.LeaderTitle) {
			out = party(s)
		}
	}
	return out, err
}
