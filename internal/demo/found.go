package demo

import (
	"thidua"
)

// founded is since when everybody of the sample works there.
const founded thidua.Date = "2021-01-01"

// found makes the agency with its holidays.
func (p *player) found() error {
	p.maker = thidua.Actor{Account: "demo", Name: word("maker"), Roles: []thidua.Role{thidua.RoleAdmin}}
	agency, err := p.FoundAgency(p.ctx, p.maker, thidua.Agency{Name: word("agency"), Parent: word("parent"), Place: word("place"),
		Symbol: word("symbol"), LeaderTitle: word("leader"), HomeRule: word("rule"), Sample: true, Public: true})
	if err != nil {
		return err
	}
	p.tenant, p.maker.Tenant = agency.ID, agency.ID
	return p.holidays(p.maker)
}

// holidays enters the holidays of the sample into the agency of the actor.
func (p *player) holidays(maker thidua.Actor) error {
	for _, r := range rows("holidays.txt") {
		h := thidua.Holiday{Day: day(r[0]), DayKind: thidua.DayKind{Free: true, Name: r[1]}}
		if err := p.SaveHoliday(p.ctx, maker, h); err != nil {
			return err
		}
	}
	return nil
}

// organise makes units, people, accounts and the council.
func (p *player) organise() error {
	for i, r := range rows("units.txt") {
		u, err := p.SaveUnit(p.ctx, p.maker, thidua.Unit{Code: r[0], Name: r[1], Short: r[2], Kind: thidua.UnitKind(r[3]), Order: i + 1, From: founded})
		if err != nil {
			return err
		}
		p.units[r[0]] = u
	}
	council := thidua.Council{Name: word("council"), Decision: word("council-decision"), DecidedOn: "2021-07-15", From: "2021-07-15",
		Quorum: thidua.Share{Num: 2, Den: 3}, Threshold: thidua.Share{Num: 2, Den: 3}, RuleSource: word("council-rule"), OwnOut: true}
	for _, r := range rows("people.txt") {
		m, err := p.join(r)
		if err != nil {
			return err
		}
		if r[7] != "" {
			council.Members = append(council.Members, thidua.CouncilMember{Person: m.ID, Name: m.Name, Sex: m.Sex, Post: r[3],
				Seat: thidua.Seat(r[7]), Order: len(council.Members) + 1})
		}
	}
	made, err := p.SaveCouncil(p.ctx, p.maker, council)
	p.council = made.ID
	return err
}
