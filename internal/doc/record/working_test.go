package record

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/doc"
)

var worked = Working{Sample: true, Agency: "Thanh tra tỉnh Lào Cai", Date: "2025-01-17", Of: "Hồ sơ đề nghị khen thưởng năm 2024"}

const someHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

func sampleCheck() CheckSheet {
	return CheckSheet{Working: worked, State: "Đang lập", Missing: "Tờ trình chưa có số, ngày; 1 báo cáo chưa xong", Parts: []CheckLine{
		{Name: "Tờ trình đề nghị khen thưởng", Grade: thidua.GradeBlock, Note: "Bản 2, trình 17/01"},
		{Name: "Biên bản họp xét", Grade: thidua.GradeGood, Note: "16/01"},
		{Name: "Báo cáo thành tích: Phòng Nghiệp vụ 2", Group: "Báo cáo thành tích", About: "Phòng Nghiệp vụ 2", Grade: thidua.GradeGood, Note: "Xác nhận của cấp trình: đã có"},
		{Name: "Báo cáo thành tích: Phạm Mai Anh", Group: "Báo cáo thành tích", About: "Phạm Mai Anh", Grade: thidua.GradeBlock, Note: "Còn kết quả ở tiêu chí 3"},
	}, Checks: []CheckLine{
		{Name: "Tên, chức vụ khớp giữa các tài liệu", Grade: thidua.GradeGood},
		{Name: "Trong số lượng được đề nghị", Grade: thidua.GradeGood, Note: "1/2 tập thể, 1/2 cá nhân"},
		{Name: "Căn cứ còn hiệu lực vào ngày Tờ trình", Grade: thidua.GradeWarn, Note: "1 căn cứ cần kiểm chứng"},
	}}
}

func sampleContents() ContentsSheet {
	return ContentsSheet{Working: worked, Sums: "SHA256SUMS", Missing: []string{"Báo cáo thành tích: Phạm Mai Anh (chưa có dự thảo)"}, Files: []FileLine{
		{File: "01. Tờ trình đề nghị khen thưởng.docx", What: "Dự thảo, bản Word", State: "Đã trình ký", Pages: 2, Size: 7_312, Hash: someHash},
		{File: "02. Biên bản họp xét (bản đã ký).pdf", What: "Bản đã ký", Number: "01/BB-HĐ (mẫu)", IssuedOn: "2025-01-16", State: "Đã ban hành", Size: 812_004, Hash: someHash},
	}}
}

// crowded is the check sheet of a dossier of many, of whom every fifth is complete.
func crowded(n int) CheckSheet {
	c := sampleCheck()
	for i := range n {
		l := CheckLine{Group: "Báo cáo thành tích", About: fmt.Sprintf("Nguyễn Thị Hồng Nhung %d", i), Grade: thidua.GradeBlock, Note: fmt.Sprintf("Còn kết quả ở tiêu chí %d", i%7)}
		if i%5 == 0 {
			l.Grade = thidua.GradeGood
		}
		c.Parts = append(c.Parts, l)
	}
	return c
}

func workingForms() map[string]filled {
	whole := sampleCheck()
	whole.Parts, whole.Missing, whole.HardCopy, whole.State = whole.Parts[1:3], "", "2025-01-20", "Đủ hồ sơ"
	return map[string]filled{
		"phieu-kiem-tra": sampleCheck(), "phieu-kiem-tra-du": whole, "muc-luc-ho-so": sampleContents(),
		"to-thay-ban-ky":  InPlace{Working: worked, Title: "Biên bản họp xét", Signed: true, Number: "01/BB-HĐ (mẫu)", IssuedOn: "2025-01-16", File: "02. Biên bản họp xét (bản đã ký).pdf", Hash: someHash},
		"to-thay-chua-co": InPlace{Working: worked, Title: "Biên bản họp xét", Missing: "lập ở phiên họp Hội đồng"},
		"to-thay-ban-sua": InPlace{Working: worked, Title: "Tờ trình đề nghị khen thưởng", Edited: true, Hash: someHash},
	}
}

func workingSheets() map[string]doc.Document {
	out := map[string]doc.Document{}
	for name, f := range workingForms() {
		out[name] = f.Document()
	}
	return out
}

func TestWorkingSheetsAreGolden(t *testing.T) {
	for name, d := range workingSheets() {
		path := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(d.Dump()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d.Dump() != string(want) {
			t.Errorf("%s differs from %s; look at the difference, then run with -update", name, path)
		}
	}
}

// TestWorkingSheetsAreNoOfficialPapers looks for what NĐ 30/2020/NĐ-CP gives to papers that are sent.
func TestWorkingSheetsAreNoOfficialPapers(t *testing.T) {
	for name, d := range workingSheets() {
		var html bytes.Buffer
		if err := d.HTML(&html); err != nil {
			t.Fatal(err)
		}
		for _, official := range []string{"CỘNG HÒA", "Độc lập", "Số: ", "Nơi nhận"} {
			if strings.Contains(html.String(), official) {
				t.Errorf("%s carries %q", name, official)
			}
		}
	}
}

// TestTheCheckSheetHasOnePage fills it with ever more nominees, complete, incomplete for one reason or each for another.
func TestTheCheckSheetHasOnePage(t *testing.T) {
	for _, n := range []int{0, 1, 20, 60, 300} {
		for name, grade := range map[string]func(i int) (thidua.Grade, string){
			"all complete":  func(int) (thidua.Grade, string) { return thidua.GradeGood, "" },
			"none complete": func(int) (thidua.Grade, string) { return thidua.GradeBlock, "chưa có dự thảo" },
			"each otherwise": func(i int) (thidua.Grade, string) {
				return thidua.GradeBlock, fmt.Sprintf("Còn kết quả ở tiêu chí %d", i)
			},
			"five of them": func(i int) (thidua.Grade, string) {
				if i%max(n/5, 1) == 0 {
					return thidua.GradeBlock, "Còn kết quả ở tiêu chí 3"
				}
				return thidua.GradeGood, ""
			},
		} {
			c := sampleCheck()
			bad := 0
			for i := range n {
				l := CheckLine{Group: "Báo cáo thành tích", About: fmt.Sprintf("Nguyễn Thị Hồng Nhung %03d", i)}
				l.Name = l.Group + ": " + l.About
				if l.Grade, l.Note = grade(i); l.Grade == thidua.GradeBlock {
					bad++
				}
				c.Parts = append(c.Parts, l)
			}
			d := c.Document()
			if d.Pages() != 1 {
				t.Fatalf("%d nominees, %s: %d pages", n, name, d.Pages())
			}
			tellsAll(t, d.Dump(), fmt.Sprintf("%d nominees, %s", n, name), n, bad)
		}
	}
}

// tellsAll asks that the incomplete ones are named or counted, none lost.
func tellsAll(t *testing.T, dump, name string, n, bad int) {
	t.Helper()
	named, rest := strings.Count(dump, "Nguyễn Thị Hồng Nhung"), 0
	if strings.Contains(dump, " trường hợp khác") {
		before := strings.Fields(dump[:strings.Index(dump, " trường hợp khác")])
		if _, err := fmt.Sscan(strings.Trim(before[len(before)-1], `"`), &rest); err != nil {
			t.Fatal(err)
		}
	}
	mine := 0 // the one of the sample that is not complete counts among those folded
	if strings.Contains(dump, "đã đủ\"") {
		mine = 1
		named += strings.Count(dump, "Phạm Mai Anh")
	} else {
		bad = n
	}
	if named+rest != bad+mine {
		t.Errorf("%s: %d named and %d counted of %d\n%s", name, named, rest, bad+mine, dump)
	}
}

func TestTheContentsCanBeReadAsText(t *testing.T) {
	text := sampleContents().Text()
	for _, want := range []string{"2. 02. Biên bản họp xét (bản đã ký).pdf\r\n", "SHA-256: " + someHash + "\r\n", "certutil -hashfile", "số 01/BB-HĐ (mẫu), ngày 16/01/2025", "Chưa có trong hồ sơ: "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
}
