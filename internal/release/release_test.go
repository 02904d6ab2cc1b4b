package release_test

import (
	"runtime"
	"testing"

	"thidua/internal/release"
	"thidua/internal/store"
)

func TestVersionsAreOrdered(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"go1.26.8", "1.26.6", 1}, {"go1.26.6", "1.26.6", 0}, {"go1.26", "1.26.6", -1}, {"go1.27rc1", "1.26.6", 1}, {"go1.26.6-X:nodwarf5", "1.26.6", 0},
		{"devel go1.28-abcdef", "1.26.6", 1}, {"3.51.3", "3.51.3", 0}, {"3.51.2", "3.51.3", -1}, {"3.53.0", "3.51.3", 1}, {"3.9.9", "3.51.3", -1}, {"", "3.51.3", -1},
	} {
		if got := release.Compare(c.a, c.b); got != c.want {
			t.Errorf("%q beside %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestWhatIsBuiltHereIsNewEnough(t *testing.T) {
	for part, version := range map[string]string{"Go": runtime.Version(), "SQLite": store.SQLiteVersion()} {
		if m := release.Outdated(part, version); m != nil {
			t.Errorf("%s %s is older than %s: %s", part, version, m.Version, m.Reason)
		}
	}
	if m := release.Outdated("SQLite", "3.51.2"); m == nil || m.Reason == "" {
		t.Errorf("an old SQLite is taken: %v", m)
	}
}
