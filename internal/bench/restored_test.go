package main

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/backup"
	"thidua/internal/audit"
	files "thidua/internal/backup"
	"thidua/internal/demo"
	"thidua/internal/testkit"
)

// passing are pages that tell of the sign-ins and the looks of this test, and of the room on its disk.
var passing = []string{"/nhat-ky", "/tinh-trang", "/tai-khoan", "/du-lieu-ca-nhan/nguoi/"}

// TestRestoredDataShowTheSamePages brings the sample back from a backup, as on another machine, and looks at every page of everybody on both: they
// are the same, and so is the log up to the line that tells of the restore.
func TestRestoredDataShowTheSamePages(t *testing.T) {
	ctx := context.Background()
	c := testkit.Config(t)
	s, err := openSample(ctx, c.Dir, c.URL, day)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	path := filepath.Join(t.TempDir(), "sao-luu.zip")
	operator := thidua.Actor{Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
	logged := events(t, s)
	n, err := backup.Make(ctx, files.Source{DB: s.core.Ground().DB, Dir: c.Dir}, operator, path, func(files.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	second := restoredSample(t, path, n, s.core.Now())
	defer second.close()
	second.password = s.password
	if again := events(t, second); !slices.Equal(again[:len(logged)], logged) || len(again) != len(logged)+1 {
		t.Errorf("the log has %d events, it had %d and one more is due", len(again), len(logged))
	}
	seen := 0
	for _, user := range people {
		pages := s.crawl(t, user)
		if err := second.signIn(user); err != nil {
			t.Fatal(err)
		}
		for page := range maps.Keys(pages) {
			if slices.ContainsFunc(passing, func(begins string) bool { return strings.HasPrefix(page.path, begins) }) {
				continue
			}
			seen++
			was, is := plain(s.ask(user, page.path, "").Body.String()), plain(second.ask(user, page.path, "").Body.String())
			if was != is {
				t.Errorf("%s looks different to %q after the restore: %s", page.path, user, parting(was, is))
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d pages were compared", seen)
	}
}

func restoredSample(t *testing.T, path string, n files.Note, now time.Time) *sample {
	t.Helper()
	ctx := context.Background()
	a, err := files.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "may-moi")
	if err := errors.Join(a.Restore(ctx, dir, nil, func(files.Progress) {}), a.Close()); err != nil {
		t.Fatal(err)
	}
	clock := &demo.Clock{}
	clock.Set(now)
	s, err := serveSample(ctx, dir, "", clock)
	if err != nil {
		t.Fatal(err)
	}
	if err := backup.NoteRestored(ctx, s.core.Ground().DB, thidua.Actor{Account: "operator", Name: "x"}, n); err != nil {
		t.Fatal(err)
	}
	return s
}

// events lists the hashes of the log in its order.
func events(t *testing.T, s *sample) (out []string) {
	t.Helper()
	db := s.core.Ground().DB
	if _, err := audit.Sequence(context.Background(), db); err != nil {
		t.Fatal(err)
	}
	err := db.Book(context.Background(), func(b audit.Book) error {
		tenants, err := b.Tenants()
		for _, tenant := range tenants {
			for at := int64(0); err == nil; at += 500 {
				var some []audit.Entry
				if some, err = b.Entries(tenant, at, 500); len(some) == 0 {
					break
				}
				for _, e := range some {
					out = append(out, e.Hash)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var key = regexp.MustCompile(`name="(?:key|khoa)" value="[^"]*"`)

func plain(body string) string { return key.ReplaceAllString(body, "") }

// parting shows where two texts part.
func parting(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[max(0, n-80):min(len(a), n+80)] + " | " + b[max(0, n-80):min(len(b), n+80)]
}
