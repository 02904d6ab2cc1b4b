package demo

import (
	"thidua"
)

// focal is the code of Văn phòng.
const focal = "VP"

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
