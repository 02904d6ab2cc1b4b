package agency_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase79ServerAndClockStandInTheLog starts a server, sets its clock, lets somebody be refused and take a file away, stops it, and starts it again
// on a clock that stands before the last event.
func TestCase79ServerAndClockStandInTheLog(t *testing.T) {
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall = clock.Now })
	k, ctx := agency.New(db), act.From(context.Background(), "192.0.2.7")
	tenant := testkit.Agency(t, db).ID
	operator, somebody := thidua.Actor{Account: "operator", Name: "Người quản lý"}, thidua.Actor{Tenant: tenant, Account: "a", Name: "Người Mẫu"}
	for _, err := range []error{
		k.NoteStart(ctx, operator, true), k.NoteClock(ctx, operator, -time.Hour), k.NoteRefused(ctx, somebody, "/nguoi-dung"),
		k.NoteTaken(ctx, somebody, "nhat-ky.xlsx", "/nhat-ky/xuat"), k.NoteStop(ctx, operator),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	clock.Add(-time.Minute)
	if err := k.NoteStart(ctx, operator, false); err != nil {
		t.Fatal(err)
	}
	reader := thidua.Actor{Tenant: tenant, Account: "i", Roles: []thidua.Role{thidua.RoleInspector}}
	lines, _, err := k.Log(ctx, reader, agency.LogQuery{Security: true})
	if err != nil {
		t.Fatal(err)
	}
	told := map[thidua.Action]string{}
	for _, l := range lines {
		if l.At.IsZero() || l.Detail.ActorName == "" || l.Detail.Origin != "192.0.2.7" {
			t.Errorf("who, when, from where: %+v", l)
		}
		told[l.Do] += l.Detail.ObjectName + " " + l.Detail.Reason + ";"
	}
	for do, words := range map[thidua.Action]string{
		thidua.ServerStarted: "không mã hóa", thidua.ServerStopped: "", thidua.ClockJumped: "lùi 1 giờ 0 phút 0 giây", thidua.AccessRefused: "/nguoi-dung",
		thidua.FileTaken: "nhat-ky.xlsx",
	} {
		if text, ok := told[do]; !ok || do != thidua.ServerStarted && !strings.Contains(text, words) {
			t.Errorf("%s: %q", do, text)
		}
	}
	if !strings.Contains(told[thidua.ClockJumped], "lùi 0 giờ 1 phút 0 giây") {
		t.Errorf("the clock behind the last event: %q", told[thidua.ClockJumped])
	}
	if none, _, err := k.Log(ctx, reader, agency.LogQuery{Do: thidua.ClockJumped, Account: "a"}); err != nil || len(none) != 0 {
		t.Errorf("the filter leaves %d, %v", len(none), err)
	}
	for _, plain := range []bool{true, false} {
		if data, err := k.ExportLog(ctx, reader, agency.LogQuery{Security: true}, plain); err != nil || len(data) == 0 {
			t.Errorf("export: %d bytes, %v", len(data), err)
		}
	}
	if _, err := k.ExportLog(ctx, somebody, agency.LogQuery{}, true); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("somebody without the right exports: %v", err)
	}
}
