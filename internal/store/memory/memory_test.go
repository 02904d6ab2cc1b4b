package memory_test

import (
	"context"
	"testing"
	"time"

	"thidua/internal/store/memory"
)

type row struct {
	name string
	at   time.Time
	more []string
}

func TestARequestRecallsWhatItRead(t *testing.T) {
	m := memory.Of(memory.Begin(context.Background()))
	key := m.Key("SELECT", []any{"a", 1})
	memory.Keep(m, key, []row{{name: "Phòng Tổ chức", at: time.Now()}})
	first, ok := memory.Recall[row](m, key)
	if !ok || len(first) != 1 {
		t.Fatalf("recalled %v, %v", first, ok)
	}
	first[0].name = "changed by its reader"
	if again, _ := memory.Recall[row](m, key); again[0].name != "Phòng Tổ chức" {
		t.Errorf("the next reader got %q", again[0].name)
	}
	if _, ok := memory.Recall[row](m, m.Key("SELECT", []any{"a1"})); ok {
		t.Error("other arguments were taken for the same")
	}
	if _, ok := memory.Recall[string](m, key); ok {
		t.Error("rows of another kind were given")
	}
	m.Forget()
	if _, ok := memory.Recall[row](m, key); ok {
		t.Error("what was read before a write is still answered")
	}
}

func TestRowsWithSomethingSharedBehindThemAreReadAnew(t *testing.T) {
	m := memory.Of(memory.Begin(context.Background()))
	memory.Keep(m, "k", []row{{name: "a"}, {name: "b", more: []string{"x"}}})
	if _, ok := memory.Recall[row](m, "k"); ok {
		t.Error("two readers would share a list")
	}
	n := 5
	memory.Keep(m, "n", []*int{&n})
	if _, ok := memory.Recall[*int](m, "n"); ok {
		t.Error("two readers would share a number")
	}
}

func TestOutsideOfARequestNothingIsKept(t *testing.T) {
	m := memory.Of(context.Background())
	memory.Keep(m, m.Key("SELECT", nil), []int{1})
	if _, ok := memory.Recall[int](m, m.Key("SELECT", nil)); ok || m != nil {
		t.Error("something was kept")
	}
	m.Forget()
}
