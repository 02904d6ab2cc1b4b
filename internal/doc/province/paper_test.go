package province

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/testkit/golden"
	"thidua/internal/testkit/nd30"
)

var update = flag.Bool("update", false, "write the golden files anew")

type paper interface{ Document() doc.Document }

const award = "Bằng khen của Chủ tịch UBND tỉnh"

func samples() map[string]paper {
	units := []Line{{Name: "Phòng Chuyển đổi số", Post: "Sở C (mẫu)", Award: award, Summary: "98% nhiệm vụ đúng hạn; 03 sáng kiến được công nhận."},
		{Name: "Phòng Nghiệp vụ 2", Post: "Thanh tra tỉnh Lào Cai", Award: award, Summary: "97% nhiệm vụ đúng hạn; thay đổi vượt bậc về thứ hạng."}}
	people := []Line{{Honorific: "Bà", Name: "Phạm Mai Anh", Post: "Thanh tra viên, Phòng Nghiệp vụ 2, Thanh tra tỉnh Lào Cai", Award: award, Summary: "Gửi 11/11 báo cáo đúng hạn."}}
	const movement, period = "Cải cách hành chính trên địa bàn tỉnh Lào Cai", "năm 2024"
	bases := []string{"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"}
	return map[string]paper{
		"to-trinh-so-noi-vu": RaiseLetter{Sample: true, Issuer: doc.Issuer{Superior: "UBND tỉnh Lào Cai", Agency: "Sở Nội vụ", Place: "Lào Cai"}, Date: "2025-02-20",
			Proposer: "Sở Nội vụ tỉnh Lào Cai", Above: "UBND tỉnh Lào Cai", Movement: movement, Period: period, Award: award, Bases: bases,
			Senders: 8, Proposed: [2]int{14, 16}, Documents: []string{"Công văn số …/UBND-NC (mẫu)"}, Collectives: units, Individuals: people,
			Signer: doc.Signer{Titles: []string{"Giám đốc"}, Name: "Đỗ Văn Mẫu"}},
		"quyet-dinh-ubnd-tinh": Decision{Sample: true, Issuer: doc.Issuer{Agency: "Ủy ban nhân dân tỉnh Lào Cai", Place: "Lào Cai"}, Date: "2025-03-05",
			Above: "Ủy ban nhân dân tỉnh Lào Cai", Bases: bases, Proposer: "Sở Nội vụ tỉnh Lào Cai", Letter: "21/TTr-SNV (mẫu)", Dated: "2025-02-20",
			Award: award, Movement: movement, Period: period, Lines: append(units, people...), Signer: "Lê Văn Mẫu"},
	}
}

// TestGoldenTrees keeps the wording of both papers: a changed word shows as a changed line.
func TestGoldenTrees(t *testing.T) {
	for name, p := range samples() {
		path, got := filepath.Join("testdata", name+".txt"), []byte(p.Document().Dump())
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
			t.Errorf("%s differs from %s; look at the difference, then run with -update", name, path)
		}
	}
	golden.NoOrphans(t, slices.Collect(maps.Keys(samples())))
}

// TestEveryFormHasAGoldenTree reads the forms out of the source, so that a new one cannot be forgotten.
func TestEveryFormHasAGoldenTree(t *testing.T) {
	have := map[string]bool{}
	for _, p := range samples() {
		have[reflect.TypeOf(p).Name()] = true
	}
	for _, form := range golden.Forms(t, ".") {
		if !have[form] {
			t.Errorf("%s has no sample and no golden tree", form)
		}
	}
}

// TestPapersPassTheCheck holds the finished files to Annex I of NĐ 30/2020/NĐ-CP.
func TestPapersPassTheCheck(t *testing.T) {
	for name, p := range samples() {
		d := p.Document()
		for _, f := range doc.Check(d) {
			t.Errorf("%s — %s: %s", name, f.Component, f.Text)
		}
		made := nd30.Write(t, name, d)
		if name == "to-trinh-so-noi-vu" { // the head of UBND tỉnh has no superior above it, which the check of the finished files does not know
			nd30.Check(t, name, doc.SampleMark, made)
		}
	}
}
