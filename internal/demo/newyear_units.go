package demo

import (
	"thidua"
	"thidua/internal/app"
)

// lines2025 reads the targets that a unit registers for 2025.
func (p *player) lines2025(unit string) (out []thidua.Target) {
	for _, r := range rows("registrations-2025.txt") {
		if r[0] == unit {
			out = append(out, thidua.Target{Criterion: p.leaf(r[1]), Content: r[2], Value: thidua.Quantity(number(r[3])), Measure: r[4],
				Direction: thidua.AtLeast, Due: day(r[5])})
		}
	}
	return out
}

// draftUnit keeps the draft of a unit; what was kept before is written over.
func (p *player) draftUnit(unit string) error {
	v, err := p.UnitRegistration(p.ctx, p.head(unit), p.rounds[2025], p.units[unit].ID)
	if err != nil {
		return err
	}
	r := v.Registration
	if r.Targets = p.lines2025(unit); v.Registration.ID != "" {
		for i, t := range v.Registration.Targets {
			r.Targets[i].ID = t.ID
		}
	}
	if r.Award = p.award(); unit == "NV4" || unit == "NV5" {
		r.Award = ""
	}
	_, err = p.SaveRegistration(p.ctx, p.head(unit), r)
	return err
}

// sendUnit sends what a unit registers.
func (p *player) sendUnit(unit string) error {
	if err := p.draftUnit(unit); err != nil {
		return err
	}
	return p.stepUnit(unit, p.head(unit), thidua.Send, app.Move{})
}

func (p *player) reviewUnit(unit string) error {
	return p.stepUnit(unit, p.as(office), thidua.Review, app.Move{})
}

func (p *player) stepUnit(unit string, who thidua.Actor, do thidua.Action, m app.Move) error {
	v, err := p.UnitRegistration(p.ctx, who, p.rounds[2025], p.units[unit].ID)
	if err != nil {
		return err
	}
	m.Version = v.Registration.Version
	_, err = p.MoveRegistration(p.ctx, who, v.Registration.ID, do, m)
	return err
}

func (p *player) askMore() error {
	return p.stepUnit("NV2", p.as(office), thidua.AskMore, app.Move{Reason: word("ask-more"),
		Remarks: map[string]string{p.leaf("TC3"): word("ask-index"), p.leaf("TC5"): word("ask-initiative")}})
}

func (p *player) remark(who thidua.Actor, code, key string) error {
	v, err := p.UnitRegistration(p.ctx, who, p.rounds[2025], p.units["NV2"].ID)
	if err != nil {
		return err
	}
	criterion := ""
	if code != "" {
		criterion = p.leaf(code)
	}
	return p.AddNote(p.ctx, who, v.Registration.ID, criterion, word(key))
}
