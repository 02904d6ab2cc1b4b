package province

import (
	"strings"
	"thidua"
	"thidua/internal/store"
)

// sender is an eligible dossier with its cases and the package that counts.
type sender struct {
	thidua.Appraisal
	cases  []thidua.AppraisalCase
	parcel store.ParcelIn
}

func (s sender) chosen() (n int) {
	for _, c := range s.cases {
		if c.Chosen {
			n++
		}
	}
	return n
}

// why says to a sender of whom nobody was chosen why not.
func (s sender) why() string {
	var out []string
	for _, c := range s.cases {
		out = append(out, c.Name+": "+c.Note)
	}
	return strings.Join(out, "; ")
}

func sendersIn(tx *store.Tx, p thidua.Period, state thidua.State) (out []sender, err error) {
	all, err := tx.Appraisals(p)
	for _, a := range all {
		if err != nil || a.State != state {
			continue
		}
		s := sender{Appraisal: a}
		if s.cases, err = tx.CasesOf(a.ID, 0); err == nil {
			s.parcel, err = tx.ParcelIn(a.Parcel)
		}
		out = append(out, s)
	}
	return out, err
}

func raiseOne(tx *store.Tx, actor thidua.Actor, s sender) error {
	do, reason := thidua.RaiseDossier, ""
	if s.chosen() == 0 {
		do, reason = thidua.RefuseDossier, s.why()
	}
	rule, err := thidua.AppraisalFlow.Next(s.State, do, actor.Roles, thidua.Facts{thidua.LetterNamed: true, thidua.InQuota: true}, reason)
	if err != nil {
		return err
	}
	s.State, s.Reason = rule.To, reason
	return tx.UpdateAppraisal(s.Appraisal)
}

func insertAll(tx *store.Tx, sealed []outgoing) error {
	for _, p := range sealed {
		if err := tx.InsertParcelOut(p.Parcel, p.object); err != nil {
			return err
		}
	}
	return nil
}

// outgoing is a package that was sealed, with the dossier or list that it is about.
type outgoing struct {
	thidua.Parcel
	object string
}
