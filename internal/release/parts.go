package release

import (
	"encoding/json"
	"io"
	"runtime/debug"
	"slices"
	"strings"
)

// bill is a CycloneDX 1.6 bill of materials: what a program is made of, by name, version and sum.
type bill struct {
	Format      string       `json:"bomFormat"`
	Spec        string       `json:"specVersion"`
	Version     int          `json:"version"`
	Metadata    about        `json:"metadata"`
	Components  []component  `json:"components"`
	Dependences []dependence `json:"dependencies"`
}

type about struct {
	Component component `json:"component"`
}

type component struct {
	Type    string     `json:"type"`
	Ref     string     `json:"bom-ref"`
	Name    string     `json:"name"`
	Version string     `json:"version,omitempty"`
	URL     string     `json:"purl,omitempty"`
	Notes   []property `json:"properties,omitempty"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependence struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn"`
}

// Bill writes the bill of materials (SBOM, CycloneDX 1.6 as JSON) of a built program: every module that is in it, as the program itself tells, the Go
// that made it and the parts that carry no version of their own, such as SQLite. The same program gives the same bytes.
func Bill(out io.Writer, version string, info *debug.BuildInfo, carried map[string]string) error {
	program := component{Type: "application", Ref: "thidua", Name: "thidua", Version: version}
	for _, s := range info.Settings {
		if slices.Contains([]string{"GOOS", "GOARCH", "CGO_ENABLED", "-trimpath", "vcs.revision"}, s.Key) {
			program.Notes = append(program.Notes, property{"go:build:" + s.Key, s.Value})
		}
	}
	b := bill{Format: "CycloneDX", Spec: "1.6", Version: 1, Metadata: about{program}}
	goVersion := strings.TrimPrefix(info.GoVersion, "go")
	b.Components = append(b.Components, component{Type: "library", Ref: "pkg:golang/std@" + goVersion, Name: "std", Version: goVersion, URL: "pkg:golang/std@" + goVersion})
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		url := "pkg:golang/" + m.Path + "@" + m.Version
		b.Components = append(b.Components, component{Type: "library", Ref: url, Name: m.Path, Version: m.Version, URL: url, Notes: []property{{"go:sum", m.Sum}}})
	}
	for name, version := range carried {
		url := "pkg:generic/" + strings.ToLower(name) + "@" + version
		b.Components = append(b.Components, component{Type: "library", Ref: url, Name: name, Version: version, URL: url})
	}
	slices.SortFunc(b.Components, func(x, y component) int { return strings.Compare(x.Ref, y.Ref) })
	on := make([]string, len(b.Components))
	for i, c := range b.Components {
		on[i] = c.Ref
	}
	b.Dependences = []dependence{{Ref: "thidua", On: on}}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(b)
}
