package privacy_test

import (
	"testing"

	"thidua"
	"thidua/internal/app/privacy"
)

func TestLooksAreRememberedForTheirDay(t *testing.T) {
	var l privacy.Looks
	if l.Had("2025-01-14", "thanh-tra/mai", "person:1") {
		t.Error("a look that nobody took")
	}
	l.Keep("2025-01-14", "thanh-tra/mai", "person:1")
	for _, c := range []struct {
		day          thidua.Date
		account, who string
		want         bool
	}{
		{"2025-01-14", "thanh-tra/mai", "person:1", true},
		{"2025-01-14", "thanh-tra/mai", "person:2", false},
		{"2025-01-14", "thanh-tra/ha", "person:1", false},
		{"2025-01-15", "thanh-tra/mai", "person:1", false},
	} {
		if got := l.Had(c.day, c.account, c.who); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	l.Keep("2025-01-15", "thanh-tra/mai", "person:2")
	if l.Had("2025-01-14", "thanh-tra/mai", "person:1") {
		t.Error("yesterday is remembered beside today")
	}
}
