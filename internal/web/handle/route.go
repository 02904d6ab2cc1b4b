// Package handle is what a handler of a page sees: the route that led to it, the request with its form, the actor, and the ways to answer.
package handle

import (
	"net/http"

	"thidua"
)

// Access says who may use a route; the zero value asks for a session with any role.
type Access struct {
	open     bool
	anywhere bool
	roles    []thidua.Role
}

var (
	// Public is for everybody, without a session.
	Public = Access{open: true}
	// SignedIn is for everybody with a session in an agency that runs movements.
	SignedIn = Access{}
	// Anywhere is for everybody with a session, in Sở Nội vụ and UBND tỉnh too: one's own account.
	Anywhere = Access{anywhere: true}
)

// Roles is for a session that holds at least one of the roles.
func Roles(roles ...thidua.Role) Access { return Access{roles: roles} }

// Open tells whether no session is needed.
func (a Access) Open() bool { return a.open }

// Allows tells whether a signed-in actor may use the route.
func (a Access) Allows(actor thidua.Actor) bool {
	if len(a.roles) > 0 {
		return actor.Has(a.roles...)
	}
	return a.open || a.anywhere || actor.Kind.RunsSeasons()
}

// Needs lists the roles, none for Public and SignedIn.
func (a Access) Needs() []thidua.Role { return a.roles }

// DefaultLimit is the size of a form without files, in bytes.
const DefaultLimit = 256 << 10

// Route is one address with a method, such as "GET /dang-ky/{id}".
type Route struct {
	Pattern string
	Who     Access
	Limit   int64 // of the body, in bytes; 0 means DefaultLimit
	Quiet   bool  // the log names neither the actor nor the moment: the route that casts a ballot
	Do      func(*Ctx) error
}

// Group is the routes of one subject.
type Group struct {
	Name   string
	Routes []Route
}

// MaxBody gives the limit of the body in bytes.
func (r Route) MaxBody() int64 {
	if r.Limit > 0 {
		return r.Limit
	}
	return DefaultLimit
}

// Changes tells whether a method may change something.
func Changes(method string) bool {
	return method != http.MethodGet && method != http.MethodHead
}
