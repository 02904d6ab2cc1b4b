package writing_test

import (
	"testing"

	"thidua/internal/doc"
	"thidua/internal/testkit/nd30"
)

func TestEveryFormOfADecidedYearIsMade(t *testing.T) {
	s := play(t, "2025-03-25")
	l, err := s.List(bg, s.office, s.rounds[2024].ID)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	for _, g := range l.Groups {
		for _, r := range g.Rows {
			if r.Awaits != "" {
				continue
			}
			made++
			_, d := s.made(r.Kind.Kind, r.Place)
			name := string(r.Kind.Kind)
			nd30.Check(t, name, doc.SampleMark, nd30.Write(t, name, d))
			for _, f := range doc.Check(d) {
				t.Errorf("%s: %s: %s", name, f.Component, f.Text)
			}
		}
	}
	if made != 20 {
		t.Errorf("%d papers were made", made)
	}
}
