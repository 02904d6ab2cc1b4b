package demo

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
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
	for _, r := range rows("holidays.txt") {
		h := thidua.Holiday{Day: day(r[0]), DayKind: thidua.DayKind{Free: true, Name: r[1]}}
		if err := p.SaveHoliday(p.ctx, p.maker, h); err != nil {
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

// join adds a person with post and account, and the actor that the account will be.
func (p *player) join(r []string) (member, error) {
	m := member{unit: r[2], rank: thidua.Rank(r[4])}
	unit := p.units[r[2]].ID
	post := thidua.Post{Unit: unit, Title: r[3], Rank: m.rank, From: founded}
	var err error
	m.Person, err = p.AddPerson(p.ctx, p.maker, thidua.Person{Code: personCode(r), Name: r[0], Sex: thidua.Sex(r[1]), Civil: r[5] != "", From: founded}, post)
	if err != nil {
		return m, err
	}
	m.actor = thidua.Actor{Tenant: p.tenant, Person: m.ID, Name: m.Name, Post: r[3], Unit: unit, Roles: rolesOf(r)}
	if m.actor.Has(thidua.RoleHead) {
		m.actor.Heads = []string{unit}
	}
	if r[5] != "" {
		n := app.NewAccount{UserName: r[5], Person: m.ID, Password: p.password}
		if r[6] != "" {
			n.Roles = []thidua.Role{thidua.Role(r[6])}
		}
		if m.actor.Account, _, err = p.AddAccount(p.ctx, p.maker, n); err != nil {
			return m, err
		}
	}
	p.people[m.Name] = m
	return m, nil
}

func personCode(r []string) string {
	if r[5] != "" {
		return strings.ToUpper(r[5])
	}
	return "NLD01"
}

// rolesOf gives the roles of a line of the cast: those granted, and those that follow from post and seat.
func rolesOf(r []string) []thidua.Role {
	a := thidua.Actor{Roles: []thidua.Role{thidua.RoleStaff}}
	if r[6] != "" {
		a.Add(thidua.Role(r[6]))
	}
	if rank := thidua.Rank(r[4]); rank == thidua.RankHead || rank == thidua.RankDeputy {
		a.Add(thidua.RoleHead)
	}
	if r[7] != "" {
		a.Add(thidua.RoleCouncil)
	}
	switch thidua.Seat(r[7]) {
	case thidua.SeatChair:
		a.Add(thidua.RoleChair)
	case thidua.SeatSecretary:
		a.Add(thidua.RoleSecretary)
	}
	return a.Roles
}

// Accounts lists one account for each role, for printing at the start.
func Accounts() []Account {
	var out []Account
	for _, role := range thidua.Roles {
		for _, r := range rows("people.txt") {
			roles := rolesOf(r)
			if r[5] == "" || !slices.Contains(roles, role) || role == thidua.RoleStaff && len(roles) > 1 || role == thidua.RoleCouncil && len(roles) > 3 {
				continue
			}
			out = append(out, Account{UserName: r[5], Person: thidua.Person{Name: r[0]}, Post: r[3], Roles: []thidua.Role{role}})
			break
		}
	}
	return out
}

// scan keeps a sheet that stands for a signed or received copy.
func (p *player) scan(actor thidua.Actor, title string) (thidua.FileRef, error) {
	var pdf bytes.Buffer
	d := doc.New(title, thidua.DateOf(p.clock.Now()), true, doc.Title{Kind: title}, doc.Text(word("scan")))
	if err := d.PDF(&pdf); err != nil {
		return thidua.FileRef{}, err
	}
	return p.KeepFile(p.ctx, actor, "scan", word("scan-file"), &pdf)
}

// of lists the people of a unit in the order of the cast; lãnh đạo cơ quan competes with Văn phòng.
func (p *player) of(unit string) []member {
	var out []member
	for _, r := range rows("people.txt") {
		if m := p.people[r[0]]; m.unit == unit || m.unit == "" && unit == focal {
			out = append(out, m)
		}
	}
	return out
}

// focal is the code of Văn phòng.
const focal = "VP"

// head gives who leads a unit.
func (p *player) head(unit string) thidua.Actor {
	for _, m := range p.of(unit) {
		if m.rank == thidua.RankHead {
			return m.actor
		}
	}
	panic("nobody leads " + unit)
}

// approver gives who approves the registration of a person: the head of the unit, for the head a deputy, and the level above where there is
// none; nobody approves his own.
func (p *player) approver(m member) thidua.Actor {
	if m.rank == thidua.RankMember || m.rank == thidua.RankDeputy {
		return p.head(m.unit)
	}
	for _, other := range p.of(m.unit) {
		if other.rank == thidua.RankDeputy && m.rank == thidua.RankHead {
			return other.actor
		}
	}
	if m.Name != chief {
		return p.as(chief)
	}
	for _, r := range rows("people.txt") {
		if r[6] == string(thidua.RoleLeader) && r[0] != chief {
			return p.as(r[0])
		}
	}
	panic("nobody approves " + m.Name)
}

// minutesAfter spreads acts over a working day.
func minutesAfter(at time.Time, n int) time.Time { return at.Add(time.Duration(n) * time.Minute) }
