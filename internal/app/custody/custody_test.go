package custody_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/custody"
	"thidua/internal/audit"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

// room is a desk over real data and a real folder, in which one row may name a file.
type room struct {
	*custody.Desk
	t      *testing.T
	db     *store.DB
	dir    string
	clock  *testkit.Clock
	who    thidua.Actor
	tenant string
}

func open(t *testing.T, q custody.Quota, parts ...file.Part) *room {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall, c.Clock = clock.Now, clock.Now })
	dir := t.TempDir()
	files, err := file.Open(dir, parts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	tenant := testkit.Agency(t, db).ID
	return &room{custody.New(act.Data{DB: db}, files, q), t, db, dir, clock, thidua.Actor{Tenant: tenant, Account: "quan-tri", Name: "Quản trị", Roles: []thidua.Role{thidua.RoleAdmin}}, tenant}
}

func document(n int) string { return fmt.Sprintf("%%PDF-1.7\n1 0 obj\nendobj\n%% %d\n%%%%EOF\n", n) }

func (r *room) keep(n int) (thidua.FileRef, error) {
	return r.Keep(ctx, r.who, "file", fmt.Sprintf("Tệp %d.pdf", n), strings.NewReader(document(n)))
}

// written keeps a file and writes it down, as a version of some object.
func (r *room) written(n int) thidua.FileRef {
	r.t.Helper()
	ref, err := r.keep(n)
	if err == nil {
		err = r.db.Write(ctx, &store.Act{Tenant: r.tenant, Actor: "a", Verb: "test"}, func(tx *store.Tx) error {
			return tx.InsertFileVersion(store.FileVersion{Object: "evidence:x", File: ref, ReplacedBy: "Nguyễn Văn An"})
		})
	}
	if err != nil {
		r.t.Fatal(err)
	}
	return ref
}

// disk finds the file of an address.
func (r *room) disk(address string) string {
	return filepath.Join(r.dir, "files", address[:2], address)
}

func (r *room) check() custody.Found {
	r.t.Helper()
	f, err := r.Check(ctx, r.who)
	if err != nil {
		r.t.Fatal(err)
	}
	return f
}

func refused(t *testing.T, err error, codes ...thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) {
		t.Errorf("got %v, want %q", err, codes)
		return
	}
	got := []thidua.Code{e.Code}
	for i, f := range e.Faults {
		got = append(got[:i], f.Code)
	}
	if !slices.Equal(got, codes) {
		t.Errorf("got %q, want %q", got, codes)
	}
}

func TestCase35OneAccountCannotFillTheStore(t *testing.T) {
	r := open(t, custody.Quota{OwnFiles: 3, OwnGB: 1, Files: 5, GB: 1})
	for n := range 3 {
		if _, err := r.keep(n); err != nil {
			t.Fatal(err)
		}
	}
	_, err := r.keep(3)
	refused(t, err, custody.CodeQuotaOwn)
	r.who.Account = "khac"
	for n := range 2 {
		if _, err := r.keep(10 + n); err != nil {
			t.Errorf("another account is refused: %v", err)
		}
	}
	r.who.Account = "thu-ba"
	_, err = r.keep(20)
	refused(t, err, custody.CodeQuotaAgency)
	r.who.Tenant = testkit.Agency(t, r.db).ID
	if _, err := r.keep(30); err != nil {
		t.Errorf("another agency is refused: %v", err)
	}
}

func TestWhatNobodyWroteDownCountsForNoQuota(t *testing.T) {
	r := open(t, custody.Quota{OwnFiles: 1, OwnGB: 1, Files: 1, GB: 1})
	for n := range 3 {
		within, end := r.Uploads(ctx)
		if _, err := r.Keep(within, r.who, "file", "a.pdf", strings.NewReader(document(n))); err != nil {
			t.Fatalf("upload %d: %v", n, err)
		}
		if err := end(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCase33TheNightlyCheckFindsWhatWasChangedOnDisk(t *testing.T) {
	r := open(t, custody.DefaultQuota)
	good, changed, lost := r.written(1), r.written(2), r.written(3)
	waste, err := r.keep(4)
	if err != nil {
		t.Fatal(err)
	}
	if f := r.check(); f.Files != 3 || f.Bad() != 0 || f.Waste != 0 {
		t.Errorf("untouched: %+v", f)
	}
	err = errors.Join(os.WriteFile(r.disk(changed.Hash), []byte(strings.Replace(document(2), "1.7", "1.4", 1)), 0o600), os.Remove(r.disk(lost.Hash)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Open(r.who, changed); err == nil {
		t.Error("a changed file is given out")
	}
	if f := r.check(); f.Files != 3 || f.Changed != 1 || f.Missing != 1 {
		t.Errorf("after the change: %+v", f)
	}
	at, bad, err := r.LastCheck(ctx, r.who)
	if err != nil || bad != 2 || at.IsZero() {
		t.Errorf("the alarm tells of %d, %v, %v", bad, at, err)
	}
	all, _, err := r.List(ctx, r.who, 1)
	if err != nil || len(all) != 4 || all[0].State == custody.Whole || all[1].State == custody.Whole || all[2].State != custody.Whole {
		t.Errorf("%+v, %v", all, err)
	}
	old := r.clock.Now().Add(-48 * time.Hour)
	if err := errors.Join(os.Chtimes(r.disk(waste.Hash), old, old), os.Chtimes(r.disk(good.Hash), old, old)); err != nil {
		t.Fatal(err)
	}
	if f := r.check(); f.Waste != 1 {
		t.Errorf("waste: %+v", f)
	}
	if _, err := os.Stat(r.disk(waste.Hash)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the waste stands: %v", err)
	}
	f, err := r.Open(r.who, good)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := io.ReadAll(f); err != nil || string(data) != document(1) {
		t.Errorf("the good file is %q, %v", data, err)
	}
}

func TestAPurgedFileIsGoneAndTheLogStaysWhole(t *testing.T) {
	r := open(t, custody.DefaultQuota)
	ref, other := r.written(1), r.written(2)
	refused(t, r.Purge(ctx, r.who, ref.Hash, " ", ""), custody.CodeBasis, custody.CodeReason)
	stranger := r.who
	stranger.Roles = []thidua.Role{thidua.RoleOffice}
	if err := r.Purge(ctx, stranger, ref.Hash, "CV 1", "x"); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("Văn phòng: %v", err)
	}
	if err := r.Purge(ctx, r.who, ref.Hash, "Công văn số 12/TTr (mẫu)", "có bí mật nhà nước"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(r.disk(ref.Hash)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the bytes stand: %v", err)
	}
	_, err := r.Open(r.who, ref)
	refused(t, err, custody.CodePurged)
	if thidua.KindOf(err) != thidua.Gone {
		t.Errorf("kind %d", thidua.KindOf(err))
	}
	_, err = r.keep(1)
	refused(t, err, custody.CodePurgedAgain)
	if _, err := os.Stat(r.disk(ref.Hash)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it came back: %v", err)
	}
	refused(t, r.Purge(ctx, r.who, ref.Hash, "x", "y"), custody.CodeGone)
	r.tells(ref, other)
	if f := r.check(); f.Files != 1 || f.Bad() != 0 {
		t.Errorf("the check calls a purge a loss: %+v", f)
	}
	r.provable(ref)
}

// tells asks that the row that named the purged file says so, and no other.
func (r *room) tells(gone, other thidua.FileRef) {
	r.t.Helper()
	err := r.db.Read(ctx, r.tenant, func(tx *store.Tx) error {
		all, err := tx.FileVersions("evidence:x")
		for _, v := range all {
			if says := strings.HasPrefix(v.File.Name, "đã gỡ bỏ theo Công văn số 12/TTr"); says != (v.File.Hash == gone.Hash) || !says && v.File.Name != other.Name {
				r.t.Errorf("the row says %q", v.File.Name)
			}
		}
		return err
	})
	if err != nil {
		r.t.Error(err)
	}
}

// provable asks the log for the event of the purge and proves the whole log.
func (r *room) provable(gone thidua.FileRef) {
	r.t.Helper()
	key, err := audit.LoadKey(r.t.TempDir())
	if err != nil {
		r.t.Fatal(err)
	}
	err = r.db.Read(ctx, r.tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.FilePurged)})
		if len(all) != 1 || all[0].Object != "kept_file:"+gone.Hash || !strings.Contains(all[0].Detail.Reason, "bí mật nhà nước") {
			r.t.Errorf("the log tells %+v", all)
		}
		return err
	})
	if err != nil {
		r.t.Error(err)
	}
	if _, err := audit.Sequence(ctx, r.db); err != nil {
		r.t.Fatal(err)
	}
	if _, err := r.db.Seal(ctx, key); err != nil {
		r.t.Fatal(err)
	}
	err = r.db.Book(ctx, func(b audit.Book) error {
		reports, err := audit.Verify(b, key)
		for _, p := range reports {
			if p.Flaw != audit.FlawNone || p.Size == 0 {
				r.t.Errorf("the log after a purge: %+v", p)
			}
		}
		return err
	})
	if err != nil {
		r.t.Error(err)
	}
}

// finder is a scanner that knows one word.
type finder struct {
	word string
	down bool
}

func (f *finder) Scan(_ context.Context, content io.Reader) (string, error) {
	data, err := io.ReadAll(content)
	switch {
	case err != nil || f.down:
		return "", errors.Join(err, errors.New("down"))
	case f.word != "" && bytes.Contains(data, []byte(f.word)):
		return "Test.Word", nil
	}
	return "", nil
}

func TestCase34FoundMalwareIsInTheLogAndTheNightlyCheckLooksAgain(t *testing.T) {
	scanner := &finder{down: true}
	r := open(t, custody.DefaultQuota, file.WithScanner(scanner, true))
	late := r.written(1)
	if s, err := r.ScanOf(ctx, r.who, late); err != nil || s != file.ScanLate {
		t.Errorf("shown as %q, %v", s, err)
	}
	scanner.down, scanner.word = false, "% 2"
	_, err := r.keep(2)
	refused(t, err, file.CodeInfected)
	err = r.db.Read(ctx, r.tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.FileRefused)})
		if len(all) != 1 || all[0].Detail.ObjectName != "Tệp 2.pdf" || all[0].Detail.Reason != "Test.Word" {
			t.Errorf("the log tells %+v", all)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if f := r.check(); f.Late != 0 || f.Malware != 0 {
		t.Errorf("after the scanner came back: %+v", f)
	}
	if s, err := r.ScanOf(ctx, r.who, late); err != nil || s != file.ScanClean {
		t.Errorf("shown as %q, %v", s, err)
	}
	scanner.word = "% 1"
	if f := r.check(); f.Malware != 1 {
		t.Errorf("with a newer scanner: %+v", f)
	}
	_, err = r.Open(r.who, late)
	refused(t, err, custody.CodeQuarantined)
}
