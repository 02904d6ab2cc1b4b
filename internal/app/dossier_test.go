package app_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// desk is a season that the council has passed, with its dossier.
type desk struct {
	*office
	clock    *testkit.Clock
	nominees map[string]string
	dossier  thidua.Dossier
}

const ha = "Nguyễn Thị Thu Hà"

func openDesk(t *testing.T) *desk {
	clock := testkit.NewClock("2025-01-17")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := files.Close(); err != nil {
			t.Error(err)
		}
	})
	d := &desk{office: &office{s, app.New(s.DB, app.WithFiles(files)), t}, clock: clock, nominees: s.PassCouncil(t)}
	if d.dossier, err = d.MakeDossier(bg, d.Actor(ha), d.Rounds[2024].ID); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) view() app.DossierView {
	d.t.Helper()
	v, err := d.DossierOf(bg, d.Actor(ha), d.Rounds[2024].ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return v
}

func (d *desk) component(kind thidua.PaperKind, name string) thidua.Component {
	d.t.Helper()
	for _, c := range d.view().Components {
		if c.Kind == kind && (name == "" || c.Name == name) {
			return c
		}
	}
	d.t.Fatalf("no %s %s", kind, name)
	return thidua.Component{}
}

func (d *desk) signed() thidua.FileRef {
	d.t.Helper()
	var pdf bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text("Bản mẫu")).PDF(&pdf); err != nil {
		d.t.Fatal(err)
	}
	ref, err := d.KeepFile(bg, d.Actor(ha), "signed", "ban-ky.pdf", &pdf)
	if err != nil {
		d.t.Fatal(err)
	}
	return ref
}

// issue takes a paper from draft to issued.
func (d *desk) issue(p thidua.Paper, number string) thidua.Paper {
	d.t.Helper()
	by := d.Actor(ha)
	p, err := d.MovePaper(bg, by, p.ID, thidua.SubmitForSign, app.PaperMove{Version: p.Version})
	if err != nil {
		d.t.Fatalf("%s to be signed: %v", p.Title, err)
	}
	if p.Kind == thidua.PaperReport {
		if err := d.RecordConfirmation(bg, by, p.ID, p.Version, "2025-01-17"); err != nil {
			d.t.Fatal(err)
		}
		p.Version++
	}
	if p, err = d.MovePaper(bg, by, p.ID, thidua.RecordIssued, app.PaperMove{Version: p.Version, Number: number, On: "2025-01-17", Signed: d.signed()}); err != nil {
		d.t.Fatalf("issue %s: %v", p.Title, err)
	}
	return p
}

func (d *desk) issueAll() {
	for _, c := range d.view().Components {
		if c.Kind != thidua.PaperMinutes {
			d.issue(*c.Paper, "12/TTr-TT (mẫu)")
		}
	}
}

func (d *desk) move(do thidua.Action, reason string) error {
	return d.MoveDossier(bg, d.Actor(ha), d.dossier.ID, do, d.view().Dossier.Version, reason)
}

func (d *desk) send(on thidua.Date) thidua.Submission {
	d.t.Helper()
	d.clock.Set(on.Time().Add(9 * time.Hour))
	s, err := d.RecordSubmission(bg, d.Actor(ha), d.dossier.ID, d.view().Dossier.Version, thidua.Submission{Number: "12/TTr-TT (mẫu)", Dated: "2025-01-17", SentOn: on})
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

func (d *desk) answer(s thidua.Submission, kind thidua.Action, on thidua.Date, text string) thidua.Submission {
	d.t.Helper()
	d.clock.Set(on.Time().Add(9 * time.Hour))
	s, err := d.RecordReply(bg, d.Actor(ha), s.ID, s.Version, thidua.Reply{Kind: kind, ReceivedOn: on, Text: text})
	if err != nil {
		d.t.Fatalf("%s: %v", kind, err)
	}
	return s
}

func (d *desk) decision() thidua.Decision {
	in := thidua.Decision{AwardDecision: thidua.AwardDecision{Number: "…/QĐ-UBND (mẫu)", Dated: "2025-03-05", ReceivedOn: "2025-03-10",
		Issuer: "Chủ tịch UBND tỉnh Lào Cai", Scan: d.signed()}}
	for name, id := range d.nominees {
		line := thidua.DecisionLine{Nominee: id, Answer: thidua.AnswerYes, GoldNumber: "0305"}
		if name == "VP" {
			line = thidua.DecisionLine{Nominee: id, Answer: thidua.AnswerNo, Note: "Vượt số lượng quy định"}
		}
		in.Lines = append(in.Lines, line)
	}
	return in
}

func TestADossierGoesUpAndComesBackAsAwards(t *testing.T) {
	d := openDesk(t)
	if v := d.view(); len(v.Components) != 6 || len(v.Nominees) != 4 || v.Facts()[thidua.PartsWhole] {
		t.Fatalf("%d components, %d nominees, facts %v", len(v.Components), len(v.Nominees), v.Facts())
	}
	wants(t, d.move(thidua.MarkWhole, ""), thidua.Invalid, thidua.CodeMissing)
	d.issueAll()
	for _, c := range d.view().Checks() {
		if c.Grade == thidua.GradeBlock {
			t.Errorf("%s blocks: %v", c.Kind, c.Args)
		}
		if name, _ := vi.Check(c); name == "" {
			t.Errorf("%s has no words", c.Kind)
		}
	}
	if err := d.move(thidua.MarkWhole, ""); err != nil {
		t.Fatal(err)
	}
	s := d.send("2025-01-24")
	s = d.answer(s, thidua.AnswerReceived, "2025-02-03", "")
	d.answer(s, thidua.AnswerReturned, "2025-02-07", "nêu rõ kết quả tiêu chí 4")
	if state := d.view().Dossier.State; state != thidua.DossierReturned {
		t.Errorf("the dossier is %s", state)
	}
	s = d.send("2025-02-11")
	s = d.answer(s, thidua.AnswerReceived, "2025-02-12", "")
	s = d.answer(s, thidua.AnswerConsult, "2025-02-24", "không có ý kiến khác")
	d.clock.Set(time.Date(2025, 3, 10, 9, 0, 0, 0, thidua.Zone))
	if _, err := d.RecordDecision(bg, d.Actor(ha), s.ID, s.Version, d.decision()); err != nil {
		t.Fatal(err)
	}
	v := d.view()
	if len(v.Awarded) != 3 || v.Dossier.State != thidua.DossierDecided || len(v.Sendings) != 2 {
		t.Fatalf("%d awards, %s, %d sendings", len(v.Awarded), v.Dossier.State, len(v.Sendings))
	}
	d.keepsFaith(v)
	if err := d.RecordCeremony(bg, d.Actor(ha), d.dossier.ID, v.Dossier.Version, "2025-03-10"); err != nil {
		t.Fatal(err)
	}
	if err := d.move(thidua.Archive, ""); err != nil {
		t.Fatal(err)
	}
	if v = d.view(); v.Dossier.State != thidua.DossierArchived || v.Awarded[0].PresentedOn != "2025-03-10" {
		t.Errorf("at the end %s, presented %s", v.Dossier.State, v.Awarded[0].PresentedOn)
	}
}

// keepsFaith checks what must hold of every season: awards ⊆ passed ⊆ nominees, the decision after the session.
func (d *desk) keepsFaith(v app.DossierView) {
	d.t.Helper()
	all, voted := map[string]thidua.State{}, map[string]bool{}
	for _, n := range v.All {
		all[n.ID] = n.State
	}
	for _, id := range v.Voted {
		voted[id] = true
		if all[id] == "" {
			d.t.Errorf("%s passed and was never proposed", id)
		}
	}
	for _, w := range v.Awarded {
		if !voted[w.Nominee] || all[w.Nominee] != thidua.NomineeAwarded {
			d.t.Errorf("%s has an award and is %s", w.Subject.Name, all[w.Nominee])
		}
		if w.Decision.Dated < thidua.DateOf(testkit.Met) {
			d.t.Errorf("the decision of %s is older than the meeting", w.Decision.Dated)
		}
	}
}

func TestADecisionIsCheckedLineByLine(t *testing.T) {
	d := openDesk(t)
	d.issueAll()
	if err := d.move(thidua.MarkWhole, ""); err != nil {
		t.Fatal(err)
	}
	s := d.send("2025-01-24")
	d.clock.Set(time.Date(2025, 3, 10, 9, 0, 0, 0, thidua.Zone))
	_, err := d.RecordReply(bg, d.Actor(ha), s.ID, s.Version, thidua.Reply{Kind: thidua.AnswerDecided, ReceivedOn: "2025-03-10"})
	wants(t, err, thidua.Invalid, thidua.CodeAskDecision)
	for _, c := range []struct {
		spoil func(*thidua.Decision)
		code  thidua.Code
	}{
		{func(in *thidua.Decision) { in.Dated = "2025-01-15" }, thidua.CodeDecisionSooner},
		{func(in *thidua.Decision) { in.Number = " " }, thidua.CodeNumberMissing},
		{func(in *thidua.Decision) { in.ReceivedOn = "2025-03-11" }, thidua.CodeDayFuture},
		{func(in *thidua.Decision) { in.Scan = thidua.FileRef{} }, thidua.CodeScanMissing},
		{func(in *thidua.Decision) { in.Issuer = "" }, thidua.CodeIssuerMissing},
		{func(in *thidua.Decision) { in.Lines = in.Lines[1:] }, thidua.CodeNoResult},
		{func(in *thidua.Decision) { in.Lines[0].Answer, in.Lines[0].Note = thidua.AnswerNo, "" }, thidua.CodeWhyMissing},
	} {
		in := d.decision()
		c.spoil(&in)
		_, err := d.RecordDecision(bg, d.Actor(ha), s.ID, s.Version, in)
		wants(t, err, thidua.Invalid, c.code)
	}
	_, err = d.RecordDecision(bg, d.Actor(ha), s.ID, s.Version-1, d.decision())
	wants(t, err, thidua.Conflict, store.CodeStale)
	_, err = d.RecordDecision(bg, d.Actor("Trần Mạnh Khôi"), s.ID, s.Version, d.decision())
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	if v := d.view(); len(v.Awarded) != 0 || v.Dossier.State != thidua.DossierSent {
		t.Errorf("refused decisions left %d awards, %s", len(v.Awarded), v.Dossier.State)
	}
}

func TestFiguresFollowTheDataUntilTheyAreSigned(t *testing.T) {
	d := openDesk(t)
	before := d.component(thidua.PaperReport, "Phòng Nghiệp vụ 2")
	if !before.Fresh || !strings.Contains(d.text(*before.Paper), "96,4%") || !strings.Contains(d.text(*before.Paper), "/BC-TT (mẫu)") {
		t.Fatalf("the report does not say what was tracked: %s", d.text(*before.Paper))
	}
	d.issue(*d.component(thidua.PaperReport, "Văn phòng").Paper, "")
	act := &store.Act{Tenant: d.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-so-lieu", Object: "target:x"}
	err := d.DB.Write(bg, act, func(tx *store.Tx) error {
		targets, err := tx.TrackedTargets(store.TargetFilter{Rounds: []string{d.Rounds[2024].ID}, Kind: thidua.Collective})
		for _, g := range targets {
			if err == nil {
				err = tx.InsertProgress(thidua.Progress{ID: store.NewID(), Target: g.ID, On: "2024-12-31", Value: 97_50, Text: "Chốt năm", By: "p", ByName: "P", At: tx.Now})
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if d.component(thidua.PaperReport, "Phòng Nghiệp vụ 2").Fresh {
		t.Error("the report does not know that its figures are old")
	}
	if err := d.RenewPapers(bg, d.Actor(ha), d.dossier.ID); err != nil {
		t.Fatal(err)
	}
	after, signed := d.component(thidua.PaperReport, "Phòng Nghiệp vụ 2"), d.component(thidua.PaperReport, "Văn phòng")
	if !after.Fresh || after.Paper.Edition != 2 || !strings.Contains(d.text(*after.Paper), "97,5%") {
		t.Errorf("edition %d says %s", after.Paper.Edition, d.text(*after.Paper))
	}
	if signed.Fresh || !strings.Contains(d.text(*signed.Paper), "96,4%") {
		t.Error("a signed report changed with the data")
	}
}

func (d *desk) text(p thidua.Paper) string {
	d.t.Helper()
	paper, err := app.DocumentOf(p)
	if err != nil {
		d.t.Fatal(err)
	}
	var out strings.Builder
	if err := paper.HTML(&out); err != nil {
		d.t.Fatal(err)
	}
	return out.String()
}

func TestWordsAreEditedByTheirAuthorsAndFiguresByNobody(t *testing.T) {
	d := openDesk(t)
	p := *d.component(thidua.PaperReport, "Phòng Nghiệp vụ 2").Paper
	dung := d.Actor("Lý Văn Dũng")
	p, err := d.WritePaper(bg, dung, p.ID, p.Version, map[string]string{"tc4": "Tổ chức 12 buổi tuyên truyền."})
	if err != nil || p.Edition != 2 || !strings.Contains(d.text(p), "12 buổi tuyên truyền") {
		t.Fatalf("edition %d: %v", p.Edition, err)
	}
	_, err = d.WritePaper(bg, dung, p.ID, p.Version, map[string]string{"ket-qua": "99%"})
	wants(t, err, thidua.Invalid, thidua.CodePaperWords)
	_, err = d.WritePaper(bg, dung, p.ID, p.Version-1, map[string]string{"tc4": "Khác"})
	wants(t, err, thidua.Conflict, store.CodeStale)
	_, err = d.WritePaper(bg, dung, p.ID, p.Version, map[string]string{"tc4": "TUYỆT MẬT"})
	wants(t, err, thidua.Invalid, file.CodeSecret)
	for _, stranger := range []string{"Trần Thị Hạnh", "Giàng A Páo", "Sùng Thị Mai", "Lê Thu Trang"} {
		_, err := d.WritePaper(bg, d.Actor(stranger), p.ID, p.Version, map[string]string{"tc4": "Khác"})
		wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	}
	letter := d.component(thidua.PaperProposal, "").Paper
	_, err = d.WritePaper(bg, dung, letter.ID, letter.Version, map[string]string{record.WordsSubject: "Khác"})
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	_, err = d.Paper(bg, dung, letter.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	if v, err := d.Paper(bg, d.Actor("Sùng Thị Mai"), letter.ID); err != nil || len(v.Offers) != 0 {
		t.Errorf("the inspector reads and does nothing: %v %v", v.Offers, err)
	}
	other := testkit.FillSeason(t, d.DB, "co-quan-khac")
	_, err = d.Paper(bg, other.Actor(ha), letter.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	wants(t, d.RenewPapers(bg, other.Actor(ha), d.dossier.ID), thidua.NotFound, store.CodeNotFound)
}

func TestAPaperThatTheLeaderRefusedIsNotIssued(t *testing.T) {
	d := openDesk(t)
	letter := *d.component(thidua.PaperProposal, "").Paper
	office, leader := d.Actor(ha), d.Actor("Trần Mạnh Khôi")
	say := func(do thidua.Action, words string) {
		t.Helper()
		v, err := d.Paper(bg, leader, letter.ID)
		if err != nil {
			t.Fatal(err)
		}
		slip := v.Slips[len(v.Slips)-1]
		if _, err := d.RecordOpinion(bg, leader, slip.ID, app.Instruction{Version: slip.Version, Do: do, Words: words}); err != nil {
			t.Fatal(err)
		}
	}
	step := func(do thidua.Action, m app.PaperMove) error {
		m.Version = letter.Version
		kept, err := d.MovePaper(bg, office, letter.ID, do, m)
		if err == nil {
			letter = kept
		}
		return err
	}
	signed := app.PaperMove{Number: "12/TTr-TT (mẫu)", On: "2025-01-17", Signed: d.signed()}
	if err := step(thidua.SubmitForSign, app.PaperMove{}); err != nil {
		t.Fatal(err)
	}
	say(thidua.Disagree, "Bổ sung thành tích của Văn phòng")
	if err := step(thidua.RecordIssued, signed); thidua.KindOf(err) != thidua.Invalid {
		t.Fatalf("a refused paper is issued: %v", err)
	}
	for _, do := range []thidua.Action{thidua.ReturnPaper, thidua.SubmitForSign} {
		if err := step(do, app.PaperMove{Reason: "lãnh đạo không đồng ý"}); err != nil {
			t.Fatal(err)
		}
	}
	say(thidua.Agree, "")
	if err := step(thidua.RecordIssued, signed); err != nil {
		t.Errorf("the second time the leader agreed: %v", err)
	}
}

func TestAPaperIsIssuedWithNumberDayAndSignedCopy(t *testing.T) {
	d := openDesk(t)
	letter := *d.component(thidua.PaperProposal, "").Paper
	letter, err := d.WritePaper(bg, d.Actor(ha), letter.ID, letter.Version, map[string]string{record.WordsMerit: "thành tích nêu bằng lời"})
	if err != nil {
		t.Fatal(err)
	}
	letter, err = d.MovePaper(bg, d.Actor(ha), letter.ID, thidua.SubmitForSign, app.PaperMove{Version: letter.Version})
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.Paper(bg, d.Actor("Trần Mạnh Khôi"), letter.ID)
	if err != nil || len(v.Slips) != 1 || v.Slips[0].State != thidua.SlipWaiting {
		t.Fatalf("no Phiếu trình waits: %v %+v", err, v.Slips)
	}
	trang := d.Actor("Lê Thu Trang")
	for _, c := range []struct {
		m    app.PaperMove
		code thidua.Code
	}{
		{app.PaperMove{On: "2025-01-17", Signed: d.signed()}, thidua.CodeNumberMissing},
		{app.PaperMove{Number: "12/TTr-TT", On: "2025-01-18", Signed: d.signed()}, thidua.CodeDayFuture},
		{app.PaperMove{Number: "12/TTr-TT", On: "2025-01-17"}, thidua.CodeSignedMissing},
	} {
		c.m.Version = letter.Version
		_, err := d.MovePaper(bg, trang, letter.ID, thidua.RecordIssued, c.m)
		wants(t, err, thidua.Invalid, c.code)
	}
	letter, err = d.MovePaper(bg, trang, letter.ID, thidua.RecordIssued,
		app.PaperMove{Version: letter.Version, Number: "12/TTr-TT (mẫu)", On: "2025-01-17", Signed: d.signed()})
	if err != nil || !strings.Contains(d.text(letter), "12/TTr-TT (mẫu)") || !strings.Contains(d.text(letter), "ngày 17 tháng 01 năm 2025") {
		t.Fatalf("the clerk issues: %v", err)
	}
	_, err = d.WritePaper(bg, d.Actor(ha), letter.ID, letter.Version, map[string]string{record.WordsSubject: "Khác"})
	wants(t, err, thidua.Conflict, thidua.CodeWrongState)
	_, err = d.MovePaper(bg, d.Actor(ha), letter.ID, thidua.RecallPaper, app.PaperMove{Version: letter.Version})
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	if _, err = d.MovePaper(bg, d.Actor(ha), letter.ID, thidua.RecallPaper, app.PaperMove{Version: letter.Version, Reason: "sai tên"}); err != nil {
		t.Fatal(err)
	}
	if err := d.RenewPapers(bg, d.Actor(ha), d.dossier.ID); err != nil {
		t.Fatal(err)
	}
	if again := d.component(thidua.PaperProposal, "").Paper; again.ID == letter.ID || again.State != thidua.PaperDraft || again.Words[record.WordsMerit] != "thành tích nêu bằng lời" {
		t.Errorf("after the recall, without the words: %+v", again)
	}
}

func TestReportsNeedTheirConfirmation(t *testing.T) {
	d := openDesk(t)
	p := *d.component(thidua.PaperReport, "Trần Thị Hạnh").Paper
	wants(t, d.RecordConfirmation(bg, d.Actor(ha), p.ID, p.Version, "2025-01-17"), thidua.Conflict, thidua.CodeWrongState)
	p, err := d.MovePaper(bg, d.Actor(ha), p.ID, thidua.SubmitForSign, app.PaperMove{Version: p.Version})
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.MovePaper(bg, d.Actor(ha), p.ID, thidua.RecordIssued, app.PaperMove{Version: p.Version, On: "2025-01-17", Signed: d.signed()})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	wants(t, d.RecordConfirmation(bg, d.Actor("Trần Thị Hạnh"), p.ID, p.Version, "2025-01-17"), thidua.Forbidden, app.CodeNoRight)
}

func TestTheListKeepsToTheNumbers(t *testing.T) {
	d := openDesk(t)
	hanh := d.nominees["Trần Thị Hạnh"]
	version := func() int64 {
		for _, n := range d.view().All {
			if n.ID == hanh {
				return n.Version
			}
		}
		return 0
	}
	by := d.Actor(ha)
	wants(t, d.ListNominee(bg, by, d.dossier.ID, hanh, thidua.TakeOutDossier, version(), ""), thidua.Invalid, thidua.CodeReasonMissing)
	if err := d.ListNominee(bg, by, d.dossier.ID, hanh, thidua.TakeOutDossier, version(), "Chánh Thanh tra quyết định khác"); err != nil {
		t.Fatal(err)
	}
	if v := d.view(); len(v.Nominees) != 3 || len(v.Components) != 5 || strings.Contains(d.text(*d.component(thidua.PaperProposal, "").Paper), "Trần Thị Hạnh") {
		t.Errorf("%d nominees, %d components", len(v.Nominees), len(v.Components))
	}
	if err := d.ListNominee(bg, by, d.dossier.ID, hanh, thidua.TakeIn, version(), ""); err != nil {
		t.Fatal(err)
	}
	wants(t, d.ListNominee(bg, d.Actor("Lý Văn Dũng"), d.dossier.ID, hanh, thidua.TakeOutDossier, version(), "x"), thidua.Forbidden, app.CodeNoRight)
	_, err := d.MakeDossier(bg, by, d.Rounds[2023].ID)
	wants(t, err, thidua.Invalid, thidua.CodeNobodyPassed)
	_, err = d.MakeDossier(bg, by, d.Rounds[2024].ID)
	wants(t, err, thidua.Conflict, store.CodeTaken)
}
