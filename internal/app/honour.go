package app

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// PublishHonour puts the awards of a round on the roll of honour: a leader does it in the program, or Văn phòng records the leader's
// agreement "ghi thay" with its scan. Visitors see it only where the agency has opened its roll to them.
func (a *App) PublishHonour(ctx context.Context, actor thidua.Actor, round string, version int64, in Instruction) error {
	return a.write(ctx, actor, deed{Verb: thidua.PublishHonour, Object: "round:" + round}, func(tx *store.Tx, d *deed) error {
		if err := may(actor, thidua.RoleOffice, thidua.RoleLeader); err != nil {
			return err
		}
		if in.Do != thidua.Agree && in.Do != thidua.AgreeAmended {
			in.Do = thidua.Agree
		}
		r, err := tx.Round(round)
		if err != nil {
			return err
		}
		awards, err := tx.Awards(store.AwardFilter{Round: round}, store.Page{Size: 1})
		if err != nil {
			return err
		}
		if len(awards) == 0 {
			return thidua.Refuse(thidua.Invalid, thidua.CodeNoAwards)
		}
		slip := thidua.CoverSlip{ID: store.NewID(), Round: round, About: thidua.SlipHonour, Object: round, State: thidua.SlipWaiting, MadeAt: tx.Now, Version: 1}
		if err := tx.InsertCoverSlip(slip); err != nil {
			return err
		}
		in.Version = slip.Version
		if err := giveOpinion(tx, actor, &slip, in); err != nil {
			return err
		}
		if slip.OnBehalf != "" {
			d.ForWho = slip.LeaderName
		}
		d.After = slip
		r.HonourPublished, r.Version = true, version
		if err := tx.UpdateCoverSlip(slip); err != nil {
			return err
		}
		return tx.UpdateRound(r)
	})
}

// HideHonour takes the awards of a round off the roll of honour, with the reason; they stay in the history.
func (a *App) HideHonour(ctx context.Context, actor thidua.Actor, round string, version int64, reason string) error {
	if err := may(actor, thidua.RoleOffice, thidua.RoleLeader); err != nil {
		return err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return thidua.Faults{{Field: "reason", Code: thidua.CodeReasonMissing}}.Err()
	}
	return a.write(ctx, actor, deed{Verb: thidua.HideHonour, Object: "round:" + round, Reason: reason}, func(tx *store.Tx, d *deed) error {
		r, err := tx.Round(round)
		if err != nil {
			return err
		}
		r.HonourPublished, r.Version = false, version
		return tx.UpdateRound(r)
	})
}

// Roll is the roll of honour (bảng vàng) of one year, as published.
type Roll struct {
	Agency   thidua.Agency
	Movement thidua.Movement
	Year     int
	Years    []int // with published awards, the latest first
	Query    string
	Awards   []thidua.Award
}

// Counts gives how many collectives and individuals are on the roll, and of how many units.
func (r Roll) Counts() (collectives, individuals, units int) {
	seen := map[string]bool{}
	for _, w := range r.Awards {
		seen[w.Subject.Unit] = true
		if w.Subject.Kind == thidua.Collective {
			collectives++
		} else {
			individuals++
		}
	}
	return collectives, individuals, len(seen)
}

// Roll reads the roll of honour of a year (0: the latest), found by name; NotFound for a visitor where the agency has not opened its roll.
func (a *App) Roll(ctx context.Context, actor thidua.Actor, year int, query string) (r Roll, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if tx.Tenant == "" {
			if tx.Tenant, err = OpenAgency(tx); err != nil {
				return err
			}
		}
		return r.read(tx, year, strings.TrimSpace(query))
	})
	return r, err
}

// OpenAgency finds the agency whose roll a visitor reads: the only one of the installation that opened it, Sở Nội vụ and UBND tỉnh beside it or not.
// NotFound when none did, or several.
func OpenAgency(tx *store.Tx) (id string, err error) {
	all, err := tx.Agencies()
	if err != nil {
		return "", err
	}
	for _, a := range all {
		switch {
		case !a.Public || !a.Kind.RunsSeasons():
		case id != "":
			return "", thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		default:
			id = a.ID
		}
	}
	if id == "" {
		return "", thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return id, nil
}

func (r *Roll) read(tx *store.Tx, year int, query string) (err error) {
	if r.Agency, err = tx.Agency(); err != nil {
		return err
	}
	y, err := yearsOf(tx)
	if err != nil {
		return err
	}
	r.Movement, r.Query = y.Movement, query
	if r.Years, err = tx.AwardYears(true); err != nil || len(r.Years) == 0 {
		return err
	}
	if r.Year = year; year == 0 {
		r.Year = r.Years[0]
	}
	r.Awards, err = tx.Awards(store.AwardFilter{Year: r.Year, Published: true, Fold: vi.Fold(query)}, store.Page{})
	return err
}

// History is the awards of the agency's units and people over the years (thành tích khen thưởng).
type History struct {
	Query  string
	Awards []thidua.Award
	Page   int // from 1
	More   bool
}

// historyPage is how many awards one page of the history shows.
const historyPage = 50

// Awards reads the history: everything for those who work on it, else what is published, the actor's own and that of the actor's unit.
func (a *App) Awards(ctx context.Context, actor thidua.Actor, query string, page int) (h History, err error) {
	h.Query, h.Page = strings.TrimSpace(query), max(page, 1)
	f := store.AwardFilter{Fold: vi.Fold(h.Query)}
	if !actor.Has(readers...) && !actor.Has(thidua.RoleClerk) {
		f.Published, f.Or, f.OrUnits = true, []string{}, actor.Heads
		if actor.Person != "" {
			f.Or = []string{actor.Person}
		}
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		h.Awards, err = tx.Awards(f, store.Page{Offset: (h.Page - 1) * historyPage, Size: historyPage + 1})
		return err
	})
	if h.More = len(h.Awards) > historyPage; h.More {
		h.Awards = h.Awards[:historyPage]
	}
	return h, err
}

// praise is what was recorded of publicity, exemplars and character in a round.
type praise struct {
	publicity []thidua.PublicityItem
	exemplars []thidua.Exemplar
	remarks   map[string]*thidua.Remark // by person
}

func (m *material) readPraise(tx *store.Tx) error {
	all, err := tx.Praised(m.Round.ID)
	p := praise{publicity: all.Publicity, exemplars: all.Exemplars, remarks: map[string]*thidua.Remark{}}
	for i := range all.Remarks {
		p.remarks[all.Remarks[i].Person] = &all.Remarks[i]
	}
	m.praise = p
	return err
}

// of gives the verified publicity and the published exemplars of a subject; those of its people are also the unit's.
func (p praise) of(s thidua.Subject) (items []thidua.PublicityItem, exemplars []thidua.Exemplar) {
	for _, i := range p.publicity {
		if s.Kind == thidua.Collective && i.Unit == s.Unit || s.Kind == thidua.Individual && i.Person == s.Person {
			items = append(items, i)
		}
	}
	for _, e := range p.exemplars {
		if s.Kind == thidua.Collective && e.Subject.Unit == s.Unit || s.Kind == thidua.Individual && e.Subject.Person == s.Person {
			exemplars = append(exemplars, e)
		}
	}
	return items, exemplars
}

// InitiativeFilter narrows a list of initiatives: by state, and by words of its name, authors or unit; empty fields do not.
type InitiativeFilter struct {
	State thidua.State
	Text  string
}

func (f InitiativeFilter) keeps(r InitiativeRow) bool {
	return (f.State == "" || r.State == f.State) && strings.Contains(vi.Fold(r.Name+" "+r.By+" "+vi.Authors(r.Initiative)), vi.Fold(f.Text))
}

// mayShorten refuses what the short record of an initiative may not say: others than Văn phòng that it is recognised, and anybody what the
// initiative council has in hand.
func mayShorten(actor thidua.Actor, before, i thidua.Initiative) error {
	if !actor.Has(thidua.RoleOffice) && (i.Recognised || before.Recognised || !actor.Leads(i.Unit) && !before.By(actor.Person)) {
		return thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	short := before.State == thidua.InitiativeDraft || before.State == thidua.InitiativeSubmitted || before.State == thidua.InitiativeRecognised
	if i.Recognised && !short || !i.Recognised && !before.Editable() {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.RecordRecognised, before.State)
	}
	return nil
}

func (m *material) readYear(tx *store.Tx) error {
	index, err := tx.IndexResults()
	if err != nil {
		return err
	}
	for i := range index {
		switch index[i].Year {
		case m.Round.Year:
			m.index = &index[i]
		case m.Round.Year - 1:
			m.before = &index[i]
		}
	}
	evaluations, err := tx.Evaluations(m.Round.Year)
	if err != nil {
		return err
	}
	for i := range evaluations {
		m.evaluations[evaluations[i].Person] = &evaluations[i]
	}
	held, err := tx.Held(m.Round.ID)
	for _, s := range held {
		m.held[s.Key()] = true
	}
	return err
}

// readLaunches keeps the first launch plan of each unit that stands.
func (m *material) readLaunches(tx *store.Tx) error {
	m.launches = map[string]thidua.UnitPlan{}
	all, err := tx.UnitPlans(m.Round.ID)
	for _, p := range all {
		if _, found := m.launches[p.Unit]; !found && p.Withdrawn == "" {
			m.launches[p.Unit] = p
		}
	}
	return err
}
