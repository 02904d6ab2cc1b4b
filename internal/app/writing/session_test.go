package writing_test

import (
	"fmt"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/writing"
	"thidua/internal/doc"
	"thidua/internal/testkit/nd30"
	"thidua/internal/vi"
)

// ballot holds the session of 2024 with ballots on paper: two members are away, two others count, one ballot is invalid.
func (s *sample) ballot() app.Room {
	s.t.Helper()
	room := func() app.Room {
		r, err := s.Room(bg, s.office, s.session.ID)
		s.must(err)
		return r
	}
	r := room()
	var roll []thidua.Attendance
	for i, m := range r.Council.Members {
		line := thidua.Attendance{Person: m.Person, Present: i < 7}
		if i >= 7 {
			line.Reason = "đi công tác"
		}
		roll = append(roll, line)
	}
	counters := []thidua.CouncilMember{r.Council.Members[2], r.Council.Members[3]}
	s.must(s.CallRoll(bg, s.office, s.session.ID, r.Session.Version, roll))
	s.must(s.MoveSession(bg, s.office, s.session.ID, thidua.OpenSession, room().Session.Version, ""))
	s.must(s.SetVoteKind(bg, s.office, s.session.ID, room().Session.Version, thidua.PaperBallot, []string{counters[0].Person, counters[1].Person}))
	s.must(s.MoveSession(bg, s.office, s.session.ID, thidua.BeginVote, room().Session.Version, ""))
	for turn, m := range counters {
		actor := thidua.Actor{Tenant: s.tenant, Account: m.Name, Name: m.Name, Person: m.Person, Roles: []thidua.Role{thidua.RoleCouncil}}
		var counts []thidua.Count
		for i, n := range r.Nominees {
			e := r.Council.Electorate(n, roll)
			c := thidua.Count{Nominee: n.ID, Issued: e.Present, Returned: e.Present, Yes: e.Present}
			if i == 0 {
				c.Invalid, c.Yes = 1, e.Present-1
			}
			counts = append(counts, c)
		}
		s.must(s.SaveCounts(bg, actor, s.session.ID, room().Session.Version, counts))
		if turn > 0 {
			continue
		}
		if _, err := s.Make(bg, s.office, thidua.PaperCounting, s.at(s.session.ID)); thidua.KindOf(err) != thidua.Conflict {
			s.t.Errorf("after one of two counts the minutes of the count are made: %v", err)
		}
	}
	return room()
}

func (s *sample) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *sample) at(session string) writing.Place {
	return writing.Place{Round: s.rounds[2024].ID, Session: session}
}

func says(t *testing.T, name string, d doc.Document, want ...string) {
	t.Helper()
	dump := strings.ReplaceAll(strings.ReplaceAll(d.Dump(), `\u00a0`, " "), "\u00a0", " ")
	for _, w := range want {
		if !strings.Contains(dump, w) {
			t.Errorf("%s does not say %q:\n%s", name, w, dump)
		}
	}
}

func TestThePapersOfASessionAreThoseOfItsRecords(t *testing.T) {
	s := play(t, "2025-01-15")
	_, invitation := s.made(thidua.PaperInvitation, s.at(s.session.ID))
	says(t, "the invitation", invitation, "14 giờ 00 phút, thứ Năm, ngày 16 tháng 01 năm 2025", "Chủ trì: ông Trần Mạnh Khôi, Chánh Thanh tra, Chủ tịch Hội đồng", "/GM-HĐTĐKT")
	script, err := s.Make(bg, s.office, thidua.PaperScript, s.at(s.session.ID))
	s.must(err)
	says(t, "the script", s.drawn(script.ID), "02 tập thể và 03 cá nhân", "14:00 – 14:10")
	programme, _ := s.made(thidua.PaperProgramme, s.at(s.session.ID))
	if _, err := s.Make(bg, s.office, thidua.PaperScript, s.at(s.session.ID)); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a second script of the session: %v", err)
	}

	r := s.ballot()
	ballot, d := s.made(thidua.PaperBallotForm, s.at(s.session.ID))
	for _, n := range r.Nominees {
		says(t, "the ballot", d, vi.Listed(n.Subject))
	}
	says(t, "the ballot", d, fmt.Sprintf("Phiếu gồm %s trường hợp.", vi.Two(len(r.Nominees))))
	if v, err := s.Paper(bg, s.office, ballot.ID); err != nil || v.Parts["nguoi-ky"] != "" || len(v.Parts) != 1 {
		t.Errorf("a ballot asks for %v, %v", v.Parts, err)
	}
	counting, d := s.made(thidua.PaperCounting, s.at(s.session.ID))
	nd30.Check(t, "counting", doc.SampleMark, nd30.Write(t, "counting", d))
	for _, n := range r.Nominees {
		o, err := r.Outcome(n)
		s.must(err)
		says(t, "the count", d, vi.BallotsOf(n.Subject, r.CountsOf(n)[0]), fmt.Sprintf("%d/%d", o.Yes, o.Base))
	}
	says(t, "the count", d, "Hội đồng có 09 thành viên; có mặt 07, vắng mặt 02.", "Trưởng ban: "+vi.Honorific(r.Council.Members[2].Sex)+" "+r.Council.Members[2].Name)

	// the script of a session that now votes on paper is old, the programme too; the count is not
	for paper, want := range map[string]bool{script.ID: true, programme.ID: true, counting.ID: false, ballot.ID: false} {
		v, err := s.Paper(bg, s.office, paper)
		s.must(err)
		if old, may, err := s.Check(bg, s.office, v.Paper); err != nil || old != want || !may {
			t.Errorf("%s: old %v, may be made anew %v, %v", v.Title, old, may, err)
		}
	}
	s.must(s.Renew(bg, s.office, script.ID, 1))
	says(t, "the new script", s.drawn(script.ID), "Mời Ban Kiểm phiếu làm việc")
	if err := s.Renew(bg, s.office, script.ID, 2); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a paper that is up to date is made anew: %v", err)
	}
	s.wordsOfAScript(t, script.ID)
}

// wordsOfAScript types words into the script, has it issued and recalls it.
func (s *sample) wordsOfAScript(t *testing.T, paper string) {
	p, err := s.Paper(bg, s.office, paper)
	s.must(err)
	good := "14:00 – 14:20 | Khai mạc | Chủ trì\nKính thưa các đồng chí, hôm nay Hội đồng xét {số trường hợp}.\nLưu ý: mở cửa trước 15 phút"
	for typed, want := range map[string]thidua.Code{"Khai mạc, không có giờ": "paper.item", "14:20 – 14:00 | Khai mạc | Chủ trì": "paper.times",
		"14:00 | Khai mạc | Chủ trì\nCó {số phiếu} phiếu": "paper.unknown"} {
		_, err := s.WritePaper(bg, s.office, paper, p.Version, map[string]string{"noi-dung-hop": typed, "trich-yeu": "Họp Hội đồng"})
		if e := refusal(t, err); len(e.Faults) != 1 || e.Faults[0].Field != "noi-dung-hop" || e.Faults[0].Code != want {
			t.Errorf("%q is refused with %+v", typed, e.Faults)
		}
	}
	if v, err := s.Paper(bg, s.office, paper); err != nil || v.Edition != p.Edition || len(v.Words) != 0 {
		t.Errorf("a refused form left %+v, %v", v.Words, err)
	}
	_, err = s.WritePaper(bg, s.office, paper, p.Version, map[string]string{"noi-dung-hop": good})
	s.must(err)
	says(t, "the script", s.drawn(paper), "“Kính thưa các đồng chí, hôm nay Hội đồng xét 02 tập thể và 03 cá nhân.”", "Lưu ý:", "mở cửa trước 15 phút", "14 giờ 20 phút")
	_, err = s.WritePaper(bg, s.office, paper, p.Version+1, map[string]string{"chu-tri": "ông Khác"})
	s.must(err)
	says(t, "the script", s.drawn(paper), "ông Trần Mạnh Khôi")
	s.issue(paper)
	v, err := s.Paper(bg, s.office, paper)
	s.must(err)
	_, err = s.MovePaper(bg, s.office, paper, thidua.RecallPaper, app.PaperMove{Version: v.Version, Reason: "đổi chương trình"})
	s.must(err)
}

// issue takes a paper through the states of every paper, with a signed copy.
func (s *sample) issue(paper string) {
	s.t.Helper()
	signed, err := s.KeepFile(bg, s.office, "signed", "ban-da-ky.pdf", strings.NewReader(pdf))
	s.must(err)
	for _, do := range []thidua.Action{thidua.SubmitForSign, thidua.ReturnPaper, thidua.SubmitForSign, thidua.RecordIssued} {
		v, err := s.Paper(bg, s.office, paper)
		s.must(err)
		m := app.PaperMove{Version: v.Version}
		switch do {
		case thidua.ReturnPaper:
			m.Reason = "sửa trích yếu"
		case thidua.RecordIssued:
			if v.Kind.Report() {
				s.must(s.RecordConfirmation(bg, s.office, paper, v.Version, s.Today()))
				m.Version++
			}
			m.On, m.Signed, m.Number = s.Today(), signed, "01/VB-TT"
		}
		if _, err := s.MovePaper(bg, s.office, paper, do, m); err != nil {
			s.t.Fatalf("%s, %s: %v", v.Title, do, err)
		}
	}
}

// pdf is the smallest file that a signed copy may be.
const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
