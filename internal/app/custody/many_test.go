package custody_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"thidua/internal/app/custody"
	"thidua/internal/testkit"
)

// many is how many files one account sends: 60, or as many as THIDUA_MANY_FILES says (20000 is the size of the catalogue of abuse).
func many(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("THIDUA_MANY_FILES"))
	if err != nil {
		return 60
	}
	return n
}

// TestCase35ManySmallFilesStopAtTheQuotaAndOthersWorkOn lets one account send small files until it is refused, and half as many again.
func TestCase35ManySmallFilesStopAtTheQuotaAndOthersWorkOn(t *testing.T) {
	all := many(t)
	r := open(t, custody.Quota{OwnFiles: all, OwnGB: 1, Files: all + 2, GB: 1})
	other, neighbour := *r, *r
	other.who.Account = "khac"
	neighbour.who.Tenant = testkit.Agency(t, r.db).ID
	mine, err := other.keep(-1)
	if err != nil {
		t.Fatal(err)
	}
	for n := range all {
		if _, err := r.keep(n); err != nil {
			t.Fatalf("file %d: %v", n, err)
		}
	}
	for n := range all / 2 {
		_, err := r.keep(all + n)
		refused(t, err, custody.CodeQuotaOwn)
	}
	if on := r.onDisk(); on != all+1 {
		t.Errorf("%d files on disk, %d were taken", on, all+1)
	}
	f, err := other.Open(other.who, mine)
	if err != nil {
		t.Fatalf("what somebody else sent before: %v", err)
	}
	_ = f.Close()
	if _, err := other.keep(-2); err != nil {
		t.Errorf("another account is refused: %v", err)
	}
	if _, err := neighbour.keep(-3); err != nil {
		t.Errorf("another agency is refused: %v", err)
	}
}

// onDisk counts what stands in the folder of files, half received ones among them.
func (r *room) onDisk() (n int) {
	r.t.Helper()
	err := filepath.WalkDir(r.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasSuffix(path, ".json") && d.Name() != "salt" {
			n++
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return n
}
