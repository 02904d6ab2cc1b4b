package closing

import (
	"thidua"
)

// View is a movement summed up, as far as the actor may see it. Units and People are those that took part in a year at least; what a line sums up
// keeps to the units and names of each year.
type View struct {
	Movement    thidua.Movement
	Definition  thidua.Definition
	Closing     thidua.Round // the closing round; without an ID while the summing up has not begun
	Years       []Year       // begun ones, in order
	Units       []Line
	People      []Line
	Criteria    []Criterion
	Initiatives []Initiative      // recognised ones, by year and unit
	Exemplars   []thidua.Exemplar // published ones, the latest first
	Awards      []thidua.Award
	Tally       thidua.Tally // of the targets of all units
	Papers      Papers       // for those who work on the closing
	Others      []thidua.Movement
	Offers      []thidua.Offer
}

// Year is one year of the period: what all its units together registered and reached.
type Year struct {
	thidua.Round
	Tally       thidua.Tally
	Units       int // that registered
	People      int
	Initiatives int  // recognised
	Ranks       bool // the actor sees them
}

// Line is a unit or a person over the years.
type Line struct {
	thidua.Subject
	Short  string      // of a unit, for narrow places
	Until  thidua.Date // the day up to which a unit existed; empty for one that exists
	Years  []Stand     // one for each year of the view
	Tally  thidua.Tally
	Awards []thidua.Award
	Models int // how often the person was held up as an example, or the unit and its people together
}

// Stand is where a line stood in one year. There is false for a year in which the unit or the person was not there; Rank is 0 while it is not
// known or not to be seen.
type Stand struct {
	There      bool
	Registered bool
	Tally      thidua.Tally
	Rank       int
}

// Registered counts the years for which the subject registered, There those in which it was there.
func (l Line) Registered() (n int) {
	for _, y := range l.Years {
		if y.Registered {
			n++
		}
	}
	return n
}

// There counts the years in which the subject was there.
func (l Line) There() (n int) {
	for _, y := range l.Years {
		if y.There {
			n++
		}
	}
	return n
}

// Criterion is a head criterion over all units and years.
type Criterion struct {
	thidua.Criterion
	Tally thidua.Tally
}

// Initiative is a recognised initiative with its year, unit and author by name.
type Initiative struct {
	thidua.Initiative
	Year         int
	Unit, Author string
}
