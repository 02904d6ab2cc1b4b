package app_test

import (
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// year is a season whose year 2024 is under way: Phòng NV 2 and Phạm Mai Anh have targets in it.
type year struct {
	*office
	round   string
	targets map[string]string // by content
}

func openYear(t *testing.T) *year {
	s := testkit.OpenSeason(t)
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := files.Close(); err != nil {
			t.Error(err)
		}
	})
	y := &year{&office{s, app.New(s.DB, app.WithFiles(files)), t}, s.Rounds[2024].ID, map[string]string{}}
	unit := func(code string) thidua.Subject {
		return thidua.Subject{Kind: thidua.Collective, Unit: s.Units[code].ID}
	}
	y.register(unit("NV2"), "TC1", "Giao ban 12 kỳ", 1200, "kỳ")
	y.register(unit("NV2"), "2.1", "Văn bản đúng thể chế", 100_00, "%")
	y.register(unit("NV2"), "TC5", "Sáng kiến được công nhận", 200, "sáng kiến")
	y.register(unit("NV3"), "TC5", "Sáng kiến của phòng 3", 200, "sáng kiến")
	y.register(thidua.Subject{Kind: thidua.Individual, Unit: s.Units["NV2"].ID, Person: s.People["Phạm Mai Anh"].ID}, "2.1", "Hồ sơ trên mạng", 95_00, "%")
	return y
}

func (y *year) register(s thidua.Subject, code, content string, value thidua.Quantity, measure string) {
	y.t.Helper()
	target := thidua.Target{ID: store.NewID(), Criterion: y.criterion(code), Content: content, Value: value, Measure: measure,
		Direction: thidua.AtLeast, Due: "2024-12-31"}
	y.targets[content] = target.ID
	y.seed(func(tx *store.Tx) error {
		r, err := tx.RegistrationOf(y.round, s, "2024-06-01")
		if err != nil {
			r = thidua.Registration{ID: store.NewID(), Round: y.round, Subject: s, State: thidua.RegistrationConfirmed}
			if err := tx.InsertRegistration(r); err != nil {
				return err
			}
		}
		r.Targets = append(r.Targets, target)
		folds := make([]string, len(r.Targets))
		for i, t := range r.Targets {
			folds[i] = vi.Fold(t.Content)
		}
		return tx.SetTargets(r.ID, r.Targets, folds)
	})
}

func (y *year) seed(fn func(tx *store.Tx) error) {
	y.t.Helper()
	act := &store.Act{Tenant: y.Tenant, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: "mo-mua", Object: "agency:" + y.Tenant}
	if err := y.DB.Write(bg, act, fn); err != nil {
		y.t.Fatal(err)
	}
}

func (y *year) criterion(code string) string {
	for _, c := range y.Definition.Criteria {
		if c.Code == code {
			return c.ID
		}
	}
	y.t.Fatalf("no criterion %s", code)
	return ""
}

func (y *year) report(who, content string, on thidua.Date, value thidua.Quantity) {
	y.t.Helper()
	_, err := y.AddProgress(bg, y.Actor(who), thidua.Progress{Target: y.targets[content], On: on, Value: value, Text: "Kết quả"})
	if err != nil {
		y.t.Fatalf("%s reports on %s: %v", who, content, err)
	}
}

// lastEvent gives the newest event of the log.
func (y *year) lastEvent() (e store.EventRow) {
	y.t.Helper()
	err := y.DB.Read(bg, y.Tenant, func(tx *store.Tx) error {
		rows, err := tx.Events(store.EventFilter{})
		if err == nil && len(rows) > 0 {
			e = rows[0]
		}
		return err
	})
	if err != nil {
		y.t.Fatal(err)
	}
	return e
}

func (y *year) logged(verb thidua.Action, object string) {
	y.t.Helper()
	if e := y.lastEvent(); e.Verb != string(verb) || !strings.HasPrefix(e.Object, object) {
		y.t.Errorf("the log ends with %s %s, want %s %s", e.Verb, e.Object, verb, object)
	}
}

func TestAFreshMovementOpensTheYearAtHand(t *testing.T) {
	s := testkit.OpenSeason(t, func(c *store.Config) {
		c.Clock = func() time.Time { return time.Date(2023, 6, 1, 9, 0, 0, 0, thidua.Zone) }
	})
	o := &year{office: &office{s, app.New(s.DB), t}}
	o.seed(func(tx *store.Tx) error {
		for _, of := range s.Rounds {
			r, err := tx.Round(of.ID)
			if err != nil {
				return err
			}
			r.State = thidua.RoundWaiting
			if err := tx.UpdateRound(r); err != nil {
				return err
			}
		}
		return nil
	})
	who := s.Actor("Nguyễn Thị Thu Hà")
	y, err := o.Years(bg, who)
	if err != nil {
		t.Fatal(err)
	}
	r, err := o.RegistrationRound(bg, who)
	if now, ok := y.Current(); !ok || now.Year != 2023 || err != nil || r.Year != 2023 {
		t.Errorf("on 01/06/2023 the year at hand is %d, that of the registrations %d, %v", now.Year, r.Year, err)
	}
}
