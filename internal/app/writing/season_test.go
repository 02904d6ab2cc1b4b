package writing_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/writing"
	"thidua/internal/auth"
	"thidua/internal/demo"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

// sample is the season of the sample agency, played through the use cases until a day.
type sample struct {
	*app.App
	*writing.Desk
	t       *testing.T
	db      *store.DB
	season  *demo.Season
	tenant  string
	office  thidua.Actor
	rounds  map[int]thidua.Round
	session thidua.Session // of 2024, once it is planned
}

func play(t *testing.T, until thidua.Date) *sample {
	t.Helper()
	clock := &demo.Clock{}
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	a := app.New(db, app.WithFiles(files))
	s := &sample{App: a, Desk: writing.Over(a), t: t, db: db, rounds: map[int]thidua.Round{}}
	if s.season, err = demo.Begin(bg, a, clock, auth.NewPassword()); err != nil {
		t.Fatal(err)
	}
	agencies, err := a.Agencies(bg)
	if err != nil || len(agencies) != 1 {
		t.Fatal(agencies, err)
	}
	s.tenant = agencies[0].ID
	s.office = s.as("Nguyễn Thị Thu Hà", thidua.RoleOffice, thidua.RoleSecretary)
	s.until(until)
	return s
}

// as gives somebody of the sample with the roles that a test asks of.
func (s *sample) as(name string, roles ...thidua.Role) thidua.Actor {
	return thidua.Actor{Tenant: s.tenant, Account: name, Name: name, Roles: roles}
}

func (s *sample) until(day thidua.Date) {
	s.t.Helper()
	if err := s.season.Until(day); err != nil {
		s.t.Fatal(err)
	}
	s.read(func(tx *store.Tx) error {
		movements, err := tx.Movements()
		if err != nil {
			return err
		}
		rounds, err := tx.Rounds(movements[0].ID)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			s.rounds[r.Year] = r
		}
		sessions, err := tx.CouncilSessions(s.rounds[2024].ID)
		if len(sessions) > 0 {
			s.session = sessions[0]
		}
		return err
	})
}

func (s *sample) read(fn func(tx *store.Tx) error) {
	s.t.Helper()
	if err := s.db.Read(bg, s.tenant, fn); err != nil {
		s.t.Fatal(err)
	}
}

// made makes a paper, draws it, and keeps it in the folder that THIDUA_PAPERS names.
func (s *sample) made(kind thidua.PaperKind, at writing.Place) (thidua.Paper, doc.Document) {
	s.t.Helper()
	p, err := s.Make(bg, s.office, kind, at)
	if err != nil {
		s.t.Fatalf("%s: %v", kind, err)
	}
	return p, s.drawn(p.ID)
}

func (s *sample) drawn(paper string) doc.Document {
	s.t.Helper()
	v, err := s.Paper(bg, s.office, paper)
	if err != nil {
		s.t.Fatal(err)
	}
	d, err := app.DocumentOf(v.Paper)
	if err != nil {
		s.t.Fatal(err)
	}
	if dir := os.Getenv("THIDUA_PAPERS"); dir != "" {
		var b bytes.Buffer
		if err := d.PDF(&b); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, string(v.Paper.Kind)+".pdf"), b.Bytes(), 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	return d
}

func refusal(t *testing.T, err error) *thidua.Error {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) {
		t.Fatalf("not refused: %v", err)
	}
	return e
}

// overlong are the summaries of a paper that take more than ten lines, by the part in which they are written.
func (s *sample) overlong(paper string) map[string]string {
	s.t.Helper()
	v, err := s.Paper(bg, s.office, paper)
	if err != nil {
		s.t.Fatal(err)
	}
	k, _ := form.KindOf(v.Kind)
	p, err := k.Open(v.Figures, v.Words)
	if err != nil {
		s.t.Fatal(err)
	}
	return p.(form.MeritSummary).OverlongParts()
}
