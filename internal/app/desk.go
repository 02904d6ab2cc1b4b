package app

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Work is the first page of a person: what waits, strictly by date, and where the movement stands.
type Work struct {
	thidua.Desk
	Movement thidua.Movement
	All      []thidua.Round // of the movement, ended ones included
	Tasks    []thidua.Task
	Tet      thidua.Tet
	Around   Surroundings // of the page, which stand on the same tasks

	Deputised []thidua.Deputy // given to the actor and holding today; none while one of them is used
}

// Tasks reads what waits for the actor on this day, in a fixed number of queries.
func (a *App) Tasks(ctx context.Context, actor thidua.Actor) (w Work, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		around, y, err := surroundingsOf(tx)
		if err != nil {
			return err
		}
		if around.Unread, err = tx.UnreadNotices(actor.Account); err != nil {
			return err
		}
		w, err = workOf(tx, actor, y)
		w.Around = around
		w.Around.Waiting = waitingOf(w.Tasks)
		if err != nil || actor.Person == "" || actor.Deputy != "" {
			return err
		}
		all, err := tx.Deputies(actor.Person)
		for _, d := range all {
			if d.To == actor.Person && d.On(w.Today) {
				w.Deputised = append(w.Deputised, d)
			}
		}
		return err
	})
	return w, err
}

func workOf(tx *store.Tx, actor thidua.Actor, y Years) (w Work, err error) {
	w.Movement, w.All, w.Today = y.Movement, y.Rounds, today(tx)
	for _, of := range append([]Years{y}, y.Beside...) {
		w.take(of)
	}
	if err := fillDesk(tx, &w.Desk); err != nil {
		return w, err
	}
	if len(actor.Heads) > 0 {
		if w.Reform, err = tx.OpenReformTasks(actor.Heads); err != nil {
			return w, err
		}
	}
	if w.Launch, w.Asked, err = tx.Arrived(actor.Person, actor.Heads, actor.Has(thidua.RoleOffice)); err != nil {
		return w, err
	}
	w.Tasks, w.Tet = w.Desk.Tasks(actor), w.Calendar.NextTet(w.Today)
	return w, nil
}

// take puts a movement before the person with its rounds that are worked on, and the years that have come without registrations.
func (w *Work) take(y Years) {
	for _, r := range y.Rounds {
		switch {
		case r.State == thidua.RoundEnded:
		case r.State != thidua.RoundWaiting:
			w.Rounds = append(w.Rounds, r)
		case y.Movement.TakesYears() && !r.Closing && r.Year <= w.Today.Year():
			w.Unopened = append(w.Unopened, r)
		}
	}
	if y.Movement.ID != "" {
		w.Movements = append(w.Movements, y.Movement)
	}
}

// DeskOf reads what waits in the agency of a transaction, whoever it waits for: Desk.Tasks sorts it out.
func DeskOf(tx *store.Tx) (thidua.Desk, error) {
	y, err := yearsOf(tx)
	if err != nil {
		return thidua.Desk{}, err
	}
	w, err := workOf(tx, thidua.Actor{}, y)
	if err != nil || len(w.Units) == 0 {
		return w.Desk, err
	}
	var units []string
	for _, u := range w.Units {
		units = append(units, u.ID)
	}
	if w.Reform, err = tx.OpenReformTasks(units); err != nil {
		return w.Desk, err
	}
	_, w.Asked, err = tx.Arrived("", nil, true)
	return w.Desk, err
}

// fillDesk reads what waits: one query for each kind of thing, whatever the number of rounds.
func fillDesk(tx *store.Tx, d *thidua.Desk) error {
	var rounds, registering []string
	for _, r := range d.Rounds {
		rounds = append(rounds, r.ID)
		if r.State == thidua.RoundRegistering {
			registering = append(registering, r.ID)
		}
	}
	steps := []func() error{
		func() (err error) { d.Calendar, err = tx.Calendar(d.Today); return err },
		func() error {
			f, err := tx.Footing(d.Today)
			d.OpenItems, d.Article, d.Members, d.BadFiles = f.OpenItems, f.Article, f.Members, f.Trouble
			return err
		},
		func() (err error) { d.Units, err = tx.Units(d.Today); return err },
		func() (err error) { d.Staff, err = tx.Staff(store.StaffFilter{On: d.Today}, store.Page{}); return err },
		func() (err error) { d.Registrations, err = tx.RegistrationsIn(registering, d.Today); return err },
		func() (err error) { d.Evidence, err = tx.OpenEvidence(rounds); return err },
		func() (err error) { d.Sheets, err = tx.SheetsIn(rounds); return err },
		func() (err error) { d.Sessions, err = tx.SessionsIn(rounds); return err },
		func() (err error) { d.Nominees, err = tx.NomineesIn(rounds); return err },
		func() (err error) { d.Dossiers, err = tx.DossiersIn(rounds); return err },
		func() (err error) { d.Papers, err = tx.OpenPapers(rounds); return err },
		func() error { return reviewed(tx, d) },
		func() (err error) { d.Slips, err = tx.WaitingSlips(rounds); return err },
		func() (err error) { d.Sendings, err = tx.SendingsIn(rounds); return err },
	}
	for _, read := range steps {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

// reviewed tells whether the report of a closing round is made.
func reviewed(tx *store.Tx, d *thidua.Desk) error {
	for _, r := range d.Rounds {
		if !r.Closing {
			continue
		}
		papers, err := tx.Papers(r.ID)
		if err != nil {
			return err
		}
		d.Reviewed = slices.ContainsFunc(papers, func(p thidua.Paper) bool {
			return p.Kind == thidua.PaperFinalReview && p.State != thidua.PaperRecalled
		})
	}
	return nil
}

// counters tells at which places of the menu a task is counted, beside the first page.
var counters = map[thidua.Code]string{
	thidua.TaskReviewUnits: "/tong-hop", thidua.TaskReviewPeople: "/tong-hop", thidua.TaskGather: "/tong-hop", thidua.TaskRegister: "/dang-ky-ca-nhan",
	thidua.TaskMendOwn: "/dang-ky-ca-nhan", thidua.TaskApprovePeople: "/dang-ky-ca-nhan", thidua.TaskEnterFor: "/dang-ky-ca-nhan",
	thidua.TaskRegisterUnit: "/dang-ky", thidua.TaskMendUnit: "/dang-ky", thidua.TaskSupply: "/ket-qua", thidua.TaskScore: "/cham-diem",
	thidua.TaskExplain: "/cham-diem", thidua.TaskReviewOffice: "/cham-diem", thidua.TaskReviewSheets: "/xep-hang",
	thidua.TaskDraftProposal: "/ho-so", thidua.TaskMakeDossier: "/ho-so", thidua.TaskFinishDossier: "/ho-so", thidua.TaskSendDossier: "/ho-so",
	thidua.TaskRecordResult: "/ho-so", thidua.TaskCeremony: "/ho-so", thidua.TaskIssue: "/van-ban", thidua.TaskWriteReport: "/bao-cao",
	thidua.TaskAttend: "/hoi-dong",
}

// firstPages are the addresses of Việc của tôi; that of a leader is Chờ ý kiến.
var firstPages = []string{"/viec-cua-toi", "/cho-y-kien"}

// waitingOf counts what waits behind the places of the menu.
func waitingOf(tasks []thidua.Task) []Waiting {
	var out []Waiting
	for _, url := range firstPages {
		out = append(out, Waiting{URL: url, Count: len(tasks)})
	}
	for _, t := range tasks {
		url := counters[t.Code]
		if url == "" {
			continue
		}
		if i := slices.IndexFunc(out, func(w Waiting) bool { return w.URL == url }); i >= 0 {
			out[i].Count++
			continue
		}
		out = append(out, Waiting{URL: url, Count: 1})
	}
	return out
}

// Season is a round with its movement and the definition that judges it: what most pages of a year stand on.
type Season struct {
	Movement thidua.Movement
	Round    thidua.Round
	thidua.Definition
}

// seasonOf reads the season of a round inside a transaction.
func seasonOf(tx *store.Tx, round string) (Season, error) {
	var s Season
	var err error
	if s.Round, err = tx.Round(round); err != nil {
		return s, err
	}
	if s.Movement, err = tx.Movement(s.Round.Movement); err != nil {
		return s, err
	}
	s.Definition, err = tx.Definition(s.Round.Edition)
	return s, err
}

// Season reads a round with its movement and definition.
func (a *App) Season(ctx context.Context, actor thidua.Actor, round string) (s Season, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		s, err = seasonOf(tx, round)
		return err
	})
	return s, err
}

// Years is the movement that runs now with its rounds, for the switch at the head of the menu. Beside it stand those that are not over yet: the
// one that is summed up while the next runs already, or the next while it is prepared.
type Years struct {
	Movement thidua.Movement
	Rounds   []thidua.Round
	Beside   []Years
	today    thidua.Date
}

// In gives the latest year in one of the states, of the movement that runs before those beside it; false when there is none. The closing
// round is no year.
func (y Years) In(states ...thidua.State) (thidua.Round, bool) {
	for i := len(y.Rounds) - 1; i >= 0; i-- {
		if r := y.Rounds[i]; !r.Closing && slices.Contains(states, r.State) {
			return r, true
		}
	}
	for _, other := range y.Beside {
		if r, ok := other.In(states...); ok {
			return r, true
		}
	}
	return thidua.Round{}, false
}

// Judged gives the round whose council, dossier and papers are at hand: the year that is judged, or else the closing round that is.
func (y Years) Judged() (thidua.Round, bool) {
	if r, ok := y.In(thidua.RoundJudging); ok {
		return r, true
	}
	for _, of := range append([]Years{y}, y.Beside...) {
		if n := len(of.Rounds); n > 0 && of.Rounds[n-1].Closing && of.Rounds[n-1].State == thidua.RoundJudging {
			return of.Rounds[n-1], true
		}
	}
	return thidua.Round{}, false
}

// Current gives the year at hand, whatever its state; false when the movement has none.
func (y Years) Current() (thidua.Round, bool) { return thidua.Current(y.Rounds, y.today) }

// Years reads the latest movement with its rounds; both are empty in a fresh agency.
func (a *App) Years(ctx context.Context, actor thidua.Actor) (y Years, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		y, err = yearsOf(tx)
		return err
	})
	return y, err
}

func yearsOf(tx *store.Tx) (y Years, err error) {
	y.today = today(tx)
	all, err := tx.Movements()
	if err != nil || len(all) == 0 {
		return y, err
	}
	at := slices.IndexFunc(all, func(m thidua.Movement) bool {
		return m.State != thidua.MovementPlanned && m.State != thidua.MovementEnded
	})
	for i, m := range all {
		if i != max(at, 0) && m.State == thidua.MovementEnded {
			continue
		}
		one := Years{Movement: m}
		if one.Rounds, err = tx.Rounds(m.ID); err != nil {
			return y, err
		}
		if i == max(at, 0) {
			y.Movement, y.Rounds = one.Movement, one.Rounds
			continue
		}
		y.Beside = append(y.Beside, one)
	}
	return y, nil
}

// Surroundings is what every page shows of its agency and of the person's work.
type Surroundings struct {
	Agency   string
	Sample   bool   // the data is a sample
	Day      string // the day that a sample shows, dd/mm/yyyy
	Movement string // short name of the movement at hand
	Season   string // its period and year in words
	Campaign string // its full name, on the sign-in page
	Unread   int
	Waiting  []Waiting
}

// Waiting is how many things wait for this person behind one address of the menu.
type Waiting struct {
	URL   string
	Count int
}

// Surroundings gives what frames a page; a visitor sees the agency of the installation when there is only one.
func (a *App) Surroundings(ctx context.Context, actor thidua.Actor) (s Surroundings, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		around, y, err := around(tx)
		if s = around; err != nil || actor.Account == "" || !actor.Kind.RunsSeasons() {
			return err
		}
		if s.Unread, err = tx.UnreadNotices(actor.Account); err != nil {
			return err
		}
		w, err := workOf(tx, actor, y)
		s.Waiting = waitingOf(w.Tasks)
		return err
	})
	return s, err
}

// Setting gives what frames a refusal: Surroundings without what waits, so that saying no costs little.
func (a *App) Setting(ctx context.Context, actor thidua.Actor) (s Surroundings, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		s, _, err = around(tx)
		return err
	})
	return s, err
}

func around(tx *store.Tx) (Surroundings, Years, error) {
	if tx.Tenant == "" {
		all, err := tx.Agencies()
		if err != nil || len(all) != 1 {
			return Surroundings{}, Years{}, err
		}
		tx.Tenant = all[0].ID
	}
	return surroundingsOf(tx)
}

// overseen frames the pages of Sở Nội vụ and UBND tỉnh: the movement and year of what came last, and how many dossiers wait.
func overseen(tx *store.Tx, s *Surroundings) error {
	all, err := tx.Periods()
	if err != nil {
		return err
	}
	if len(all) > 0 {
		s.Movement, s.Season = vi.ShortMovement(all[0].Movement), vi.PeriodName(all[0])
	}
	waiting, err := tx.WaitingAbove()
	s.Waiting = []Waiting{{URL: "/tiep-nhan", Count: waiting.Dossiers}, {URL: "/dang-ky-cac-co-quan", Count: waiting.Enrolments}, {URL: "/cho-quyet-dinh", Count: waiting.Lists}}
	return err
}

func surroundingsOf(tx *store.Tx) (s Surroundings, y Years, err error) {
	agency, err := tx.Agency()
	if err != nil {
		return s, y, err
	}
	s.Agency, s.Sample = agency.Name, agency.Sample
	if agency.Sample {
		s.Day = vi.Date(today(tx))
	}
	if !agency.Kind.RunsSeasons() {
		return s, y, overseen(tx, &s)
	}
	if y, err = yearsOf(tx); err != nil || y.Movement.ID == "" {
		return s, y, err
	}
	s.Movement, s.Campaign = vi.ShortMovement(y.Movement.Name), vi.Campaign(y.Movement)
	at, _ := thidua.Current(y.Rounds, today(tx))
	s.Season = vi.Season(y.Movement, at.Year)
	return s, y, nil
}
