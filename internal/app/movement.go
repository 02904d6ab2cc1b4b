package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// MovementView is what the page of a movement shows of one of its years.
type MovementView struct {
	Season                          // the round shown is the zero value when the movement has none
	Beside        []thidua.Movement // the other movements of the agency, the latest first
	Agency        thidua.Agency
	Rounds        []thidua.Round // by year
	Plan          thidua.PlanSource
	Open          []thidua.OpenItem
	Lines         []UnitLine // of the units that the actor may see
	Figures       Figures
	Before        Figures        // of the year before; Known is false when there is none
	Completion    map[string]int // mean percent by criterion, -1 without targets
	Awards        []YearAwards   // the latest year first
	Sent          thidua.Submission
	SentDossier   thidua.Submission
	Session       thidua.Session // the last of the year that was not put off
	RoundOffers   []thidua.Offer
	MovementOffer []thidua.Offer
	Units         []thidua.Unit
	Scale         thidua.Scale
	Documents     []thidua.MovementDocument // beside the plan and its bases, withdrawn ones among them
	Reform        store.ReformCount         // of the tasks of reform plans in the year
}

// UnitLine is how one unit stands in the year.
type UnitLine struct {
	thidua.Unit
	Staff      int
	Takes      int // people of the unit who registered
	Completion int // mean percent of its targets, -1 without
	Reviewed   *thidua.Points
}

// Figures are the counts of one year.
type Figures struct {
	Known              bool // something is registered
	Units, AllUnits    int
	People, AllPeople  int
	Targets            thidua.Tally
	Initiatives        int // recognised
	InitiativesAwaited int
}

// YearAwards counts what a year brought.
type YearAwards struct{ Year, Collectives, Individuals int }

// MovementOf reads a movement in one of its years; year 0 is the one that is worked on. Everybody of the agency may; the lines of units are
// those that the actor may see.
func (a *App) MovementOf(ctx context.Context, actor thidua.Actor, id string, year int) (v MovementView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		v = MovementView{Completion: map[string]int{}}
		if v.Movement, err = tx.Movement(id); err != nil {
			return err
		}
		if v.Agency, err = tx.Agency(); err != nil {
			return err
		}
		if v.Beside, err = tx.Movements(); err != nil {
			return err
		}
		v.Beside = slices.DeleteFunc(v.Beside, func(m thidua.Movement) bool { return m.ID == id })
		if v.Rounds, err = tx.Rounds(id); err != nil {
			return err
		}
		if v.Documents, err = tx.MovementDocuments(id); err != nil {
			return err
		}
		if err := v.choose(year, today(tx)); err != nil {
			return err
		}
		if err := v.readPlan(tx, actor); err != nil {
			return err
		}
		return v.readYear(tx, actor)
	})
	return v, err
}

// choose picks the round of a year, of none the one worked on today; NotFound for a year that the movement does not have.
func (v *MovementView) choose(year int, today thidua.Date) error {
	if year == 0 {
		v.Round, _ = thidua.Current(v.Rounds, today)
		return nil
	}
	for _, r := range v.Rounds {
		if r.Year == year && !r.Closing {
			v.Round = r
			return nil
		}
	}
	return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

func (v *MovementView) readPlan(tx *store.Tx, actor thidua.Actor) error {
	v.MovementOffer = thidua.MovementFlow.Offers(v.Movement.State, actor.Roles, roundsEnded(v.Rounds))
	edition := v.Round.Edition
	if edition == "" {
		return nil
	}
	var err error
	if v.Definition, err = tx.Definition(edition); err != nil {
		return err
	}
	plan, open, err := openOf(tx, v.Definition)
	v.Plan = plan.Source
	if actor.Has(thidua.RoleOffice) {
		v.Open = open
	}
	return err
}

func (v *MovementView) readYear(tx *store.Tx, actor thidua.Actor) error {
	if v.Round.ID == "" {
		return nil
	}
	v.RoundOffers = thidua.RoundFlow.Offers(v.Round.State, actor.Roles, nil)
	all, err := materials(tx, v.Season, v.withBefore(), scored)
	if err != nil {
		return err
	}
	m := all[0]
	for _, read := range []func(*store.Tx) error{v.readScale, v.countReform} {
		if err := read(tx); err != nil {
			return err
		}
	}
	v.Units = m.units
	staff, err := tx.Staff(store.StaffFilter{On: m.unitsOn(today(tx))}, store.Page{})
	if err != nil {
		return err
	}
	v.Figures = figuresOf(m, len(staff))
	for _, u := range m.units {
		if sees(actor, u.ID, "") {
			v.Lines = append(v.Lines, lineOf(m, u, staff, actor))
		}
	}
	for _, c := range v.Criteria {
		v.Completion[c.ID] = mean(m.targets, func(t TargetResult) bool {
			return t.Subject.Kind == thidua.Collective && v.Within(t.Criterion, c.ID)
		})
	}
	if len(all) > 1 {
		if err := v.compare(tx, all[1]); err != nil {
			return err
		}
	}
	return v.readWay(tx)
}

func (v *MovementView) readScale(tx *store.Tx) (err error) {
	v.Scale, err = tx.Scale(v.Round.ID)
	return err
}

func (v *MovementView) countReform(tx *store.Tx) (err error) {
	v.Reform, err = tx.ReformCount(v.Round.ID)
	return err
}

func lineOf(m *material, u thidua.Unit, staff []thidua.Staff, actor thidua.Actor) UnitLine {
	l := UnitLine{Unit: u, Completion: mean(m.targets, ofUnit(u.ID))}
	for _, s := range staff {
		if competesIn(s, u) {
			l.Staff++
		}
	}
	for _, e := range m.entries {
		if e.Kind == thidua.Individual && e.Unit == u.ID {
			l.Takes++
		}
	}
	shown := m.Round.RanksPublished || actor.Has(readers...)
	if sheet, ok := m.sheets[u.ID]; ok && shown && sheet.ByPoints && closed(sheet) {
		total := sheet.Totals().Review
		l.Reviewed = &total
	}
	return l
}

// competesIn tells whether somebody competes in a unit: lãnh đạo cơ quan registers with Văn phòng.
func competesIn(s thidua.Staff, u thidua.Unit) bool {
	return s.Unit == u.ID || s.Unit == "" && u.Kind == thidua.UnitOffice
}

func figuresOf(m *material, staff int) Figures {
	f := Figures{Known: len(m.entries) > 0, AllUnits: len(m.units), AllPeople: staff}
	for _, e := range m.entries {
		if e.Kind == thidua.Collective {
			f.Units++
		} else {
			f.People++
		}
	}
	f.Targets = tally(m.Round, m.targets, func(t TargetResult) bool { return t.Subject.Kind == thidua.Collective })
	for _, i := range m.initiatives {
		if i.Recognised {
			f.Initiatives++
		} else {
			f.InitiativesAwaited++
		}
	}
	return f
}

// withBefore gives the round and, where the movement has it, that of the year before.
func (v *MovementView) withBefore() []thidua.Round {
	out := []thidua.Round{v.Round}
	for _, r := range v.Rounds {
		if r.Year == v.Round.Year-1 && !r.Closing {
			out = append(out, r)
		}
	}
	return out
}

// compare counts the year before.
func (v *MovementView) compare(tx *store.Tx, before *material) error {
	staff, err := tx.Staff(store.StaffFilter{On: before.unitsOn(today(tx))}, store.Page{})
	v.Before = figuresOf(before, len(staff))
	return err
}

// readWay reads how far the year has come, and the awards of all years.
func (v *MovementView) readWay(tx *store.Tx) error {
	for what, into := range map[thidua.SentWhat]*thidua.Submission{thidua.SentRegistrations: &v.Sent, thidua.SentDossier: &v.SentDossier} {
		all, err := tx.Submissions(v.Round.ID, what)
		if err != nil {
			return err
		}
		if len(all) > 0 {
			*into = all[len(all)-1]
		}
	}
	sessions, err := tx.CouncilSessions(v.Round.ID)
	if err != nil {
		return err
	}
	for _, s := range sessions {
		if s.State != thidua.SessionPostponed && !s.At.Before(v.Session.At) {
			v.Session = s
		}
	}
	counts, err := tx.AwardCounts(v.Movement.ID)
	for _, c := range counts {
		if n := len(v.Awards); n == 0 || v.Awards[n-1].Year != c.Year {
			v.Awards = append(v.Awards, YearAwards{Year: c.Year})
		}
		last := &v.Awards[len(v.Awards)-1]
		if c.Kind == thidua.Collective {
			last.Collectives = c.Count
		} else {
			last.Individuals = c.Count
		}
	}
	return err
}

// CodeRoundNotLaunched is a year of a movement that has not been launched (phát động).
const CodeRoundNotLaunched thidua.Code = "round.not-launched"

// SaveRound keeps what the agency itself sets for a year, of the given version: internal days, quotas with their document, from which percent
// a target is reached, points or the yes/no sheet, who reviews the sheet of Văn phòng, whether the internal rank stands in for the
// provincial one. Days of the plan stay. Faults stand at "reached", "reviewer", "internal" and "points".
func (a *App) SaveRound(ctx context.Context, actor thidua.Actor, typed thidua.Round) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	d := deed{Verb: thidua.SetRound, Object: "round:" + typed.ID}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		r, err := openRound(tx, typed.ID)
		if err != nil {
			return err
		}
		m, err := tx.Movement(r.Movement)
		if err != nil {
			return err
		}
		d.Name, d.Before = vi.RoundName(m, r), r
		if err := checkPoints(tx, r, typed); err != nil {
			return err
		}
		r.InternalDue, r.ScoringDue, r.DossierInternal, r.SendInternal = typed.InternalDue, typed.ScoringDue, typed.DossierInternal, typed.SendInternal
		r.QuotaUnits, r.QuotaPeople, r.QuotaSource = typed.QuotaUnits, typed.QuotaPeople, strings.TrimSpace(typed.QuotaSource)
		r.ReachedFrom, r.ByPoints, r.InternalRank, r.OfficeReviewer = typed.ReachedFrom, typed.ByPoints, typed.InternalRank, typed.OfficeReviewer
		r.Version = typed.Version
		office, err := isOffice(tx, r.OfficeReviewer)
		if err != nil {
			return err
		}
		if err := r.Check(office); err != nil {
			return err
		}
		d.After = r
		return tx.UpdateRound(r)
	})
}

// checkPoints keeps the kind of sheet once sheets stand on it.
func checkPoints(tx *store.Tx, r, typed thidua.Round) error {
	if r.ByPoints == typed.ByPoints {
		return nil
	}
	sheets, err := tx.ScoreSheets(r.ID)
	if err == nil && len(sheets) > 0 {
		err = thidua.Faults{{Field: "points", Code: CodeSheetsOpen}}.Err()
	}
	return err
}

// isOffice tells whether a unit is Văn phòng; NotFound for a unit that does not exist.
func isOffice(tx *store.Tx, unit string) (bool, error) {
	if unit == "" {
		return false, nil
	}
	u, err := tx.Unit(unit)
	return u.Kind == thidua.UnitOffice, err
}

// MoveRound takes a year one step further, or opens its registration again with a reason. Registration opens only in a movement that was
// launched; the first opening is the day on which the year was launched.
func (a *App) MoveRound(ctx context.Context, actor thidua.Actor, round string, do thidua.Action, version int64, reason string) error {
	reason = strings.TrimSpace(reason)
	return a.write(ctx, actor, deed{Verb: do, Object: "round:" + round, Reason: reason}, func(tx *store.Tx, d *deed) error {
		r, err := tx.Round(round)
		if err != nil {
			return err
		}
		m, err := tx.Movement(r.Movement)
		if err != nil {
			return err
		}
		rule, err := thidua.RoundFlow.Next(r.State, do, actor.Roles, nil, reason)
		if err != nil {
			return err
		}
		if do == thidua.OpenRegistration && m.State == thidua.MovementPlanned {
			return thidua.Refuse(thidua.Conflict, CodeRoundNotLaunched)
		}
		d.Name, d.Before, d.After = vi.RoundName(m, r), r.State, rule.To
		r.State, r.Version = rule.To, version
		if do == thidua.OpenRegistration && r.LaunchedOn == "" {
			r.LaunchedOn = today(tx)
		}
		return tx.UpdateRound(r)
	})
}

// MoveMovement takes a movement one step further. Its summing up begins with a closing round; it ends when no round is worked on any more.
func (a *App) MoveMovement(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, version int64) error {
	return a.write(ctx, actor, deed{Verb: do, Object: "movement:" + id}, func(tx *store.Tx, d *deed) error {
		m, err := tx.Movement(id)
		if err != nil {
			return err
		}
		rounds, err := tx.Rounds(id)
		if err != nil {
			return err
		}
		rule, err := thidua.MovementFlow.Next(m.State, do, actor.Roles, roundsEnded(rounds), "")
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = m.Name, m.State, rule.To
		if n := len(rounds); do == thidua.BeginSumming && n > 0 {
			closing := m.ClosingRound(rounds[n-1])
			closing.ID = store.NewID()
			if err := tx.InsertRound(closing); err != nil {
				return err
			}
		}
		m.Version = version
		return tx.SetMovementState(m, rule.To)
	})
}

// roundsEnded tells whether a movement may end: no round is worked on.
func roundsEnded(rounds []thidua.Round) thidua.Facts {
	open := slices.ContainsFunc(rounds, func(r thidua.Round) bool { return r.State != thidua.RoundEnded && r.State != thidua.RoundWaiting })
	return thidua.Facts{thidua.RoundsEnded: !open}
}
