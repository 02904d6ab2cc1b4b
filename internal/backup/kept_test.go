package backup_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"thidua"
	"thidua/internal/backup"
	"thidua/internal/file"
	"thidua/internal/file/bucket"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// rented is an S3 store in this process that can be shut.
type rented struct {
	bucket.Settings
	backend gofakes3.Backend
	shut    atomic.Bool
}

func rent(t *testing.T) *rented {
	t.Helper()
	r := &rented{backend: s3mem.New()}
	if err := r.backend.CreateBucket("tep"); err != nil {
		t.Fatal(err)
	}
	inner := gofakes3.New(r.backend).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if r.shut.Load() {
			http.Error(w, "down", http.StatusServiceUnavailable)
			return
		}
		inner.ServeHTTP(w, q)
	}))
	t.Cleanup(server.Close)
	r.Settings = bucket.Settings{Endpoint: server.URL, Bucket: "tep", Region: "us-east-1", Key: "khoa", Secret: "bi-mat"}
	return r
}

// open opens the files of a folder on the rented store.
func (r *rented) open(dir string) (*file.Store, error) {
	b, err := bucket.Open(r.Settings)
	if err != nil {
		return nil, err
	}
	return file.Open(dir, file.On(b, r.String()))
}

// spoil puts other bytes under an address.
func (r *rented) spoil(t *testing.T, address string) {
	t.Helper()
	other := "nội dung khác"
	if _, err := r.backend.PutObject("tep", address[:2]+"/"+address, map[string]string{"Last-Modified": time.Now().UTC().Format(http.TimeFormat)}, strings.NewReader(other), int64(len(other)), nil); err != nil {
		t.Fatal(err)
	}
}

func onDisk(dir string) (*file.Store, error) { return file.Open(dir) }

func document(n int) string { return fmt.Sprintf("%%PDF-1.7\n1 0 obj\nendobj\n%% %d\n%%%%EOF\n", n) }

// kept is an installation with three files that rows name, on a shelf.
type kept struct {
	backup.Source
	t      *testing.T
	tenant string
	refs   []thidua.FileRef
}

func keep(t *testing.T, open backup.Opener) *kept {
	t.Helper()
	season := testkit.OpenSeason(t)
	k := &kept{t: t, tenant: season.Tenant, Source: backup.Source{DB: season.DB, Dir: t.TempDir(), Program: "thử"}}
	var err error
	if k.Kept, err = open(k.Dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = k.Kept.Close() })
	for n := range 3 {
		k.put(fmt.Sprintf("Tệp %d.pdf", n), strings.NewReader(document(n)))
	}
	return k
}

func (k *kept) put(name string, content io.Reader) {
	k.t.Helper()
	s, err := k.Kept.Put(ctx, k.tenant, name, content)
	if err == nil {
		k.refs = append(k.refs, thidua.FileRef{Hash: s.Hash, Name: s.Name, Type: s.Type, Size: s.Size})
		err = k.DB.Write(ctx, &store.Act{Tenant: k.tenant, Actor: "a", Verb: "test"}, func(tx *store.Tx) error {
			return tx.InsertFileVersion(store.FileVersion{Object: "evidence:x", File: k.refs[len(k.refs)-1], ReplacedBy: "Nguyễn Văn An"})
		})
	}
	if err != nil {
		k.t.Fatal(err)
	}
}

// back restores a backup onto a shelf and asks for every file.
func (k *kept) back(path string, open backup.Opener) string {
	k.t.Helper()
	a, err := backup.Open(path)
	if err != nil {
		k.t.Fatal(err)
	}
	to := filepath.Join(k.t.TempDir(), "moi")
	if err := errors.Join(a.Check(ctx, quiet), a.Restore(ctx, to, open, quiet), a.Close()); err != nil {
		k.t.Fatal(err)
	}
	files, err := open(to)
	if err != nil {
		k.t.Fatal(err)
	}
	defer files.Close()
	for n, ref := range k.refs {
		f, err := files.Open(k.tenant, ref.Hash)
		if err != nil {
			k.t.Errorf("%s: %v", ref.Name, err)
			continue
		}
		if is, err := io.ReadAll(f); err != nil || string(is) != document(n) || f.Close() != nil {
			k.t.Errorf("%s came back as %q, %v", ref.Name, is, err)
		}
	}
	return to
}

func TestABackupGoesFromEitherShelfToEither(t *testing.T) {
	for from, open := range map[string]backup.Opener{"disk": onDisk, "bucket": rent(t).open} {
		k := keep(t, open)
		path := written(t, k.Source)
		if to := k.back(path, onDisk); file.Place(to) != "" {
			t.Errorf("from %s to disk: the folder says that its files stand at %s", from, file.Place(to))
		}
		other := rent(t)
		other.spoil(t, k.refs[1].Hash)
		to := k.back(path, other.open)
		if left, err := filepath.Glob(filepath.Join(to, "files", "??", "*")); err != nil || len(left) != 0 || file.Place(to) != other.String() {
			t.Errorf("from %s to a bucket: %v stay in the folder, which names %q", from, left, file.Place(to))
		}
	}
}

// lose takes one file of an installation away and changes another.
func (k *kept) lose(r *rented) {
	k.t.Helper()
	if err := k.Kept.Remove(k.refs[0].Hash); err != nil {
		k.t.Fatal(err)
	}
	if r != nil {
		r.spoil(k.t, k.refs[2].Hash)
	} else if err := os.WriteFile(filepath.Join(k.Dir, file.PathOf(k.refs[2].Hash)), []byte("nội dung khác"), 0o600); err != nil {
		k.t.Fatal(err)
	}
}

func TestABackupNamesWhatIsMissingOrChangedAndSavesTheRest(t *testing.T) {
	r := rent(t)
	for _, k := range []*kept{keep(t, onDisk), keep(t, r.open)} {
		if k.Kept.Away() {
			k.lose(r)
		} else {
			k.lose(nil)
		}
		path := filepath.Join(t.TempDir(), "a.zip")
		var last backup.Progress
		n, err := k.Write(ctx, path, func(p backup.Progress) { last = p })
		if err != nil || last.Done != last.Total || last.Total != n.Size() {
			t.Fatalf("%+v of %d, %v", last, n.Size(), err)
		}
		got := map[string]bool{}
		for _, one := range n.Trouble {
			got[one.Title] = one.Missing
		}
		if missing, ok := got["Tệp 0.pdf"]; len(got) != 2 || !ok || !missing || got["Tệp 2.pdf"] {
			t.Errorf("named: %+v", n.Trouble)
		}
		refused(t, n.Whole(), backup.CodeTrouble)
		z, err := zip.OpenReader(path)
		if err != nil {
			t.Fatal(err)
		}
		names := []string{}
		for _, f := range z.File {
			names = append(names, f.Name)
		}
		if err := z.Close(); err != nil || slices.Contains(names, file.PathOf(k.refs[0].Hash)) || !slices.Contains(names, file.PathOf(k.refs[1].Hash)) {
			t.Errorf("it holds %v, %v", names, err)
		}
		a, err := backup.Open(path)
		if err != nil || len(a.Note.Trouble) != 2 {
			t.Fatalf("the note says %+v, %v", a.Note.Trouble, err)
		}
		if err := errors.Join(a.Check(ctx, quiet), a.Close()); err != nil {
			t.Errorf("what it holds is whole: %v", err)
		}
	}
}

func TestABackupWithoutItsStoreFailsAndLeavesNothing(t *testing.T) {
	r := rent(t)
	k := keep(t, r.open)
	r.shut.Store(true)
	dir := t.TempDir()
	if _, err := k.Write(ctx, filepath.Join(dir, "a.zip"), quiet); thidua.KindOf(err) != thidua.Unavailable {
		t.Errorf("a store that is down: %v", err)
	}
	bare := k.Source
	bare.Kept = nil
	_, err := bare.Write(ctx, filepath.Join(dir, "b.zip"), quiet)
	refused(t, err, file.CodeElsewhere)
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("%v stay, %v", left, err)
	}
}

// TestABackupHoldsNoFileInMemory saves and brings back 60 MB of files.
func TestABackupHoldsNoFileInMemory(t *testing.T) {
	k := keep(t, onDisk)
	for n := range 3 {
		k.put(fmt.Sprintf("Lớn %d.pdf", n), io.MultiReader(strings.NewReader(document(10+n)), bytes.NewReader(bytes.Repeat([]byte("a"), 20<<20)), strings.NewReader("%%EOF\n")))
	}
	path := filepath.Join(t.TempDir(), "a.zip")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := k.Write(ctx, path, quiet); err != nil {
		t.Fatal(err)
	}
	a, err := backup.Open(path)
	if err == nil {
		err = errors.Join(a.Restore(ctx, filepath.Join(t.TempDir(), "moi"), nil, quiet), a.Close())
	}
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; err != nil || grown > 20 {
		t.Errorf("%d MB of memory, %v", grown, err)
	}
}
