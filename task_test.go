package thidua_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua"
)

func tetOf2025() thidua.Calendar {
	c := thidua.Calendar{"2025-01-01": {Free: true, Name: "Tết Dương lịch"}}
	for d := thidua.Date("2025-01-27"); d <= "2025-01-31"; d = d.AddDays(1) {
		c[d] = thidua.DayKind{Free: true, Name: "Tết Nguyên đán"}
	}
	return c
}

func TestNextTet(t *testing.T) {
	c := tetOf2025()
	for _, x := range []struct {
		today thidua.Date
		want  thidua.Tet
	}{
		{"2025-01-14", thidua.Tet{From: "2025-01-25", To: "2025-02-02"}},
		{"2025-01-29", thidua.Tet{From: "2025-01-25", To: "2025-02-02"}},
		{"2024-12-20", thidua.Tet{From: "2025-01-25", To: "2025-02-02"}},
		{"2024-11-01", thidua.Tet{}},
		{"2025-02-03", thidua.Tet{}},
	} {
		if got := c.NextTet(x.today); got != x.want {
			t.Errorf("%s: %v, want %v", x.today, got, x.want)
		}
	}
}

func TestGroupsByDate(t *testing.T) {
	tet := thidua.Tet{From: "2025-01-25", To: "2025-02-02"}
	for due, want := range map[thidua.Date]thidua.TaskGroup{
		"2025-01-10": thidua.TasksOverdue, "2025-01-14": thidua.TasksThisWeek, "2025-01-17": thidua.TasksThisWeek, "2025-01-20": thidua.TasksBeforeTet,
		"2025-01-24": thidua.TasksBeforeTet, "2025-02-28": thidua.TasksAfterTet, "": thidua.TasksUndated,
	} {
		got := thidua.GroupTasks([]thidua.Task{{Due: due}}, "2025-01-14", tet)
		if len(got[want]) != 1 {
			t.Errorf("%q stands in %v, want %s", due, got, want)
		}
	}
	if got := thidua.GroupTasks([]thidua.Task{{Due: "2025-09-02"}}, "2025-06-02", thidua.Tet{}); len(got[thidua.TasksLater]) != 1 {
		t.Errorf("without Tết ahead: %v", got)
	}
}

// TestGroupingLosesNothing: every task stands in exactly one group, and the groups in their order are in the order of the days.
func TestGroupingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := thidua.Date("2024-12-01").AddDays(rapid.IntRange(0, 120).Draw(t, "today"))
		var tasks []thidua.Task
		for i := range rapid.IntRange(0, 20).Draw(t, "n") {
			due := today.AddDays(rapid.IntRange(-40, 90).Draw(t, "due"))
			if rapid.Bool().Draw(t, "undated") {
				due = ""
			}
			tasks = append(tasks, thidua.Task{Due: due, Object: string(rune('a' + i))})
		}
		grouped := thidua.GroupTasks(tasks, today, tetOf2025().NextTet(today))
		var flat []thidua.Task
		for _, g := range thidua.TaskGroups {
			flat = append(flat, grouped[g]...)
		}
		if len(flat) != len(tasks) {
			t.Fatalf("%d of %d tasks", len(flat), len(tasks))
		}
		sorted := slices.Clone(flat)
		thidua.SortTasks(sorted)
		if !slices.EqualFunc(flat, sorted, func(a, b thidua.Task) bool { return a.Due == b.Due }) {
			t.Fatalf("out of order: %v", flat)
		}
	})
}

// deskOf is the agency of the screens on 14/01/2025, as small as the rules need.
func deskOf() thidua.Desk {
	sent := time.Date(2025, 1, 13, 15, 0, 0, 0, thidua.Zone)
	unit := func(id string, s thidua.State) thidua.Registration {
		return thidua.Registration{ID: "r" + id, Round: "2025", Subject: thidua.Subject{Kind: thidua.Collective, Unit: id}, State: s, SentAt: sent}
	}
	return thidua.Desk{
		Today: "2025-01-14", Calendar: tetOf2025(), OpenItems: 2, Members: 9,
		Rounds: []thidua.Round{
			{ID: "2024", Year: 2024, State: thidua.RoundJudging, ScoringDue: "2025-01-10", ScoredOn: "2025-01-10", DossierInternal: "2025-01-20",
				SendInternal: "2025-01-24", ByPoints: true},
			{ID: "2025", Year: 2025, State: thidua.RoundRegistering, RegistrationDue: "2025-02-01", InternalDue: "2025-01-17", WorkEnds: "2025-12-31"},
		},
		Units: []thidua.Unit{{ID: "vp", Name: "Văn phòng", Short: "Văn phòng", Kind: thidua.UnitOffice}, {ID: "nv1", Name: "Phòng Nghiệp vụ 1"}, {ID: "nv4", Name: "Phòng Nghiệp vụ 4"}},
		Staff: []thidua.Staff{{Person: thidua.Person{ID: "ha", Name: "Hà"}, Unit: "vp", Account: "ha"}, {Person: thidua.Person{ID: "thanh", Name: "Thanh"}, Unit: "nv4"},
			{Person: thidua.Person{ID: "khoi", Name: "Khôi"}, Rank: thidua.RankLeader, Account: "khoi"}},
		Registrations: []thidua.Registration{unit("nv1", thidua.RegistrationSent), unit("nv4", thidua.RegistrationSent), unit("vp", thidua.RegistrationDraft),
			{ID: "rk", Round: "2025", Subject: thidua.Subject{Kind: thidua.Individual, Unit: "vp", Person: "khoi"}, State: thidua.RegistrationSent}},
		Evidence: []thidua.OpenEvidence{{Evidence: thidua.Evidence{ID: "e1", Round: "2024", Unit: "nv1", State: thidua.EvidenceReturned, AddedBy: "x"}, Criterion: "TC5"}},
		Sheets:   []thidua.ScoreSheet{{ID: "s1", Round: "2024", Unit: "nv1", State: thidua.SheetClosed}},
		Sessions: []thidua.Session{{ID: "p1", Round: "2024", Number: "01/2025", State: thidua.SessionPlanned, At: time.Date(2025, 1, 16, 14, 0, 0, 0, thidua.Zone)}},
	}
}

func codesOf(tasks []thidua.Task) []thidua.Code {
	var out []thidua.Code
	for _, t := range tasks {
		out = append(out, t.Code)
	}
	return out
}

func TestTasksOfEachRole(t *testing.T) {
	d := deskOf()
	for _, x := range []struct {
		who  string
		a    thidua.Actor
		want []thidua.Code
	}{
		{"Văn phòng and secretary", thidua.Actor{Person: "ha", Unit: "vp", Roles: []thidua.Role{thidua.RoleStaff, thidua.RoleOffice, thidua.RoleSecretary, thidua.RoleCouncil}},
			[]thidua.Code{thidua.TaskChaseEvidence, thidua.TaskSendPapers, thidua.TaskReviewUnits, thidua.TaskRegister, thidua.TaskDraftProposal, thidua.TaskGather, thidua.TaskOpenItems}},
		{"head of NV4", thidua.Actor{Person: "long", Unit: "nv4", Heads: []string{"nv4"}, Roles: []thidua.Role{thidua.RoleHead}}, []thidua.Code{thidua.TaskEnterFor}},
		{"head of NV1", thidua.Actor{Person: "hanh", Unit: "nv1", Heads: []string{"nv1"}, Roles: []thidua.Role{thidua.RoleHead}}, []thidua.Code{thidua.TaskSupply}},
		{"leader", thidua.Actor{Person: "lien", Roles: []thidua.Role{thidua.RoleLeader}}, []thidua.Code{thidua.TaskApproveHeads, thidua.TaskPublishRanks}},
		{"the leader whose own it is", thidua.Actor{Person: "khoi", Roles: []thidua.Role{thidua.RoleLeader}}, []thidua.Code{thidua.TaskPublishRanks}},
		{"inspector", thidua.Actor{Person: "mai", Roles: []thidua.Role{thidua.RoleInspector}}, nil},
	} {
		if got := codesOf(d.Tasks(x.a)); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.who, got, x.want)
		}
	}
	gather := d.Tasks(thidua.Actor{Roles: []thidua.Role{thidua.RoleOffice}})
	at := slices.IndexFunc(gather, func(t thidua.Task) bool { return t.Code == thidua.TaskGather })
	if g := gather[at]; g.Due != "2025-01-24" || g.Before != "2025-02-01" || !slices.Equal(g.Facts[0].Args, []any{2, 3, 1, 3}) {
		t.Errorf("the list that goes up: %+v", g)
	}
}

func TestAPaperAsksTheLeaderWhileItIsBeingSigned(t *testing.T) {
	leader, office := thidua.Actor{Roles: []thidua.Role{thidua.RoleLeader}}, thidua.Actor{Roles: []thidua.Role{thidua.RoleOffice}}
	for state, want := range map[thidua.State]bool{thidua.PaperDraft: false, thidua.PaperInSign: true, thidua.PaperIssued: false} {
		d := deskOf()
		d.Slips = []thidua.CoverSlip{{ID: "s", Round: "2024", About: thidua.SlipPaper, Object: "v", State: thidua.SlipWaiting}}
		d.Papers = []thidua.Paper{{ID: "v", Round: "2024", Kind: thidua.PaperProposal, State: state}, {ID: "w", Round: "2024", Kind: thidua.PaperReport, State: thidua.PaperInSign}}
		if got := slices.Contains(codesOf(d.Tasks(leader)), thidua.TaskOpinion); got != want {
			t.Errorf("%s: the leader is asked: %v", state, got)
		}
		if got := slices.Contains(codesOf(d.Tasks(office)), thidua.TaskRecordOpinion); got != want {
			t.Errorf("%s: Văn phòng is asked: %v", state, got)
		}
	}
}

func TestTheSessionLeadsToItsNextStep(t *testing.T) {
	secretary := thidua.Actor{Roles: []thidua.Role{thidua.RoleSecretary}}
	member := thidua.Actor{Roles: []thidua.Role{thidua.RoleCouncil}}
	for state, want := range map[thidua.State][2]thidua.Code{
		thidua.SessionPlanned: {thidua.TaskSendPapers, ""}, thidua.SessionCalled: {thidua.TaskRunSession, thidua.TaskAttend},
		thidua.SessionConcluded: {thidua.TaskMinutes, ""}, thidua.SessionSigned: {"", ""}, thidua.SessionVoting: {thidua.TaskRunSession, thidua.TaskAttend},
	} {
		d := deskOf()
		d.Sessions[0].State = state
		for i, a := range []thidua.Actor{secretary, member} {
			got := append(codesOf(d.Tasks(a)), "")
			if got[0] != want[i] {
				t.Errorf("%s, %v: %v, want %q", state, a.Roles, got, want[i])
			}
		}
	}
}

func TestStandAndCalendar(t *testing.T) {
	d := deskOf()
	if s := d.Stand(d.Rounds[0]); s != thidua.StandScored {
		t.Errorf("2024: %s", s)
	}
	steps := d.Steps(d.Rounds[0], thidua.Movement{To: 2025})
	if steps[0].Is != "ok" || steps[1].Is != "now" || steps[1].On != "2025-01-16" || steps[2].Is != "" {
		t.Errorf("steps of 2024: %+v", steps)
	}
	var days []thidua.Date
	for _, c := range d.Coming() {
		days = append(days, c.On)
	}
	if want := []thidua.Date{"2025-01-15", "2025-01-16", "2025-01-17", "2025-01-24", "2025-02-01"}; !slices.Equal(days, want) {
		t.Errorf("calendar %v", days)
	}
	d.Dossiers = []thidua.Dossier{{ID: "h", Round: "2024", State: thidua.DossierSent}}
	if s := d.Stand(d.Rounds[0]); s != thidua.StandSent {
		t.Errorf("2024 sent: %s", s)
	}
}

func TestAMovementLeadsToItsNextStep(t *testing.T) {
	office := thidua.Actor{Roles: []thidua.Role{thidua.RoleOffice}}
	for _, x := range []struct {
		state thidua.State
		ends  thidua.Date
		want  thidua.Code
	}{
		{thidua.MovementPlanned, "2030-12-31", thidua.TaskLaunch}, {thidua.MovementLaunched, "2030-12-31", thidua.TaskBeginWork},
		{thidua.MovementRunning, "2030-12-31", ""}, {thidua.MovementRunning, "2025-01-13", thidua.TaskSumUp}, {thidua.MovementSumming, "2025-01-13", ""},
	} {
		d := thidua.Desk{Today: "2025-01-14", Movements: []thidua.Movement{{ID: "m", From: 2021, To: 2025, State: x.state, EndsOn: x.ends}}}
		if got := append(codesOf(d.Tasks(office)), "")[0]; got != x.want {
			t.Errorf("%s until %s: %q, want %q", x.state, x.ends, got, x.want)
		}
		if got := d.Tasks(thidua.Actor{Roles: []thidua.Role{thidua.RoleHead}}); len(got) > 0 {
			t.Errorf("%s: a head is asked: %v", x.state, got)
		}
	}
}

func TestAYearLeadsToItsNextStep(t *testing.T) {
	office := thidua.Actor{Roles: []thidua.Role{thidua.RoleOffice}}
	steps := []thidua.Code{thidua.TaskOpenYear, thidua.TaskCloseRegister, thidua.TaskBeginJudging, thidua.TaskEndYear}
	year := func(s thidua.State) thidua.Round {
		return thidua.Round{ID: "y", Year: 2025, State: s, RegistrationDue: "2025-02-01", WorkEnds: "2025-12-31"}
	}
	confirmed := []thidua.Submission{{Round: "y", What: thidua.SentRegistrations, State: thidua.SubmissionResult}}
	for _, x := range []struct {
		name string
		desk thidua.Desk
		want thidua.Code
	}{
		{"a year that has come", thidua.Desk{Today: "2025-01-14", Unopened: []thidua.Round{year(thidua.RoundWaiting)}}, thidua.TaskOpenYear},
		{"a list that is not confirmed", thidua.Desk{Today: "2025-02-05", Rounds: []thidua.Round{year(thidua.RoundRegistering)}}, ""},
		{"a list that is", thidua.Desk{Today: "2025-02-05", Rounds: []thidua.Round{year(thidua.RoundRegistering)}, Sendings: confirmed}, thidua.TaskCloseRegister},
		{"a year at work", thidua.Desk{Today: "2025-12-31", Rounds: []thidua.Round{year(thidua.RoundRunning)}}, ""},
		{"a year that is over", thidua.Desk{Today: "2026-01-01", Rounds: []thidua.Round{year(thidua.RoundRunning)}}, thidua.TaskBeginJudging},
		{"a dossier on its way", thidua.Desk{Today: "2026-03-01", Rounds: []thidua.Round{year(thidua.RoundJudging)}, Dossiers: []thidua.Dossier{{Round: "y", State: thidua.DossierSent}}}, ""},
		{"awards presented", thidua.Desk{Today: "2026-03-01", Rounds: []thidua.Round{year(thidua.RoundJudging)}, Dossiers: []thidua.Dossier{{Round: "y", State: thidua.DossierPresented}}}, thidua.TaskEndYear},
	} {
		var got thidua.Code
		for _, task := range x.desk.Tasks(office) {
			if slices.Contains(steps, task.Code) {
				if got != "" || task.Round != "y" {
					t.Errorf("%s: %s of round %q after %q", x.name, task.Code, task.Round, got)
				}
				got = task.Code
			}
		}
		if got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

func TestAMovementTakesYearsUntilItIsSummedUp(t *testing.T) {
	for state, want := range map[thidua.State]bool{thidua.MovementPlanned: false, thidua.MovementLaunched: true, thidua.MovementRunning: true,
		thidua.MovementSumming: false, thidua.MovementEnded: false} {
		if got := (thidua.Movement{State: state}).TakesYears(); got != want {
			t.Errorf("%s takes years: %v", state, got)
		}
	}
}
