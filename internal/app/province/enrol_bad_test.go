package province_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/province"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// TestAListThatIsNotAsItShouldBeIsNotTaken carries packages of registrations as files that somebody else made, changed or brings again.
func TestAListThatIsNotAsItShouldBeIsNotTaken(t *testing.T) {
	l := open(t)
	sent := l.register(l.a, listed())
	good, err := l.app.Content(l.a, sent.File)
	l.must(err)
	opened, err := sealed.Open(good)
	l.must(err)
	again := func(key *sealed.Key, change func(*sealed.Manifest)) []byte {
		m := opened.Manifest
		change(&m)
		paper, _ := opened.Paper(opened.Data.Papers[0].File)
		out, _, err := sealed.Seal(key, m, opened.Data, []sealed.Content{{Name: "01. Danh sách.pdf", Data: paper}})
		l.must(err)
		return out
	}
	for what, c := range map[string]struct {
		file []byte
		code thidua.Code
	}{
		"a figure changed":   {bytes.Replace(bytes.Clone(good), []byte(`"value": 9500`), []byte(`"value": 9900`), 1), thidua.CodeParcelChanged},
		"a name changed":     {bytes.Replace(bytes.Clone(good), []byte("Lê Thị Lan"), []byte("Lê Thị Loan"), 1), thidua.CodeParcelChanged},
		"newer schema":       {bytes.Replace(bytes.Clone(good), []byte(`"schema": 2`), []byte(`"schema": 3`), 1), thidua.CodeParcelNewer},
		"sealed by a forger": {again(sealed.NewKey(), func(*sealed.Manifest) {}), thidua.CodeParcelUnknown},
		"for somebody else":  {again(l.app.Seal(), func(m *sealed.Manifest) { m.To.ID = l.h.Tenant }), thidua.CodeParcelNotOurs},
		"no package":         {[]byte("Danh sách đăng ký"), thidua.CodeParcelNone},
	} {
		l.refused(what, l.TakeFile(bg, l.home, bytes.NewReader(c.file)), c.code)
	}
	if v := l.lists(province.EnrolmentFilter{}); v.Period.Year != 0 {
		t.Fatalf("something was made of them: %+v", v.Rows)
	}
	l.must(l.TakeFile(bg, l.home, bytes.NewReader(good)))
	l.refused("a second time", l.TakeFile(bg, l.home, bytes.NewReader(good)), thidua.CodeParcelTwice)
	if e := l.list(l.a); e.Times != 1 {
		t.Errorf("it counts %d times", e.Times)
	}
}

// TestAnOlderPackageReplacesNothing takes the later of two packages first.
func TestAnOlderPackageReplacesNothing(t *testing.T) {
	l := open(t)
	older := l.register(l.a, listed())
	l.clock.Add(time.Hour)
	later := l.register(l.a, mended())
	l.must(l.Take(bg, l.home, later.ID))
	l.must(l.Take(bg, l.home, older.ID))
	if e := l.list(l.a); e.Enrolment.Parcel != later.ID || e.Times != 1 {
		t.Errorf("what counts is %s after %d", e.Enrolment.Parcel, e.Times)
	}
	if v, err := l.Inbox(bg, l.home, province.Filter{}); err != nil || len(v.Strange) != 1 || v.Strange[0].ID != older.ID {
		t.Errorf("the older one is not shown: %+v, %v", v.Strange, err)
	}
}

// TestNobodyElseReadsOrDecidesAList asks from every other tenant and role, and listens that a confirmation writes in one agency alone.
func TestNobodyElseReadsOrDecidesAList(t *testing.T) {
	acting, writes := "", 0
	l := openWith(t, func(c *store.Config) {
		c.Trace = func(query string, args []any) {
			verb, _, _ := strings.Cut(strings.TrimSpace(query), " ")
			if acting == "" || !slices.Contains([]string{"INSERT", "UPDATE", "DELETE"}, verb) {
				return
			}
			if writes++; len(args) == 0 || args[0] != acting {
				t.Errorf("%s acts, and %s names %v first", acting, query, args)
			}
		}
	})
	sent := l.register(l.a, listed())
	acting = l.home.Tenant
	l.must(l.Take(bg, l.home, sent.ID))
	e := l.list(l.a)
	m := province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version}
	stranger := l.home
	stranger.Tenant = l.decide.Tenant
	for what, who := range map[string]thidua.Actor{"sender": l.a, "UBND tỉnh": l.decide, "appraiser of another tenant": stranger} {
		if _, err := l.Enrolment(bg, who, e.ID); thidua.KindOf(err) != thidua.NotFound && thidua.KindOf(err) != thidua.Forbidden {
			t.Errorf("%s reads the list: %v", what, err)
		}
		if err := l.MoveEnrolment(bg, who, e.ID, m); err == nil {
			t.Errorf("%s confirms the list", what)
		}
	}
	if err := l.SaveEnrolmentDue(bg, l.a, e.Period, thidua.DueDay{Day: "2024-02-01", Document: "x"}); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("the sender sets the deadline: %v", err)
	}
	l.must(l.MoveEnrolment(bg, l.home, e.ID, m))
	acting = ""
	if writes < 6 {
		t.Errorf("only %d writes were heard", writes)
	}
	l.refused("confirmed twice", l.MoveEnrolment(bg, l.home, e.ID, m), thidua.CodeWrongState)
}

// TestAnEmptyListIsNotConfirmed: there is nobody to confirm.
func TestAnEmptyListIsNotConfirmed(t *testing.T) {
	l := open(t)
	l.must(l.Take(bg, l.home, l.register(l.a, nil).ID))
	e := l.list(l.a)
	l.refused("an empty list", l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version}), thidua.CodeMissing)
	l.refused("something else", l.MoveEnrolment(bg, l.home, e.ID, province.EnrolmentMove{Do: thidua.TakeResubmitted, Version: e.Version}), "not-found")
}
