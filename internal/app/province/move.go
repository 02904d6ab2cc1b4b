package province

import (
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Move is an act on a dossier, with what a return asks for.
type Move struct {
	Do      thidua.Action
	Version int64
	Reason  string
	Until   thidua.Date
	Parts   []thidua.PartCheck // asked for again, by their place in the list
}

func step(tx *store.Tx, actor thidua.Actor, id string, m Move, d *act.Deed) error {
	a, err := tx.Appraisal(id)
	if err != nil {
		return err
	}
	cases, err := tx.CasesOf(id, 0)
	if err != nil {
		return err
	}
	own, err := ownCase(tx, actor, a, cases)
	if err != nil {
		return err
	}
	rule, err := thidua.AppraisalFlow.Next(a.State, m.Do, actor.Roles, a.Facts(own), m.Reason)
	if err != nil {
		return err
	}
	d.Name, d.Before, d.After = a.FromName, a.State, rule.To
	a.State, a.Version = rule.To, m.Version
	if rule.Reason {
		a.Reason, a.Until = m.Reason, m.Until
	}
	if m.Do == thidua.ReturnDossier {
		for i := range a.Parts {
			if i < len(m.Parts) {
				a.Parts[i].Asked, a.Parts[i].Reason = m.Parts[i].Asked, m.Parts[i].Reason
			}
		}
	}
	if err := tx.UpdateAppraisal(a); err != nil {
		return err
	}
	return leaveChoice(tx, rule.To, cases)
}

// leaveChoice takes the cases of a dossier that is no longer under appraisal off the choice.
func leaveChoice(tx *store.Tx, to thidua.State, cases []thidua.AppraisalCase) error {
	if to != thidua.AppraisalReturned && to != thidua.AppraisalWithdrawn && to != thidua.AppraisalNot {
		return nil
	}
	for _, c := range cases {
		if c.Chosen {
			c.Chosen = false
			if err := tx.UpdateCase(c); err != nil {
				return err
			}
		}
	}
	return nil
}

func asked(parts []thidua.PartCheck) (out []parcel.Part) {
	for _, p := range parts {
		if p.Asked {
			out = append(out, parcel.Part{Paper: p.Paper, Name: p.Name, Reason: p.Reason})
		}
	}
	return out
}

// checkMove refuses before anything is sealed what the transaction would refuse.
func (b *Bureau) checkMove(v Dossier, actor thidua.Actor, m Move) error {
	facts := thidua.Facts{}
	for _, o := range v.Offers {
		if o.Do == m.Do && len(o.Missing) == 0 {
			for _, need := range o.Needs {
				facts[need] = true
			}
		}
	}
	if m.Do == thidua.ReturnDossier {
		if err := thidua.CheckReturn(m.Parts, m.Reason, m.Until, b.Today()); err != nil {
			return err
		}
	}
	_, err := thidua.AppraisalFlow.Next(v.State, m.Do, actor.Roles, facts, m.Reason)
	return err
}
