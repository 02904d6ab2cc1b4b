package sample

import (
	"strings"

	"thidua"
)

// parts are what names of people are put together from.
type parts struct{ families, middles, givens []string }

var naming = func() map[thidua.Sex]parts {
	table := rows("names")
	list := func(key string) []string { return strings.Fields(of(table, key)[0][0]) }
	return map[thidua.Sex]parts{
		thidua.Male:   {list("ho"), list("dem-nam"), list("ten-nam")},
		thidua.Female: {list("ho"), list("dem-nu"), list("ten-nu")},
	}
}()

// name puts a name together; it belongs to nobody.
func (d dice) name(sex thidua.Sex) string {
	p := naming[sex]
	family, middle, given := pick(d, p.families), pick(d, p.middles), pick(d, p.givens)
	for given == middle {
		given = pick(d, p.givens)
	}
	return strings.Join([]string{family, middle, given}, " ")
}

func (d dice) sex() thidua.Sex {
	if d.chance(52) {
		return thidua.Female
	}
	return thidua.Male
}
