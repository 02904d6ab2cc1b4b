package compare_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/internal/doc"
	"thidua/internal/doc/compare"
	"thidua/internal/testkit/oracle"
)

// paper is a Tờ trình in small: bases and recipients are a person's words, the rest is the form's and the data's.
func paper(bases, recipients []string) doc.Document {
	blocks := []doc.Block{
		doc.Letterhead{Superior: "UBND TỈNH LÀO CAI", Agency: "THANH TRA TỈNH", Number: "Số: ……/TTr-TT", PlaceDate: "Lào Cai, ngày 05 tháng 02 năm 2025"},
		doc.Title{Kind: "TỜ TRÌNH", Subject: "Về việc đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh"},
		doc.Centered(doc.Run{Text: "Kính gửi: Chủ tịch UBND tỉnh Lào Cai (qua Sở Nội vụ)"}),
	}
	blocks = append(blocks, doc.Bases(bases, ".")...)
	blocks = append(blocks,
		doc.Para{Runs: []doc.Run{{Text: "Theo Biên bản họp xét ngày 16 tháng 01 năm 2025, đề nghị tặng Bằng khen cho "}, {Text: "hai tập thể, 02 cá nhân", Bold: true}, {Text: ", gồm:"}}},
		doc.Table{Columns: []doc.Column{{Head: "STT", Width: 12}, {Head: "Tên tập thể, họ và tên cá nhân", Width: 60}, {Head: "Tóm tắt thành tích", Width: 60}},
			Rows: []doc.Row{{Cells: []string{"1", "Phòng Nghiệp vụ 2", "97,2% hồ sơ đúng hạn; 02 sáng kiến"}}, {Cells: []string{"2", "Bà Phạm Mai Anh", "01 sáng kiến theo QĐ số 15/QĐ-TT ngày 05/3/2024"}}}},
		doc.Text("Thanh tra tỉnh Lào Cai kính trình Chủ tịch UBND tỉnh xem xét, quyết định./."),
		doc.Signatures{Columns: []doc.Signature{{Titles: []string{"CHÁNH THANH TRA"}, Name: "Trần Mạnh Khôi"}}, Recipients: doc.Recipients(recipients)})
	return doc.New("Tờ trình", "2025-02-05", true, blocks...)
}

var (
	bases      = []string{"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Căn cứ Quyết định số 33/2021/QĐ-UBND của UBND tỉnh"}
	recipients = []string{"Như trên", "Sở Nội vụ", "Lưu: VT, VP"}
	names      = []string{"Phạm Mai Anh", "Phòng Nghiệp vụ 2", "Trần Mạnh Khôi", "Thanh tra tỉnh Lào Cai"}
)

func parts() []compare.Part {
	return []compare.Part{{Name: "can-cu", Rows: bases}, {Name: "noi-nhan", Rows: recipients, Written: true}}
}

// part gives word/document.xml of a Word file.
func part(t interface {
	Helper()
	Fatal(...any)
}, docx []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func written(t interface {
	Helper()
	Fatal(...any)
}, d doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.DOCX(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t interface {
	Helper()
	Fatal(...any)
}, xml []byte) []compare.Para {
	t.Helper()
	out, err := compare.Read(xml)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// own are the lines of the paper, tied to its words.
func own(t *testing.T) []compare.Line {
	t.Helper()
	all := parts()
	marked := func(i int) []string { return strings.Split(all[i].Marked(i), "\n") }
	return compare.Tie(read(t, part(t, written(t, paper(bases, recipients)))), read(t, part(t, written(t, paper(marked(0), marked(1))))), all)
}

// edited gives what differs after changes in the XML of the paper, old and new in turns.
func edited(t *testing.T, changes ...string) compare.Result {
	t.Helper()
	xml := string(part(t, written(t, paper(bases, recipients))))
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(xml, changes[i]) {
			t.Fatalf("the paper has no %q", changes[i])
		}
		xml = strings.Replace(xml, changes[i], changes[i+1], 1)
	}
	return compare.Compare(own(t), read(t, []byte(xml)), names)
}

func TestAnUnchangedPaperHasNoDifference(t *testing.T) {
	if r := edited(t); !r.Same() || len(r.Figures)+len(r.Words) != 0 {
		t.Errorf("%+v", r)
	}
	lines, tied := own(t), map[string]int{}
	for _, l := range lines {
		tied[l.Part]++
	}
	if tied["can-cu"] != 2 || tied["noi-nhan"] != 3 {
		t.Errorf("tied %v", tied)
	}
}

func TestWhatWordDoesByItselfIsNoDifference(t *testing.T) {
	text := "Thanh tra tỉnh Lào Cai kính trình Chủ tịch UBND tỉnh xem xét, quyết định./."
	for name, change := range map[string][]string{
		"split runs":           {text, `Thanh tra</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> tỉnh Lào Cai kính trình Chủ tịch UBND tỉnh xem xét, quyết định./.`},
		"a space kept":         {text, strings.ReplaceAll(text, "Lào Cai", "Lào\u00a0Cai")},
		"two spaces":           {text, strings.ReplaceAll(text, "kính trình", "kính  trình")},
		"letters taken down":   {text, strings.ReplaceAll(text, "định", "đi\u0323nh")},
		"soft hyphen":          {text, strings.ReplaceAll(text, "xem", "x\u00adem")},
		"a dash":               {"QĐ-UBND", "QĐ–UBND"},
		"proof marks":          {text, text + `</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t></w:t></w:r><w:r><w:t>`},
		"an empty paragraph":   {`<w:p>`, `<w:p/><w:p>`},
		"taken back":           {text, text + `</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>thừa</w:delText></w:r></w:del><w:r><w:t>`},
		"deleted, not delText": {text, text + `</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:t>thừa</w:t></w:r></w:del><w:r><w:t>`},
		"hidden":               {text, text + `</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn 5</w:t></w:r><w:r><w:t>`},
		"older drawing":        {text, text + `</w:t></w:r><mc:AlternateContent xmlns:mc="m"><mc:Fallback><w:p><w:r><w:t>hình</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:r><w:t>`},
		"another day's form":   {"ngày 05 tháng 02 năm 2025", "ngày 05 tháng 02 năm 2025"},
	} {
		if r := edited(t, change...); !r.Same() {
			t.Errorf("%s: %+v", name, r.Changes)
		}
	}
}

func TestAPaperThatLibreOfficeSavedHasNoDifference(t *testing.T) {
	dir := t.TempDir()
	from := filepath.Join(dir, "to-trinh.docx")
	if err := os.WriteFile(from, written(t, paper(bases, recipients)), 0o600); err != nil {
		t.Fatal(err)
	}
	office := oracle.Need(t, "soffice", "libreoffice-writer-nogui")
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "docx", "--outdir", filepath.Join(dir, "out"), from).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "to-trinh.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(saved, written(t, paper(bases, recipients))) {
		t.Fatal("the file was not saved anew")
	}
	if r := compare.Compare(own(t), read(t, part(t, saved)), names); !r.Same() {
		t.Errorf("%+v", r.Changes)
	}
}

func figures(r compare.Result) []string {
	var out []string
	for _, f := range r.Figures {
		out = append(out, fmt.Sprintf("%d %s > %s", f.Kind, f.Data, f.File))
	}
	return out
}

func TestFiguresOfTheDataAreNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change []string
		want   []string
	}{
		"a share":            {[]string{"97,2%", "98,2%"}, []string{"1 97,2% > 98,2%"}},
		"the same share":     {[]string{"97,2%", "97,20 %"}, nil},
		"a share gone":       {[]string{"97,2% hồ", "Nhiều hồ"}, []string{"1 97,2% > Nhiều"}},
		"a day":              {[]string{"ngày 16 tháng 01 năm 2025", "ngày 17 tháng 01 năm 2025"}, []string{"2 ngày 16 tháng 01 năm 2025 > ngày 17 tháng 01 năm 2025"}},
		"a day written else": {[]string{"ngày 05/3/2024", "ngày 5 tháng 3 năm 2024"}, nil},
		"a symbol":           {[]string{"15/QĐ-TT", "16/QĐ-TT"}, []string{"3 15/QĐ-TT > 16/QĐ-TT"}},
		"a count in words":   {[]string{"hai tập thể", "ba tập thể"}, []string{"0 hai tập thể > ba tập thể"}},
		"a count in figures": {[]string{"hai tập thể", "02 tập thể"}, nil},
		"a name":             {[]string{"Phạm Mai Anh", "Phạm Mai Ánh"}, []string{"4 Phạm Mai Anh > Phạm Mai Ánh"}},
		"a name in capitals": {[]string{"Trần Mạnh Khôi", "TRẦN MẠNH KHÔI"}, []string{"4 Trần Mạnh Khôi > TRẦN MẠNH KHÔI"}},
		"a further number":   {[]string{"97,2% hồ sơ đúng hạn", "97,2% hồ sơ đúng hạn, 12 cuộc"}, []string{"0  > 12"}},
		"a row gone":         {[]string{`>01 sáng kiến theo QĐ số 15/QĐ-TT ngày 05/3/2024<`, `><`}, []string{"0 01 > ", "3 15/QĐ-TT > ", "2 05/3/2024 > "}},
		"a blank filled in":  {[]string{"Số: ……/TTr-TT", "Số: 12/TTr-TT"}, nil},
		"words alone":        {[]string{"kính trình Chủ tịch", "trân trọng kính trình Chủ tịch"}, nil},
		"inserted with track": {[]string{"97,2%", `</w:t></w:r><w:del w:id="1"><w:r><w:delText>97,2%</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>99%</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`},
			[]string{"1 97,2% > 99%"}},
	} {
		r := edited(t, c.change...)
		if got := figures(r); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if r.Same() {
			t.Errorf("%s: no change is shown", name)
		}
	}
}

func TestABlankThatIsFilledInContradictsNothing(t *testing.T) {
	own := []compare.Line{{Para: compare.Para{Text: "Lào Cai, ngày …… tháng …… năm ……"}}, {Para: compare.Para{Text: "- Ngày sinh: ……"}}}
	r := compare.Compare(own, []compare.Para{{Text: "Lào Cai, ngày 17 tháng 01 năm 2025"}, {Text: "- Ngày sinh: 12/3/1985."}}, nil)
	if len(r.Changes) != 2 || len(r.Figures) != 0 {
		t.Errorf("%+v", r)
	}
	own[1].Text = "- Ngày sinh: 13/3/1985"
	if r = compare.Compare(own, []compare.Para{{Text: own[0].Text}, {Text: "- Ngày sinh: ……"}}, nil); len(r.Figures) != 1 {
		t.Errorf("a figure that became a blank: %+v", r)
	}
}

func TestAFigureThatOnlyMovedIsNotNamed(t *testing.T) {
	text := `<w:p><w:pPr><w:pStyle w:val="Body"/><w:spacing w:before="120" w:after="0"/></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">Theo Biên bản`
	xml := string(part(t, written(t, paper(bases, recipients))))
	at := strings.Index(xml, "Theo Biên bản")
	from := strings.LastIndex(xml[:at], "<w:p>")
	to := at + strings.Index(xml[at:], "</w:p>") + len("</w:p>")
	moved := xml[:from] + xml[to:]
	end := strings.LastIndex(moved, "<w:tbl>")
	moved = moved[:end] + xml[from:to] + moved[end:]
	r := compare.Compare(own(t), read(t, []byte(moved)), names)
	if len(r.Figures) != 0 || r.Same() {
		t.Errorf("%q, %d changes (%s)", figures(r), len(r.Changes), text)
	}
}

func TestWordsComeBackByTheirPart(t *testing.T) {
	p := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	after := `của UBND tỉnh.</w:t></w:r></w:p>`
	for name, c := range map[string]struct {
		change []string
		part   string
		want   string
	}{
		"a word changed": {[]string{"Căn cứ Quyết định số 33/2021/QĐ-UBND của UBND tỉnh.", "Căn cứ Quyết định số 33/2021/QĐ-UBND của UBND tỉnh Lào Cai."}, "can-cu",
			bases[0] + "\n" + bases[1] + " Lào Cai"},
		"an end mark too": {[]string{"của UBND tỉnh.", "của UBND tỉnh Lào Cai;", after[len("của UBND tỉnh."):], after[len("của UBND tỉnh."):]}, "can-cu", bases[0] + "\n" + bases[1] + " Lào Cai"},
		"a line more":     {[]string{after, after + p("Xét đề nghị của Văn phòng.")}, "can-cu", bases[0] + "\n" + bases[1] + "\nXét đề nghị của Văn phòng"},
		"a line less":     {[]string{bases[1] + ".", ""}, "can-cu", bases[0]},
		"a recipient":     {[]string{"- Sở Nội vụ;", "- Sở Nội vụ tỉnh;"}, "noi-nhan", "Như trên\nSở Nội vụ tỉnh\nLưu: VT, VP"},
		"a recipient more": {[]string{"- Lưu: VT, VP.</w:t></w:r></w:p>", "- Lãnh đạo cơ quan;</w:t></w:r></w:p>" + p("- Lưu: VT, VP.")}, "noi-nhan",
			"Như trên\nSở Nội vụ\nLãnh đạo cơ quan\nLưu: VT, VP"},
	} {
		r := edited(t, c.change...)
		if got := r.Words[c.part]; got != c.want || len(r.Words) != 1 {
			t.Errorf("%s: %q, want %q", name, r.Words, c.want)
		}
	}
	if r := edited(t, "- Sở Nội vụ;", "+ Sở Nội vụ;"); len(r.Words) != 0 {
		t.Errorf("the form's own mark was taken for words: %q", r.Words)
	}
}

// someWords are what the generated papers are made of: figures, marks and what needs care.
var someWords = []string{"thi", "đua", "khen thưởng", "97,2%", "12", "ngày 05/3/2024", "15/QĐ-TT", "“Cải cách”", "–", "…", "a\u00a0b", "Nguyễn", "x & y <z>", "năm", "1.250,5", "./."}

func text() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(someWords), 1, 12).Draw(t, "words"), " ")
	})
}

func anyPaper() *rapid.Generator[doc.Document] {
	return rapid.Custom(func(t *rapid.T) doc.Document {
		var blocks []doc.Block
		for range rapid.IntRange(0, 12).Draw(t, "blocks") {
			s := text()
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				blocks = append(blocks, doc.Heading{Text: s.Draw(t, "heading"), Level: 1})
			case 1:
				blocks = append(blocks, doc.Table{Columns: []doc.Column{{Head: "A"}, {Head: "B"}}, Rows: []doc.Row{{Cells: []string{s.Draw(t, "a"), s.Draw(t, "b")}}, {Cells: []string{s.Draw(t, "c")}}}})
			case 2:
				blocks = append(blocks, doc.Signatures{Columns: []doc.Signature{{Titles: []string{s.Draw(t, "title")}, Name: "Trần Mạnh Khôi"}}, Recipients: []string{s.Draw(t, "to")}})
			case 3:
				blocks = append(blocks, doc.Letterhead{Agency: s.Draw(t, "agency"), Number: "Số: 1/A"})
			default:
				blocks = append(blocks, doc.Text(s.Draw(t, "text")))
			}
		}
		return doc.New("Văn bản", "", false, blocks...)
	})
}

func linesOf(paras []compare.Para) []compare.Line {
	out := make([]compare.Line, len(paras))
	for i, p := range paras {
		out[i].Para = p
	}
	return out
}

func TestEveryPaperIsTheSameAsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paras := read(t, part(t, written(t, anyPaper().Draw(t, "paper"))))
		if r := compare.Compare(linesOf(paras), paras, names); !r.Same() || len(r.Figures) != 0 {
			t.Fatalf("%+v", r)
		}
	})
}

// TestNothingIsLostBetweenTwoTexts: whatever the two papers, the pieces give both of them, and a figure is named only where a change is.
func TestNothingIsLostBetweenTwoTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := read(t, part(t, written(t, anyPaper().Draw(t, "old")))), read(t, part(t, written(t, anyPaper().Draw(t, "new"))))
		r := compare.Compare(linesOf(a), b, names)
		check(t, a, b, r)
	})
}

func check(t interface{ Fatalf(string, ...any) }, a, b []compare.Para, r compare.Result) {
	count := map[string]int{}
	for _, p := range a {
		count[p.Text]++
	}
	for _, p := range b {
		count[p.Text]--
	}
	for _, c := range r.Changes {
		if s := compare.Text(c.Before); s != "" {
			count[s]--
		}
		if s := compare.Text(c.After); s != "" {
			count[s]++
		}
	}
	for text, n := range count {
		// what differs by the shape of quotes and dashes alone is no change
		if n != 0 && !strings.ContainsAny(text, "“”„‟‘’‚–—‑−.\"'-…") {
			t.Fatalf("%q is counted %d times too often", text, n)
		}
	}
	for _, f := range r.Figures {
		if f.Change < 0 || f.Change >= len(r.Changes) || f.Data == "" && f.File == "" {
			t.Fatalf("a figure without its change: %+v", f)
		}
	}
}

func TestHostileTextsAreRefused(t *testing.T) {
	begin := `<w:document xmlns:w="w"><w:body>`
	for name, s := range map[string]string{
		"nothing": "", "no XML": "Tờ trình", "a page": "<html><p>a</p></html>", "cut": begin + "<w:p>", "an entity": `<!DOCTYPE w [<!ENTITY a "b">]>` + begin + "</w:body></w:document>",
		"an unknown entity": begin + "<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>",
		"too deep":          begin + strings.Repeat("<w:tbl>", 300), "too long": begin + "<w:p><w:r><w:t>" + strings.Repeat("a", 5<<20),
		"too many": begin + strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 20_001), "closed twice": begin + "</w:body></w:document></w:document>",
	} {
		if out, err := compare.Read([]byte(s)); err == nil {
			t.Errorf("%s was read: %v", name, out)
		}
	}
	if out := read(t, []byte(`<x:document xmlns:x="w"><x:p><x:r><x:t>a</x:t></x:r><a:t xmlns:a="d">b</a:t></x:p></x:document>`)); len(out) != 1 || out[0].Text != "a" {
		t.Errorf("with another prefix: %v", out)
	}
}

// FuzzRead feeds the reader what is no Word, and compares whatever it makes of it with our own paper.
func FuzzRead(f *testing.F) {
	xml := part(f, written(f, paper(bases, recipients)))
	f.Add(xml)
	f.Add([]byte(`<w:document xmlns:w="w"><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r></w:p></w:document>`))
	f.Add([]byte(`<w:document xmlns:w="w"><w:tbl><w:tr><w:tc><w:p><w:ins><w:r><w:t>97,2% ngày 05/3/2024 </w:t><w:tab/><w:br/><w:noBreakHyphen/></w:r></w:ins></w:p></w:tc></w:tr></w:tbl></w:document>`))
	mine := linesOf(read(f, xml))
	f.Fuzz(func(t *testing.T, data []byte) {
		paras, err := compare.Read(data)
		if err != nil {
			return
		}
		check(t, nil, paras, compare.Compare(nil, paras, names))
		compare.Compare(mine, paras, names)
		if r := compare.Compare(linesOf(paras), paras, names); !r.Same() {
			t.Fatalf("a text differs from itself: %+v", r)
		}
	})
}
