package house

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	primitives = regexp.MustCompile(`"(?:crypto/(?:aes|cipher|ecdsa|ed25519|elliptic|hmac|md5|rand|rsa|sha1|sha256|sha512|subtle|tls|x509)|golang.org/x/mod/sumdb/\w+|golang.org/x/crypto/[^"]+|github.com/alexedwards/argon2id)"`)
	lines      = regexp.MustCompile(`\bnet\.(?:Listen|Dial|Dialer)\b|\bhttp\.(?:Client|Get|Post)\b|\bsmtp\.|\bpgx\.|\bminio\.New\b|\bListenAndServe|\bexec\.Command|outbound\.(?:Client|Bounded)\(`)
	fileNamed  = regexp.MustCompile("`((?:cmd|internal)/[\\w/]+\\.go)`")
)

// TestCryptographyAndConnectionsAreListed holds docs/cryptography.md and docs/connections.md to the program: each package that imports a primitive, or
// that dials, listens or starts another program, has a file named there, and no file is named that is not there.
func TestCryptographyAndConnectionsAreListed(t *testing.T) {
	for page, uses := range map[string]*regexp.Regexp{"docs/cryptography.md": primitives, "docs/connections.md": lines} {
		text, err := os.ReadFile(filepath.Join(root, page))
		if err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, m := range fileNamed.FindAllStringSubmatch(string(text), -1) {
			named[filepath.ToSlash(filepath.Dir(m[1]))] = true
			if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
				t.Errorf("%s names %s, which is not there", page, m[1])
			}
		}
		found := 0
		for _, dir := range []string{"cmd", "internal"} {
			err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
					return err
				}
				source, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				at, err := filepath.Rel(root, filepath.Dir(path))
				if at = filepath.ToSlash(at); ours(at) && uses.Match(source) {
					found++
					if !named[at] {
						t.Errorf("%s names no file of %s (%s uses %s)", page, at, filepath.Base(path), uses.Find(source))
					}
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if found < 9 {
			t.Errorf("%s: only %d files found", page, found)
		}
	}
}

// ours tells what runs at an agency from what only tests and measures.
func ours(dir string) bool {
	for _, other := range []string{"internal/testkit", "internal/bench", "internal/browser", "internal/faults", "internal/house", "internal/release"} {
		if dir == other || strings.HasPrefix(dir, other+"/") {
			return false
		}
	}
	return true
}
