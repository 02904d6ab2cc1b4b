package demo_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/demo"
)

func TestTheFolderOfTheSample(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mau")
	filled := 0
	fill := func(_ context.Context, work string, n demo.Note) error {
		filled++
		return os.WriteFile(filepath.Join(work, "thidua.db"), []byte(n.Today), 0o600)
	}
	first, err := demo.Prepare(ctx, dir, "", fill)
	if err != nil || first.Today != demo.Default || first.Password == "" {
		t.Fatalf("first start: %+v %v", first, err)
	}
	again, err := demo.Prepare(ctx, dir, demo.Default, fill)
	if err != nil || again.Password != first.Password || filled != 1 {
		t.Errorf("second start: %+v %v, filled %d times", again, err, filled)
	}
	for want, call := range map[thidua.Code]func() error{
		demo.CodeOtherDay: func() error { _, err := demo.Prepare(ctx, dir, "2024-05-05", fill); return err },
		demo.CodeOtherData: func() error {
			other := t.TempDir()
			if err := os.WriteFile(filepath.Join(other, "a"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := demo.Prepare(ctx, other, "", fill)
			return err
		},
		demo.CodeDayBefore: func() error { _, err := demo.Prepare(ctx, dir, "2021-08-09", fill); return err },
	} {
		var refusal *thidua.Error
		if err := call(); !errors.As(err, &refusal) || refusal.Code != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	broken := filepath.Join(t.TempDir(), "hong")
	if _, err := demo.Prepare(ctx, broken, "", func(context.Context, string, demo.Note) error { return errors.New("cut off") }); err == nil {
		t.Error("a season that was cut off is kept")
	}
	if left, err := os.ReadDir(filepath.Dir(broken)); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
