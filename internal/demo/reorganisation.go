package demo

import "thidua"

// reorganise records what 01/7/2025 changed for the agency: the province is a new one. What is not verified keeps its name and says so; the
// units and their history go on.
func (p *player) reorganise() {
	p.plan(moment("2025-07-01", 8, 0), func() error {
		now, err := p.Agency(p.ctx, p.maker)
		if err != nil {
			return err
		}
		names := now.Names()
		names.HomeRule = word("change-rule")
		c, err := p.DraftChange(p.ctx, p.maker, thidua.OrgChange{Kind: thidua.ChangeAgency, Day: "2025-07-01", Number: word("change-number"),
			Decided: "2025-07-01", Issuer: word("agency"), Abstract: word("change-abstract"), Plan: thidua.ChangePlan{Agency: names}})
		if err != nil {
			return err
		}
		return p.RecordChange(p.ctx, p.maker, c.ID, c.Version)
	})
}
