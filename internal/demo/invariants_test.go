package demo_test

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/audit"
	"thidua/internal/store"
)

var ctx = context.Background()

// read opens the database of the sample, past the use cases.
func read(t *testing.T, a *app.App, db *store.DB, fn func(tx *store.Tx) error) {
	t.Helper()
	all, err := a.Agencies(ctx)
	if err != nil || len(all) != 1 {
		t.Fatalf("agencies: %v %v", all, err)
	}
	if err := db.Read(ctx, all[0].ID, fn); err != nil {
		t.Fatal(err)
	}
}

func roundsOf(t *testing.T, tx *store.Tx) map[int]thidua.Round {
	t.Helper()
	movements, err := tx.Movements()
	if err != nil || len(movements) != 1 {
		t.Fatalf("movements: %v %v", movements, err)
	}
	all, err := tx.Rounds(movements[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]thidua.Round{}
	for _, r := range all {
		if r.Closing {
			out[period] = r
			continue
		}
		out[r.Year] = r
	}
	return out
}

// period stands for the closing round.
const period = 0

// scores are those of the screens, in hundredths.
var scores = map[int]map[string]thidua.Points{
	2021: {"VP": 89_00, "NV1": 88_00, "NV2": 85_00, "NV3": 86_50, "NV4": 82_00, "NV5": 79_50},
	2022: {"VP": 91_50, "NV1": 90_00, "NV2": 87_00, "NV3": 88_00, "NV4": 83_00, "NV5": 81_00},
	2025: {"VP": 94_50, "NV1": 93_00, "NV2": 96_50, "NV3": 86_00, "NV4": 89_50, "NV5": 84_50},
	2023: {"VP": 93_50, "NV1": 92_00, "NV2": 91_00, "NV3": 88_00, "NV4": 84_00, "NV5": 82_50},
	2024: {"VP": 92_00, "NV1": 90_50, "NV2": 95_50, "NV3": 81_00, "NV4": 88_50, "NV5": 85_00},
}

// agreesWithItself looks at what stands in the database: totals are sums of their leaves, awards
// were passed by the council, those were nominees, nominees had registered, the decision came after the session.
func agreesWithItself(t *testing.T, a *app.App, db *store.DB) {
	read(t, a, db, func(tx *store.Tx) error {
		rounds := roundsOf(t, tx)
		units, err := tx.Units("2025-12-31")
		if err != nil {
			return err
		}
		code := map[string]string{}
		for _, u := range units {
			code[u.ID] = u.Code
		}
		for year, want := range scores {
			sumsHold(t, tx, rounds[year], code, want)
			awardsHold(t, tx, rounds, year)
		}
		awardsHold(t, tx, rounds, period)
		if len(rounds) != 6 {
			t.Errorf("rounds: %v", rounds)
		}
		for year, r := range rounds {
			if r.State != thidua.RoundEnded {
				t.Errorf("%d is %s", year, r.State)
			}
		}
		movements, err := tx.Movements()
		if err == nil && movements[0].State != thidua.MovementEnded {
			t.Errorf("the movement is %s", movements[0].State)
		}
		return err
	})
}

func sumsHold(t *testing.T, tx *store.Tx, r thidua.Round, code map[string]string, want map[string]thidua.Points) {
	t.Helper()
	sheets, err := tx.ScoreSheets(r.ID)
	if err != nil || len(sheets) != len(want) {
		t.Fatalf("sheets of %d: %d, %v", r.Year, len(sheets), err)
	}
	kept, err := tx.UnitScores(r.Movement)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sheets {
		var sum thidua.Points
		for _, l := range s.Lines {
			sum += *l.Review
		}
		for _, k := range kept {
			if k.Year == r.Year && k.Unit == s.Unit && k.Score != sum {
				t.Errorf("%d, %s: the leaves give %d, the sum kept is %d", r.Year, s.UnitName, sum, k.Score)
			}
		}
		if sum != want[code[s.Unit]] {
			t.Errorf("%d, %s: %d points, the screens have %d", r.Year, s.UnitName, sum, want[code[s.Unit]])
		}
	}
}

func awardsHold(t *testing.T, tx *store.Tx, rounds map[int]thidua.Round, year int) {
	t.Helper()
	r := rounds[year]
	nominees, err := tx.Nominees(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	registered, nominated := map[string]bool{}, map[string]thidua.Nominee{}
	for other, of := range rounds {
		if other != year && year != period {
			continue
		}
		entries, err := tx.Entries([]string{of.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			registered[e.Subject.Key()] = true
		}
	}
	awards, err := tx.Awards(store.AwardFilter{Round: r.ID}, store.Page{})
	if err != nil {
		t.Fatal(err)
	}
	sessions, err := tx.CouncilSessions(r.ID)
	if err != nil || len(sessions) != 1 {
		t.Fatalf("sessions of %d: %v %v", r.Year, sessions, err)
	}
	for _, n := range nominees {
		nominated[n.ID] = n
		if !registered[n.Subject.Key()] {
			t.Errorf("%d: %s was nominated without having registered", r.Year, n.Subject.Name)
		}
	}
	for _, w := range awards {
		n := nominated[w.Nominee]
		if n.State != thidua.NomineePresented || n.Subject.Key() != w.Subject.Key() || n.Session != sessions[0].ID {
			t.Errorf("%d: the award of %s rests on %+v", r.Year, w.Subject.Name, n)
		}
		passed(t, tx, sessions[0], n)
		if met := thidua.DateOf(sessions[0].At); w.Decision.Dated <= met {
			t.Errorf("%d: decided on %s, the council met on %s", r.Year, w.Decision.Dated, met)
		}
	}
	if want := map[int]int{2021: 3, 2022: 4, 2023: 4, 2024: 3, 2025: 3, period: 3}[year]; len(awards) != want {
		t.Errorf("%d: %d awards, want %d", r.Year, len(awards), want)
	}
}

// passed recounts the votes of a case against the council's rules.
func passed(t *testing.T, tx *store.Tx, s thidua.Session, n thidua.Nominee) {
	t.Helper()
	counts, err := tx.Counts(s.ID)
	if err != nil {
		t.Fatal(err)
	}
	council, err := tx.Council(s.Council)
	if err != nil {
		t.Fatal(err)
	}
	members := len(council.Members)
	for _, m := range council.Members {
		if m.Person == n.Subject.Person && n.Subject.Person != "" && council.OwnOut {
			members--
		}
	}
	for _, c := range counts {
		if c.Nominee == n.ID && !(thidua.Share{Num: c.Yes, Den: members}).AtLeast(council.Threshold) {
			t.Errorf("%s was awarded with %d of %d", n.Subject.Name, c.Yes, members)
		}
	}
}

// asTheScreensShow compares the day of the screens with what they show.
func asTheScreensShow(t *testing.T, a *app.App, db *store.DB) {
	var round2024, round2025, tenant string
	read(t, a, db, func(tx *store.Tx) error {
		rounds := roundsOf(t, tx)
		round2024, round2025, tenant = rounds[2024].ID, rounds[2025].ID, tx.Tenant
		staff, err := tx.Staff(store.StaffFilter{On: "2025-01-14"}, store.Page{})
		if len(staff) != 38 {
			t.Errorf("%d people", len(staff))
		}
		return err
	})
	reader := thidua.Actor{Tenant: tenant, Account: "x", Roles: []thidua.Role{thidua.RoleOffice, thidua.RoleSecretary, thidua.RoleStaff}}
	book, err := a.RegistrationBook(ctx, reader, round2025)
	if err != nil {
		t.Fatal(err)
	}
	if u, p := app.TallyOf(book.Units), app.TallyOf(book.People); u.Given != 4 || u.All != 6 || u.Settled != 1 || u.Targets != 34 || p.Given != 30 || p.All != 38 {
		t.Errorf("registrations of 2025: units %+v, people %+v", u, p)
	}
	board, err := a.Board(ctx, reader, round2024, app.BoardFilter{})
	if err != nil {
		t.Fatal(err)
	}
	if board.Tally != (thidua.Tally{Reached: 57, Awaited: 2, All: 64}) || board.Fresh != 38 || len(board.Waiting) != 2 {
		t.Errorf("board of 2024: %+v, %d fresh, waiting %v", board.Tally, board.Fresh, board.Waiting)
	}
	for i, want := range []int{95, 92, 98, 78, 88, 82} {
		if got := board.Rows[i].Total; got != want {
			t.Errorf("%s stands at %d, on the screens at %d", board.Rows[i].Name, got, want)
		}
	}
	ranking, err := a.Ranking(ctx, reader, round2024)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		unit string
		gain int
	}{{"Phòng Nghiệp vụ 2", 2}, {"Văn phòng", -1}, {"Phòng Nghiệp vụ 1", -1}, {"Phòng Nghiệp vụ 4", 1}, {"Phòng Nghiệp vụ 5", 1}, {"Phòng Nghiệp vụ 3", -2}} {
		if got := ranking.Rows[i]; got.Name != want.unit || got.Rank != i+1 || got.Gain() != want.gain {
			t.Errorf("place %d: %s, %+d; on the screens %s, %+d", i+1, got.Name, got.Gain(), want.unit, want.gain)
		}
	}
}

// tasksOfTheScreens signs in as the people of the first page and counts what waits for them.
func tasksOfTheScreens(t *testing.T, a *app.App, _ *store.DB) {
	for user, want := range map[string]int{"nttha": 7, "pmanh": 2} {
		_, actor, err := a.SignIn(ctx, user, password, "")
		if err != nil {
			t.Fatal(err)
		}
		w, err := a.Tasks(ctx, actor)
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Tasks) != want {
			t.Errorf("%d tasks for %s, want %d: %+v", len(w.Tasks), user, want, w.Tasks)
		}
	}
}

// everyActIsInTheLog: each thing of the database has its event, the log is whole and its tree agrees.
func everyActIsInTheLog(t *testing.T, a *app.App, db *store.DB) {
	var objects []string
	events := 0
	read(t, a, db, func(tx *store.Tx) error {
		seen := map[string]bool{}
		for page := 0; ; page++ {
			rows, err := tx.Events(store.EventFilter{Page: store.Page{Offset: page * 500, Size: 500}})
			if err != nil {
				return err
			}
			for _, e := range rows {
				seen[e.Object] = true
			}
			if events += len(rows); len(rows) < 500 {
				break
			}
		}
		for _, r := range roundsOf(t, tx) {
			objects = append(objects, thingsOf(t, tx, r)...)
		}
		for _, o := range objects {
			if !seen[o] {
				t.Errorf("no event tells of %s", o)
			}
		}
		return nil
	})
	if len(objects) < 590 {
		t.Errorf("only %d things were looked for", len(objects))
	}
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n > 0; {
		if n, err = db.Sequence(ctx, 1000); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Seal(ctx, key); err != nil {
		t.Fatal(err)
	}
	err = db.Book(ctx, func(b audit.Book) error {
		reports, err := audit.Verify(b, key)
		for _, r := range reports {
			if r.Flaw != audit.FlawNone || r.Size != int64(events) || r.Anchored != r.Size {
				t.Errorf("the log: %+v, %d events", r, events)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// thingsOf names what a round holds as the log names it.
func thingsOf(t *testing.T, tx *store.Tx, r thidua.Round) []string {
	t.Helper()
	out := []string{"round:" + r.ID}
	registrations, err := tx.Registrations(store.RegistrationFilter{Round: r.ID}, "2025-12-31", store.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range registrations {
		out = append(out, "registration:"+v.ID)
	}
	sheets, err := tx.ScoreSheets(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range sheets {
		out = append(out, "score-sheet:"+v.ID)
	}
	evidence, err := tx.EvidenceOf(store.EvidenceFilter{Round: r.ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range evidence {
		out = append(out, "evidence:"+v.ID)
	}
	nominees, err := tx.Nominees(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range nominees {
		out = append(out, "nominee:"+v.ID)
	}
	sessions, err := tx.CouncilSessions(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range sessions {
		out = append(out, "session:"+v.ID)
	}
	return out
}
