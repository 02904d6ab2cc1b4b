package handover

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/testkit/nd30"
)

var update = flag.Bool("update", false, "write the golden files anew")

func long() Minutes {
	m := Sample()
	for range 60 {
		m.Groups[0].Lines = append(m.Groups[0].Lines, thidua.Matter{Text: "Nhiệm vụ cải cách hành chính: rà soát thủ tục nội bộ của Thanh tra tỉnh", Due: "2025-06-30", Where: "Văn phòng"})
	}
	return m
}

func TestGoldenTree(t *testing.T) {
	path, got := filepath.Join("testdata", "bien-ban-ban-giao.txt"), []byte(Sample().Document().Dump())
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the form differs from %s; look at the difference, then run with -update", path)
	}
}

func TestTheFormFollowsDecree30(t *testing.T) {
	for name, m := range map[string]Minutes{"bien-ban-ban-giao": Sample(), "long": long()} {
		d := m.Document()
		for _, f := range doc.Check(d) {
			t.Errorf("%s — %s: %s", name, f.Component, f.Text)
		}
		nd30.Check(t, name, doc.SampleMark, nd30.Write(t, name, d))
	}
}

func TestTheFormStandsWithNothingFilledIn(t *testing.T) {
	d := Minutes{}.Document()
	if nd30.Write(t, "empty", d).Pages == nil || !strings.Contains(d.Dump(), "Không có việc còn dở dang.") {
		t.Error(d.Dump())
	}
}
