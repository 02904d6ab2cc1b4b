package app_test

import (
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

const (
	dung = "Lý Văn Dũng"   // head of Phòng Nghiệp vụ 2
	hanh = "Trần Thị Hạnh" // head of Phòng Nghiệp vụ 1
)

func (d *desk) report(name string) thidua.Paper {
	d.t.Helper()
	return *d.component(thidua.PaperReport, name).Paper
}

func (d *desk) state(who, paper string) app.ReportState {
	d.t.Helper()
	s, err := d.ReportState(bg, d.Actor(who), paper)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

func (d *desk) writeWords(who string, p thidua.Paper, words map[string]string) thidua.Paper {
	d.t.Helper()
	kept, err := d.WritePaper(bg, d.Actor(who), p.ID, p.Version, words)
	if err != nil {
		d.t.Fatal(err)
	}
	return kept
}

// say enters a new figure for every target of the units, past the use cases because the year is judged already.
func (d *desk) say(value thidua.Quantity) {
	d.t.Helper()
	act := &store.Act{Tenant: d.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-so-lieu", Object: "target:x"}
	err := d.DB.Write(bg, act, func(tx *store.Tx) error {
		targets, err := tx.TrackedTargets(store.TargetFilter{Rounds: []string{d.Rounds[2024].ID}, Kind: thidua.Collective})
		for _, g := range targets {
			if err == nil {
				err = tx.InsertProgress(thidua.Progress{ID: store.NewID(), Target: g.ID, On: "2024-12-31", Value: value, Text: "Chốt năm", By: "p", ByName: "P", At: tx.Now})
			}
		}
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
}

// composedPart finds a criterion of which the report has a composed sentence.
func composedPart(t *testing.T, s app.ReportState) string {
	t.Helper()
	for _, c := range s.Criteria {
		if len(c.Draft) > 0 {
			return c.Part()
		}
	}
	t.Fatal("nothing is composed")
	return ""
}

func TestAReportIsADraftBeforeAnybodyWrites(t *testing.T) {
	d := openDesk(t)
	p := d.report("Phòng Nghiệp vụ 2")
	s := d.state(dung, p.ID)
	part := composedPart(t, s)
	if text := d.text(p); !strings.Contains(text, "Mức đạt") || !strings.Contains(text, "Năm 2024, Phòng") || strings.Contains(text, "[96,4%]") || strings.Contains(text, "|") {
		t.Errorf("the paper says %s", text)
	}
	if words := s.Parts()[part]; !strings.Contains(words, "[96,4%]") {
		t.Errorf("the author sees %q", words)
	}
	if len(s.Changes)+len(s.Alike)+len(s.Remarks()) != 0 {
		t.Errorf("a fresh report has %+v %+v %+v", s.Changes, s.Alike, s.Remarks())
	}
	if p := d.writeWords(dung, p, map[string]string{part: s.Parts()[part]}); p.Words[part] != "" {
		t.Errorf("the composed words are kept as the author's: %q", p.Words[part])
	}
}

func TestAFigureThatIsNoneOfTheDataIsRefused(t *testing.T) {
	d := openDesk(t)
	p := d.report("Phòng Nghiệp vụ 2")
	part := composedPart(t, d.state(dung, p.ID))
	_, err := d.WritePaper(bg, d.Actor(dung), p.ID, p.Version, map[string]string{part: "Phòng đạt [99%]."})
	wants(t, err, thidua.Invalid, app.CodeFigureUnknown)
	_, err = d.WritePaper(bg, d.Actor(dung), p.ID, p.Version, map[string]string{"tc4": "Đăng [8 bài]."})
	wants(t, err, thidua.Invalid, app.CodeFigureUnknown)
	if kept := d.report("Phòng Nghiệp vụ 2"); kept.Version != p.Version || len(kept.Words) != 0 {
		t.Errorf("a refused text was kept: %+v", kept.Words)
	}
}

func TestOldFiguresAreNamedAndFollowWhileWordsStay(t *testing.T) {
	d := openDesk(t)
	p := d.report("Phòng Nghiệp vụ 2")
	part := composedPart(t, d.state(dung, p.ID))
	p = d.writeWords(dung, p, map[string]string{part: "Phòng kiểm tra hằng tuần nên đạt [96,4%]."})
	issued := d.issue(d.report("Văn phòng"), "")
	d.say(97_50)
	s := d.state(dung, p.ID)
	found := false
	for _, c := range s.Changes {
		found = found || c.Kind == thidua.FigureActual && strings.EqualFold(c.Criterion, part) && c.Was == "96,4%" && c.Now == "97,5%"
	}
	if !found {
		t.Fatalf("the old figure is not named: %+v", s.Changes)
	}
	if !strings.Contains(d.text(p), "nên đạt 96,4%") {
		t.Error("the edition follows the data without being made anew")
	}
	for _, c := range d.view().Checks() {
		if c.Kind == thidua.CheckFigures && (c.Grade != thidua.GradeBlock || len(c.Args[1].([]string)) == 0) {
			t.Errorf("the check names no criterion: %+v", c)
		}
	}
	all, err := d.OwnReports(bg, d.Actor(dung))
	if err != nil || len(all) == 0 || all[len(all)-1].Stale == 0 {
		t.Errorf("the list of the author says nothing: %+v %v", all, err)
	}
	wants(t, d.RenewReport(bg, d.Actor(hanh), p.ID, p.Version), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, d.RenewReport(bg, d.Actor(dung), p.ID, p.Version-1), thidua.Conflict, store.CodeStale)
	if err := d.RenewReport(bg, d.Actor(dung), p.ID, p.Version); err != nil {
		t.Fatal(err)
	}
	after := d.report("Phòng Nghiệp vụ 2")
	if text := d.text(after); !strings.Contains(text, "Phòng kiểm tra hằng tuần nên đạt 97,5%") || after.Edition != p.Edition+1 || len(d.state(dung, p.ID).Changes) != 0 {
		t.Errorf("edition %d: %s", after.Edition, text)
	}
	if err := d.RenewReport(bg, d.Actor(dung), after.ID, after.Version); err != nil || d.report("Phòng Nghiệp vụ 2").Edition != after.Edition {
		t.Errorf("an edition that says the same was made: %v", err)
	}
	if s := d.state(ha, issued.ID); len(s.Changes) == 0 || !strings.Contains(d.text(issued), "96,4%") {
		t.Error("a signed report changed, or does not say that its figures are old")
	}
	wants(t, d.RenewReport(bg, d.Actor(ha), issued.ID, issued.Version), thidua.Conflict, thidua.CodeWrongState)
}

func TestAlikeSentencesAreShownToWhoMayReadBoth(t *testing.T) {
	d := openDesk(t)
	const words = "Phòng phân công từng thanh tra viên theo dõi một nhóm kiến nghị và đôn đốc thực hiện hằng tuần."
	own := d.writeWords(dung, d.report("Phòng Nghiệp vụ 2"), map[string]string{"tc1": words})
	other := d.report("Văn phòng")
	d.writeWords(ha, other, map[string]string{"tc1": "Văn phòng phân công từng thanh tra viên theo dõi một nhóm kiến nghị và đôn đốc thực hiện hằng tuần."})
	seen := d.state(ha, own.ID).Alike
	if len(seen) != 1 || seen[0].Whose != "Văn phòng" || seen[0].Paper != other.ID || seen[0].Share < 60 || len(seen[0].Pieces) == 0 {
		t.Fatalf("Văn phòng sees %+v", seen)
	}
	hidden := d.state(dung, own.ID).Alike
	if len(hidden) != 1 || hidden[0].Paper != "" || hidden[0].Whose != "" || hidden[0].Other.Text != "" || hidden[0].Pieces != nil || hidden[0].Own.Text != words {
		t.Errorf("the author is shown another unit's report: %+v", hidden)
	}
	_, err := d.ReportState(bg, d.Actor(hanh), own.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	letter := d.component(thidua.PaperProposal, "").Paper
	_, err = d.ReportState(bg, d.Actor(ha), letter.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
}

func TestWhatANewFigureCannotBeTiedToLeavesItsCriterionOpen(t *testing.T) {
	d := openDesk(t)
	p := d.report("Phòng Nghiệp vụ 2")
	part := composedPart(t, d.state(dung, p.ID))
	p = d.writeWords(dung, p, map[string]string{part: "Phòng đạt [96,4%]."})
	gone := strings.Replace(p.Words[part], "|", "|khác-", 1)
	act := &store.Act{Tenant: d.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-loi-van", Object: "paper:" + p.ID}
	err := d.DB.Write(bg, act, func(tx *store.Tx) error {
		p.Words[part] = gone
		return tx.UpdatePaper(p)
	})
	if err != nil {
		t.Fatal(err)
	}
	if c := d.component(thidua.PaperReport, "Phòng Nghiệp vụ 2"); len(c.Open) != 1 || strings.ToLower(c.Open[0].Code) != part {
		t.Errorf("open: %+v", c.Open)
	}
}

// TestTheReportOfLastYearIsComparedWithThatOfThisYear puts a report of 2023 of the same unit and of another one into the data: its own is
// shown with the year, the other's is none of its business.
func TestTheReportOfLastYearIsComparedWithThatOfThisYear(t *testing.T) {
	d := openDesk(t)
	const words = "Phòng phân công từng thanh tra viên theo dõi một nhóm kiến nghị và đôn đốc thực hiện hằng tuần."
	own := d.writeWords(dung, d.report("Phòng Nghiệp vụ 2"), map[string]string{"tc1": words})
	act := &store.Act{Tenant: d.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "lap", Object: "paper:x"}
	err := d.DB.Write(bg, act, func(tx *store.Tx) error {
		for _, unit := range []string{"NV2", "NV1"} {
			n := thidua.Nominee{ID: store.NewID(), Round: d.Rounds[2023].ID, Subject: d.Subject(unit), Award: d.Definition.Awards[0].ID, State: thidua.NomineePresented}
			if err := tx.InsertNominee(n); err != nil {
				return err
			}
			p := thidua.Paper{ID: store.NewID(), Round: n.Round, Nominee: n.ID, Kind: thidua.PaperReport, State: thidua.PaperIssued, Title: "Báo cáo " + unit, Edition: 1,
				Words: map[string]string{"tc1": words}, Figures: own.Figures}
			if err := tx.InsertPaper(p, ""); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	found := d.state(dung, own.ID).Alike
	if len(found) != 1 || found[0].Year != 2023 || found[0].Share != 100 || found[0].Paper == "" || found[0].Whose != "Phòng Nghiệp vụ 2" {
		t.Errorf("%+v", found)
	}
}
