package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Results is what a round brought to each subject: collectives first, in the order of units and people.
type Results struct {
	Season
	Subjects []Result
}

// Result is what is known of one subject in a round, for the council and for the report of achievements (báo cáo thành tích).
type Result struct {
	Subject    thidua.Subject
	Registered bool
	Award      string            // id of the award form aimed at
	Criteria   []CriterionResult // every criterion and content of the plan, in its order
	Sheet      thidua.ScoreSheet // of a unit; the zero value when there is none
	Standing   thidua.Standing   // of a unit; Rank 0 while not every sheet is closed
	Record     thidua.Record     // for thidua.Standard.Judge
	Targets    []TargetResult    // all of the subject, in the order of the registration
}

// CriterionResult is what a subject did for one criterion or content; a head criterion holds its contents' targets and evidence too.
type CriterionResult struct {
	thidua.Criterion
	Tally       thidua.Tally
	Completion  int // mean percent, -1 without targets
	Targets     []TargetResult
	Evidence    []thidua.Evidence
	Initiatives []thidua.Initiative    // of the criterion on initiatives: the one with evidence or targets beside them, else the last head
	Publicity   []thidua.PublicityItem // verified, of the criterion on publicity
	Exemplars   []thidua.Exemplar      // published, of the criterion on publicity
	Score       *thidua.Points         // reviewed, once the sheet is closed
	Max         thidua.Points
}

// Results reads the results of every subject of a round; Forbidden for who may not see those of others.
func (a *App) Results(ctx context.Context, actor thidua.Actor, round string) (out Results, err error) {
	if err := may(actor, readers...); err != nil {
		return out, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		out, err = resultsOf(tx, season)
		return err
	})
	return out, err
}

// ResultOf reads the results of one subject; NotFound for a subject that the actor may not see or the round does not have. The rank of a
// unit is left out before it is published, except for those who may see it.
func (a *App) ResultOf(ctx context.Context, actor thidua.Actor, round string, subject thidua.Subject) (out Result, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		all, err := resultsOf(tx, season)
		if err != nil {
			return err
		}
		out, err = all.of(subject)
		if err == nil && !sees(actor, out.Subject.Unit, out.Subject.Person) {
			err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if !season.Round.RanksPublished && !actor.Has(readers...) {
			out.Standing, out.Record.Rank, out.Record.Gain = thidua.Standing{}, 0, nil
		}
		return err
	})
	return out, err
}

// of finds the result of a subject.
func (r Results) of(s thidua.Subject) (Result, error) {
	for _, one := range r.Subjects {
		if one.Subject.Key() == s.Key() {
			return one, nil
		}
	}
	return Result{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// several tells whether a collective was several units the year before, so that no figure of one of them stands for it.
func (r Results) several(s thidua.Subject) bool {
	one, err := r.of(s)
	return err == nil && one.Record.Origins > 1
}

// Completion is the mean percent of all targets of the subject, -1 without any.
func (r Result) Completion() int { return mean(r.Targets, func(TargetResult) bool { return true }) }

// recordOf reads what is known of one subject; a subject without any record has the empty one of its kind, with what holds for all.
func recordOf(tx *store.Tx, season Season, subject thidua.Subject) (thidua.Record, error) {
	m, err := materialOf(tx, season)
	if err != nil {
		return thidua.Record{}, err
	}
	return m.result(subject).Record, nil
}

// resultsOf reads everything recorded of a round and sorts it by subject.
func resultsOf(tx *store.Tx, season Season) (Results, error) {
	m, err := materialOf(tx, season)
	if err != nil {
		return Results{Season: season}, err
	}
	return m.results(), nil
}

// ResultsIn reads the results of the rounds of one movement, in as many queries as those of one round, within the transaction of a use case
// above this package, which has asked for the right to them.
func ResultsIn(tx *store.Tx, of Season, rounds []thidua.Round) ([]Results, error) {
	all, err := materials(tx, of, rounds, everything)
	out := make([]Results, len(all))
	for i, m := range all {
		out[i] = m.results()
	}
	return out, err
}

func (m *material) results() Results {
	out := Results{Season: m.Season}
	for _, s := range m.subjects() {
		out.Subjects = append(out.Subjects, m.result(s))
	}
	return out
}

// result sorts what is known of one subject by criterion, and makes the record by which the standards are judged.
func (m *material) result(s thidua.Subject) Result {
	out := Result{Subject: s, Record: thidua.Record{Kind: s.Kind, Targets: map[string]thidua.Tally{}, Plans: map[string]thidua.Evidence{},
		Evidence: map[string]int{}, Index: m.index, IndexBefore: m.before, InternalRank: m.Round.InternalRank, Hold: m.held[s.Key()]}}
	mine := m.by[s.Key()]
	if mine.entry != nil {
		out.Subject, out.Award, out.Registered = mine.entry.Subject, mine.entry.Award, accepted(mine.entry.State)
	}
	out.Targets = mine.targets
	for _, c := range m.Criteria {
		out.Criteria = append(out.Criteria, m.criterionOf(&out, mine, c))
	}
	m.fillRecord(&out)
	return out
}

// accepted tells whether a registration was taken into the list of the agency.
func accepted(s thidua.State) bool {
	return s == thidua.RegistrationApproved || s == thidua.RegistrationSentUp || s == thidua.RegistrationConfirmed
}

func (m *material) criterionOf(r *Result, mine share, c thidua.Criterion) CriterionResult {
	out := CriterionResult{Criterion: c, Max: c.MaxPoints}
	for i := range r.Targets {
		if m.Within(r.Targets[i].Criterion, c.ID) {
			out.Targets = append(out.Targets, r.Targets[i])
		}
	}
	every := func(TargetResult) bool { return true }
	out.Tally, out.Completion = tally(m.Round, out.Targets, every), mean(out.Targets, every)
	for i := range mine.evidence {
		if m.Within(mine.evidence[i].Criterion, c.ID) {
			out.Evidence = append(out.Evidence, mine.evidence[i])
		}
	}
	if c.ID == m.innovation().ID {
		out.Initiatives = m.initiativesOf(r.Subject)
	}
	if m.outreach[c.ID] {
		out.Publicity, out.Exemplars = m.praise.of(r.Subject)
	}
	out.Score, out.Max = m.scoreOf(r.Subject, c)
	return out
}

// innovation is the criterion of initiatives: the last head of the plan (TC5, mục II.2).
func (s Season) innovation() thidua.Criterion {
	for i := len(s.Criteria) - 1; i >= 0; i-- {
		if s.Criteria[i].Parent == "" {
			return s.Criteria[i]
		}
	}
	return thidua.Criterion{}
}

func (m *material) initiativesOf(s thidua.Subject) []thidua.Initiative {
	var out []thidua.Initiative
	for _, i := range m.initiatives {
		if s.Kind == thidua.Individual && i.By(s.Person) || s.Kind == thidua.Collective && i.Unit == s.Unit {
			i.UsedBy = slices.DeleteFunc(slices.Clone(i.UsedBy), func(u thidua.InitiativeUse) bool { return u.Round == m.Round.ID && u.Subject.Key() == s.Key() })
			out = append(out, i)
		}
	}
	return out
}

func (m *material) fillRecord(r *Result) {
	rec := &r.Record
	rec.Registered, rec.Initiatives, rec.Years = r.Registered, m.initiativesOf(r.Subject), m.period[r.Subject.Key()]
	for _, c := range r.Criteria {
		rec.Targets[c.Code], rec.Evidence[c.Code] = c.Tally, len(c.Evidence)
		for _, e := range c.Evidence {
			if _, found := rec.Plans[c.Code]; !found && e.Plan() {
				rec.Plans[c.Code] = e
			}
		}
	}
	items, exemplars := m.praise.of(r.Subject)
	rec.Publicity, rec.Exemplars = len(items), len(exemplars)
	if r.Subject.Kind == thidua.Individual {
		rec.Evaluation, rec.Remark = m.evaluations[r.Subject.Person], m.praise.remarks[r.Subject.Person]
		return
	}
	rec.Origins = m.descent.Origins(r.Subject.Unit)
	r.Sheet, rec.Launch = m.sheets[r.Subject.Unit], m.launches[r.Subject.Unit]
	if r.Sheet.ByPoints && closed(r.Sheet) {
		total := r.Sheet.Totals().Review
		rec.Score = &total
	}
	if s, ok := m.standings[r.Subject.Unit]; ok {
		r.Standing, rec.Rank, rec.Units = s, s.Rank, len(m.standings)
		if s.Was > 0 {
			gain := s.Gain()
			rec.Gain = &gain
		}
	}
}

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
func (a *App) Roll(ctx context.Context, actor thidua.Actor, year int, query string) (Roll, error) {
	query = strings.TrimSpace(query)
	r, err := a.roll(ctx, actor, func(r *Roll) store.AwardFilter {
		if r.Year = year; year == 0 {
			r.Year = r.Years[0]
		}
		return store.AwardFilter{Year: r.Year, Published: true, Fold: vi.Fold(query)}
	})
	r.Query = query
	return r, err
}

// Rolls reads the rolls of all years as one, the latest first; NotFound as Roll.
func (a *App) Rolls(ctx context.Context, actor thidua.Actor) (Roll, error) {
	return a.roll(ctx, actor, func(*Roll) store.AwardFilter { return store.AwardFilter{Published: true} })
}

func (a *App) roll(ctx context.Context, actor thidua.Actor, of func(*Roll) store.AwardFilter) (r Roll, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if tx.Tenant == "" {
			if tx.Tenant, err = OpenAgency(tx); err != nil {
				return err
			}
		}
		if r.Agency, err = tx.Agency(); err != nil {
			return err
		}
		y, err := yearsOf(tx)
		if err != nil {
			return err
		}
		r.Movement = y.Movement
		if r.Years, err = tx.AwardYears(true); err != nil || len(r.Years) == 0 {
			return err
		}
		r.Awards, err = tx.Awards(of(&r), store.Page{})
		return err
	})
	return r, err
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
