package former

import (
	"context"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// CodeNoSession is an earlier session that is not there to take the programme of.
const CodeNoSession thidua.Code = "former.no-session"

// mostSessions is how many earlier sessions are offered.
const mostSessions = 6

// Programme is a session as it would be planned after an earlier one (chương trình theo phiên trước): a proposal, nothing of it is saved.
type Programme struct {
	Earlier thidua.Session
	Was     thidua.Council // that sat at the earlier session
	Session thidua.Session // the proposal: hour, place, way of voting, who counts; its day only where another year is judged
	Council thidua.Council // in force on the day proposed, or today; without an ID when none is
	Moved   bool           // the day proposed was free, and moved to the working day before
	Blind   bool           // the holidays of that year are not loaded
	Gone    []thidua.CouncilMember
	New     []thidua.CouncilMember
	Dropped []thidua.CouncilMember // who counted then and is no member now
}

// Sessions lists the latest sessions of all years whose programme a new one may take over, the latest first.
func (d *Desk) Sessions(ctx context.Context, actor thidua.Actor) (out []thidua.Session, err error) {
	if act.May(actor, thidua.RoleSecretary, thidua.RoleOffice) != nil {
		return nil, nil
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		out, err = tx.LatestCouncilSessions(mostSessions)
		return err
	})
	return out, err
}

// Programme proposes a session about a round after an earlier one.
func (d *Desk) Programme(ctx context.Context, actor thidua.Actor, round, session string) (p Programme, err error) {
	if err := act.May(actor, thidua.RoleSecretary, thidua.RoleOffice); err != nil {
		return p, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		p = Programme{}
		r, err := tx.Round(round)
		if err != nil {
			return err
		}
		if p.Earlier, err = tx.CouncilSession(session); thidua.KindOf(err) == thidua.NotFound {
			return thidua.Refuse(thidua.NotFound, CodeNoSession)
		}
		if err != nil {
			return err
		}
		before, err := tx.Round(p.Earlier.Round)
		if err != nil {
			return err
		}
		p.Session = thidua.Session{Round: r.ID, Place: p.Earlier.Place, VoteKind: p.Earlier.VoteKind}
		if err := p.putDay(tx, r.Year-before.Year); err != nil {
			return err
		}
		return p.seat(tx)
	})
	return p, err
}

// putDay proposes the hour of the earlier session, on its day as many years later as lie between the rounds; in the same year no day.
func (p *Programme) putDay(tx *store.Tx, years int) error {
	day, at := thidua.DateOf(p.Earlier.At), p.Earlier.At.In(thidua.Zone)
	if years <= 0 {
		return nil
	}
	day = day.AddYears(years)
	days, err := tx.Calendar(day)
	if err != nil {
		return err
	}
	last := days.LastWorking(day)
	p.Moved, p.Blind = last != day, !days.Knows(day.Year())
	p.Session.At = last.Time().Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
	return nil
}

// seat finds the council of the day, how it differs from the one before, and who of those that counted is still a member.
func (p *Programme) seat(tx *store.Tx) (err error) {
	if p.Was, err = tx.Council(p.Earlier.Council); err != nil {
		return err
	}
	on := act.Today(tx)
	if !p.Session.At.IsZero() {
		on = thidua.DateOf(p.Session.At)
	}
	all, err := tx.Councils()
	if err != nil {
		return err
	}
	if at := slices.IndexFunc(all, func(c thidua.Council) bool { return c.InForce(on) }); at >= 0 {
		p.Council = all[at]
	}
	p.Gone, p.New = lacking(p.Was, p.Council), lacking(p.Council, p.Was)
	for _, person := range p.Earlier.Counters {
		if _, ok := p.Council.Member(person); ok {
			p.Session.Counters = append(p.Session.Counters, person)
		} else if m, ok := p.Was.Member(person); ok {
			p.Dropped = append(p.Dropped, m)
		}
	}
	return nil
}

// lacking lists the members of a council who are none of another.
func lacking(of, in thidua.Council) (out []thidua.CouncilMember) {
	for _, m := range of.Members {
		if _, ok := in.Member(m.Person); !ok {
			out = append(out, m)
		}
	}
	return out
}
