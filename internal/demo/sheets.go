package demo

import (
	"thidua"
	"thidua/internal/app"
)

// agreeScale writes down the points of each leaf, with the council's agreement.
func (p *player) agreeScale(year int) error {
	f, err := p.ScaleOf(p.ctx, p.as(office), p.rounds[year])
	if err != nil {
		return err
	}
	most := map[string]thidua.Points{"TC1": 20_00, "TC3": 20_00, "TC4": 15_00, "TC5": 15_00}
	for i, c := range f.Leaves {
		f.Leaves[i].MaxPoints = 5_00
		if m, ok := most[c.Code]; ok {
			f.Leaves[i].MaxPoints = m
		}
		if c.Code == "TC5" {
			f.Leaves[i].PointsNote = word("innovation-points")
		}
	}
	f.Round.ByPoints, f.Round.OfficeReviewer = true, p.units["NV1"].ID
	f.Scale.Decision, f.Scale.AgreedOn = word("scale-decision"), thidua.NewDate(year, 3, 12)
	return p.SaveScale(p.ctx, p.as(office), f)
}

// reviewer is Văn phòng, and for its own sheet the head of the unit that the round names.
func (p *player) reviewer(unit string) thidua.Actor {
	if unit == focal {
		return p.head("NV1")
	}
	return p.as(office)
}

// sheet finds the score sheet of a unit.
func (p *player) sheet(year int, unit string) (thidua.ScoreSheet, error) {
	all, err := p.Sheets(p.ctx, p.as(office), p.rounds[year])
	for _, s := range all.Sheets {
		if s.Unit == p.units[unit].ID {
			return s, err
		}
	}
	return thidua.ScoreSheet{}, err
}

func (p *player) step(year int, unit string, who thidua.Actor, do thidua.Action) error {
	s, err := p.sheet(year, unit)
	if err != nil {
		return err
	}
	return p.MoveSheet(p.ctx, who, app.SheetMove{Sheet: s.ID, Do: do, Version: s.Version})
}
