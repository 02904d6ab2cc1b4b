package former

import (
	"slices"

	"thidua"
)

// The settings of a year that can be taken over, named as their fields on the page of settings.
const (
	Internal     = "internal"
	Scoring      = "scoring"
	Dossier      = "dossier"
	Sending      = "send"
	QuotaUnits   = "quota-units"
	QuotaPeople  = "quota-people"
	Reached      = "reached"
	Points       = "points"
	Reviewer     = "reviewer"
	InternalRank = "internal-rank"
	Scale        = "scale" // the largest scores of the criteria
)

// Setting is one setting of the year before, beside what the round has now.
type Setting struct {
	Name  string
	Set   bool // the round has its own already: it is overwritten only when chosen
	Moved bool // a day that was free in the new year, and moved to the working day before
	Free  thidua.Date
	Why   string // the name of the holiday on the free day; empty on a Saturday or Sunday
	Blind bool   // the holidays of the year are not loaded: only Saturdays and Sundays were looked at
	Lost  bool   // a unit that is no unit of the day any more: it cannot be chosen
}

// apply copies one setting from a round into another.
var apply = map[string]func(to *thidua.Round, from thidua.Round){
	Internal:     func(to *thidua.Round, from thidua.Round) { to.InternalDue = from.InternalDue },
	Scoring:      func(to *thidua.Round, from thidua.Round) { to.ScoringDue = from.ScoringDue },
	Dossier:      func(to *thidua.Round, from thidua.Round) { to.DossierInternal = from.DossierInternal },
	Sending:      func(to *thidua.Round, from thidua.Round) { to.SendInternal = from.SendInternal },
	QuotaUnits:   func(to *thidua.Round, from thidua.Round) { to.QuotaUnits = from.QuotaUnits },
	QuotaPeople:  func(to *thidua.Round, from thidua.Round) { to.QuotaPeople = from.QuotaPeople },
	Reached:      func(to *thidua.Round, from thidua.Round) { to.ReachedFrom = from.ReachedFrom },
	Points:       func(to *thidua.Round, from thidua.Round) { to.ByPoints = from.ByPoints },
	Reviewer:     func(to *thidua.Round, from thidua.Round) { to.OfficeReviewer = from.OfficeReviewer },
	InternalRank: func(to *thidua.Round, from thidua.Round) { to.InternalRank = from.InternalRank },
}

// order is that of the page of settings.
var order = []string{Internal, Scoring, Dossier, Sending, QuotaUnits, QuotaPeople, Reached, Points, Reviewer, InternalRank}

// unset is a round of which the agency has set nothing.
var unset = thidua.Round{QuotaUnits: -1, QuotaPeople: -1, ReachedFrom: 100}

// offered lists what the year before has set otherwise than the round now; next is the year before with its days moved.
func (s *Settings) offered(days thidua.Calendar, units []thidua.Unit) {
	for _, name := range order {
		as := func(r thidua.Round) thidua.Round {
			out := unset
			apply[name](&out, r)
			return out
		}
		x := Setting{Name: name, Set: as(s.Round) != unset}
		if on := s.dayOf(name); on != nil {
			x = s.settle(x, on, days)
		}
		if as(s.Next) == unset || as(s.Next) == as(s.Round) {
			continue
		}
		x.Lost = name == Reviewer && !slices.ContainsFunc(units, func(u thidua.Unit) bool { return u.ID == s.Next.OfficeReviewer && u.Kind != thidua.UnitOffice })
		s.Offered = append(s.Offered, x)
	}
}

// dayOf gives the day of a setting that is taken over; nil for a setting that is no day.
func (s *Settings) dayOf(name string) *thidua.Date {
	switch name {
	case Internal:
		return &s.Next.InternalDue
	case Scoring:
		return &s.Next.ScoringDue
	case Dossier:
		return &s.Next.DossierInternal
	case Sending:
		return &s.Next.SendInternal
	}
	return nil
}

// settle puts a day as many years on as lie between the rounds, and from a free day back to the working day before it.
func (s *Settings) settle(x Setting, on *thidua.Date, days thidua.Calendar) Setting {
	if *on = on.AddYears(s.Round.Year - s.Before.Year); *on == "" {
		return x
	}
	x.Blind = !days.Knows(on.Year())
	if last := days.LastWorking(*on); last != *on {
		x.Moved, x.Free, x.Why = true, *on, days[*on].Name
		*on = last
	}
	return x
}
