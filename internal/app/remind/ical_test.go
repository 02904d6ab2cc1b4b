package remind_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"thidua"
	"thidua/internal/app/remind"
)

// unfolded reads a calendar as RFC 5545 says: lines of at most 75 octets, ended by CR LF, that go on after a space.
func unfolded(t *testing.T, data []byte) []string {
	t.Helper()
	text, ok := strings.CutSuffix(string(data), "\r\n")
	if !ok || !utf8.ValidString(text) {
		t.Fatal("the file does not end its last line, or is no UTF-8")
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	return strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n")
}

// events takes the days out of a calendar.
func events(t *testing.T, data []byte) (out []map[string]string) {
	t.Helper()
	depth := []string{}
	for _, line := range unfolded(t, data) {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("no property: %q", line)
		}
		switch name {
		case "BEGIN":
			if depth = append(depth, value); value == "VEVENT" {
				out = append(out, map[string]string{})
			}
		case "END":
			if len(depth) == 0 || depth[len(depth)-1] != value {
				t.Fatalf("%s ends in %v", value, depth)
			}
			depth = depth[:len(depth)-1]
		default:
			if len(depth) > 1 {
				out[len(out)-1][strings.Join(depth[2:], "/")+name] = value
			}
		}
	}
	return out
}

func TestTheCalendarOfAPersonIsReadByItsSecretAddressAlone(t *testing.T) {
	h := open(t)
	office := h.enter(t, "vanphong", "Nguyễn Thị Thu Hà", thidua.RoleOffice)
	token, err := h.desk.MakeFeed(ctx, office)
	if err != nil || len(token) != 26 {
		t.Fatalf("%q, %v", token, err)
	}
	d, err := h.desk.Feed(ctx, token+".ics")
	if err != nil {
		t.Fatal(err)
	}
	file := d.ICal(time.Now())
	all := events(t, file)
	if len(all) == 0 || len(all) != len(d.Days) {
		t.Fatalf("%d events of %d days", len(all), len(d.Days))
	}
	seen := map[string]bool{}
	for i, e := range all {
		if seen[e["UID"]] || e["UID"] == "" || e["SUMMARY"] == "" || !strings.HasPrefix(e["VALARMTRIGGER"], "-PT") {
			t.Errorf("event %+v", e)
		}
		seen[e["UID"]] = true
		if e["DTSTART;VALUE=DATE"] != strings.ReplaceAll(string(d.Days[i].On), "-", "") {
			t.Errorf("%v on %s", e, d.Days[i].On)
		}
	}
	for name := range h.People {
		if strings.Contains(strings.Join(unfolded(t, file), "\n"), name) {
			t.Errorf("the calendar names %s", name)
		}
	}
	again, err := h.desk.MakeFeed(ctx, office)
	if err != nil || again == token {
		t.Fatalf("the second address: %v", err)
	}
	if _, err := h.desk.Feed(ctx, token+".ics"); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("the former address: %v", err)
	}
	if err := h.desk.RevokeFeed(ctx, office); err != nil {
		t.Fatal(err)
	}
	if _, err := h.desk.Feed(ctx, again+".ics"); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a void address: %v", err)
	}
}

func TestHostileWordsStayInTheirLine(t *testing.T) {
	d := remind.Days{Agency: thidua.Agency{ID: "a", Name: "Sở; \"A\", B\\C\r\nBEGIN:VEVENT\x00" + strings.Repeat("Đặng Ữ ", 40)}, Today: "2025-01-14", Calendar: thidua.Calendar{},
		Days: []thidua.RoleDay{{Code: thidua.DayDossier, Args: []any{2025}, On: "2025-02-03", Round: "r"}}}
	all := events(t, d.ICal(time.Now()))
	if len(all) != 1 || all[0]["VALARMTRIGGER"] != "-PT64H" {
		t.Errorf("%+v", all)
	}
	moved := d
	moved.Days = []thidua.RoleDay{{Code: thidua.DayDossier, Args: []any{2025}, On: "2025-02-10", Round: "r"}}
	if events(t, moved.ICal(time.Now()))[0]["UID"] != all[0]["UID"] {
		t.Error("a day that was moved is another event")
	}
}
