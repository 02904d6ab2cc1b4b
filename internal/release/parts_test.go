package release_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"thidua/internal/release"
)

func TestTheBillNamesWhatIsInside(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Settings: []debug.BuildSetting{{Key: "GOOS", Value: "linux"}, {Key: "vcs.time", Value: "now"}}, Deps: []*debug.Module{
		{Path: "modernc.org/sqlite", Version: "v1.61.1", Sum: "h1:x"},
		{Path: "old.example/a", Version: "v0.0.1", Replace: &debug.Module{Path: "new.example/a", Version: "v0.0.2", Sum: "h1:y"}},
	}}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := release.Bill(out, "v1", info, map[string]string{"SQLite": "3.54.1"}); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Error("the same program gives another bill")
	}
	var b struct {
		BomFormat, SpecVersion string
		Components             []struct{ Name, Version, Purl string }
		Dependencies           []struct{ DependsOn []string }
	}
	if err := json.Unmarshal(first.Bytes(), &b); err != nil || b.BomFormat != "CycloneDX" || b.SpecVersion != "1.6" {
		t.Fatalf("%v: %s", err, first.String())
	}
	said := first.String()
	for _, want := range []string{"pkg:golang/std@1.26.8", "pkg:golang/modernc.org/sqlite@v1.61.1", "pkg:golang/new.example/a@v0.0.2", "pkg:generic/sqlite@3.54.1"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is missing", want)
		}
	}
	if strings.Contains(said, "old.example") || strings.Contains(said, "vcs.time") || len(b.Components) != 4 || len(b.Dependencies) != 1 || len(b.Dependencies[0].DependsOn) != 4 {
		t.Errorf("the bill holds more or less: %s", said)
	}
}

// TestTheBuildIsTheSameEverywhere holds the flags that make it so: without them the folder, the moment or the machine would be in the program.
func TestTheBuildIsTheSameEverywhere(t *testing.T) {
	script, err := os.ReadFile("../../scripts/dist.sh")
	if err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"CGO_ENABLED=0", "-trimpath", "-buildvcs=auto", "main.version=", "-mod=readonly", "SHA256SUMS", "internal/release/bill"} {
		if !strings.Contains(string(script), flag) {
			t.Errorf("scripts/dist.sh builds without %s", flag)
		}
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if regexp.MustCompile(`(?m)^replace|^\s+.* => `).Match(mod) {
		t.Error("go.mod replaces a module: nobody else could build the same program")
	}
}
