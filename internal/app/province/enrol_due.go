package province

import (
	"context"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// SaveEnrolmentDue records the day by which lists are due in a year of a movement with the document that says so, or corrects it.
func (b *Bureau) SaveEnrolmentDue(ctx context.Context, actor thidua.Actor, p thidua.Period, due thidua.DueDay) error {
	due.Document, p.Movement = strings.TrimSpace(due.Document), strings.TrimSpace(p.Movement)
	if err := due.Check(p.Year); err != nil {
		return err
	}
	if p.Movement == "" {
		return thidua.Faults{{Field: "movement", Code: thidua.CodeNameMissing}}.Err()
	}
	d := act.Deed{Verb: thidua.SaveEnrolmentDue, Object: "enrolment-due:" + PeriodKey(p), Name: p.Movement + ", " + strconv.Itoa(p.Year), After: due}
	return b.write(ctx, actor, Appraisers, d, func(tx *store.Tx, d *act.Deed) error {
		before, err := tx.EnrolmentDue(p)
		if err != nil {
			return err
		}
		d.Before = before
		return tx.SaveEnrolmentDue(p, due)
	})
}

// enrolledIn tells of each case whether its subject was in a confirmed list of its agency; nil while no list of the period is confirmed, because
// then there is nothing to compare with.
func enrolledIn(tx *store.Tx, p thidua.Period, cases []thidua.AppraisalCase) (map[string]thidua.Enrolled, error) {
	keys, err := tx.Enrolled(p)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	out := map[string]thidua.Enrolled{}
	for _, c := range cases {
		out[c.ID] = thidua.EnrolledOf(keys[c.From], c.Kind, c.Name)
	}
	return out, nil
}
