package pace_test

import (
	"fmt"
	"testing"
	"time"

	"thidua/internal/web/pace"
)

func TestWhoAsksTooFastWaits(t *testing.T) {
	g := &pace.Gate{Burst: 5, Every: 2 * time.Second, Most: 3}
	now := time.Date(2025, 1, 14, 9, 0, 0, 0, time.UTC)
	for i := range 5 {
		if wait := g.Pass("a", now); wait != 0 {
			t.Fatalf("request %d waits %v", i, wait)
		}
	}
	if wait := g.Pass("a", now); wait != 2*time.Second {
		t.Errorf("the sixth waits %v", wait)
	}
	if wait := g.Pass("b", now); wait != 0 {
		t.Errorf("another one waits %v", wait)
	}
	if wait := g.Pass("a", now.Add(-time.Hour)); wait == 0 {
		t.Error("a clock that is set back lets him through")
	}
	if g.Pass("a", now.Add(2*time.Second)) != 0 || g.Pass("a", now.Add(2*time.Second)) == 0 {
		t.Error("after two seconds it is one more, and only one")
	}
}

func TestManyCallersAreNotRemembered(t *testing.T) {
	g := &pace.Gate{Burst: 2, Every: time.Second, Most: 3}
	now, through := time.Date(2025, 1, 14, 9, 0, 0, 0, time.UTC), 0
	for i := range 100 {
		if g.Pass(fmt.Sprint("caller ", i), now) == 0 {
			through++
		}
	}
	if through != 5 { // three that are remembered, and two for all the others together
		t.Errorf("%d of 100 went through", through)
	}
	if g.Pass("later", now.Add(time.Minute)) != 0 {
		t.Error("who is at rest is not forgotten")
	}
}
