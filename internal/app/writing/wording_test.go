package writing_test

import (
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/writing"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// passed is the year 2024 as the council left it, without the play of a whole season.
func passed(t *testing.T) (*sample, *testkit.Season, *testkit.Clock) {
	t.Helper()
	clock := testkit.NewClock("2025-01-20")
	k := testkit.OpenSeason(t, func(c *store.Config) { c.Clock = clock.Now })
	k.PassCouncil(t)
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	a := app.New(k.DB, app.WithFiles(files))
	s := &sample{App: a, Desk: writing.Over(a), t: t, db: k.DB, tenant: k.Tenant, rounds: k.Rounds}
	s.office = s.as("Nguyễn Thị Thu Hà", thidua.RoleOffice, thidua.RoleSecretary)
	return s, k, clock
}

func TestOwnWordsHoldFromTheirDay(t *testing.T) {
	s, _, clock := passed(t)
	at := writing.Place{Round: s.rounds[2024].ID}
	roster, d := s.made(thidua.PaperRoster, at)
	says(t, "the roster", d, "Danh sách gồm 02 tập thể và 02 cá nhân./.")

	const name = "danh-sach-trich-ngang"
	save := func(from thidua.Date, sure bool, words map[string]string) error {
		return s.SaveWording(bg, s.office, name, words, from, sure)
	}
	for _, wrong := range []struct {
		from  thidua.Date
		words map[string]string
		field string
		code  thidua.Code
	}{
		{"2025-01-20", map[string]string{"close": "Hết danh sách."}, "close", "wording.figure"},
		{"2025-01-20", map[string]string{"close": "Gồm {số tập thể, cá nhân} và {số đơn vị}."}, "close", "paper.unknown"},
		{"2025-01-20", map[string]string{"with": "(Kèm theo hồ sơ)"}, "with", "wording.drops"},
		{"2025-01-19", map[string]string{"close": "Tổng cộng {số tập thể, cá nhân}./."}, "tu-ngay", "wording.day"},
	} {
		e := refusal(t, save(wrong.from, false, wrong.words))
		if len(e.Faults) != 1 || e.Faults[0].Field != wrong.field || e.Faults[0].Code != wrong.code {
			t.Errorf("%v from %s is refused with %+v", wrong.words, wrong.from, e.Faults)
		}
	}
	s.must(save("2025-01-22", true, map[string]string{"close": "Tổng cộng {số tập thể, cá nhân}./.", "with": "(Kèm theo hồ sơ)"}))
	if e := refusal(t, save("2025-01-22", true, map[string]string{"with": "(Kèm theo hồ sơ)"})); e.Code != writing.CodeWordingNone {
		t.Errorf("the same words again: %v", e)
	}
	if v, err := s.Wording(bg, s.office, name); err != nil || v.Own != 0 || len(v.Parts[1].Coming) != 1 {
		t.Errorf("words of a later day hold already: %+v, %v", v.Parts, err)
	}
	s.issue(roster.ID)

	clock.Set(thidua.Date("2025-01-23").Time().Add(9 * time.Hour))
	says(t, "the issued roster", s.drawn(roster.ID), "Danh sách gồm 02 tập thể và 02 cá nhân./.", "(Kèm theo Tờ trình")
	v, err := s.Paper(bg, s.office, roster.ID)
	s.must(err)
	if old, _, err := s.Check(bg, s.office, v.Paper); old || err != nil {
		t.Errorf("an issued paper is called old: %v", err)
	}
	_, err = s.MovePaper(bg, s.office, roster.ID, thidua.RecallPaper, app.PaperMove{Version: v.Version, Reason: "sai tên"})
	s.must(err)
	again, d := s.made(thidua.PaperRoster, at)
	says(t, "the roster with own words", d, "Tổng cộng 02 tập thể và 02 cá nhân./.", "(Kèm theo hồ sơ)")
	s.must(save("2025-01-23", false, map[string]string{"close": "", "with": ""}))
	if v, err = s.Paper(bg, s.office, again.ID); err != nil {
		t.Fatal(err)
	}
	if old, may, err := s.Check(bg, s.office, v.Paper); !old || !may || err != nil {
		t.Errorf("a draft with words of another day is not told: %v, %v, %v", old, may, err)
	}
	s.must(s.Renew(bg, s.office, again.ID, v.Version))
	says(t, "the roster with the form's words", s.drawn(again.ID), "Danh sách gồm 02 tập thể và 02 cá nhân./.")
	s.read(func(tx *store.Tx) error {
		for _, verb := range []thidua.Action{thidua.SaveWording, thidua.MakePaper} {
			events, err := tx.Events(store.EventFilter{Verb: string(verb)})
			if err != nil || len(events) == 0 {
				t.Errorf("the log does not tell of %s: %v", verb, err)
			}
		}
		return nil
	})
}

func TestSummariesOverTenLinesAreNamedAndCanBeWorkedOn(t *testing.T) {
	s, _, _ := passed(t)
	p, _ := s.made(thidua.PaperMerits, writing.Place{Round: s.rounds[2024].ID})
	v, err := s.Paper(bg, s.office, p.ID)
	s.must(err)
	long := ""
	for part := range v.Parts {
		if strings.HasPrefix(part, "tt-") {
			long = part
		}
	}
	_, err = s.WritePaper(bg, s.office, p.ID, v.Version, map[string]string{long: strings.Repeat("Hoàn thành nhiệm vụ được giao. ", 40)})
	s.must(err)
	if over := s.overlong(p.ID); len(over) != 1 || over[long] == "" {
		t.Errorf("too long: %v, written at %s", over, long)
	}
	_, err = s.WritePaper(bg, s.office, p.ID, v.Version+1, map[string]string{long: "Hoàn thành nhiệm vụ."})
	s.must(err)
	if over := s.overlong(p.ID); len(over) != 0 {
		t.Errorf("still too long: %v", over)
	}
}

func TestWhoMayWriteWhat(t *testing.T) {
	s, k, _ := passed(t)
	other := testkit.FillSeason(t, k.DB, "so-khac")
	at := writing.Place{Round: s.rounds[2024].ID}
	stranger := thidua.Actor{Tenant: other.Tenant, Account: "x", Name: "Người khác", Roles: []thidua.Role{thidua.RoleOffice, thidua.RoleAdmin}}
	if _, err := s.Make(bg, stranger, thidua.PaperRoster, at); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency makes a paper of this one: %v", err)
	}
	if _, err := s.List(bg, stranger, at.Round); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency lists the papers of this one: %v", err)
	}
	p, _ := s.made(thidua.PaperRoster, at)
	if err := s.Renew(bg, stranger, p.ID, 1); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency makes a paper anew: %v", err)
	}
	s.must(s.SaveWording(bg, s.office, "giay-moi", map[string]string{"close": "Rất mong các đồng chí dự họp./."}, s.Today(), false))
	if v, err := s.Wording(bg, stranger, "giay-moi"); err != nil || v.Own != 0 {
		t.Errorf("the words of one agency hold in another: %+v, %v", v.Own, err)
	}
	for _, role := range thidua.Roles {
		actor := s.as("Ai đó", role)
		_, list := s.List(bg, actor, at.Round)
		_, words := s.Wordings(bg, actor)
		_, made := s.Make(bg, actor, thidua.PaperMerits, at)
		office, secretary, admin := role == thidua.RoleOffice, role == thidua.RoleSecretary, role == thidua.RoleAdmin
		if (list == nil) != (office || secretary) || (words == nil) != (office || admin) || (made == nil) != office {
			t.Errorf("%s: list %v, words %v, make %v", role, list, words, made)
		}
		if err := s.SaveWording(bg, actor, "giay-moi", map[string]string{"close": "Kính mời " + string(role) + "./."}, s.Today(), false); (err == nil) != (office || admin) {
			t.Errorf("%s saves words: %v", role, err)
		}
	}
	if _, err := s.Make(bg, s.office, thidua.PaperInvitation, at); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("an invitation without a session: %v", err)
	}
	if _, err := s.Make(bg, s.office, thidua.PaperDecision, at); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a decision of an agency that does not award: %v", err)
	}
}

func TestThePapersOfRecordsTakeOwnWords(t *testing.T) {
	s, _, _ := passed(t)
	s.must(s.SaveWording(bg, s.office, "to-trinh", map[string]string{"close": "{tên cơ quan} kính đề nghị Chủ tịch UBND tỉnh xem xét, khen thưởng./."}, s.Today(), false))
	s.must(s.SaveWording(bg, s.office, "to-trinh", map[string]string{"proposal": "Căn cứ Biên bản {ngày} của {tên hội đồng}, {tên cơ quan} xin đề nghị {hình thức khen} cho {số tập thể, cá nhân} {thành tích}, cụ thể:"}, s.Today(), false))
	s.must(s.SaveWording(bg, s.office, "bao-cao-chuyen-de-tap-the", map[string]string{"close": "Báo cáo trên đây của {tên tập thể} là đúng sự thật./."}, s.Today(), false))
	s.must(s.SaveWording(bg, s.office, "bao-cao-chuyen-de-ca-nhan", map[string]string{"received": "III. KHEN THƯỞNG ĐÃ NHẬN"}, s.Today(), false))
	_, err := s.MakeDossier(bg, s.office, s.rounds[2024].ID)
	s.must(err)
	v, err := s.DossierOf(bg, s.office, s.rounds[2024].ID)
	s.must(err)
	for _, c := range v.Components {
		if c.Kind == thidua.PaperProposal {
			says(t, "the letter", s.drawn(c.Paper.ID), "Thanh tra tỉnh Lào Cai kính đề nghị Chủ tịch UBND tỉnh xem xét, khen thưởng./.", "chịu trách nhiệm về tính chính xác", "Căn cứ Biên bản ngày", "xin đề nghị Bằng khen", "02 tập thể và 02 cá nhân", ", cụ thể:")
		}
	}
	s.reportsKeepTheirWords(v.Components)
	if e := refusal(t, s.SaveWording(bg, s.office, "bien-ban-hop", map[string]string{"end": "Cuộc họp kết thúc./."}, s.Today(), true)); len(e.Faults) != 1 {
		t.Errorf("minutes without their hour: %+v", e)
	}
}

// reportsKeepTheirWords draws the reports before and after the agency's words change: those that are made keep what they said.
func (s *sample) reportsKeepTheirWords(components []thidua.Component) {
	s.t.Helper()
	for _, name := range []string{"bao-cao-chuyen-de-tap-the", "bao-cao-chuyen-de-ca-nhan"} {
		s.must(s.SaveWording(bg, s.office, name, map[string]string{"close": "Hết báo cáo của " + map[bool]string{true: "{tên tập thể}", false: "{tên cá nhân}"}[strings.HasSuffix(name, "tap-the")] + "./."}, s.Today(), false))
	}
	seen := map[bool]int{}
	for _, c := range components {
		if c.Kind != thidua.PaperReport {
			continue
		}
		d := s.drawn(c.Paper.ID)
		unit := strings.Contains(d.Dump(), "Tên tập thể đề nghị")
		seen[unit]++
		if strings.Contains(d.Dump(), "Hết báo cáo") {
			s.t.Errorf("the report on %s takes words of after its making", c.Name)
		}
		if unit {
			says(s.t, c.Name, d, "Báo cáo trên đây của "+c.Name+" là đúng sự thật./.", "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")
		} else {
			says(s.t, c.Name, d, "III. KHEN THƯỞNG ĐÃ NHẬN", "Trên đây là báo cáo thành tích của ")
		}
	}
	if seen[true] != 2 || seen[false] != 2 {
		s.t.Errorf("looked at %v reports", seen)
	}
}
