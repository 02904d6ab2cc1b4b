package province_test

import (
	"slices"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/parcel"
	"thidua/internal/app/province"
	sealed "thidua/internal/pack/parcel"
)

// listed gives the registrations that an agency of the tests sends.
func listed() []sealed.Registration {
	target := sealed.Target{Criterion: "Thủ tục hành chính", Content: "Hồ sơ đúng hạn", Value: 95_00, Measure: "%", Direction: thidua.AtLeast, Due: "2024-12-31"}
	return []sealed.Registration{
		{ID: "r1", Subject: sealed.Subject{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ"}, Award: "Bằng khen", Targets: []sealed.Target{target}},
		{ID: "r2", Subject: sealed.Subject{Kind: thidua.Individual, Name: "Lê Thị Lan", Home: "Phòng Nghiệp vụ"}, Title: "Lao động tiên tiến", Targets: []sealed.Target{target}},
	}
}

// register seals a list of registrations for Sở Nội vụ and leaves it waiting.
func (l *hall) register(who thidua.Actor, all []sealed.Registration) thidua.Parcel {
	l.t.Helper()
	data := sealed.Data{Movement: sealed.Movement{Name: "Cải cách hành chính trên địa bàn tỉnh Lào Cai", From: 2021, To: 2025, Year: 2024},
		Letter: sealed.Letter{Number: "07/TT", Dated: "2024-01-29"}, Registrations: all, Deadline: &sealed.Deadline{Day: "2024-02-01", Article: "mục II.4"},
		Papers: []sealed.Paper{{ID: "p1", Kind: thidua.PaperRegistration, Title: "Danh sách đăng ký thi đua", File: sealed.PaperFile("01. Danh sách.pdf")}}}
	sent, err := l.post.Seal(bg, who, parcel.Outgoing{Kind: thidua.ParcelRegistrations, To: l.home.Tenant, Object: "test:1", Data: data,
		Papers: []sealed.Content{{Name: "01. Danh sách.pdf", Data: pdf(l.t)}}})
	l.must(err)
	return sent
}

// lists reads the overview as Sở Nội vụ sees it.
func (l *hall) lists(f province.EnrolmentFilter) province.Enrolments {
	l.t.Helper()
	v, err := l.Enrolments(bg, l.home, f)
	l.must(err)
	return v
}

// counted holds what the menu of Sở Nội vụ counts of lists of registrations.
func (l *hall) counted(want int) {
	l.t.Helper()
	s, err := l.app.Surroundings(bg, l.home)
	l.must(err)
	for _, w := range s.Waiting {
		if w.URL == "/dang-ky-cac-co-quan" && w.Count == want {
			return
		}
	}
	l.t.Errorf("the menu counts %+v, want %d lists", s.Waiting, want)
}

// list gives the one list of a sender.
func (l *hall) list(from thidua.Actor) province.Enrolment {
	l.t.Helper()
	for _, r := range l.lists(province.EnrolmentFilter{}).Rows {
		if r.From == from.Tenant && r.List != nil {
			e, err := l.Enrolment(bg, l.home, r.List.ID)
			l.must(err)
			return e
		}
	}
	l.t.Fatal("no list of ", from.Name)
	return province.Enrolment{}
}

// TestAListIsReturnedMendedAndConfirmed goes the whole way of a list that first lacks something.
func TestAListIsReturnedMendedAndConfirmed(t *testing.T) {
	l := open(t)
	l.clock.Set(thidua.Date("2024-01-30").Time().Add(9 * time.Hour))
	l.must(l.Take(bg, l.home, l.register(l.a, listed()).ID))
	l.counted(1)
	e := l.list(l.a)
	if e.State != thidua.EnrolmentWaiting || e.Units != 1 || e.People != 1 || e.Late != 0 || e.By.Day != "2024-02-01" || len(e.Data.Registrations) != 2 {
		t.Fatalf("the list is %+v", e.Enrolment)
	}
	back := province.EnrolmentMove{Do: thidua.ReturnEnrolment, Version: e.Version, Until: "2024-02-05", Asked: []thidua.AskedPart{{ID: "r1", Name: "Phòng Nghiệp vụ", Reason: "chỉ tiêu còn thấp"}}}
	l.refused("a return without a reason", l.MoveEnrolment(bg, l.home, e.ID, back), thidua.CodeReasonMissing)
	back.Note, back.Until = "Đề nghị nâng chỉ tiêu", "2024-01-30"
	l.refused("a return for today", l.MoveEnrolment(bg, l.home, e.ID, back), thidua.CodeUntilPast)
	back.Until = "2024-02-05"
	l.must(l.MoveEnrolment(bg, l.home, e.ID, back))
	l.refused("confirmed while it is returned", l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version + 1}), thidua.CodeWrongState)
	l.clock.Set(thidua.Date("2024-02-03").Time().Add(9 * time.Hour))
	l.must(l.Take(bg, l.home, l.register(l.a, mended()).ID))
	e = l.list(l.a)
	if e.State != thidua.EnrolmentWaiting || e.Times != 2 || e.Late != 0 || e.FirstOn != "2024-01-30" || e.SentOn != "2024-02-03" || e.Reason != "" {
		t.Errorf("after it came again: %+v", e.Enrolment)
	}
	var what []thidua.ChangeWhat
	for _, c := range e.Changes {
		what = append(what, c.What)
	}
	if !slices.Equal(what, []thidua.ChangeWhat{thidua.ChangeTargets, thidua.ChangeAdded, thidua.ChangeRemoved}) || e.Changes[0].From == e.Changes[0].To {
		t.Errorf("the changes are %+v", e.Changes)
	}
	l.refused("a date without a number", l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version, Dated: "2024-02-03"}), thidua.CodeNumberMissing)
	l.must(l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version, Number: "90/SNV-TĐKT", Dated: "2024-02-03"}))
	if e = l.list(l.a); e.State != thidua.EnrolmentConfirmed || e.Confirmed.Number != "90/SNV-TĐKT" || e.Confirmed.On != "2024-02-03" || e.Confirmed.Parcel != e.Parcel.ID {
		t.Errorf("confirmed: %+v", e.Enrolment)
	}
	if got := l.answers(l.a); !slices.Equal(got, []thidua.Action{thidua.AnswerReturned, thidua.AnswerConfirmed}) {
		t.Errorf("the sender is told %v", got)
	}
}

// mended is the list with a higher target, somebody who left and somebody who came.
func mended() []sealed.Registration {
	all := listed()
	all[0].Targets[0].Value = 98_00
	all[1] = sealed.Registration{ID: "r3", Subject: sealed.Subject{Kind: thidua.Individual, Name: "Trần Văn Mẫu", Home: "Phòng Nghiệp vụ"}, Award: "Bằng khen", Targets: all[1].Targets}
	return all
}

// TestWhoIsLateIsNamed looks at the overview after the deadline: one in time, one late, one that has not sent.
func TestWhoIsLateIsNamed(t *testing.T) {
	l := open(t)
	third := l.found("Sở C (mẫu)", thidua.AgencyOrdinary, thidua.RoleOffice)
	l.must(l.Enlist(bg, l.home, thidua.Partner{ID: third.Tenant, Block: "Sở, ngành"}))
	l.clock.Set(thidua.Date("2024-01-31").Time().Add(9 * time.Hour))
	l.must(l.Take(bg, l.home, l.register(l.a, listed()).ID))
	l.clock.Set(thidua.Date("2024-02-06").Time().Add(9 * time.Hour))
	l.register(l.h, listed())
	if v := l.lists(province.EnrolmentFilter{}); len(v.Waiting) != 1 || v.Count[province.ShowMissing] != 2 {
		t.Errorf("before it was taken in: %d wait, %v", len(v.Waiting), v.Count)
	}
	l.must(l.Take(bg, l.home, l.lists(province.EnrolmentFilter{}).Waiting[0].ID))
	if e := l.list(l.h); e.Late != 6 {
		t.Errorf("a list of 6 February that was due before the first is %d days late", e.Late)
	}
	period := l.lists(province.EnrolmentFilter{}).Period
	l.refused("a deadline of another year", l.SaveEnrolmentDue(bg, l.home, period, thidua.DueDay{Day: "2025-02-01", Document: "x"}), thidua.CodeDueYear)
	l.refused("a deadline from nowhere", l.SaveEnrolmentDue(bg, l.home, period, thidua.DueDay{Day: "2024-02-01"}), thidua.CodeDocumentMissing)
	l.must(l.SaveEnrolmentDue(bg, l.home, period, thidua.DueDay{Day: "2024-02-05", Inclusive: true, Document: "Công văn số …/SNV (mẫu)"}))
	v := l.lists(province.EnrolmentFilter{})
	want := map[province.Show]int{province.ShowAll: 3, province.ShowMissing: 1, province.ShowWaiting: 2, province.ShowLate: 2}
	for show, n := range want {
		if v.Count[show] != n {
			t.Errorf("%q counts %d, want %d", show, v.Count[show], n)
		}
	}
	if e := l.list(l.h); e.Late != 1 {
		t.Errorf("against the deadline of Sở Nội vụ it is %d days late", e.Late)
	}
	if v = l.lists(province.EnrolmentFilter{Show: province.ShowMissing}); len(v.Rows) != 1 || v.Rows[0].From != third.Tenant || v.Rows[0].Late != 1 {
		t.Errorf("who has not sent: %+v", v.Rows)
	}
	if v = l.lists(province.EnrolmentFilter{Text: "huyen h"}); v.Found != 1 || v.Rows[0].From != l.h.Tenant {
		t.Errorf("found %+v", v.Rows)
	}
}

// TestWhoWasNotRegisteredIsNamedAtTheChoice confirms a list that names the collective of the dossier and not its person.
func TestWhoWasNotRegisteredIsNamedAtTheChoice(t *testing.T) {
	l := open(t)
	l.must(l.Take(bg, l.home, l.send(l.a, "", true).ID))
	l.must(l.Take(bg, l.home, l.send(l.h, "", true).ID))
	if d := l.only(l.a); d.Enrolled != nil {
		t.Errorf("without any confirmed list: %v", d.Enrolled)
	}
	l.must(l.Take(bg, l.home, l.register(l.a, listed()).ID))
	e := l.list(l.a)
	l.must(l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version}))
	standing := func(from thidua.Actor) (out []thidua.Enrolled) {
		d := l.only(from)
		for _, c := range d.Cases {
			out = append(out, d.Enrolled[c.ID])
		}
		return out
	}
	if got := standing(l.a); !slices.Equal(got, []thidua.Enrolled{thidua.EnrolledYes, thidua.EnrolledNo}) {
		t.Errorf("of A: %v", got)
	}
	if got := standing(l.h); !slices.Equal(got, []thidua.Enrolled{thidua.EnrolledUnknown, thidua.EnrolledUnknown}) {
		t.Errorf("of H: %v", got)
	}
	v, err := l.Compare(bg, l.home, "", thidua.Individual, "", 0)
	l.must(err)
	if len(v.Cases) != 2 || v.Enrolled[v.Cases[0].ID] == thidua.EnrolledYes {
		t.Errorf("the comparison: %v", v.Enrolled)
	}
	l.clock.Add(time.Hour)
	l.must(l.Take(bg, l.home, l.register(l.a, mended()).ID))
	if got := standing(l.a); got[1] != thidua.EnrolledNo {
		t.Error("a list that nobody confirmed yet counts")
	}
	e = l.list(l.a)
	l.must(l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version}))
	if got := standing(l.a); got[1] != thidua.EnrolledYes {
		t.Errorf("after the second confirmation: %v", got)
	}
}
