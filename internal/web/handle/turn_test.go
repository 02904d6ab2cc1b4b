package handle_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"thidua"
	"thidua/internal/web/handle"
)

const patient = time.Hour

// TestCase70AQueueMakesSoManyAtOnce sends 200 callers through a queue of three; nobody is refused while there is room to wait.
func TestCase70AQueueMakesSoManyAtOnce(t *testing.T) {
	q := handle.NewQueue(3, 200, 200, patient)
	var going, most atomic.Int32
	var all sync.WaitGroup
	for range 200 {
		all.Go(func() {
			done, err := q.Wait(t.Context(), "a")
			if err != nil {
				t.Error(err)
				return
			}
			now := going.Add(1)
			for before := most.Load(); now > before && !most.CompareAndSwap(before, now); before = most.Load() {
			}
			going.Add(-1)
			done()
			done()
		})
	}
	all.Wait()
	if n := most.Load(); n < 1 || n > 3 {
		t.Errorf("%d at once", n)
	}
}

func TestCase70OnePersonDoesNotFillTheLine(t *testing.T) {
	q := handle.NewQueue(1, 10, 2, patient)
	first, err := q.Wait(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	gone, give := context.WithCancel(t.Context())
	waits := make(chan error)
	go func() {
		_, err := q.Wait(gone, "a")
		for thidua.KindOf(err) == thidua.Busy { // whoever asks below stood in line just then
			_, err = q.Wait(gone, "a")
		}
		waits <- err
	}()
	for { // the second of a stands in line as soon as a third is refused
		done, err := q.Wait(canceled(t), "a")
		if thidua.KindOf(err) == thidua.Busy {
			break
		}
		if done != nil {
			t.Fatal("two at once")
		}
	}
	other := make(chan error)
	go func() {
		done, err := q.Wait(t.Context(), "b")
		if err == nil {
			done()
		}
		other <- err
	}()
	give()
	if err := <-waits; !errors.Is(err, context.Canceled) {
		t.Errorf("who gave up: %v", err)
	}
	first()
	if err := <-other; err != nil {
		t.Errorf("somebody else: %v", err)
	}
	for range 3 { // nothing of what went before is left
		done, err := q.Wait(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		done()
	}
}

// canceled is the context of somebody who has gone already.
func canceled(t *testing.T) context.Context {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	return ctx
}

func TestCase70NobodyWaitsForEver(t *testing.T) {
	q := handle.NewQueue(1, 10, 10, time.Millisecond)
	done, err := q.Wait(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	if _, err := q.Wait(t.Context(), "b"); thidua.KindOf(err) != thidua.Busy {
		t.Errorf("after its time: %v", err)
	}
}
