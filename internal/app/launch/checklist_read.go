package launch

import (
	"slices"

	"thidua"
	"thidua/internal/store"
)

// plan tells whether the plan has its number, the movement is launched and the regulation is attached with its text.
func (c *Checklist) plan(tx *store.Tx) error {
	def, err := tx.Definition(c.Round.Edition)
	if err != nil {
		return err
	}
	c.add(Line{Item: PlanIssued, Done: def.PlanNumber != "" && def.PlanDate != "", Words: def.PlanNumber, On: def.PlanDate})
	c.add(Line{Item: Launched, Done: c.Movement.State != thidua.MovementPlanned})
	documents, err := tx.MovementDocuments(c.Movement.ID)
	attached := 0
	for _, b := range def.Bases {
		if slices.ContainsFunc(documents, func(m thidua.MovementDocument) bool { return m.Is(b.Number) && !m.File.Missing() }) {
			attached++
		}
	}
	c.add(Line{Item: Regulation, Done: attached == len(def.Bases), Some: attached, All: len(def.Bases)})
	c.days(def.Deadlines)
	return err
}

// days tells whether the days of registration and dossier are known, and that until which Văn phòng takes registrations.
func (c *Checklist) days(deadlines []thidua.Deadline) {
	set, all := 0, 0
	for _, day := range deadlines {
		if day.What != thidua.DeadlineRegistration && day.What != thidua.DeadlineDossier {
			continue
		}
		all++
		if day.Day != "" || day.Date != "" || day.What == thidua.DeadlineDossier && c.Round.DossierDue != "" {
			set++
		}
	}
	c.add(Line{Item: DaysSet, Done: all > 0 && set == all && c.Round.InternalDue != "", Some: set, All: all})
}

func (c *Checklist) sent(tx *store.Tx) error {
	v, err := distributionOf(tx, c.Movement.ID, "")
	all := len(v.Lines) + len(v.Offered)
	c.add(Line{Item: PlanSent, Done: len(v.Lines) > 0 && len(v.Offered) == 0, Some: len(v.Lines), All: all})
	c.add(Line{Item: PlanTaken, Done: len(v.Lines) > 0 && len(v.Awaited()) == 0, Some: len(v.Lines) - len(v.Awaited()), All: len(v.Lines)})
	return err
}

func (c *Checklist) year(tx *store.Tx) error {
	footing, err := tx.Footing(unitDay(tx, c.Round))
	members := footing.Members
	c.add(Line{Item: CouncilThere, Done: members > 0, Some: members, All: members})
	c.add(Line{Item: Opened, Done: c.Round.State != thidua.RoundWaiting, On: c.Round.LaunchedOn})
	c.add(Line{Item: QuotaSet, Done: c.Round.QuotaUnits >= 0 && c.Round.QuotaPeople >= 0 && c.Round.QuotaSource != "", Words: c.Round.QuotaSource})
	return err
}

// units counts the units that have recorded a launch plan, and those whose pledge is signed.
func (c *Checklist) units(tx *store.Tx) error {
	units, err := tx.Units(unitDay(tx, c.Round))
	if err != nil {
		return err
	}
	plans, err := standingPlans(tx, c.Round.ID)
	if err != nil {
		return err
	}
	pledges, err := tx.Pledges(c.Round.ID)
	planned, pledged := 0, 0
	for _, u := range units {
		if slices.ContainsFunc(plans, func(p thidua.UnitPlan) bool { return p.Unit == u.ID }) {
			planned++
		}
		if slices.ContainsFunc(pledges, func(p thidua.Pledge) bool { return p.Unit == u.ID && p.State == thidua.PledgeSigned }) {
			pledged++
		}
	}
	c.add(Line{Item: PlansMade, Done: planned == len(units), Some: planned, All: len(units)})
	c.add(Line{Item: PledgesMade, Done: pledged == len(units), Some: pledged, All: len(units)})
	return err
}

func (c *Checklist) ticks(tx *store.Tx) error {
	all, err := tx.LaunchTicks(c.Round.ID)
	for _, i := range ByHand {
		l := Line{Item: i}
		for _, t := range all {
			if t.Item == string(i) {
				l.Done, l.Tick, l.On = true, t, t.On
			}
		}
		c.add(l)
	}
	return err
}
