package app_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// panel is a season whose council is about to meet about 2024; its clock can be set.
type panel struct {
	*testkit.Season
	*app.App
	t     *testing.T
	clock *testkit.Clock
}

const (
	secretary = "Nguyễn Thị Thu Hà"
	chair     = "Trần Mạnh Khôi"
)

func openPanel(t *testing.T) *panel {
	clock := testkit.NewClock("2025-01-14")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	return &panel{s, app.New(s.DB, app.WithFiles(files)), t, clock}
}

func (p *panel) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *panel) plan() thidua.Session {
	p.t.Helper()
	s, err := p.PlanSession(bg, p.Actor(secretary), thidua.Session{Round: p.Rounds[2024].ID, Number: "01/2025",
		At: time.Date(2025, 1, 16, 14, 0, 0, 0, thidua.Zone), Place: "Phòng họp tầng 2"})
	p.must(err)
	return s
}

func (p *panel) unit(code string) thidua.Subject {
	return thidua.Subject{Kind: thidua.Collective, Unit: p.Units[code].ID}
}

func (p *panel) person(name string) thidua.Subject {
	return thidua.Subject{Kind: thidua.Individual, Person: p.People[name].ID}
}

func (p *panel) propose(who string, s thidua.Subject) thidua.Nominee {
	p.t.Helper()
	n, err := p.Propose(bg, p.Actor(who), thidua.Nominee{Round: p.Rounds[2024].ID, Subject: s})
	p.must(err)
	return n
}

// ready answers by hand the standards that wait for people, and puts the case before the session.
func (p *panel) ready(n thidua.Nominee, session string) thidua.Nominee {
	p.t.Helper()
	for _, f := range n.Findings {
		if f.Code == thidua.FindManual {
			p.must(p.SaveFinding(bg, p.Actor(secretary), n.ID, thidua.Finding{Standard: f.Standard, Verdict: thidua.VerdictMet, Note: "Gương mẫu, đoàn kết."}))
		}
	}
	p.must(p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.PutBefore, n.Version, session, ""))
	return n
}

func (p *panel) room(session string) app.Room {
	p.t.Helper()
	r, err := p.Room(bg, p.Actor(secretary), session)
	p.must(err)
	return r
}

func (p *panel) step(who, session string, do thidua.Action) {
	p.t.Helper()
	p.must(p.MoveSession(bg, p.Actor(who), session, do, p.room(session).Session.Version, ""))
}

// roll has everybody present but the two who are away on the screens.
func (p *panel) roll() []thidua.Attendance {
	var out []thidua.Attendance
	for _, m := range p.Season.Council.Members {
		a := thidua.Attendance{Person: m.Person, Present: true}
		switch m.Name {
		case "Bùi Đức Long":
			a.Present, a.Reason = false, "đi công tác"
		case "Nguyễn Hải Yến":
			a.Present, a.Reason = false, "nghỉ phép"
		}
		out = append(out, a)
	}
	return out
}

// voting brings a session with the cases of the screens to its vote.
func (p *panel) voting() (thidua.Session, []thidua.Nominee) {
	p.t.Helper()
	s := p.plan()
	var cases []thidua.Nominee
	for _, subject := range []thidua.Subject{p.unit("NV2"), p.person("Trần Thị Hạnh"), p.person("Trần Quốc Bảo")} {
		n := p.propose(secretary, subject)
		if n.Subject.Name == "Trần Quốc Bảo" {
			n = p.propose(secretary, p.unit("VP"))
		}
		cases = append(cases, p.ready(n, s.ID))
	}
	p.step(secretary, s.ID, thidua.Summon)
	p.must(p.CallRoll(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, p.roll()))
	p.clock.Set(s.At)
	p.step(chair, s.ID, thidua.OpenSession)
	p.clock.Add(50 * time.Minute)
	p.step(secretary, s.ID, thidua.BeginVote)
	return s, cases
}

func TestCouncilFromPlanToSignedMinutes(t *testing.T) {
	p := openPanel(t)
	s, cases := p.voting()
	r := p.room(s.ID)
	if len(r.Nominees) != 3 || r.Aside != 1 || !r.Awaited() || r.Electorate(cases[1]).Present != 6 || r.Session.StartedAt != s.At.UTC() {
		t.Fatalf("on the table: %d cases, %d aside, electorate %+v", len(r.Nominees), r.Aside, r.Electorate(cases[1]))
	}
	wants(t, p.MoveSession(bg, p.Actor(secretary), s.ID, thidua.Conclude, r.Session.Version, ""), thidua.Invalid, thidua.CodeMissing)
	p.must(p.SaveCounts(bg, p.Actor(secretary), s.ID, r.Session.Version, []thidua.Count{
		{Nominee: cases[0].ID, Yes: 7}, {Nominee: cases[1].ID, Yes: 6}, {Nominee: cases[2].ID, Yes: 5, No: 2},
	}))
	p.clock.Add(30 * time.Minute)
	p.step(secretary, s.ID, thidua.Conclude)
	r = p.room(s.ID)
	o, err := r.Outcome(r.Nominees[1])
	if err != nil || len(r.Passed()) != 2 || r.Session.EndedAt.Sub(r.Session.StartedAt) != 80*time.Minute {
		t.Fatalf("result %+v (%v), passed %d", o, err, len(r.Passed()))
	}
	for _, n := range r.Nominees {
		if want := map[string]thidua.State{"Phòng Nghiệp vụ 2": thidua.NomineePassed, "Văn phòng": thidua.NomineeFailed, "Trần Thị Hạnh": thidua.NomineePassed}[n.Subject.Name]; n.State != want {
			t.Errorf("%s is %s, want %s", n.Subject.Name, n.State, want)
		}
	}
	p.sign(s)
}

func (p *panel) sign(s thidua.Session) {
	t := p.t
	t.Helper()
	ha := p.Actor(secretary)
	saveOwn(t, p.DB, ha.Tenant, thidua.OwnWords{Form: "bien-ban-hop", Part: "present", Text: "Dự họp có {n} trên {members}: {who}."})
	paper, err := p.MakeMinutes(bg, ha, s.ID)
	p.must(err)
	_, err = p.MovePaper(bg, ha, paper.ID, thidua.SubmitForSign, app.PaperMove{Version: paper.Version})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	p.must(p.SaveWords(bg, ha, s.ID, p.room(s.ID).Session.Version, app.Words{Discussion: "Hội đồng thảo luận từng trường hợp.",
		IndexWords: "Thống nhất tạm lấy kết quả năm 2023; xem lại khi công bố."}))
	paper, err = p.MovePaper(bg, ha, paper.ID, thidua.SubmitForSign, app.PaperMove{Version: p.room(s.ID).Minutes.Version})
	p.must(err)
	wants(t, p.SaveWords(bg, ha, s.ID, p.room(s.ID).Session.Version, app.Words{Discussion: "khác"}), thidua.Conflict, thidua.CodeWrongState)
	saveOwn(t, p.DB, ha.Tenant, thidua.OwnWords{Form: "bien-ban-hop", Part: "present", Text: "Có mặt {n}/{members}: {who}."})
	if d, err := p.Minutes(bg, ha, s.ID); err != nil || !strings.Contains(d.Dump(), "Dự họp có 07 trên 09: ") {
		t.Errorf("the minutes lost the words or the figures of their day, %v: %s", err, d.Dump())
	}
	_, err = p.MovePaper(bg, ha, paper.ID, thidua.RecordIssued, app.PaperMove{Version: paper.Version, On: "2025-01-16"})
	wants(t, err, thidua.Invalid, thidua.CodeSignedMissing)
	_, err = p.MovePaper(bg, ha, paper.ID, thidua.RecordIssued, app.PaperMove{Version: paper.Version, On: "2025-02-30"})
	wants(t, err, thidua.Invalid, thidua.CodeDateWrong)
	wants(t, p.MoveSession(bg, ha, s.ID, thidua.SignMinutes, p.room(s.ID).Session.Version, ""), thidua.Invalid, thidua.CodeMissing)
	signed, err := p.KeepFile(bg, ha, "file", "bien-ban.pdf", strings.NewReader("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"))
	p.must(err)
	_, err = p.MovePaper(bg, ha, paper.ID, thidua.RecordIssued, app.PaperMove{Version: paper.Version, On: "2025-01-16", Signed: signed})
	p.must(err)
	p.step(secretary, s.ID, thidua.SignMinutes)
	r := p.room(s.ID)
	if r.Session.State != thidua.SessionSigned || r.Minutes.State != thidua.PaperIssued || r.Minutes.Number != "" || r.Minutes.Words["index"] == "" {
		t.Errorf("after signing: %s, %+v", r.Session.State, r.Minutes)
	}
	d, err := p.Minutes(bg, p.Actor("Lý Văn Dũng"), s.ID)
	p.must(err)
	text := strings.ReplaceAll(d.Dump(), `\u00a0`, " ")
	for _, want := range []string{"6/8", "5/9", "77,8%", "đi công tác", "Bà Trần Thị Hạnh không biểu quyết về trường hợp của mình, không tính vào tổng số.",
		"Thống nhất tạm lấy kết quả năm 2023", "14 giờ 00 phút", "15 giờ 20 phút", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "/BB-HĐTĐKT", "01 tập thể và 01 cá nhân",
		"Trường hợp Phòng Nghiệp vụ 2: ông Lý Văn Dũng công tác tại đơn vị liên quan."} {
		if !strings.Contains(text, want) {
			t.Errorf("the minutes do not say %q", want)
		}
	}
	p.logged(thidua.PlanSession, thidua.CallRoll, thidua.EnterCount, thidua.Conclude, thidua.MakeMinutes, thidua.RecordIssued, thidua.SignMinutes)
}

func (p *panel) logged(verbs ...thidua.Action) {
	p.t.Helper()
	lines, _, err := p.Log(bg, p.Actor(secretary), agency.LogQuery{})
	p.must(err)
	seen := map[thidua.Action]bool{}
	for _, l := range lines {
		seen[l.Do] = true
	}
	for _, v := range verbs {
		if !seen[v] {
			p.t.Errorf("no event of %s in the log", v)
		}
	}
}

func TestWhoMayWhatAtASession(t *testing.T) {
	p := openPanel(t)
	s, cases := p.voting()
	version := p.room(s.ID).Session.Version
	count := []thidua.Count{{Nominee: cases[0].ID, Yes: 7}}
	wants(t, p.SaveCounts(bg, p.Actor("Lý Văn Dũng"), s.ID, version, count), thidua.Forbidden, app.CodeNoRight)
	wants(t, p.SaveCounts(bg, p.Actor("Phạm Mai Anh"), s.ID, version, count), thidua.Forbidden, app.CodeNoRight)
	wants(t, p.SaveCounts(bg, p.Actor(secretary), s.ID, version-1, count), thidua.Conflict, store.CodeStale)
	wants(t, p.SaveCounts(bg, p.Actor(secretary), s.ID, version, []thidua.Count{{Nominee: cases[1].ID, Yes: 7}}), thidua.Invalid, thidua.CodeCountSum)
	wants(t, p.SaveCounts(bg, p.Actor(secretary), s.ID, version, []thidua.Count{{Nominee: "khong-co"}}), thidua.NotFound, store.CodeNotFound)
	wants(t, p.CallRoll(bg, p.Actor(secretary), s.ID, version, p.roll()), thidua.Conflict, thidua.CodeWrongState)
	wants(t, p.CallRoll(bg, p.Actor(chair), s.ID, version, p.roll()), thidua.Forbidden, app.CodeNoRight)
	wants(t, p.MoveSession(bg, p.Actor("Lý Văn Dũng"), s.ID, thidua.Conclude, version, ""), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, p.MoveSession(bg, p.Actor(secretary), s.ID, thidua.Summon, version, ""), thidua.Conflict, thidua.CodeWrongState)
	_, err := p.MakeMinutes(bg, p.Actor(secretary), s.ID)
	wants(t, err, thidua.Conflict, thidua.CodeWrongState)
	_, err = p.Room(bg, p.Actor("Phạm Mai Anh"), s.ID)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	other := testkit.FillSeason(t, p.DB, "co-quan-khac")
	_, err = p.Room(bg, other.Actor(chair), s.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	wants(t, p.SaveCounts(bg, other.Actor(secretary), s.ID, version, count), thidua.NotFound, store.CodeNotFound)
	_, err = p.Minutes(bg, p.Actor("Phạm Mai Anh"), s.ID)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
}

func TestASessionAsItIsTyped(t *testing.T) {
	p := openPanel(t)
	at := time.Date(2025, 1, 16, 14, 0, 0, 0, thidua.Zone)
	_, err := p.PlanSession(bg, p.Actor(secretary), thidua.Session{Round: p.Rounds[2024].ID})
	for _, code := range []thidua.Code{app.CodeSessionNumber, app.CodeSessionTime, app.CodeSessionPlace} {
		wants(t, err, thidua.Invalid, code)
	}
	_, err = p.PlanSession(bg, p.Actor(chair), thidua.Session{})
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	early := thidua.Session{Round: p.Rounds[2024].ID, Number: "02/2025", At: at.AddDate(-2, 0, 0), Place: "Phòng họp"}
	_, err = p.PlanSession(bg, p.Actor(secretary), early)
	wants(t, err, thidua.Invalid, app.CodeSessionEarly)
	early.At = time.Date(2024, 1, 5, 14, 0, 0, 0, thidua.Zone)
	_, err = p.PlanSession(bg, p.Actor(secretary), early)
	wants(t, err, thidua.Invalid, app.CodeNoCouncil)
	s := p.plan()
	_, err = p.PlanSession(bg, p.Actor(secretary), thidua.Session{Round: p.Rounds[2024].ID, Number: "01/2025", At: at, Place: "Phòng họp"})
	wants(t, err, thidua.Invalid, store.CodeTaken)
	s.Version, s.Place = 1, "Phòng họp tầng 3"
	_, err = p.PlanSession(bg, p.Actor(secretary), s)
	p.must(err)
	_, err = p.PlanSession(bg, p.Actor(secretary), s)
	wants(t, err, thidua.Conflict, store.CodeStale)
	p.step(secretary, s.ID, thidua.Summon)
	wants(t, p.MoveSession(bg, p.Actor(secretary), s.ID, thidua.OpenSession, 3, ""), thidua.Invalid, thidua.CodeMissing)
	wants(t, p.CallRoll(bg, p.Actor(secretary), s.ID, 3, []thidua.Attendance{{Person: p.People[chair].ID, Present: true}}), thidua.Invalid, app.CodeAbsenceReason)
	wants(t, p.MoveSession(bg, p.Actor(chair), s.ID, thidua.Postpone, 3, ""), thidua.Invalid, thidua.CodeReasonMissing)
	p.must(p.MoveSession(bg, p.Actor(chair), s.ID, thidua.Postpone, 3, "chưa đủ thành viên"))
	all, err := p.Sessions(bg, p.Actor("Lý Văn Dũng"), p.Rounds[2024].ID)
	if err != nil || len(all) != 1 || all[0].State != thidua.SessionPostponed || all[0].Place != "Phòng họp tầng 3" {
		t.Errorf("sessions %+v (%v)", all, err)
	}
}

func TestTheDeputyPresidesWhenTheChairIsAway(t *testing.T) {
	p := openPanel(t)
	s := p.plan()
	p.step(secretary, s.ID, thidua.Summon)
	roll := p.roll()
	roll[0].Present, roll[0].Reason = false, "họp Ủy ban nhân dân tỉnh"
	p.must(p.CallRoll(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, roll))
	if r := p.room(s.ID); r.Session.Chair != p.People["Nguyễn Thị Bích Liên"].ID || !r.Facts()[thidua.QuorumThere] {
		t.Errorf("in the chair: %s, facts %v", r.Session.Chair, r.Facts())
	}
}

func TestPaperIsCountedTwice(t *testing.T) {
	p := openPanel(t)
	s, cases := p.voting()
	dung, hung := p.Actor("Lý Văn Dũng"), p.Actor("Phạm Quốc Hưng")
	wants(t, p.SetVoteKind(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, thidua.PaperBallot, []string{p.People["Giàng A Páo"].ID}), thidua.Invalid, app.CodeCounter)
	wants(t, p.SetVoteKind(bg, dung, s.ID, p.room(s.ID).Session.Version, thidua.PaperBallot, nil), thidua.Forbidden, app.CodeNoRight)
	p.must(p.SetVoteKind(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, thidua.PaperBallot, []string{dung.Person, hung.Person}))
	ballots := func(yes, no int) []thidua.Count {
		return []thidua.Count{{Nominee: cases[0].ID, Issued: 7, Returned: 7, Yes: yes, No: no}}
	}
	p.must(p.SaveCounts(bg, dung, s.ID, 0, ballots(6, 1)))
	seen, err := p.Room(bg, hung, s.ID)
	p.must(err)
	if c := seen.CountsOf(cases[0]); len(c) != 1 || c[0].Yes != 0 || c[0].ByName != dung.Name {
		t.Errorf("the second counter sees the first count: %+v", c)
	}
	p.must(p.SaveCounts(bg, hung, s.ID, 0, ballots(5, 2)))
	r := p.room(s.ID)
	_, err = r.Outcome(r.Nominees[0])
	wants(t, err, thidua.Invalid, thidua.CodeCountsDiffer)
	wants(t, p.SaveCounts(bg, p.Actor(secretary), s.ID, 0, ballots(6, 1)), thidua.Invalid, thidua.CodeCountsTaken)
	wants(t, p.SetVoteKind(bg, p.Actor(secretary), s.ID, r.Session.Version, thidua.ShowOfHands, nil), thidua.Conflict, app.CodeVoteStarted)
	p.must(p.SaveCounts(bg, hung, s.ID, 0, ballots(6, 1)))
	r = p.room(s.ID)
	if o, err := r.Outcome(r.Nominees[0]); err != nil || o.Yes != 6 || !o.Passed || r.Voted() != 1 {
		t.Errorf("after the recount: %+v (%v)", o, err)
	}
	for _, want := range []string{"Phiếu của từng trường hợp: phát ra 07 phiếu, thu về 07 phiếu, hợp lệ 07 phiếu, không có phiếu không hợp lệ.",
		"người kiểm phiếu: Lý Văn Dũng và Phạm Quốc Hưng."} {
		if text := p.minutes(s.ID); !strings.Contains(text, want) || strings.Contains(text, "Không có trường hợp nào được đề nghị") {
			t.Errorf("the minutes of a session that goes on lack %q: %s", want, text)
		}
	}
}

func (p *panel) minutes(session string) string {
	p.t.Helper()
	d, err := p.Minutes(bg, p.Actor(secretary), session)
	p.must(err)
	return strings.ReplaceAll(strings.ReplaceAll(d.Dump(), `\u00a0`, " "), "\u00a0", " ")
}

// TestTheHoursOfASessionAreCorrected lets who enters a session later say when it was held.
func TestTheHoursOfASessionAreCorrected(t *testing.T) {
	p := openPanel(t)
	s, cases := p.voting()
	p.must(p.SaveCounts(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, []thidua.Count{{Nominee: cases[0].ID, Yes: 7}, {Nominee: cases[1].ID, Yes: 6}, {Nominee: cases[2].ID, Yes: 7}}))
	p.step(secretary, s.ID, thidua.Conclude)
	hours := func(from, to time.Duration) error {
		h := app.Hours{From: s.At.Add(from), To: s.At.Add(to)}
		if from < 0 {
			h.From = time.Time{}
		}
		return p.SaveWords(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, app.Words{Discussion: "Thảo luận.", Held: &h})
	}
	wants(t, hours(-1, time.Hour), thidua.Invalid, app.CodeHoursMissing)
	wants(t, hours(20*time.Minute, 10*time.Minute), thidua.Invalid, app.CodeHoursOrder)
	wants(t, hours(0, 3*time.Hour), thidua.Invalid, app.CodeHoursFuture)
	p.must(hours(5*time.Minute, 45*time.Minute))
	if text := p.minutes(s.ID); !strings.Contains(text, "Thời gian bắt đầu: 14 giờ 05 phút, ngày 16 tháng 01 năm 2025") || !strings.Contains(text, "vào hồi 14 giờ 45 phút") {
		t.Errorf("the minutes: %s", text)
	}
	p.must(p.SaveWords(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, app.Words{Discussion: "Thảo luận thêm."}))
	if got := p.room(s.ID).Session.StartedAt; !got.Equal(s.At.Add(5 * time.Minute)) {
		t.Errorf("the hours did not stay: %v", got)
	}
}

func TestTheAbsentAnswerInWriting(t *testing.T) {
	p := openPanel(t)
	s, cases := p.voting()
	long, yen := p.People["Bùi Đức Long"].ID, p.People["Nguyễn Hải Yến"].ID
	answer := func(person string, nominee thidua.Nominee, choice thidua.Choice, on thidua.Date) error {
		return p.SaveOpinions(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, []thidua.Opinion{{Nominee: nominee.ID, Person: person, Choice: choice, On: on}})
	}
	wants(t, answer(p.People["Lý Văn Dũng"].ID, cases[0], thidua.ChoiceYes, "2025-01-15"), thidua.Invalid, thidua.CodeOpinionPresent)
	wants(t, answer(p.People["Trần Thị Hạnh"].ID, cases[1], thidua.ChoiceYes, "2025-01-15"), thidua.Invalid, thidua.CodeOwnVote)
	wants(t, answer(long, cases[0], "", "2025-01-15"), thidua.Invalid, app.CodeChoiceMissing)
	wants(t, answer(long, cases[0], thidua.ChoiceYes, "2025-01-20"), thidua.Invalid, thidua.CodeFutureDay)
	wants(t, answer(p.People["Giàng A Páo"].ID, cases[0], thidua.ChoiceYes, "2025-01-15"), thidua.NotFound, store.CodeNotFound)
	p.must(answer(long, cases[2], thidua.ChoiceYes, "2025-01-15"))
	p.must(answer(yen, cases[2], thidua.ChoiceNo, "2025-01-15"))
	p.must(p.SaveCounts(bg, p.Actor(chair), s.ID, p.room(s.ID).Session.Version, []thidua.Count{{Nominee: cases[2].ID, Yes: 5, No: 2}}))
	r := p.room(s.ID)
	n := r.Nominees[2]
	if n.ID != cases[2].ID {
		n = r.Nominees[1]
	}
	if o, err := r.Outcome(n); err != nil || o.Yes != 6 || o.No != 3 || o.Written != 2 || !o.Passed {
		t.Errorf("with written opinions: %+v (%v)", o, err)
	}
}

func TestOpinionsWithoutAMeeting(t *testing.T) {
	p := openPanel(t)
	s := p.plan()
	n := p.ready(p.propose(secretary, p.unit("NV2")), s.ID)
	p.step(secretary, s.ID, thidua.Summon)
	p.must(p.MoveSession(bg, p.Actor(secretary), s.ID, thidua.AskInWriting, p.room(s.ID).Session.Version, "không tổ chức họp được"))
	wants(t, p.SaveCounts(bg, p.Actor(secretary), s.ID, 3, []thidua.Count{{Nominee: n.ID, Yes: 9}}), thidua.Conflict, thidua.CodeOnlyWritten)
	for i, m := range p.Season.Council.Members {
		if i == 8 {
			wants(t, p.MoveSession(bg, p.Actor(secretary), s.ID, thidua.Conclude, p.room(s.ID).Session.Version, ""), thidua.Invalid, thidua.CodeMissing)
		}
		p.must(p.SaveOpinions(bg, p.Actor(secretary), s.ID, p.room(s.ID).Session.Version, []thidua.Opinion{{Nominee: n.ID, Person: m.Person, Choice: thidua.ChoiceYes, On: "2025-01-14"}}))
	}
	p.step(secretary, s.ID, thidua.Conclude)
	if r := p.room(s.ID); len(r.Passed()) != 1 {
		t.Errorf("passed in writing: %+v", r.Passed())
	}
}

func TestProposingAndJudging(t *testing.T) {
	p := openPanel(t)
	n := p.propose("Lý Văn Dũng", p.unit("NV2"))
	if len(n.Findings) != 6 || n.Findings[4].Verdict != thidua.VerdictAwaited || n.Findings[5].Code != thidua.FindManual || n.Award == "" || n.Subject.Name != "Phòng Nghiệp vụ 2" {
		t.Fatalf("proposed: %+v", n)
	}
	round := p.Rounds[2024].ID
	_, err := p.Propose(bg, p.Actor("Lý Văn Dũng"), thidua.Nominee{Round: round, Subject: p.unit("NV2")})
	wants(t, err, thidua.Conflict, store.CodeTaken)
	_, err = p.Propose(bg, p.Actor("Lý Văn Dũng"), thidua.Nominee{Round: round, Subject: p.unit("NV1")})
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	_, err = p.Propose(bg, p.Actor(secretary), thidua.Nominee{Round: round, Subject: thidua.Subject{Kind: thidua.Individual, Person: "khong-co"}})
	wants(t, err, thidua.Invalid, app.CodeSubjectUnknown)
	_, err = p.Propose(bg, p.Actor(secretary), thidua.Nominee{Round: round, Subject: p.unit("VP"), Award: "khong-co"})
	wants(t, err, thidua.Invalid, app.CodeAwardUnknown)
	_, err = p.Propose(bg, p.Actor(secretary), thidua.Nominee{Round: p.Rounds[2023].ID, Subject: p.unit("VP")})
	wants(t, err, thidua.Conflict, app.CodeRoundEnded)

	s := p.plan()
	wants(t, p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.PutBefore, n.Version, s.ID, ""), thidua.Invalid, thidua.CodeMissing)
	by := n.Findings[5].Standard
	wants(t, p.SaveFinding(bg, p.Actor("Lý Văn Dũng"), n.ID, thidua.Finding{Standard: by, Verdict: "co-le"}), thidua.Invalid, app.CodeVerdictWrong)
	wants(t, p.SaveFinding(bg, p.Actor("Lý Văn Dũng"), n.ID, thidua.Finding{Standard: by, Verdict: thidua.VerdictMet}), thidua.Invalid, app.CodeWordsMissing)
	wants(t, p.SaveFinding(bg, p.Actor("Trần Thị Hạnh"), n.ID, thidua.Finding{Standard: by, Verdict: thidua.VerdictMet, Note: "tốt"}), thidua.Forbidden, app.CodeNoRight)
	wants(t, p.SaveFinding(bg, p.Actor(secretary), n.ID, thidua.Finding{Standard: "khac", Verdict: thidua.VerdictMet, Note: "tốt"}), thidua.NotFound, store.CodeNotFound)
	p.must(p.SaveFinding(bg, p.Actor(secretary), n.ID, thidua.Finding{Standard: by, Verdict: thidua.VerdictNotMet, Note: "chưa tham gia đầy đủ"}))
	wants(t, p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.PutBefore, n.Version, s.ID, ""), thidua.Invalid, thidua.CodeMissing)
	p.must(p.SaveFinding(bg, p.Actor(secretary), n.ID, thidua.Finding{Standard: by, Verdict: thidua.VerdictMet, Note: "6/6 công chức tham gia"}))
	p.must(p.Rejudge(bg, p.Actor(secretary), n.ID))
	wants(t, p.SaveSummary(bg, p.Actor(secretary), n.ID, n.Version, strings.Repeat("dòng\n", 11)), thidua.Invalid, app.CodeSummaryLong)
	p.must(p.SaveSummary(bg, p.Actor("Lý Văn Dũng"), n.ID, n.Version, "100% kết luận thanh tra đúng thời hạn."))
	wants(t, p.SaveSummary(bg, p.Actor(secretary), n.ID, n.Version, "khác"), thidua.Conflict, store.CodeStale)
	wants(t, p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.RecordPassed, 2, s.ID, ""), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.PutBefore, 2, "khong-co", ""), thidua.Invalid, app.CodeSessionWrong)
	p.must(p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.PutBefore, 2, "", ""))
	seen, err := p.Nomination(bg, p.Actor("Trần Thị Hạnh"), n.ID)
	if err != nil || seen.Session.ID != s.ID || seen.Findings[5].ByName != p.Actor(secretary).Name || seen.Edit {
		t.Errorf("as a member sees it: %+v (%v)", seen.Nominee, err)
	}
	p.logged(thidua.Propose, thidua.FindByHand, thidua.Refresh, thidua.Summarise, thidua.PutBefore)
}

func TestNobodyWritesInTheOwnCase(t *testing.T) {
	p := openPanel(t)
	n := p.propose("Hoàng Minh Tuấn", p.person(secretary))
	finding := thidua.Finding{Standard: n.Findings[1].Standard, Verdict: thidua.VerdictMet, Note: "Gương mẫu."}
	wants(t, p.SaveFinding(bg, p.Actor(secretary), n.ID, finding), thidua.Invalid, thidua.CodeMissing)
	wants(t, p.SaveSummary(bg, p.Actor(secretary), n.ID, n.Version, "tốt"), thidua.Invalid, thidua.CodeMissing)
	p.must(p.SaveFinding(bg, p.Actor("Hoàng Minh Tuấn"), n.ID, finding))
	s := p.plan()
	wants(t, p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.PutBefore, n.Version, s.ID, ""), thidua.Invalid, thidua.CodeMissing)
}

func TestWhatIsNotBeforeTheCouncilIsANumberForMembers(t *testing.T) {
	p := openPanel(t)
	s := p.plan()
	n := p.propose(secretary, p.unit("NV2"))
	_, err := p.Nomination(bg, p.Actor("Trần Thị Hạnh"), n.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	_, err = p.Slate(bg, p.Actor("Phạm Quốc Hưng"), p.Rounds[2024].ID)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	own, err := p.Slate(bg, p.Actor("Trần Thị Hạnh"), p.Rounds[2024].ID)
	if err != nil || len(own.Nominees) != 0 {
		t.Errorf("the head of NV 1 sees %+v (%v)", own.Nominees, err)
	}
	whole, err := p.Slate(bg, p.Actor(secretary), p.Rounds[2024].ID)
	if err != nil || len(whole.Nominees) != 1 || len(whole.Sessions) != 1 || len(whole.Subjects) != 5 {
		t.Errorf("the whole slate: %d proposed, %d free (%v)", len(whole.Nominees), len(whole.Subjects), err)
	}
	if r, err := p.Room(bg, p.Actor("Trần Thị Hạnh"), s.ID); err != nil || r.Aside != 1 || len(r.Nominees) != 0 {
		t.Errorf("a member sees %d cases and %d aside (%v)", len(r.Nominees), r.Aside, err)
	}
}

func TestAHoldLeadsBackToWhereItBegan(t *testing.T) {
	p := openPanel(t)
	s := p.plan()
	n := p.ready(p.propose(secretary, p.unit("NV2")), s.ID)
	wants(t, p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.HoldNominee, 2, "", ""), thidua.Invalid, thidua.CodeReasonMissing)
	p.must(p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.HoldNominee, 2, "", "chờ kết luận"))
	if r := p.room(s.ID); len(r.Nominees) != 0 || r.Aside != 1 {
		t.Errorf("a held case is on the table: %+v", r.Nominees)
	}
	p.must(p.MoveNominee(bg, p.Actor(secretary), n.ID, thidua.LiftHold, 3, "", "đã có kết luận"))
	if r := p.room(s.ID); len(r.Nominees) != 1 || r.Nominees[0].HeldFrom != "" {
		t.Errorf("after the hold: %+v", r.Nominees)
	}
}

func TestTheCasesOfASessionAreThoseOfTheNominees(t *testing.T) {
	p := openPanel(t)
	s := p.plan()
	for _, subject := range []thidua.Subject{p.unit("NV2"), p.person("Phạm Mai Anh")} {
		p.ready(p.propose(secretary, subject), s.ID)
	}
	for _, who := range []string{secretary, chair, "Trần Thị Hạnh"} {
		r, cases, err := p.Cases(bg, p.Actor(who), s.ID)
		if err != nil || len(cases) != 2 || len(r.Nominees) != 2 {
			t.Fatalf("%s sees %d of %d cases (%v)", who, len(cases), len(r.Nominees), err)
		}
		for _, one := range cases {
			alone, err := p.Nomination(bg, p.Actor(who), one.ID)
			p.must(err)
			if !reflect.DeepEqual(one, alone) {
				t.Errorf("%s: %s among others is %+v, alone %+v", who, one.Subject.Name, one, alone)
			}
		}
	}
	_, _, err := p.Cases(bg, p.Actor("Phạm Mai Anh"), s.ID)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
}
