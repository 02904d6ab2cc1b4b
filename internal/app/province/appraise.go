package province

import (
	"context"
	"encoding/json"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Dossier is one dossier with everything that its page shows.
type Dossier struct {
	thidua.Appraisal
	Cases  []thidua.AppraisalCase
	Data   parcel.Data // of the package that counts
	Offers []thidua.Offer
	Parcel store.ParcelIn
	// Enrolled tells by case whether the subject was in the confirmed list of registrations; nil while no list of the period is confirmed.
	Enrolled map[string]thidua.Enrolled
}

// Dossier reads a dossier of Sở Nội vụ.
func (b *Bureau) Dossier(ctx context.Context, actor thidua.Actor, id string) (v Dossier, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Appraisal, err = tx.Appraisal(id); err != nil {
			return err
		}
		if v.Parcel, err = tx.ParcelIn(v.Appraisal.Parcel); err != nil {
			return err
		}
		year, err := tx.IndexYear(v.Period.Year)
		if err != nil {
			return err
		}
		if v.Cases, err = tx.CasesOf(id, year); err != nil {
			return err
		}
		if v.Enrolled, err = enrolledIn(tx, v.Period, v.Cases); err != nil {
			return err
		}
		own, err := ownCase(tx, actor, v.Appraisal, v.Cases)
		v.Offers = thidua.AppraisalFlow.Offers(v.State, actor.Roles, v.Facts(own))
		return err
	})
	if err == nil {
		err = json.Unmarshal([]byte(v.Parcel.Data), &v.Data)
	}
	return v, err
}

// ownCase tells whether the actor is proposed in a dossier of the actor's own agency.
func ownCase(tx *store.Tx, actor thidua.Actor, a thidua.Appraisal, cases []thidua.AppraisalCase) (bool, error) {
	agency, err := tx.Agency()
	if err != nil || agency.Name != a.FromName {
		return false, err
	}
	for _, c := range cases {
		if c.Kind == thidua.Individual && c.Name == actor.Name {
			return true, nil
		}
	}
	return false, nil
}

// Tick keeps which parts of a dossier somebody found complete, by their place in the list; one that did not come or is not signed never is.
func (b *Bureau) Tick(ctx context.Context, actor thidua.Actor, id string, version int64, good []bool) error {
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.TickParts, Object: appraisalObject(id)}, func(tx *store.Tx, d *act.Deed) error {
		a, err := tx.Appraisal(id)
		if err != nil {
			return err
		}
		if a.State != thidua.AppraisalWaiting && a.State != thidua.AppraisalJudging {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.TickParts, a.State)
		}
		for i := range a.Parts {
			a.Parts[i].Good = i < len(good) && good[i] && a.Parts[i].Paper != "" && a.Parts[i].Signed
		}
		a.Version, d.Name, d.After = version, a.FromName, a.Parts
		return tx.UpdateAppraisal(a)
	})
}

// answers are the acts about which the sender is told, with the answer that it is.
var answers = map[thidua.Action]thidua.Action{
	thidua.AcceptDossier: thidua.AnswerReceived, thidua.ReturnDossier: thidua.AnswerReturned, thidua.RefuseDossier: thidua.AnswerRefused,
}

// Move takes a dossier one step further and tells its sender by a sealed package where the sender has to know.
func (b *Bureau) Move(ctx context.Context, actor thidua.Actor, id string, m Move) error {
	switch m.Do {
	case thidua.AcceptDossier, thidua.ReturnDossier, thidua.MarkEligible, thidua.ReopenAppraisal, thidua.Withdraw, thidua.RefuseDossier:
	default:
		return errNotFound
	}
	v, err := b.Dossier(ctx, actor, id)
	if err != nil {
		return err
	}
	m.Reason = strings.TrimSpace(m.Reason)
	if err := b.checkMove(v, actor, m); err != nil {
		return err
	}
	var sealed thidua.Parcel
	if kind, ok := answers[m.Do]; ok {
		a := parcel.Answer{Kind: kind, Text: m.Reason, Until: m.Until, Parts: asked(m.Parts)}
		for _, c := range v.Cases {
			if m.Do == thidua.RefuseDossier {
				a.Results = append(a.Results, parcel.Result{Proposal: c.Proposal, Reason: m.Reason})
			}
		}
		if sealed, err = b.answer(ctx, actor, v.Parcel, appraisalObject(id), a); err != nil {
			return err
		}
	}
	d := act.Deed{Verb: m.Do, Object: appraisalObject(id), Reason: m.Reason}
	return b.write(ctx, actor, Appraisers, d, func(tx *store.Tx, d *act.Deed) error {
		if err := step(tx, actor, id, m, d); err != nil || sealed.ID == "" {
			return err
		}
		return tx.InsertParcelOut(sealed, appraisalObject(id))
	})
}
