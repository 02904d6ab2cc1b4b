package doc

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"thidua/internal/testkit/oracle"
)

// TestSigningPlacesEndWhereTheNamesBegin asks poppler where the names stand that are written below the rooms for signatures.
func TestSigningPlacesEndWhereTheNamesBegin(t *testing.T) {
	long := make([]Block, 40)
	for i := range long {
		long[i] = Text(strings.Repeat("Nội dung của văn bản ", 8))
	}
	d := New("Văn bản", "", true, append(long, Signatures{Columns: []Signature{{Heading: "XÁC NHẬN", Titles: []string{"CHÁNH THANH TRA"}, Name: "Khôi"}, {Titles: []string{"NGƯỜI BÁO CÁO"}, Name: "Hạnh"}}})...)
	places := d.SigningPlaces()
	if len(places) != 2 || places[0].X >= places[1].X || places[0].Page != places[1].Page || places[0].Page < 2 {
		t.Fatalf("%+v", places)
	}
	var pdf bytes.Buffer
	if err := d.PDF(&pdf); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(oracle.Need(t, "pdftotext", "poppler-utils"), "-bbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(out), "<page ")
	if len(pages) != places[0].Page+1 {
		t.Errorf("the rooms are on page %d of %d", places[0].Page, len(pages)-1)
	}
	for i, name := range []string{"Khôi", "Hạnh"} {
		m := regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>` + name + `<`).FindStringSubmatch(pages[len(pages)-1])
		if m == nil {
			t.Fatalf("%s is not on the last page", name)
		}
		mm := func(s string) float64 {
			f, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			return f * 25.4 / 72
		}
		p := places[i]
		if below := mm(m[2]) - p.Y - p.Height; below < -1 || below > 2 {
			t.Errorf("%s begins %.1f mm below its room", name, below)
		}
		if middle := (mm(m[1])+mm(m[3]))/2 - p.X - p.Width/2; middle < -1 || middle > 1 {
			t.Errorf("%s stands %.1f mm beside the middle of its room", name, middle)
		}
	}
	if got := (Document{}).SigningPlaces(); len(got) != 0 {
		t.Errorf("a paper without signatures has rooms for them: %+v", got)
	}
}
