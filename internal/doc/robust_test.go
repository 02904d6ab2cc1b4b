package doc

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/internal/vi"

	"thidua/internal/testkit/nd30"
	"thidua/internal/testkit/oracle"
)

func TestAwkwardTexts(t *testing.T) {
	long := strings.Repeat("Nguyễn", 400)
	texts := map[string]string{
		"NFD": "Nguyễn Thị Hồng", "control": "a\x00b\x0bc\ufffe", "broken": "a\xffb", "markup": `<b>&"'`, "emoji": "Xuất sắc 😀 漢", "word": long, "soft hyphen": "a\u00adb\u200bc",
	}
	for name, s := range texts {
		d := New(s, "", true, Letterhead{Superior: s, Agency: s, Number: s, PlaceDate: s}, Title{Kind: s, Subject: s}, Text(s),
			Table{Columns: []Column{{Head: s}, {Head: "B"}}, Rows: []Row{{Cells: []string{s, s}}, {Cells: []string{s}}, {}}},
			Signatures{Columns: []Signature{{Titles: []string{s}, Name: s, Text: []string{s}}}, Recipients: []string{s}})
		p := nd30.Write(t, name, d)
		if err := xml.Unmarshal([]byte(p.Files["docProps/core.xml"]), new(struct{})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name == "NFD" && !strings.Contains(p.Files["word/document.xml"], "Nguyễn Thị Hồng") {
			t.Error("text is not brought to NFC")
		}
		for _, page := range p.Pages {
			for _, l := range page.Texts {
				if name == "word" && l.Top > 200 && l.Left+l.Width > page.Width-15*72/25.4+1 && l.Top < 500 {
					t.Errorf("a long word runs over the margin: %g", l.Left+l.Width)
				}
			}
		}
	}
}

func TestHugeTableAndRowHigherThanAPage(t *testing.T) {
	table := Table{Columns: []Column{{Head: "STT", Width: 1}, {Head: "Tên", Width: 5}}}
	for i := range 3000 {
		table.Rows = append(table.Rows, Row{Cells: []string{fmt.Sprint(i + 1), "Tập thể thứ " + fmt.Sprint(i+1)}})
	}
	table.Rows[10].Cells[1] = strings.Repeat("Một đoạn rất dài trong một ô. ", 400)
	_, pdf := oracle.Write(t, t.TempDir(), "huge", New("Danh sách", "", false, table))
	text := ""
	pages := oracle.Lines(t, pdf)
	for i, page := range pages {
		if i > 0 && len(page) > 1 && page[1] != "STT Tên" {
			t.Errorf("page %d begins with %q, not with the head of the table", i+1, page[1])
		}
		text += strings.Join(page, "\n") + "\n"
	}
	if len(pages) < 70 || !strings.Contains(text, "\n3000 Tập thể thứ 3000\n") || strings.Count(text, "Một") < 390 {
		t.Errorf("%d pages, or rows are missing", len(pages))
	}
}

func TestLongRecipientsFollowTheBlock(t *testing.T) {
	s := Signatures{Columns: []Signature{{Titles: []string{"CHÁNH THANH TRA"}, Name: "Trần Mạnh Khôi"}}}
	for i := range 90 {
		s.Recipients = append(s.Recipients, fmt.Sprintf("Đơn vị nhận số %d;", i+1))
	}
	_, pdf := oracle.Write(t, t.TempDir(), "long", New("Tờ trình", "", false, Text("Kính trình./."), s))
	pages := oracle.Lines(t, pdf)
	last := pages[len(pages)-1]
	if len(pages) != 2 || last[len(last)-1] != "- Đơn vị nhận số 90;" {
		t.Errorf("%d pages, last line %q", len(pages), last[len(last)-1])
	}
}

func TestSectionsTurnThePageAndRestartNumbers(t *testing.T) {
	d := New("Tờ trình", "", false, Text("Một."), PageBreak{}, Text("Hai."))
	d.Sections = append(d.Sections, Section{Landscape: true, Blocks: []Block{Text("Ba.")}}, Section{Restart: true, Blocks: []Block{Text("Bốn."), PageBreak{}, Text("Năm.")}})
	p := nd30.Write(t, "sections", d)
	var got []string
	for _, page := range p.Pages {
		line := fmt.Sprintf("%.0f", page.Width)
		for _, l := range page.Texts {
			line += " " + l.Text()
		}
		got = append(got, line)
	}
	if s := strings.Join(got, "|"); s != "595 Một.|595 Hai. 2|841 Ba. 3|595 Bốn.|595 Năm. 2" {
		t.Error(s)
	}
}

// TestPagination: every item is drawn once and in order, no page is too full unless one item is, and no page begins with a glued item
// unless its chain is longer than a page.
func TestPagination(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) item {
			return item{height: rapid.Float64Range(1, 400).Draw(t, "height"), before: rapid.Float64Range(0, 100).Draw(t, "before"), glued: rapid.IntRange(0, 3).Draw(t, "glued") == 0, newPage: rapid.IntRange(0, 9).Draw(t, "page") == 0}
		}), 0, 60).Draw(t, "items")
		const height = 1000
		n := 0
		for k, page := range paginate(items, height) {
			sum, free := 0.0, false
			for i, it := range page {
				free = free || (i > 0 && !it.glued)
				if it.height != items[n].height {
					t.Fatal("items lost or out of order")
				}
				n++
				sum += it.height
				if i > 0 || k == 0 || it.newPage {
					sum += it.before
				}
				if i > 0 && it.newPage {
					t.Fatal("a page break inside a page")
				}
			}
			if free && n < len(items) && items[n].glued && !items[n].newPage {
				t.Fatal("a chain was divided although the page had a place to break")
			}
			if sum > height+1 && len(page) > 1 {
				t.Fatalf("page %d holds %g", k, sum)
			}
		}
		if n != len(items) {
			t.Fatalf("%d of %d items drawn", n, len(items))
		}
	})
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{LongDate("2024-02-05"), "ngày 05 tháng 02 năm 2024"}, {LongDate("2024-10-15"), "ngày 15 tháng 10 năm 2024"}, {LongDate("2024-03-09"), "ngày 09 tháng 3 năm 2024"},
		{LongDate(""), "ngày …… tháng …… năm ……"}, {PlaceDate("Lào Cai", "2024-02-05"), "Lào Cai, ngày 05 tháng 02 năm 2024"},
		{Clock("9:05"), "09 giờ 05 phút"}, {Clock("14:00"), "14 giờ 00 phút"}, {vi.Subjects(2, 1), "02 tập thể và 01 cá nhân"}, {vi.Subjects(0, 12), "12 cá nhân"}, {vi.Subjects(3, 0), "03 tập thể"},
		{vi.Ratio(7, 9), "77,8%"}, {vi.Ratio(2, 3), "66,7%"}, {vi.Ratio(1, 0), "–"},
		{numberLine("/TTr-TTr"), "Số: ……/TTr-TTr"}, {numberLine("05/TTr-TTr"), "Số: 05/TTr-TTr"}, {numberLine(""), ""}, {Ended("Lưu: VT;", "."), "Lưu: VT."},
		{strings.Join(balance("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", 1, 13, 3600), "|"), "HỘI ĐỒNG|THI ĐUA - KHEN THƯỞNG"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
