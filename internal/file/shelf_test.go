package file_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/file/bucket"
)

// rented is an S3 store in this process that can be shut, and that notes which requests would replace what is there.
type rented struct {
	settings bucket.Settings
	shut     atomic.Bool
	careless atomic.Int32
}

func rent(t *testing.T) *rented {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("tep"); err != nil {
		t.Fatal(err)
	}
	r := &rented{}
	inner := gofakes3.New(backend).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if r.shut.Load() {
			http.Error(w, "down", http.StatusServiceUnavailable)
			return
		}
		if q.Method == http.MethodPut && q.Header.Get("If-None-Match") != "*" {
			r.careless.Add(1)
		}
		inner.ServeHTTP(w, q)
	}))
	t.Cleanup(server.Close)
	r.settings = bucket.Settings{Endpoint: server.URL, Bucket: "tep", Region: "us-east-1", Key: "khoa", Secret: "bi-mat"}
	return r
}

func (r *rented) open(t *testing.T, parts ...file.Part) (*file.Store, string) {
	t.Helper()
	b, err := bucket.Open(r.settings)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	s, err := file.Open(dir, append(parts, file.On(b, r.settings.String()))...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, dir
}

// onBoth runs a test over the disk and over an S3 store.
func onBoth(t *testing.T, test func(t *testing.T, s *file.Store, dir string)) {
	t.Run("disk", func(t *testing.T) {
		s, dir := open(t)
		test(t, s, dir)
	})
	t.Run("bucket", func(t *testing.T) {
		r := rent(t)
		s, dir := r.open(t)
		test(t, s, dir)
		if n := r.careless.Load(); n != 0 {
			t.Errorf("%d files were sent so that they replace what is there", n)
		}
	})
}

func TestBothShelvesKeepAlike(t *testing.T) {
	onBoth(t, func(t *testing.T, s *file.Store, dir string) {
		stored, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.Put(ctx, "a", "b.pdf", strings.NewReader(pdf))
		if err != nil || again.Hash != stored.Hash {
			t.Errorf("the same bytes again: %+v, %v", again, err)
		}
		f, err := s.Open("a", stored.Hash)
		if err != nil {
			t.Fatal(err)
		}
		back, err := io.ReadAll(f)
		if err != nil || f.Close() != nil || string(back) != pdf {
			t.Errorf("came back as %q, %v", back, err)
		}
		_, err = s.Open("b", stored.Hash)
		refusal(t, err, file.CodeChanged)
		if u, err := s.Usage(); err != nil || u.Files != 1 || u.Bytes != int64(len(pdf)) {
			t.Errorf("usage %+v, %v", u, err)
		}
		for range 2 {
			if err := s.Remove(stored.Hash); err != nil {
				t.Error(err)
			}
		}
		if _, err := s.Open("a", stored.Hash); thidua.KindOf(err) != thidua.NotFound {
			t.Errorf("after it was taken away: %v", err)
		}
		empty(t, dir)
	})
}

func TestAFileThatNobodyWritesDownIsTakenAwayFromBothShelves(t *testing.T) {
	onBoth(t, func(t *testing.T, s *file.Store, _ string) {
		kept, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
		if err != nil {
			t.Fatal(err)
		}
		unused := func() (bool, error) { return false, nil }
		for name, c := range map[string]struct {
			content string
			stays   bool
		}{"known": {pdf, true}, "new": {pdf + "% mới\n%%EOF\n", false}} {
			held, end, err := s.Hold(ctx, "a", "b.pdf", strings.NewReader(c.content))
			if err != nil {
				t.Fatal(err)
			}
			if err := end(unused); err != nil {
				t.Error(err)
			}
			f, err := s.Open("a", held.Hash)
			if err == nil {
				_ = f.Close()
			}
			if (err == nil) != c.stays || c.stays != (held.Hash == kept.Hash) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestAStoreThatIsDownSaysSoAndLeavesNothing(t *testing.T) {
	r := rent(t)
	s, dir := r.open(t)
	stored, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	r.shut.Store(true)
	_, err = s.Open("a", stored.Hash)
	refusal(t, err, file.CodeDown)
	_, err = s.Put(ctx, "a", "b.pdf", strings.NewReader(pdf+"%%EOF\n"))
	refusal(t, err, file.CodeDown)
	if thidua.KindOf(err) != thidua.Unavailable {
		t.Errorf("kind %d", thidua.KindOf(err))
	}
	if u, err := s.Usage(); err != nil || !u.Down {
		t.Errorf("usage %+v, %v", u, err)
	}
	empty(t, dir)
	r.shut.Store(false)
	if u, err := s.Usage(); err != nil || u.Files != 1 {
		t.Errorf("after it came back: %+v, %v", u, err)
	}
}

// TestFilesOfABucketAreNotLookedForInTheFolder: without its settings a program would call every file lost.
func TestFilesOfABucketAreNotLookedForInTheFolder(t *testing.T) {
	r := rent(t)
	_, dir := r.open(t)
	_, err := file.Open(dir)
	refusal(t, err, file.CodeElsewhere)
	if got := file.Place(dir); got != r.settings.String() {
		t.Errorf("place %q", got)
	}
	if _, dir := open(t); file.Place(dir) != "" {
		t.Error("a folder with its own files names another place")
	}
}

func TestSettingsOfAStoreKeepTheirSecret(t *testing.T) {
	r := rent(t)
	if shown := r.settings.String() + r.settings.GoString(); strings.Contains(shown, r.settings.Secret) {
		t.Error(shown)
	}
	r.settings.Secret = ""
	if _, err := bucket.Open(r.settings); !errors.Is(err, bucket.ErrSettings) {
		t.Errorf("without a secret: %v", err)
	}
}

// TestAFileIsOnDiskBeforeItsRow follows what is put on disk: the whole content while it still has no address, then the names.
func TestAFileIsOnDiskBeforeItsRow(t *testing.T) {
	s, dir := open(t)
	var steps []string
	s.Flushed(func(f *os.File) {
		about, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		placed, err := filepath.Glob(filepath.Join(dir, "files", "??", "*"))
		switch {
		case err != nil:
			t.Fatal(err)
		case about.IsDir() && len(placed) == 1:
			steps = append(steps, "names")
		case !about.IsDir() && len(placed) == 0 && about.Size() == int64(len(pdf)):
			steps = append(steps, "content")
		default:
			steps = append(steps, "something else")
		}
	})
	if _, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf)); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(steps, ", "); got != "content, names, names" {
		t.Errorf("put on disk: %s", got)
	}
}

func TestAChangeInTheBucketIsNoticed(t *testing.T) {
	r := rent(t)
	s, _ := r.open(t)
	stored, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	b, err := bucket.Open(r.settings)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Delete(ctx, stored.Hash); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	other := bytes.Replace([]byte(pdf), []byte("1.7"), []byte("1.4"), 1)
	if err := root.WriteFile("x", other, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := b.Put(ctx, stored.Hash, file.Staged{Root: root, Name: "x", Size: int64(len(other))}); err != nil {
		t.Fatal(err)
	}
	_, err = s.Open("a", stored.Hash)
	refusal(t, err, file.CodeChanged)
	if _, err := b.Stat(ctx, strings.Repeat("0", 64)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that never was: %v", err)
	}
}
