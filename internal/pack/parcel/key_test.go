package parcel

import (
	"os"
	"strings"
	"testing"
)

func TestTheKeyIsKeptForItsOwnerAlone(t *testing.T) {
	dir := t.TempDir()
	made, err := LoadKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	again, err := LoadKey(dir)
	if err != nil || !again.private.Equal(made.private) {
		t.Errorf("the key was not kept: %v", err)
	}
	if info, err := os.Stat(dir + "/" + KeyFile); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the key: %v, %v", info.Mode(), err)
	}
	if public, err := LoadPublic(dir); err != nil || public.String() != made.Public().String() {
		t.Errorf("the public key beside it is another: %v", err)
	}
	if f := made.Public().Fingerprint(); len(f) != 39 || strings.Count(f, " ") != 7 {
		t.Errorf("a fingerprint nobody can read aloud: %s", f)
	}
	for _, text := range []string{"", "abc", made.Public().String()[4:], strings.Replace(made.Public().String(), "=", "", 1)} {
		if _, err := ParsePublic(text); err == nil {
			t.Errorf("%q is taken for a key", text)
		}
	}
}
