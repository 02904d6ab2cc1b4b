// Package clerk holds the use cases of văn thư: what is ready to be numbered, the register of issued papers, what went out and came in, and where
// the originals of archived dossiers lie. It stands upon package app.
package clerk

import (
	"cmp"
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Desk is the desk of văn thư.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// Readers may read the registers; Keepers record in them.
var (
	Readers = thidua.RolesFor(thidua.MayReadRegister)
	Keepers = thidua.RolesFor(thidua.MayKeepRegister)
)

// Ready is a paper on its way to be signed, with what keeps its number from being recorded.
type Ready struct {
	thidua.Paper
	Numbered bool // it needs a number
	Missing  []thidua.Fact
}

// given are the facts that the form itself brings.
var given = []thidua.Fact{thidua.NumberAndDay, thidua.SignedCopy}

// Waiting is the papers whose number and day are to be recorded, and what stands about the one that was chosen of them.
type Waiting struct {
	Papers []thidua.Paper
	Chosen Ready // without an ID when there is none, or when the chosen one does not wait
}

// Ready lists the papers whose number and day are to be recorded, and looks at the chosen one, the first for an empty id.
func (d *Desk) Ready(ctx context.Context, actor thidua.Actor, chosen string) (w Waiting, err error) {
	if err := act.May(actor, Keepers...); err != nil {
		return w, err
	}
	all, err := d.app.PaperRegister(ctx, actor)
	if err != nil {
		return w, err
	}
	w.Papers = slices.DeleteFunc(all.Waiting, func(p thidua.Paper) bool { return !numbers(p.State) })
	if chosen == "" && len(w.Papers) > 0 {
		chosen = w.Papers[0].ID
	}
	if !slices.ContainsFunc(w.Papers, func(p thidua.Paper) bool { return p.ID == chosen }) {
		return w, nil
	}
	v, err := d.app.Paper(ctx, actor, chosen)
	if err != nil {
		return w, err
	}
	for _, o := range v.Offers {
		if o.Do == thidua.RecordIssued {
			w.Chosen = Ready{Paper: v.Paper, Numbered: app.Numbered(v.Kind)}
			w.Chosen.Missing = slices.DeleteFunc(slices.Clone(o.Missing), func(f thidua.Fact) bool { return slices.Contains(given, f) })
		}
	}
	return w, nil
}

// numbers tells whether a paper in a state is given its number next.
func numbers(s thidua.State) bool {
	return slices.ContainsFunc(thidua.PaperFlow.Rules, func(r thidua.Rule) bool { return r.From == s && r.Do == thidua.RecordIssued })
}

// Sent is what went out of one round and what came back, the latest first.
type Sent struct {
	Year int
	thidua.Submission
}

// Sent lists the sendings of the movement with their answers.
func (d *Desk) Sent(ctx context.Context, actor thidua.Actor) (out []Sent, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return nil, err
	}
	y, err := d.app.Years(ctx, actor)
	if err != nil {
		return nil, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		out = nil
		years, rounds := map[string]int{}, []string{}
		for _, r := range y.Rounds {
			years[r.ID], rounds = r.Year, append(rounds, r.ID)
		}
		all, err := tx.SubmissionsIn(rounds)
		for _, s := range all {
			if s.What == thidua.SentRegistrations || s.What == thidua.SentDossier {
				out = append(out, Sent{years[s.Round], s})
			}
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b Sent) int { return cmp.Compare(b.SentOn, a.SentOn) })
	return out, err
}
