package certificate

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/doc"
)

var lady = thidua.Award{Subject: thidua.Subject{Kind: thidua.Individual, Name: "Phạm Mai Anh", Title: "Thanh tra viên", Home: "Phòng Nghiệp vụ 2", Sex: thidua.Female},
	GoldNumber: "0321", Decision: thidua.AwardDecision{Number: "…/QĐ-UBND (mẫu)", Dated: "2025-03-05", Issuer: "Chủ tịch UBND tỉnh Lào Cai"}}

var unit = thidua.Award{Subject: thidua.Subject{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ 2"}, Decision: lady.Decision}

var agency = thidua.Agency{Name: "Thanh tra tỉnh Lào Cai", Place: "Lào Cai", Sample: true}

const citation = "Đã có thành tích xuất sắc trong phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2024"

func printOf(t Template, awards ...thidua.Award) Print {
	r := Print{Template: t, Title: "Lời Bằng khen", Sample: true}
	for _, w := range awards {
		r.All = append(r.All, Of(w, agency, citation, t))
	}
	return r
}

func write(t *testing.T, render func(w *bytes.Buffer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := render(&out); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func (r Print) file(t *testing.T) string {
	return write(t, func(w *bytes.Buffer) error { return r.PDF(w) })
}

func tell(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return out
}

// line is a line of a page as poppler reads it back, in points from the upper left corner.
type line struct {
	Left  float64 `xml:"xMin,attr"`
	Top   float64 `xml:"yMin,attr"`
	Right float64 `xml:"xMax,attr"`
	Words []struct {
		Left  float64 `xml:"xMin,attr"`
		Right float64 `xml:"xMax,attr"`
		Text  string  `xml:",chardata"`
	} `xml:"word"`
}

func (l line) text() string {
	var words []string
	for _, w := range l.Words {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

func linesOf(t *testing.T, file string) (pages [][]line) {
	t.Helper()
	var read struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Lines  []line  `xml:"flow>block>line"`
		} `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(bytes.NewReader(tell(t, "pdftotext", "-bbox-layout", file, "-")))
	d.Strict = false
	if err := d.Decode(&read); err != nil {
		t.Fatal(err)
	}
	for _, p := range read.Pages {
		pages = append(pages, p.Lines)
	}
	return pages
}

// tenth is a tenth of a millimetre in points.
const tenth = 72 / 254.0

// TestEveryLineStandsWhereItWasSet reads the positions back, of two sheets on a printer that is off.
func TestEveryLineStandsWhereItWasSet(t *testing.T) {
	for name, r := range map[string]Print{"A4": printOf(Default(A4), lady, unit), "A3": printOf(Default(A3), lady, unit)} {
		r.On = Printer{Name: "HP", DX: -15, DY: 23}
		r.Signer = "Nguyễn Văn Mẫu"
		r.All[0][PartSigner] = r.Signer
		file := r.file(t)
		pages := linesOf(t, file)
		if len(pages) != 2 {
			t.Fatalf("%s: %d sheets of two", name, len(pages))
		}
		for i, words := range r.All {
			for _, p := range Parts {
				if words[p] != "" {
					r.stands(t, fmt.Sprintf("%s sheet %d %s", name, i+1, p), pages[i], p, words[p])
				}
			}
		}
		size := string(tell(t, "pdfinfo", file))
		if want := fmt.Sprintf("%.4g x %.4g pts", r.Width.points(), r.Height.points()); !strings.Contains(size, want) && !strings.Contains(size, fmt.Sprintf("%.2f x %.2f", r.Width.points(), r.Height.points())) {
			t.Errorf("the sheet is not %s:\n%s", want, size)
		}
		tell(t, "qpdf", "--check", file)
	}
}

func (r Print) stands(t *testing.T, name string, page []line, p Part, text string) {
	t.Helper()
	b := r.Boxes[p]
	s := b.fit(text)
	if !s.fits {
		t.Fatalf("%s does not fit", name)
	}
	pitch, _ := doc.LinePitch(s.size)
	for n, want := range s.lines {
		i := slices.IndexFunc(page, func(l line) bool { return l.text() == want })
		if i < 0 {
			t.Errorf("%s: no line %q among %v", name, want, page)
			continue
		}
		got := page[i]
		left, right, top := (b.X + r.On.DX).points(), (b.X + b.Width + r.On.DX).points(), (b.Y+r.On.DY).points()+float64(n)*pitch
		off := got.Left - left
		if b.Side == AtCentre {
			off = (got.Left+got.Right)/2 - (left+right)/2
		}
		if math.Abs(off) > tenth || math.Abs(got.Top-top) > tenth {
			t.Errorf("%s: %q stands %.2f mm aside and %.2f mm down from its place", name, want, off*25.4/72, (got.Top-top)*25.4/72)
		}
		if got.Left < left-tenth || got.Right > right+tenth {
			t.Errorf("%s: %q runs out of its box", name, want)
		}
	}
}

func TestNothingButTheWordsIsPrinted(t *testing.T) {
	file := printOf(Default(A4), lady).file(t)
	text := string(tell(t, "pdftotext", "-layout", file, "-"))
	for _, want := range []string{"Bà Phạm Mai Anh", "Thanh tra viên, Phòng Nghiệp vụ 2, Thanh tra tỉnh Lào Cai", "Quyết định số: …/QĐ-UBND (mẫu), ngày 05 tháng 3 năm 2025", "Số sổ vàng: 0321",
		"Lào Cai, ngày 05 tháng 3 năm 2025", "CHỦ TỊCH UBND TỈNH LÀO CAI", doc.SampleMark} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in:\n%s", want, text)
		}
	}
	for _, never := range []string{"CỘNG HÒA", "BẰNG KHEN", "Độc lập"} {
		if strings.Contains(text, never) {
			t.Errorf("%q belongs to the stock", never)
		}
	}
	if plain := tell(t, "qpdf", "--qdf", "--object-streams=disable", file, "-"); bytes.Contains(plain, []byte(" l S")) || bytes.Contains(plain, []byte("/XObject")) {
		t.Error("a line or a picture is drawn")
	}
	r := printOf(Default(A4), lady)
	if r.Sample = false; bytes.Contains(tell(t, "pdftotext", r.file(t), "-"), []byte("MẪU –")) {
		t.Error("a true certificate says that it is a sample")
	}
}

// TestLongWordsStayInTheirBox sets ever longer names and citations: smaller, on more lines, and named when there is no room.
func TestLongWordsStayInTheirBox(t *testing.T) {
	long := lady
	long.Subject.Name = "Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên"
	long.Subject.Title, long.Subject.Home = "Phó Trưởng phòng phụ trách công tác thanh tra, kiểm tra và giải quyết khiếu nại, tố cáo", "Phòng Thanh tra, Giải quyết khiếu nại, tố cáo và Phòng, chống tham nhũng, tiêu cực"
	tpl := Default(A4)
	words := Of(long, agency, citation+", đã hoàn thành vượt các chỉ tiêu đăng ký; đi đầu trong việc xử lý hồ sơ trên môi trường mạng, rút ngắn thời gian giải quyết đơn và đề xuất các giải pháp được Hội đồng sáng kiến công nhận, góp phần hoàn thành xuất sắc nhiệm vụ chính trị của cơ quan", tpl)
	if bad := tpl.Misfits(words); bad != nil {
		t.Fatalf("%v do not fit", bad)
	}
	r := Print{Template: tpl, All: []Words{words}}
	pages := linesOf(t, r.file(t))
	for _, p := range []Part{PartName, PartPost, PartCitation} {
		r.stands(t, string(p), pages[0], p, words[p])
	}
	if s := tpl.Boxes[PartCitation].fit(words[PartCitation]); s.size >= 17 || len(s.lines) < 3 {
		t.Errorf("the citation is set on %d lines of %g pt", len(s.lines), s.size)
	}
	words[PartCitation] = strings.Repeat(citation+" ", 9)
	words[PartGold] = strings.Repeat("0", 200)
	if bad := tpl.Misfits(words); !slices.Equal(bad, []Part{PartCitation, PartGold}) {
		t.Errorf("does not fit: %v", bad)
	}
	r.All = []Words{words}
	if text := tell(t, "pdftotext", r.file(t), "-"); bytes.Contains(text, []byte("0000")) {
		t.Error("what does not fit is printed")
	}
}

func TestDefaultsHold(t *testing.T) {
	for _, stock := range [][2]Length{A4, A3, {LeastStock, LeastStock}, {MostStock, MostStock}, {2500, 1800}} {
		if err := Default(stock).Check(); err != nil {
			t.Errorf("%v: %v", stock, err)
		}
	}
}

func TestBadMeasuresStandAtTheirFields(t *testing.T) {
	for want, spoil := range map[string]func(*Template, *Box){
		"rong certificate.stock":             func(t *Template, _ *Box) { t.Width = 50 },
		"cao certificate.stock":              func(t *Template, _ *Box) { t.Height = 9000 },
		"ten-x certificate.negative":         func(_ *Template, b *Box) { b.X = -1 },
		"ten-y certificate.negative":         func(_ *Template, b *Box) { b.Y = -300 },
		"ten-rong certificate.beyond-sheet":  func(_ *Template, b *Box) { b.Width = 2571 },
		"ten-cao certificate.beyond-sheet":   func(_ *Template, b *Box) { b.Height = 1201 },
		"ten-rong certificate.no-room":       func(_ *Template, b *Box) { b.Width = 0 },
		"ten-co certificate.size":            func(_ *Template, b *Box) { b.Size = 400 },
		"ten-nho-nhat certificate.least":     func(_ *Template, b *Box) { b.Least = 27 },
		"ten-canh certificate.side":          func(_ *Template, b *Box) { b.Side = "cheo" },
		"ten-y certificate.negative, hidden": func(_ *Template, b *Box) { b.Y, b.On = -300, false },
	} {
		tpl := Default(A4)
		b := tpl.Boxes[PartName]
		spoil(&tpl, &b)
		tpl.Boxes[PartName] = b
		err := tpl.Check()
		var e *thidua.Error
		if strings.HasSuffix(want, ", hidden") {
			if err != nil {
				t.Errorf("a text that is not printed is refused: %v", err)
			}
			continue
		}
		if !errors.As(err, &e) || !slices.ContainsFunc(e.Faults, func(f thidua.Fault) bool { return f.Field+" "+string(f.Code) == want }) {
			t.Errorf("%s: %v", want, err)
		}
	}
	for _, p := range []Printer{{}, {Name: strings.Repeat("x", 61)}, {Name: "HP", DX: 301}, {Name: "HP", DY: -301}} {
		if p.Check() == nil {
			t.Errorf("%+v is taken", p)
		}
	}
	if err := (Printer{Name: "HP LaserJet", DX: -300, DY: 300}).Check(); err != nil {
		t.Error(err)
	}
}

// TestTheTestSheetMeasuresWhatItSays reads the lines of the sheet: bars of 100 mm, and the frame of a box moved by the offset of the printer.
func TestTheTestSheetMeasuresWhatItSays(t *testing.T) {
	s := TestSheet{Template: Default(A4), Sample: true, On: Printer{Name: "HP", DX: 20, DY: -10}}
	file := write(t, func(w *bytes.Buffer) error { return s.PDF(w) })
	type rule [4]float64
	var rules []rule
	for _, l := range strings.Split(string(tell(t, "qpdf", "--qdf", "--object-streams=disable", file, "-")), "\n") {
		var thick float64
		var r rule
		if n, _ := fmt.Sscanf(l, "%g w %g %g m %g %g l S", &thick, &r[0], &r[1], &r[2], &r[3]); n == 5 {
			rules = append(rules, r)
		}
	}
	has := func(x1, y1, x2, y2 Length) {
		t.Helper()
		want := rule{x1.points(), s.Height.points() - y1.points(), x2.points(), s.Height.points() - y2.points()}
		if !slices.ContainsFunc(rules, func(r rule) bool {
			for i := range r {
				if math.Abs(r[i]-want[i]) > tenth/10 {
					return false
				}
			}
			return true
		}) {
			t.Errorf("no line from %s, %s to %s, %s mm", x1, y1, x2, y2)
		}
	}
	has(985, 1050, 1985, 1050)
	has(1485, 550, 1485, 1550)
	b := s.Boxes[PartName]
	has(b.X+20, b.Y-10, b.X+b.Width+20, b.Y-10)
	has(b.X+20, b.Y-10, b.X+20, b.Y+b.Height-10)
	text := string(tell(t, "pdftotext", "-layout", file, "-"))
	for _, want := range []string{"dx 2 mm, dy −1 mm", "297 × 210 mm", "Tên tập thể, cá nhân: trái 40, trên 90, rộng 217, cao 16 mm", "100 mm", "290", doc.SampleMark} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in:\n%s", want, text)
		}
	}
	tell(t, "qpdf", "--check", file)
}

func TestLengthsAreReadAsTheyAreWritten(t *testing.T) {
	for typed, want := range map[string]Length{"12,5": 125, "12.5": 125, "0": 0, " 40 ": 400, "-3": -30, "−3,5": -35, "–1": -10, "297": 2970} {
		got, ok := ParseLength(typed)
		if again, same := ParseLength(got.String()); !ok || got != want || !same || again != want {
			t.Errorf("%q is %d, %t; written %s", typed, got, ok, got)
		}
	}
	for _, bad := range []string{"", "mm", "12,55", "1,", ",5", "1e3", "--3", "123456", "١"} {
		if v, ok := ParseLength(bad); ok {
			t.Errorf("%q is taken for %d", bad, v)
		}
	}
}

func TestATemplateIsKeptAsItIs(t *testing.T) {
	want := Default(A3)
	want.Printers = []Printer{{"HP", 5, -7}}
	body, err := json.Marshal(want)
	var got Template
	if err = errors.Join(err, json.Unmarshal(body, &got)); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v %v", got, err)
	}
	if got.Printer("HP").DX != 5 || got.Printer("khác") != (Printer{}) {
		t.Error("printers are not found by name")
	}
}
