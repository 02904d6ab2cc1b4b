package exchange

import "thidua"

// bookReaders see the work of every unit; heads that of their own.
var bookReaders = thidua.RolesFor(thidua.MayReadBook)

// For tells whether a list has something for an actor, as Open would find; which rows he may change is asked row by row.
func (n Name) For(a thidua.Actor) bool {
	switch n {
	case People, Units:
		return a.Has(thidua.RoleAdmin, thidua.RoleOffice)
	case Registrations, Progress, Scores:
		return a.Has(thidua.RoleHead) || a.Has(bookReaders...)
	}
	return false
}

// Roles are those that any list is for.
func Roles() []thidua.Role {
	return thidua.RowOf(thidua.MayExchange).Who()
}
