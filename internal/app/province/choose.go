package province

import (
	"context"
	"slices"
	"strings"
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Choice is what the appraiser says of one case.
type Choice struct {
	Case    string
	Version int64
	Chosen  bool
	Note    string
}

// Choose keeps the choice and the notes of the cases of a page; over a number it is refused as a whole, and so is one's own case.
func (b *Bureau) Choose(ctx context.Context, actor thidua.Actor, period string, choices []Choice) error {
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.ChooseCases, Object: "appraisal:lua-chon"}, func(tx *store.Tx, d *act.Deed) error {
		l, err := lookAt(tx, period)
		if err != nil {
			return err
		}
		if list, err := openList(tx, l.Period); err != nil || list != nil {
			return notWhile(list, err)
		}
		agency, err := tx.Agency()
		if err != nil {
			return err
		}
		all, err := tx.Cases(store.CaseFilter{Period: l.Period, IndexYear: l.IndexYear}, store.Page{})
		if err != nil {
			return err
		}
		changed, err := applied(actor, agency.Name, all, choices)
		if err != nil {
			return err
		}
		quotas, err := tx.Quotas(l.Period)
		if err != nil {
			return err
		}
		if err := thidua.CheckQuotas(quotas, all); err != nil {
			return err
		}
		d.Name, d.After = l.Period.Movement, choices
		for _, c := range changed {
			if err := tx.UpdateCase(c); err != nil {
				return err
			}
		}
		return nil
	})
}

func notWhile(list *thidua.RaisedList, err error) error {
	if list != nil {
		return thidua.Refuse(thidua.Conflict, thidua.CodeListOpen)
	}
	return err
}

// applied writes choices into the cases and gives those that change.
func applied(actor thidua.Actor, agency string, all []thidua.AppraisalCase, choices []Choice) (changed []thidua.AppraisalCase, err error) {
	for _, ch := range choices {
		at := slices.IndexFunc(all, func(c thidua.AppraisalCase) bool { return c.ID == ch.Case })
		if at < 0 {
			return nil, errNotFound
		}
		c := &all[at]
		ch.Note = strings.TrimSpace(ch.Note)
		if c.Chosen == ch.Chosen && c.Note == ch.Note {
			continue
		}
		if err := choosable(actor, agency, *c, ch); err != nil {
			return nil, err
		}
		c.Chosen, c.Note, c.Version = ch.Chosen, ch.Note, ch.Version
		changed = append(changed, *c)
	}
	return changed, nil
}

// choosable refuses a case whose dossier is at another step, and one's own.
func choosable(actor thidua.Actor, agency string, c thidua.AppraisalCase, ch Choice) error {
	if !ch.Chosen || c.Chosen {
		return nil
	}
	if c.State != thidua.AppraisalJudging && c.State != thidua.AppraisalEligible {
		return thidua.Faults{{Field: "chosen", Code: thidua.CodeNotEligible, Args: []any{c.Name + ", " + c.FromName}}}.Err()
	}
	if c.Kind == thidua.Individual && c.Name == actor.Name && c.FromName == agency {
		return thidua.Faults{{Field: "chosen", Code: thidua.CodeOwnChosen}}.Err()
	}
	return nil
}
