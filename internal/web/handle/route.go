// Package handle is what a handler of a page sees: the route that led to it, the request with its form, the actor, and the ways to answer.
package handle

import (
	"net/http"

	"thidua"
)

// Access says who may use a route: one row of the matrix of rights. The zero value lets nobody in.
type Access struct{ row thidua.RightRow }

var (
	// Public is for everybody, without a session.
	Public = For(thidua.MayVisit)
	// SignedIn is for everybody with a session in an agency that runs movements: one's own desk.
	SignedIn = For(thidua.MayKeepDesk)
	// Anywhere is for everybody with a session, in Sở Nội vụ and UBND tỉnh too: one's own account.
	Anywhere = For(thidua.MayKeepAccount)
)

// For is the access that a row of the matrix gives.
func For(right thidua.Right) Access { return Access{thidua.RowOf(right)} }

// Open tells whether no session is needed.
func (a Access) Open() bool { return a.row.Door == thidua.DoorPublic }

// Allows tells whether a signed-in actor may use the route.
func (a Access) Allows(actor thidua.Actor) bool { return a.row.Lets(actor) }

// Right names the row of the matrix.
func (a Access) Right() thidua.Right { return a.row.Right }

// Needs lists the roles one of which is asked for at the door, none for those that ask for a session at most.
func (a Access) Needs() []thidua.Role {
	if a.row.Door != thidua.DoorRoles {
		return nil
	}
	return a.row.Who()
}

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
