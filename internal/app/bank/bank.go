// Package bank keeps sample targets for an inspectorate: sentences to begin with, without any number, and reads rows that somebody pastes.
package bank

import (
	"context"
	_ "embed"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Desk is the bank of an installation.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over makes the bank of the given use cases.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// phraseTable is the wording of the program: nobody has been given these targets, and none has a number.
//
//go:embed phrases.tsv
var phraseTable string

// Samples lists the sample targets that come with the program, in the order of the plan's criteria.
func Samples() (out []thidua.Phrase) {
	for line := range strings.Lines(phraseTable) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		n, err := strconv.Atoi(c[1])
		if err != nil {
			continue // the row of heads
		}
		out = append(out, thidua.Phrase{ID: c[0], Criterion: n, Field: thidua.PhraseField(c[2]), Content: c[3], Measure: c[4],
			Direction: thidua.Direction(c[5]), Guidance: c[6], BuiltIn: true})
	}
	return out
}

// Asked narrows the bank; zero values do not.
type Asked struct {
	Text      string
	Criterion int
	Field     thidua.PhraseField
	Hidden    bool // the hidden ones as well
}

// Phrases lists the sample targets of the actor's agency: its own behind those of the program.
func (d *Desk) Phrases(ctx context.Context, actor thidua.Actor, asked Asked) (out []thidua.Phrase, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := phrasesOf(tx)
		fold := vi.Fold(strings.TrimSpace(asked.Text))
		for _, p := range all {
			if (!p.Hidden || asked.Hidden) && (asked.Criterion == 0 || asked.Criterion == p.Criterion) && (asked.Field == "" || asked.Field == p.Field) &&
				strings.Contains(vi.Fold(p.Content+" "+p.Guidance), fold) {
				out = append(out, p)
			}
		}
		return err
	})
	return out, err
}

func phrasesOf(tx *store.Tx) ([]thidua.Phrase, error) {
	own, err := tx.Phrases()
	if err != nil {
		return nil, err
	}
	hidden, err := tx.HiddenPhrases()
	all := append(Samples(), own...)
	for i := range all {
		all[i].Hidden = hidden[all[i].ID]
	}
	return all, err
}

// Chosen gives the sample targets of the ids, as lines of a registration under the criteria of a plan: without a number and a day, which the
// person fills in. Hidden and unknown ones are left out.
func (d *Desk) Chosen(ctx context.Context, actor thidua.Actor, ids []string, plan thidua.Definition) (out []thidua.Target, err error) {
	all, err := d.Phrases(ctx, actor, Asked{})
	heads := plan.Heads()
	for _, id := range ids {
		for _, p := range all {
			if p.ID == id && p.Criterion >= 1 && p.Criterion <= len(heads) {
				out = append(out, thidua.Target{Criterion: heads[p.Criterion-1].ID, Content: p.Content, Measure: p.Measure, Direction: p.Direction,
					Value: thidua.NoValue})
			}
		}
	}
	return out, err
}
