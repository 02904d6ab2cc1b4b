package thidua

import "slices"

// Role is what somebody may do; labels stand in package vi.
type Role string

// The roles of domain.md, section 1, that a running season needs.
const (
	RoleStaff     Role = "staff"     // cá nhân (cán bộ, công chức, người lao động): everybody with an account and a person
	RoleHead      Role = "head"      // trưởng, phó phòng; lãnh đạo Văn phòng: for the unit of the post
	RoleOffice    Role = "office"    // chuyên viên Văn phòng phụ trách
	RoleLeader    Role = "leader"    // lãnh đạo cơ quan
	RoleCouncil   Role = "council"   // thành viên Hội đồng
	RoleSecretary Role = "secretary" // thư ký Hội đồng
	RoleChair     Role = "chair"     // chủ tịch Hội đồng
	RoleClerk     Role = "clerk"     // văn thư
	RoleHelper    Role = "helper"    // Công đoàn hoặc đầu mối vận động, with dates
	RoleInspector Role = "inspector" // kiểm tra, giám sát: reads, with the log
	RoleAdmin     Role = "admin"     // quản trị: accounts and catalogues, never ballots nor locked data
)

// Roles lists every role, in the order in which a menu takes the first one.
var Roles = []Role{
	RoleOffice, RoleHead, RoleSecretary, RoleChair, RoleCouncil, RoleLeader, RoleClerk, RoleHelper, RoleInspector, RoleAdmin, RoleStaff,
}

// Granted lists the roles that the administrator gives by hand; the others follow from posts and from the council.
var Granted = []Role{RoleOffice, RoleLeader, RoleClerk, RoleHelper, RoleInspector, RoleAdmin}

// Actor is who acts: an account with its person and what that person may do today.
type Actor struct {
	Tenant  string
	Account string
	Person  string // id of the person; empty for an account without one
	Name    string
	Post    string // chức vụ as shown, such as "Chuyên viên Văn phòng"
	Unit    string // id of the unit of the person's post
	Roles   []Role
	Heads   []string // units that this person leads, for RoleHead

	LeadsOffice bool // Văn phòng is among them

	MustChange bool // the password was set by somebody else: the next thing to do is to choose one's own
}

// Add gives the actor a role, once.
func (a *Actor) Add(r Role) {
	if !a.Has(r) {
		a.Roles = append(a.Roles, r)
	}
}

// Has tells whether the actor holds one of the roles.
func (a Actor) Has(roles ...Role) bool {
	return slices.ContainsFunc(roles, func(r Role) bool { return slices.Contains(a.Roles, r) })
}

// Leads tells whether the actor is head or deputy of the unit.
func (a Actor) Leads(unit string) bool { return unit != "" && slices.Contains(a.Heads, unit) }

// For gives the roles that hold for an object of the given unit and person: RoleHead only for a unit that the actor leads,
// RoleStaff only for the actor's own object.
func (a Actor) For(unit, person string) []Role {
	var out []Role
	for _, r := range a.Roles {
		switch {
		case r == RoleHead && !a.Leads(unit):
		case r == RoleStaff && (person == "" || person != a.Person):
		default:
			out = append(out, r)
		}
	}
	return out
}

// Own tells whether the object is the actor's own case: nobody approves, reviews or votes on it.
func (a Actor) Own(person string) bool { return person != "" && person == a.Person }
