package bank

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// CodeUnknown is a sample target that there is not, or no more.
const CodeUnknown thidua.Code = "bank.unknown"

// Keepers are who writes the agency's own sample targets.
func Keepers() []thidua.Role { return thidua.RolesFor(thidua.MayKeepBank) }

// Add keeps a sample target of the agency's own.
func (d *Desk) Add(ctx context.Context, actor thidua.Actor, p thidua.Phrase) error {
	if err := act.May(actor, Keepers()...); err != nil {
		return err
	}
	p.Content, p.Measure, p.Guidance = strings.TrimSpace(p.Content), strings.TrimSpace(p.Measure), strings.TrimSpace(p.Guidance)
	if err := p.Check(); err != nil {
		return err
	}
	p.ID, p.ByName = store.NewID(), actor.Name
	deed := act.Deed{Verb: thidua.PhraseAdded, Object: "phrase:" + p.ID, Name: p.Content, After: p}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error { return tx.InsertPhrase(p) })
}

// Hide takes a sample target out of sight of the agency, or shows it again.
func (d *Desk) Hide(ctx context.Context, actor thidua.Actor, id string, hidden bool) error {
	if err := act.May(actor, Keepers()...); err != nil {
		return err
	}
	verb := thidua.PhraseShown
	if hidden {
		verb = thidua.PhraseHidden
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: verb, Object: "phrase:" + id}, func(tx *store.Tx, deed *act.Deed) error {
		all, err := phrasesOf(tx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(p thidua.Phrase) bool { return p.ID == id })
		if at < 0 {
			return thidua.Refuse(thidua.NotFound, CodeUnknown)
		}
		deed.Name = all[at].Content
		return tx.HidePhrase(id, hidden)
	})
}
