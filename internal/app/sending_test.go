package app_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/store"
)

var scan = thidua.FileRef{Hash: "h", Name: "phieu-trinh.pdf", Type: "application/pdf", Size: 9}

// reviewAll registers every unit and reviews it.
func (o *office) reviewAll() {
	for code, head := range map[string]string{"VP": "Hoàng Minh Tuấn", "NV1": "Trần Thị Hạnh", "NV2": "Lý Văn Dũng", "NV3": "Vũ Quang Sơn", "NV4": "Bùi Đức Long", "NV5": "Nguyễn Hải Yến"} {
		r := o.save(head, o.unit(code, o.EightTargets()))
		o.move("Nguyễn Thị Thu Hà", o.move(head, r, thidua.Send, ""), thidua.Review, "")
	}
}

func (o *office) slip() (thidua.CoverSlip, error) {
	round := o.Rounds[2025].ID
	return o.MakeCoverSlip(bg, o.Actor("Nguyễn Thị Thu Hà"), round, thidua.SlipRegistrations, "", "Đề nghị phê duyệt.")
}

func (o *office) book() app.RegistrationBook {
	o.t.Helper()
	b, err := o.RegistrationBook(bg, o.Actor("Nguyễn Thị Thu Hà"), o.Rounds[2025].ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return b
}

func TestListGoesToTheLeaderOnceItIsWhole(t *testing.T) {
	o := openOffice(t)
	r := o.move("Lý Văn Dũng", o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets())), thidua.Send, "")
	if b := o.book(); b.Block != (thidua.ListBlock{UnitsMissing: 5, UnitsOpen: 1}) || len(b.Units) != 6 || len(b.People) != 18 {
		t.Errorf("block %+v of %d units, %d people", b.Block, len(b.Units), len(b.People))
	}
	_, err := o.slip()
	wants(t, err, thidua.Invalid, thidua.CodeListBlocked)
	_, err = o.MakeCoverSlip(bg, o.Actor("Lý Văn Dũng"), r.Round, thidua.SlipRegistrations, "", "")
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	moved, err := o.MoveChosen(bg, o.Actor("Nguyễn Thị Thu Hà"), []app.Chosen{{ID: r.ID, Version: r.Version}}, thidua.Review, "")
	if err != nil || len(moved.Done) != 1 {
		t.Errorf("reviewed %+v: %v", moved, err)
	}
}

// TestARefusedRowDoesNotKeepTheOthers tells of the ticked rows what was done and what was refused, by name and reason; what would be refused
// to all, or names a row of nobody here, does nothing.
func TestARefusedRowDoesNotKeepTheOthers(t *testing.T) {
	o := openOffice(t)
	ha := o.Actor("Nguyễn Thị Thu Hà")
	own := o.move("Nguyễn Thị Thu Hà", o.save("Nguyễn Thị Thu Hà", o.person("Nguyễn Thị Thu Hà", o.line("Tổng hợp đăng ký đúng hạn"))), thidua.Send, "")
	own = o.move("Hoàng Minh Tuấn", own, thidua.HeadApprove, "")
	fresh := o.move("Lý Văn Dũng", o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets())), thidua.Send, "")
	stale := o.move("Bùi Đức Long", o.save("Bùi Đức Long", o.unit("NV4", o.EightTargets())), thidua.Send, "")
	draft := o.save("Vũ Quang Sơn", o.unit("NV3", o.EightTargets()))
	ticked := []app.Chosen{{ID: own.ID, Version: own.Version}, {ID: stale.ID, Version: stale.Version - 1}, {ID: draft.ID, Version: draft.Version}, {ID: fresh.ID, Version: fresh.Version}}

	_, err := o.MoveChosen(bg, ha, nil, thidua.Review, "")
	wants(t, err, thidua.Invalid, app.CodeNoneChosen)
	_, err = o.MoveChosen(bg, ha, ticked, thidua.AskMore, " ")
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	_, err = o.MoveChosen(bg, ha, ticked, thidua.Withdraw, "lý do")
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	_, err = o.MoveChosen(bg, o.Actor("Lý Văn Dũng"), ticked, thidua.Review, "")
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	_, err = o.MoveChosen(bg, ha, append([]app.Chosen{{ID: fresh.ID, Version: fresh.Version}}, app.Chosen{ID: store.NewID(), Version: 1}), thidua.Review, "")
	wants(t, err, thidua.NotFound, store.CodeNotFound)

	m, err := o.MoveChosen(bg, ha, ticked, thidua.Review, "")
	if err != nil || len(m.Done) != 1 || m.Done[0].ID != fresh.ID || m.Done[0].State != thidua.RegistrationReviewed || len(m.Refused) != 3 {
		t.Fatalf("moved %+v, %v", m, err)
	}
	for i, want := range []struct {
		name string
		kind thidua.Kind
		code thidua.Code
	}{{"Nguyễn Thị Thu Hà", thidua.Invalid, thidua.CodeMissing}, {"Phòng Nghiệp vụ 4", thidua.Conflict, store.CodeStale}, {"Phòng Nghiệp vụ 3", thidua.Conflict, thidua.CodeWrongState}} {
		if m.Refused[i].Subject.Name != want.name {
			t.Errorf("refused %d: %s, want %s", i, m.Refused[i].Subject.Name, want.name)
		}
		wants(t, m.Refused[i].Why, want.kind, want.code)
	}
	if b := o.book().Block; b.Reviewed != 1 || b.UnitsOpen != 1 || b.PeopleOpen != 1 {
		t.Errorf("after the review: %+v", b)
	}
}

func TestOpinionRecordedForTheLeader(t *testing.T) {
	o := openOffice(t)
	o.reviewAll()
	slip, err := o.slip()
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.slip()
	wants(t, err, thidua.Conflict, app.CodeSlipOpen)
	ha := o.Actor("Nguyễn Thị Thu Hà")
	in := app.Instruction{Version: slip.Version, Do: thidua.Agree, Leader: o.People["Trần Mạnh Khôi"].ID, Form: thidua.OpinionOnSlip, On: "2025-01-14"}
	_, err = o.RecordOpinion(bg, ha, slip.ID, in)
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	in.Scan, in.On = scan, "2025-01-15"
	_, err = o.RecordOpinion(bg, ha, slip.ID, in)
	wants(t, err, thidua.Invalid, thidua.CodeDayFuture)
	in.On, in.Leader = "2025-01-14", o.People["Lý Văn Dũng"].ID
	_, err = o.RecordOpinion(bg, ha, slip.ID, in)
	wants(t, err, thidua.Invalid, thidua.CodeLeaderMissing)
	in.Leader = o.People["Trần Mạnh Khôi"].ID
	_, err = o.RecordOpinion(bg, o.Actor("Lý Văn Dũng"), slip.ID, in)
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	slip, err = o.RecordOpinion(bg, ha, slip.ID, in)
	if err != nil || slip.BehalfName != "Nguyễn Thị Thu Hà" || slip.LeaderPost != "Chánh Thanh tra" {
		t.Fatalf("recorded: %v %+v", err, slip)
	}
	for _, u := range o.book().Units {
		if u.State != thidua.RegistrationApproved {
			t.Errorf("%s is %s", u.Subject.Name, u.State)
		}
	}
}

func TestLeaderAgreesInTheProgram(t *testing.T) {
	o := openOffice(t)
	o.reviewAll()
	slip, err := o.slip()
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.RecordOpinion(bg, o.Actor("Trần Mạnh Khôi"), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.AgreeAmended})
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	slip, err = o.RecordOpinion(bg, o.Actor("Trần Mạnh Khôi"), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree})
	if err != nil || slip.OnBehalf != "" || slip.Form != thidua.OpinionHere || slip.On != "2025-01-14" {
		t.Fatalf("agreed: %v %+v", err, slip)
	}
	if b := o.book(); b.Slip.State != thidua.SlipAgreed || b.Units[0].State != thidua.RegistrationApproved {
		t.Errorf("list after agreement: %+v", b.Slip)
	}
}

func TestSentUpAndConfirmed(t *testing.T) {
	o := openOffice(t)
	ha := o.Actor("Nguyễn Thị Thu Hà")
	send := thidua.Submission{Round: o.Rounds[2025].ID, What: thidua.SentRegistrations, Number: "12/TT-VP (mẫu)", Dated: "2025-01-13", SentOn: "2025-01-14"}
	_, err := o.RecordSentUp(bg, ha, send)
	wants(t, err, thidua.Conflict, thidua.CodeNothingApproved)
	o.reviewAll()
	slip, err := o.slip()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.RecordOpinion(bg, o.Actor("Trần Mạnh Khôi"), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree}); err != nil {
		t.Fatal(err)
	}
	_, err = o.RecordSentUp(bg, ha, thidua.Submission{Round: send.Round, What: send.What, Dated: "2025-01-14", SentOn: "2025-01-13"})
	wants(t, err, thidua.Invalid, thidua.CodeNumberMissing)
	wants(t, err, thidua.Invalid, thidua.CodeDayBackwards)
	first, err := o.RecordSentUp(bg, ha, send)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.RecordSentUp(bg, ha, send)
	wants(t, err, thidua.Conflict, thidua.CodeNothingApproved)
	_, err = o.RecordReply(bg, ha, first.ID, first.Version, thidua.Reply{Kind: thidua.AnswerReturned, ReceivedOn: "2025-01-14"})
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	if _, err = o.RecordReply(bg, ha, first.ID, first.Version, thidua.Reply{Kind: thidua.AnswerReturned, ReceivedOn: "2025-01-14", Text: "thiếu chỉ tiêu của Phòng Nghiệp vụ 4"}); err != nil {
		t.Fatal(err)
	}
	o.secondRound(ha, send)
	b := o.book()
	for _, u := range b.Units {
		if u.State != thidua.RegistrationConfirmed {
			t.Errorf("%s is %s", u.Subject.Name, u.State)
		}
	}
	if len(b.Sendings) != 2 || b.Sendings[0].State != thidua.SubmissionReturned || len(b.Sendings[1].Answers) != 1 {
		t.Errorf("sendings %+v", b.Sendings)
	}
}

// TestAListGoesOnceMoreAsItIs: returned for its letter alone, the registrations are approved already.
func TestAListGoesOnceMoreAsItIs(t *testing.T) {
	o := openOffice(t)
	ha := o.Actor("Nguyễn Thị Thu Hà")
	send := thidua.Submission{Round: o.Rounds[2025].ID, What: thidua.SentRegistrations, Number: "12/TT-VP (mẫu)", Dated: "2025-01-13", SentOn: "2025-01-14"}
	o.reviewAll()
	slip, err := o.slip()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.RecordOpinion(bg, o.Actor("Trần Mạnh Khôi"), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree}); err != nil {
		t.Fatal(err)
	}
	first, err := o.RecordSentUp(bg, ha, send)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.RecordReply(bg, ha, first.ID, first.Version, thidua.Reply{Kind: thidua.AnswerReturned, ReceivedOn: "2025-01-14", Text: "công văn thiếu dấu"}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.RecordSentUp(bg, ha, send); err != nil {
		t.Errorf("the list cannot go again: %v", err)
	}
	if b := o.book(); len(b.Sendings) != 2 || b.Units[0].State != thidua.RegistrationSentUp {
		t.Errorf("after the second sending: %+v", b.Sendings)
	}
}

// secondRound mends what Sở Nội vụ asked for at one unit, and sends again until the confirmation.
func (o *office) secondRound(ha thidua.Actor, send thidua.Submission) {
	o.t.Helper()
	v, err := o.UnitRegistration(bg, ha, send.Round, o.Units["NV4"].ID)
	if err != nil {
		o.t.Fatal(err)
	}
	r := o.move("Nguyễn Thị Thu Hà", v.Registration, thidua.AskMore, "Sở Nội vụ đề nghị bổ sung")
	o.move("Nguyễn Thị Thu Hà", o.move("Bùi Đức Long", r, thidua.Send, ""), thidua.Review, "")
	slip, err := o.slip()
	if err != nil {
		o.t.Fatal(err)
	}
	if _, err := o.RecordOpinion(bg, o.Actor("Trần Mạnh Khôi"), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree}); err != nil {
		o.t.Fatal(err)
	}
	second, err := o.RecordSentUp(bg, ha, send)
	if err != nil {
		o.t.Fatal(err)
	}
	if _, err := o.RecordReply(bg, ha, second.ID, second.Version, thidua.Reply{Kind: thidua.AnswerConfirmed, Number: "5/SNV (mẫu)", Dated: "2025-01-14", ReceivedOn: "2025-01-14"}); err != nil {
		o.t.Fatal(err)
	}
}

// TestThePapersOfRegistrationsTakeOwnWords also asks that a slip keeps the words of when it was made.
func TestThePapersOfRegistrationsTakeOwnWords(t *testing.T) {
	o := openOffice(t)
	o.reviewAll()
	slip, err := o.slip()
	if err != nil {
		t.Fatal(err)
	}
	ha := o.Actor("Nguyễn Thị Thu Hà")
	person := o.save("Phạm Mai Anh", o.person("Phạm Mai Anh", o.line("Gửi báo cáo đúng hạn")))
	saveOwn(t, o.DB, ha.Tenant,
		thidua.OwnWords{Form: "phieu-trinh", Part: "leader", Text: "Ý KIẾN CỦA LÃNH ĐẠO", At: slip.MadeAt.Add(-time.Hour)},
		thidua.OwnWords{Form: "phieu-trinh", Part: "office", Text: "VĂN PHÒNG TRÌNH", At: slip.MadeAt.Add(time.Hour)},
		thidua.OwnWords{Form: "danh-sach-tong-hop", Part: "close", Text: "Tổng cộng {count}./."},
		thidua.OwnWords{Form: "danh-sach-dang-ky", Part: "close", Text: "Đơn vị đăng ký {count}./."},
		thidua.OwnWords{Form: "phieu-dang-ky", Part: "close", Text: "Tôi cam kết thực hiện./."})
	for name, paper := range map[string]struct {
		make func() (doc.Document, error)
		says string
		not  string
	}{
		"slip": {func() (doc.Document, error) { return o.CoverSlipPaper(bg, ha, slip.ID) }, "Ý KIẾN CỦA LÃNH ĐẠO", "VĂN PHÒNG TRÌNH"},
		"list": {func() (doc.Document, error) { return o.RegistrationListPaper(bg, ha, slip.Round) }, "Tổng cộng 06 tập thể./.", "Danh sách gồm"},
		"unit": {func() (doc.Document, error) {
			return o.SignList(bg, o.Actor("Lý Văn Dũng"), slip.Round, o.Units["NV2"].ID)
		}, "Đơn vị đăng ký 01 tập thể và 01 cá nhân./.", "Danh sách gồm"},
		"sheet": {func() (doc.Document, error) { return o.RegistrationSheetPaper(bg, ha, person.ID) }, "Tôi cam kết thực hiện./.", "Tôi đã đọc"},
	} {
		d, err := paper.make()
		if dump := strings.ReplaceAll(d.Dump(), `\u00a0`, " "); err != nil || !strings.Contains(dump, paper.says) || strings.Contains(dump, paper.not) {
			t.Errorf("%s, %v: %s", name, err, dump)
		}
	}
}

// saveOwn keeps words of an agency that hold from 14 January 2025.
func saveOwn(t *testing.T, db *store.DB, tenant string, all ...thidua.OwnWords) {
	t.Helper()
	act := &store.Act{Tenant: tenant, Actor: "account:van-phong", Verb: string(thidua.SaveWording), Object: "wording:" + all[0].Form}
	if err := db.Write(bg, act, func(tx *store.Tx) (err error) {
		for _, w := range all {
			if w.From, w.By = "2025-01-14", "Nguyễn Thị Thu Hà"; w.At.IsZero() {
				w.At = tx.Now
			}
			err = errors.Join(err, tx.SaveOwnWords(w))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
