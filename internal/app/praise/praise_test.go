package praise_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/praise"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const (
	ha   = "Nguyễn Thị Thu Hà" // Văn phòng, secretary
	dung = "Lý Văn Dũng"       // heads NV2
	anh  = "Phạm Mai Anh"      // NV2
	khoi = "Trần Mạnh Khôi"    // Chánh Thanh tra
	son  = "Vũ Quang Sơn"      // heads NV3
)

type office struct {
	*testkit.Season
	*praise.Desk
	app *app.App
	t   *testing.T
}

func openOffice(t *testing.T) *office {
	s := testkit.OpenSeason(t)
	s.OpenAccounts(t)
	core := app.New(s.DB)
	return &office{s, praise.Over(core), core, t}
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) refused(err error, kind thidua.Kind, code thidua.Code) {
	o.t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code && !slices.ContainsFunc(e.Faults, func(f thidua.Fault) bool { return f.Code == code }) {
		o.t.Errorf("refused with %v, want %v %s", err, kind, code)
	}
}

func (o *office) whole() thidua.Initiative {
	return thidua.Initiative{Round: o.Rounds[2025].ID, Unit: o.Units["NV2"].ID, Name: "Mẫu hóa văn bản", Field: "Cải cách hành chính", Problem: "Soạn lâu", Solution: "Mẫu chung",
		Effect: "Giảm hai ngày", Apply: "Các phòng", Authors: []thidua.Author{{Person: o.People[anh].ID, Share: 6000}, {Person: o.People["Giàng A Páo"].ID, Share: 4000}}}
}

func TestAnInitiativeGoesItsWay(t *testing.T) {
	o := openOffice(t)
	i, err := o.WriteInitiative(bg, o.Actor(anh), o.whole())
	o.must(err)
	step := func(who string, do thidua.Action, s praise.Step) error {
		now, err := o.Initiative(bg, o.Actor(who), i.ID)
		o.must(err)
		s.Version = now.Version
		return o.MoveInitiative(bg, o.Actor(who), i.ID, do, s)
	}
	o.must(step(anh, thidua.SubmitInitiative, praise.Step{}))
	o.refused(step(dung, thidua.CheckForm, praise.Step{}), thidua.Forbidden, thidua.CodeNotYours)
	o.must(step(ha, thidua.CheckForm, praise.Step{}))
	o.refused(step(ha, thidua.AskMore, praise.Step{}), thidua.Invalid, thidua.CodeReasonMissing)
	o.must(step(ha, thidua.AskMore, praise.Step{Reason: "Nêu số liệu hiệu quả"}))
	returned, err := o.Initiative(bg, o.Actor(anh), i.ID)
	o.must(err)
	if returned.State != thidua.InitiativeReturned || returned.Reason != "Nêu số liệu hiệu quả" || !returned.Edit {
		t.Errorf("returned as %+v", returned.Initiative)
	}
	words := o.whole()
	words.ID, words.Version, words.Effect = i.ID, returned.Version, "Giảm từ 3 ngày xuống 1 ngày"
	_, err = o.WriteInitiative(bg, o.Actor(anh), words)
	o.must(err)
	_, err = o.WriteInitiative(bg, o.Actor(anh), words)
	o.refused(err, thidua.Conflict, store.CodeStale)
	o.must(step(anh, thidua.SubmitInitiative, praise.Step{}))
	o.must(step(ha, thidua.CheckForm, praise.Step{}))
	o.must(step(ha, thidua.BeginAssessment, praise.Step{}))
	o.refused(step(ha, thidua.RecordMeeting, praise.Step{}), thidua.Invalid, thidua.CodeMissing)
	meeting := thidua.InitiativeMeeting{Number: "01/BB (mẫu)", On: "2025-01-10", Result: "Đạt", Agreed: 6, Members: 5}
	o.refused(step(ha, thidua.RecordMeeting, praise.Step{Meeting: meeting}), thidua.Invalid, thidua.CodeMeetingVotes)
	meeting.Agreed = 5
	o.must(step(ha, thidua.RecordMeeting, praise.Step{Meeting: meeting}))
	o.must(step(khoi, thidua.RecogniseWork, praise.Step{Decision: "05/QĐ (mẫu)", On: "2025-01-13", Reach: thidua.ReachAgency, Recogniser: "Chánh Thanh tra"}))
	o.must(o.Replicate(bg, o.Actor(dung), thidua.Replication{Initiative: i.ID, Place: "Phòng Nghiệp vụ 3", On: "2025-01-14"}))
	v, err := o.Initiative(bg, o.Actor(anh), i.ID)
	o.must(err)
	if !v.Recognised || v.Decision != "05/QĐ (mẫu)" || v.Meeting != meeting || v.Effect != words.Effect || v.Reach != thidua.ReachAgency || v.ShareOf(o.People[anh].ID) != 6000 ||
		len(v.Authors) != 2 || v.Authors[1].Name != "Giàng A Páo" || len(v.Replications) != 1 || v.Edit {
		t.Errorf("at the end %+v, %+v", v.Initiative, v.Replications)
	}
	for _, author := range []string{anh, "Giàng A Páo"} {
		all, _, err := o.InitiativesOf(bg, o.Actor(author), o.People[author].ID)
		if err != nil || len(all) != 1 || all[0].ID != i.ID {
			t.Errorf("history of %s: %+v, %v", author, all, err)
		}
	}
	_, err = o.Initiative(bg, o.Actor(son), i.ID)
	o.refused(err, thidua.NotFound, store.CodeNotFound)
}

func TestSharesAndRightsOfAnInitiative(t *testing.T) {
	o := openOffice(t)
	i := o.whole()
	i.Authors[1].Share = 3000
	_, err := o.WriteInitiative(bg, o.Actor(anh), i)
	o.refused(err, thidua.Invalid, thidua.CodeSharesWrong)
	_, err = o.WriteInitiative(bg, o.Actor(son), o.whole())
	o.refused(err, thidua.Forbidden, app.CodeNoRight)
	own := o.whole()
	own.Unit, own.Authors = o.Units["VP"].ID, []thidua.Author{{Person: o.People[ha].ID, Share: thidua.WholeShare}}
	kept, err := o.WriteInitiative(bg, o.Actor(ha), own)
	o.must(err)
	o.must(o.MoveInitiative(bg, o.Actor(ha), kept.ID, thidua.SubmitInitiative, praise.Step{Version: 1}))
	o.refused(o.MoveInitiative(bg, o.Actor(ha), kept.ID, thidua.CheckForm, praise.Step{Version: 2}), thidua.Invalid, thidua.CodeMissing)
}

func TestAnInitiativeIsUsedOnce(t *testing.T) {
	o := openOffice(t)
	_, err := o.app.SaveInitiative(bg, o.Actor(ha), thidua.Initiative{Round: o.Rounds[2024].ID, Unit: o.Units["NV2"].ID, Person: o.People[anh].ID, Name: "Mẫu hóa", Recognised: true,
		Decision: "05/QĐ (mẫu)", On: "2024-12-01"})
	o.must(err)
	n, err := o.app.Propose(bg, o.Actor(ha), thidua.Nominee{Round: o.Rounds[2024].ID, Subject: o.Subject(anh), Award: o.Definition.Awards[0].ID})
	o.must(err)
	all, err := o.app.Initiatives(bg, o.Actor(ha), o.Rounds[2024].ID, app.InitiativeFilter{})
	o.must(err)
	if used := all.Rows[0].UsedBy; len(used) != 1 || used[0].Nominee != n.ID || used[0].Subject.Name != anh || used[0].Year != 2024 {
		t.Errorf("used by %+v", used)
	}
	if mine, err := o.app.Mine(bg, o.Actor(anh), o.Rounds[2024].ID); err != nil || len(mine.Initiatives) != 1 || len(mine.Initiatives[0].UsedBy) != 0 {
		t.Errorf("the own use of the same year stands against it: %+v, %v", mine.Initiatives, err)
	}
	none, err := o.app.Initiatives(bg, o.Actor(ha), o.Rounds[2024].ID, app.InitiativeFilter{Text: "khong co"})
	if err != nil || len(none.Rows) != 0 {
		t.Errorf("the filter keeps %+v, %v", none.Rows, err)
	}
}

func TestPublicityCountsOnceItIsVerified(t *testing.T) {
	o := openOffice(t)
	round := o.Rounds[2024].ID
	o.must(o.PlanPublicity(bg, o.Actor(ha), thidua.PublicityPlan{Round: round, Unit: o.Units["NV2"].ID, Form: thidua.FormArticle, Content: "Hai bài", Due: "2024-12-01"}))
	seen, err := o.Publicity(bg, o.Actor(anh), round)
	o.must(err)
	p := thidua.PublicityItem{Round: round, Plan: seen.Plans[0].ID, Unit: o.Units["NV2"].ID, Person: o.People[anh].ID, Form: thidua.FormArticle, Title: "Chuyện mẫu hóa", On: "2024-06-20"}
	_, err = o.AddPublicity(bg, o.Actor(anh), p)
	o.refused(err, thidua.Invalid, thidua.CodePublicityProof)
	p.Media = "Báo Lào Cai"
	_, err = o.AddPublicity(bg, o.Actor(son), p)
	o.refused(err, thidua.Forbidden, app.CodeNoRight)
	p, err = o.AddPublicity(bg, o.Actor(anh), p)
	o.must(err)
	record := func() thidua.Record {
		r, err := o.app.ResultOf(bg, o.Actor(ha), round, thidua.Subject{Kind: thidua.Collective, Unit: o.Units["NV2"].ID})
		o.must(err)
		return r.Record
	}
	if got := record(); got.Publicity != 0 {
		t.Errorf("counts before it is verified: %+v", got)
	}
	o.must(o.MovePublicity(bg, o.Actor(ha), thidua.AskMore, p, "Ghi đường dẫn"))
	p.Version, p.Link = 2, "https://mau.example/bai"
	o.must(o.MovePublicity(bg, o.Actor(anh), thidua.MendPublicity, p, ""))
	p.Version = 3
	o.must(o.MovePublicity(bg, o.Actor(ha), thidua.VerifyPublicity, p, ""))
	if got := record(); got.Publicity != 1 {
		t.Errorf("verified: %+v", got)
	}
	seen, err = o.Publicity(bg, o.Actor(son), round)
	if err != nil || seen.Plans[0].Done != 1 || len(seen.Items) != 1 || seen.Items[0].Link != p.Link {
		t.Errorf("seen by another unit: %+v, %v", seen, err)
	}
	own, err := o.AddPublicity(bg, o.Actor(ha), thidua.PublicityItem{Round: round, Unit: o.Units["VP"].ID, Form: thidua.FormSocial, Title: "Tin", Media: "Trang tin", On: "2024-06-21"})
	o.must(err)
	o.refused(o.MovePublicity(bg, o.Actor(ha), thidua.VerifyPublicity, own, ""), thidua.Invalid, thidua.CodeMissing)
	chief := o.Actor("Hoàng Minh Tuấn")
	chief.LeadsOffice = true
	o.must(o.MovePublicity(bg, chief, thidua.VerifyPublicity, own, ""))
}

func TestAnExemplarIsVerifiedAgreedAndPublished(t *testing.T) {
	o := openOffice(t)
	round := o.Rounds[2024].ID
	e, err := o.ProposeExemplar(bg, o.Actor(dung), thidua.Exemplar{Round: round, Kind: thidua.KindDeed, Title: "Giúp dân", Deed: "Giúp 26 lượt", Subject: thidua.Subject{Person: o.People[anh].ID}})
	o.must(err)
	if e.Subject.Unit != o.Units["NV2"].ID || e.Subject.Kind != thidua.Individual {
		t.Errorf("proposed %+v", e)
	}
	o.refused(o.MoveExemplar(bg, o.Actor(dung), e.ID, thidua.VerifyExemplar, 1, "Đã hỏi"), thidua.Invalid, thidua.CodeMissing)
	o.must(o.MoveExemplar(bg, o.Actor(ha), e.ID, thidua.VerifyExemplar, 1, "Đã hỏi người được giúp"))
	o.refused(o.MoveExemplar(bg, o.Actor(khoi), e.ID, thidua.PublishExemplar, 2, ""), thidua.Invalid, thidua.CodeMissing)
	o.must(o.MoveExemplar(bg, o.Actor(anh), e.ID, thidua.AgreeToPublish, 2, ""))
	o.must(o.MoveExemplar(bg, o.Actor(khoi), e.ID, thidua.PublishExemplar, 3, ""))
	g, err := o.Gallery(bg, o.Actor(son))
	if err != nil || len(g.Rows) != 1 || g.Rows[0].Subject.Name != anh || g.Rows[0].Verified == "" {
		t.Errorf("the gallery shows %+v, %v", g.Rows, err)
	}
	counts := func() (out []thidua.PraiseCount) {
		o.must(o.DB.Read(bg, o.Tenant, func(tx *store.Tx) (err error) { out, err = tx.PraiseCounts(2024, 2025); return err }))
		return out
	}
	if c := counts(); len(c) != 1 || c[0] != (thidua.PraiseCount{Year: 2024, Unit: o.Units["NV2"].ID, Exemplars: 1}) {
		t.Errorf("counted %+v", c)
	}
	o.must(o.MoveExemplar(bg, o.Actor(anh), e.ID, thidua.TakeDown, 4, "Rút sự đồng ý"))
	if g, err := o.Gallery(bg, o.Actor(son)); err != nil || len(g.Rows) != 0 || len(counts()) != 0 {
		t.Errorf("taken down, the gallery shows %+v, %v", g.Rows, err)
	}
	_, err = o.Exemplar(bg, o.Actor(son), e.ID)
	o.refused(err, thidua.NotFound, store.CodeNotFound)
	_, err = o.Gallery(bg, thidua.Actor{})
	if thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a visitor of an agency that keeps its roll to itself: %v", err)
	}
}

func TestTheRemarkOfTheUnitIsRead(t *testing.T) {
	o := openOffice(t)
	round := o.Rounds[2024].ID
	r := thidua.Remark{Round: round, Person: o.People[anh].ID, Verdict: thidua.VerdictMet, Words: "Gương mẫu", MetOn: "2024-12-26"}
	o.refused(o.SaveRemark(bg, o.Actor(son), r), thidua.Forbidden, praise.CodeNotYours)
	o.refused(o.SaveRemark(bg, o.Actor(anh), r), thidua.Forbidden, praise.CodeNotYours)
	bare := r
	bare.Words, bare.MetOn = " ", ""
	o.refused(o.SaveRemark(bg, o.Actor(dung), bare), thidua.Invalid, thidua.CodeRemarkWords)
	o.must(o.SaveRemark(bg, o.Actor(dung), r))
	o.refused(o.SaveRemark(bg, o.Actor(dung), r), thidua.Conflict, store.CodeTaken)
	r.Version, r.Verdict = 1, thidua.VerdictConsider
	o.must(o.SaveRemark(bg, o.Actor(dung), r))
	o.refused(o.SaveRemark(bg, o.Actor(dung), r), thidua.Conflict, store.CodeStale)
	v, err := o.Remarks(bg, o.Actor(dung), round)
	o.must(err)
	for _, row := range v.Rows {
		self := row.Staff.Person.ID == o.People[dung].ID
		if row.Write != (row.Staff.Unit == o.Units["NV2"].ID && !self) || row.Staff.Person.ID == o.People[anh].ID && (row.Verdict != thidua.VerdictConsider || row.ByName != dung) {
			t.Errorf("row %+v", row)
		}
	}
	res, err := o.app.ResultOf(bg, o.Actor(ha), round, o.Subject(anh))
	if err == nil && (res.Record.Remark == nil || res.Record.Remark.Words != "Gương mẫu") {
		t.Errorf("the result has the remark %+v", res.Record.Remark)
	}
}

func TestEvaluationsOfManyAreKeptWholeOrNotAtAll(t *testing.T) {
	o := openOffice(t)
	save := func(lines string) (int, error) {
		return o.SaveEvaluations(bg, o.Actor(ha), 2024, "99/QĐ (mẫu)", "2024-12-31", lines)
	}
	for lines, code := range map[string]thidua.Code{
		"":                praise.CodeNoLine,
		anh + "; Rất tốt": praise.CodeLineClass,
		"Người Lạ; Hoàn thành nhiệm vụ":       praise.CodeWho,
		anh + " Hoàn thành nhiệm vụ":          praise.CodeLine,
		ha + "; Hoàn thành xuất sắc nhiệm vụ": praise.CodeOwnLine,
		anh + "; Hoàn thành nhiệm vụ\n" + anh + "; Phòng Nghiệp vụ 2; Hoàn thành tốt nhiệm vụ": praise.CodeTwice,
	} {
		_, err := save(lines)
		o.refused(err, thidua.Invalid, code)
	}
	n, err := save(anh + "\tPhòng Nghiệp vụ 2\tHoàn thành tốt nhiệm vụ\n" + dung + "; hoàn thành xuất sắc nhiệm vụ\nGiàng A Páo; \nPhòng Nghiệp vụ 2; Hoàn thành tốt nhiệm vụ")
	if err != nil || n != 3 {
		t.Fatalf("kept %d, %v", n, err)
	}
	v, err := o.Evaluations(bg, o.Actor(ha), 2024)
	o.must(err)
	if e := v.Classes[o.Units["NV2"].ID]; e.Class != thidua.ClassGood || e.Decision != "99/QĐ (mẫu)" || slices.ContainsFunc(v.Open, func(s thidua.Staff) bool { return s.Name == anh }) {
		t.Errorf("kept %+v, open %+v", v.Classes, v.Open)
	}
	o.must(o.DB.Read(bg, o.Tenant, func(tx *store.Tx) error {
		all, err := tx.Evaluations(2024)
		if len(all) != 2 {
			t.Errorf("people %+v", all)
		}
		return err
	}))
	_, err = o.SaveEvaluations(bg, o.Actor(anh), 2024, "1", "", "x; y")
	o.refused(err, thidua.Forbidden, app.CodeNoRight)
}
