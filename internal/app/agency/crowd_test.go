package agency_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"testing"

	"thidua/internal/auth"
)

// TestCase52ACrowdTakesNoMoreMemory lets sixty sign in at once, or as many as THIDUA_CROWD says, half of them under a name that there is: each costs one hash, and never more of
// them are computed at the same time than there are processors.
func TestCase52ACrowdTakesNoMoreMemory(t *testing.T) {
	h := openHouse(t)
	h.account(t, "nttha", "Nguyễn Thị Thu Hà")
	crowd := 60
	if n, err := strconv.Atoi(os.Getenv("THIDUA_CROWD")); err == nil {
		crowd = n
	}
	before := auth.Runs()
	var all sync.WaitGroup
	for n := range crowd {
		all.Go(func() {
			user := "nttha"
			if n%2 == 1 {
				user = fmt.Sprintf("khong-co-%d", n)
			}
			if _, _, err := h.SignIn(context.Background(), user, "sai rồi", fmt.Sprintf("10.1.%d.7", n)); err == nil {
				t.Errorf("try %d went in", n)
			}
		})
	}
	all.Wait()
	if n := auth.Runs() - before; n != int64(crowd) {
		t.Errorf("%d tries cost %d hashes", crowd, n)
	}
	if most, bound := auth.Peak(), int64(runtime.GOMAXPROCS(0)); most < 1 || most > bound {
		t.Errorf("%d hashes at once, of 19 MiB each; at most %d", most, bound)
	}
}
