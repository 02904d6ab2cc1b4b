package demo

import (
	"strconv"

	"thidua"
	"thidua/internal/app/inspection"
)

// inspected plans the inspection round of 2024 with its recommendations, and what the trade union did so that people took part.
func (p *player) inspected() {
	desk := inspection.Over(p.App)
	var round [][]string
	for n, r := range rows("inspection.txt") {
		switch r[0] {
		case "dot", "noi-dung", "ket-qua":
			round = append(round, r)
		case "kien-nghi":
			p.plan(minutesAfter(moment(day(r[1]), 9, 0), n), p.recommend(desk, r))
		case "bao-cao":
			p.plan(moment(day(r[1]), 14, 30), p.answered(desk, r))
		case "van-dong", "xac-nhan":
			p.plan(minutesAfter(moment(day(r[1]), 15, 30), n), p.mobilised(desk, r))
		}
	}
	p.plan(moment(day(round[0][1]), 8, 0), p.beginInspection(desk, round))
	for n, r := range round[2:] {
		p.plan(moment(day(r[1]), 16, 0), func() error {
			return desk.RecordFinding(p.ctx, p.as(office), p.docs["inspection"], int64(n)+2, p.units[r[2]].ID, r[3], day(r[1]))
		})
	}
}

// beginInspection makes the round of 2024 and begins it.
func (p *player) beginInspection(desk *inspection.Desk, round [][]string) func() error {
	return func() error {
		i := thidua.Inspection{Round: p.rounds[2024], Name: round[0][3], Number: round[0][5], Content: round[1][3], From: day(round[0][1]), To: day(round[0][4])}
		for _, r := range round[2:] {
			i.Visits = append(i.Visits, thidua.Visit{Unit: p.units[r[2]].ID, On: day(r[1])})
		}
		kept, err := desk.Save(p.ctx, p.as(office), i)
		if err != nil {
			return err
		}
		p.docs["inspection"] = kept.ID
		return desk.Move(p.ctx, p.as(office), kept.ID, thidua.BeginInspection, 1)
	}
}

func (p *player) recommend(desk *inspection.Desk, r []string) func() error {
	return func() error {
		return desk.Recommend(p.ctx, p.as(office), thidua.Recommendation{Inspection: p.docs["inspection"], Unit: p.units[r[2]].ID, Text: r[3], Due: day(r[4])})
	}
}

// answered is the report of the unit, which Văn phòng confirms; the round has ended by then.
func (p *player) answered(desk *inspection.Desk, r []string) func() error {
	return func() error {
		v, err := desk.View(p.ctx, p.as(office), p.docs["inspection"])
		if err != nil {
			return err
		}
		if err := desk.Move(p.ctx, p.as(office), v.ID, thidua.EndInspection, v.Version); err != nil {
			return err
		}
		for _, asked := range v.Asked {
			if asked.Unit != p.units[r[2]].ID {
				continue
			}
			in := inspection.Answer{Version: 1, Text: r[3], On: day(r[1]), DocNumber: r[4]}
			if err := desk.MoveRecommendation(p.ctx, p.as(office), asked.ID, thidua.AnswerRecommend, in); err != nil {
				return err
			}
			return desk.MoveRecommendation(p.ctx, p.as(office), asked.ID, thidua.CloseRecommend, inspection.Answer{Version: 2})
		}
		return nil
	}
}

func (p *player) mobilised(desk *inspection.Desk, r []string) func() error {
	return func() error {
		who := p.as(called(thidua.RoleHelper))
		if r[0] == "xac-nhan" {
			return desk.Confirm(p.ctx, who, p.rounds[2024], r[3], 0)
		}
		took, err := strconv.Atoi(r[4])
		if err != nil {
			return err
		}
		m := thidua.Mobilisation{Round: p.rounds[2024], On: day(r[1]), What: r[3], TookPart: took}
		if r[2] != "" {
			m.Unit = p.units[r[2]].ID
		}
		if len(r) > 5 {
			m.DocNumber = r[5]
		}
		return desk.Record(p.ctx, who, m)
	}
}
