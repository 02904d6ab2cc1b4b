package sheet_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/sheet"
	"thidua/internal/testkit/oracle"
	"thidua/internal/vi"
)

// asked is a form of every kind of column, with a row that may be changed and one that may not.
func asked() sheet.Workbook {
	open := []string{"content", "value", "due", "kind", "year"}
	return sheet.Workbook{Mark: sheet.Mark{List: "thu", Agency: "a", Round: "r", Edition: "e", Made: time.Date(2025, 1, 13, 2, 0, 0, 0, time.UTC)},
		Guide: []string{"CÁCH ĐIỀN", "Chỉ sửa ô nền trắng."},
		Forms: []sheet.Form{{Tab: "Chỉ tiêu", Title: "BIỂU CHỈ TIÊU", Notes: []string{"DỮ LIỆU MẪU"}, New: open, Columns: []sheet.FormColumn{
			{Key: "unit", Title: "Đơn vị", Width: 20, Info: true}, {Key: "content", Title: "Nội dung", Width: 40}, {Key: "value", Title: "Chỉ tiêu", Kind: sheet.Number, Width: 12},
			{Key: "due", Title: "Hạn", Kind: sheet.Day, Width: 12}, {Key: "kind", Title: "Loại", Kind: sheet.Choice, Width: 20, Choices: []string{"TC1 · Đúng hạn, đủ", "TC2 · Sáng kiến"}},
			{Key: "year", Title: "Năm", Kind: sheet.Whole, Width: 8}},
			Rows: []sheet.FormRow{
				{Code: "m1", Open: open, Cells: map[string]string{"unit": "Phòng 1", "content": "=1+1", "value": "1.250,55", "due": "05/02/2025", "kind": "TC1 · Đúng hạn, đủ", "year": "1985"}},
				{Code: "m2", Cells: map[string]string{"unit": "Phòng 2", "content": "Hai\ndòng", "value": "0", "due": "", "kind": "", "year": ""}},
			}}}}
}

func written(t testing.TB, b sheet.Workbook) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := sheet.WriteWorkbook(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// edited changes a workbook as somebody does who has it open.
func edited(t testing.TB, data []byte, change func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func put(t testing.TB, f *excelize.File, at string, v any) {
	t.Helper()
	if err := f.SetCellValue("Chỉ tiêu", at, v); err != nil {
		t.Fatal(err)
	}
}

func back(t testing.TB, data []byte) []sheet.Line {
	t.Helper()
	r, err := sheet.ReadWorkbook(data, asked().Forms)
	if err != nil {
		t.Fatal(err)
	}
	return r.Lines[0]
}

// same holds what came back against what went out.
func same(t *testing.T, data []byte) {
	t.Helper()
	lines := back(t, data)
	if len(lines) != 2 || lines[0].Number != 5 || lines[1].Number != 6 {
		t.Fatalf("%d lines, %+v", len(lines), lines)
	}
	for i, row := range asked().Forms[0].Rows {
		if lines[i].Code != row.Code {
			t.Errorf("row %d has the code %q", i, lines[i].Code)
		}
		for key, want := range row.Cells {
			if got := lines[i].Entries[key]; key != "unit" && (got.Text != want || got.Wrong != "") {
				t.Errorf("%s of row %d came back as %+v, want %q", key, i, got, want)
			}
		}
	}
}

func TestWhatGoesOutComesBackTheSame(t *testing.T) {
	data := written(t, asked())
	same(t, data)
	if again := written(t, asked()); !bytes.Equal(data, again) {
		t.Error("the same workbook has other bytes the second time")
	}
	if m, err := sheet.ReadMark(data); err != nil || m != asked().Mark {
		t.Errorf("the mark came back as %+v, %v", m, err)
	}
}

// TestLibreOfficeKeepsAForm opens a form with the other spreadsheet program that offices have and saves it again.
func TestLibreOfficeKeepsAForm(t *testing.T) {
	office := oracle.Need(t, "soffice", "libreoffice-calc")
	dir := t.TempDir()
	from, to := filepath.Join(dir, "bieu.xlsx"), filepath.Join(dir, "luu")
	if err := os.WriteFile(from, written(t, asked()), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", to, from)
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(filepath.Join(to, "bieu.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, data)
	if m, err := sheet.ReadMark(data); err != nil || m != asked().Mark {
		t.Errorf("the mark came back as %+v, %v", m, err)
	}
}

func TestOnlyOpenCellsMayBeChanged(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, asked())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, locked := range map[string]bool{"A5": true, "B5": true, "C5": false, "D5": false, "G5": false, "C6": true, "D7": false, "B7": true} {
		id, err := f.GetCellStyle("Chỉ tiêu", cell)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := f.GetStyle(id); err != nil || s.Protection == nil || s.Protection.Locked != locked {
			t.Errorf("%s: %+v, %v, want locked %v", cell, s.Protection, err, locked)
		}
	}
	rules, err := f.GetDataValidations("Chỉ tiêu")
	if err != nil || len(rules) != 3 {
		t.Fatalf("%d rules, %v", len(rules), err)
	}
	if words, err := f.GetCellValue(vi.MarkTab, "D1"); err != nil || words != "TC1 · Đúng hạn, đủ" || !strings.Contains(rules[2].Formula1, "$D$1:$D$2") {
		t.Errorf("the list of words: %q, %+v, %v", words, rules[2], err)
	}
	if shown, err := f.GetColVisible("Chỉ tiêu", "A"); err != nil || shown {
		t.Errorf("the codes are shown: %v, %v", shown, err)
	}
	if shown, err := f.GetSheetVisible(vi.MarkTab); err != nil || shown {
		t.Errorf("the mark is shown: %v, %v", shown, err)
	}
}

// TestCellsAreReadAsTheyAreMeant types values the ways that people and programs do.
func TestCellsAreReadAsTheyAreMeant(t *testing.T) {
	percent := func(t *testing.T, f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{NumFmt: 9})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Chỉ tiêu", "D5", "D5", id); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		at   string
		v    any
		also func(*testing.T, *excelize.File)
		want string
		code thidua.Code
	}{
		"a number":                  {at: "D5", v: 92.5, want: "92,5"},
		"a number as Excel keeps":   {at: "D5", v: 92.549999999999997, want: "92,55"},
		"a comma as text":           {at: "D5", v: "8,5", want: "8,5"},
		"thousands as text":         {at: "D5", v: "1.250", want: "1.250"},
		"three decimals":            {at: "D5", v: 1.125, want: "1,125", code: sheet.CodeCellNumber},
		"per cent":                  {at: "D5", v: 0.95, also: percent, want: "95"},
		"per cent as text":          {at: "D5", v: "95 %", want: "95"},
		"words for a number":        {at: "D5", v: "nhiều", want: "nhiều", code: sheet.CodeCellNumber},
		"a day of Excel":            {at: "E5", v: 45658, want: "01/01/2025"},
		"a typed day":               {at: "E5", v: "1/2/2025", want: "01/02/2025"},
		"no such day":               {at: "E5", v: "31/02/2025", want: "31/02/2025", code: thidua.CodeDateWrong},
		"a year for a day":          {at: "E5", v: 2025, want: "2025", code: thidua.CodeDateWrong},
		"a choice in small letters": {at: "F5", v: "tc2 · sang kien", want: "TC2 · Sáng kiến"},
		"a choice by its code":      {at: "F5", v: "TC2", want: "TC2 · Sáng kiến"},
		"no choice":                 {at: "F5", v: "TC9", want: "TC9", code: sheet.CodeCellChoice},
		"a fraction of a year":      {at: "G5", v: 1985.5, want: "1985,5", code: sheet.CodeCellWhole},
		"a number for words":        {at: "C5", v: 12, want: "12"},
	} {
		data := edited(t, written(t, asked()), func(f *excelize.File) {
			put(t, f, c.at, c.v)
			if c.also != nil {
				c.also(t, f)
			}
		})
		l := back(t, data)[0]
		for _, col := range asked().Forms[0].Columns {
			if e := l.Entries[col.Key]; e.At == c.at {
				if _, code, _ := col.Parse(e.Text); e.Text != c.want || code != c.code {
					t.Errorf("%s: %+v, %s, want %q %s", name, e, code, c.want, c.code)
				}
			}
		}
	}
}

func TestCase30FormulasAndErrorsAreNamedByTheirCell(t *testing.T) {
	data := edited(t, written(t, asked()), func(f *excelize.File) {
		if err := f.SetCellFormula("Chỉ tiêu", "D5", "50+42"); err != nil {
			t.Fatal(err)
		}
	})
	if e := back(t, data)[0].Entries["value"]; e.At != "D5" || e.Wrong != sheet.CodeCellFormula {
		t.Errorf("a formula: %+v", e)
	}
	row := `<row r="1"><c r="A1" t="inlineStr"><is><t>Mã dòng</t></is></c><c r="B1" t="inlineStr"><is><t>Nội dung</t></is></c></row>` +
		`<row r="2"><c r="A2" t="inlineStr"><is><t>m</t></is></c><c r="B2" t="e"><v>#REF!</v></c></row>`
	r, err := sheet.ReadWorkbook(marked(t, row, ""), []sheet.Form{{Tab: "S", Columns: []sheet.FormColumn{{Key: "content", Title: "Nội dung"}}}})
	if err != nil || len(r.Lines[0]) != 1 || r.Lines[0][0].Entries["content"].Wrong != sheet.CodeCellError {
		t.Errorf("an error of Excel: %+v, %v", r, err)
	}
}

// marked is a workbook made by hand whose first sheet holds the rows, with a mark.
func marked(t testing.TB, rows, strs string) []byte {
	return parts(t, map[string]string{
		"xl/workbook.xml": head + `<workbook ` + spaces + `><sheets><sheet name="S" sheetId="1" r:id="rId1"/><sheet name="` + vi.MarkTab + `" sheetId="2" state="hidden" r:id="rId3"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + relations + `<Relationship Id="rId1" Type="` + related + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` +
			related + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + related + `worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": head + `<worksheet ` + spaces + `><sheetData>` + rows + `</sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml": head + `<worksheet ` + spaces + `><sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>thu</t></is></c></row></sheetData></worksheet>`,
		"xl/sharedStrings.xml":     head + `<sst ` + spaces + `>` + strs + `</sst>`,
	})
}

// TestRowsAndColumnsMayMove deletes, adds and sorts rows and moves a column.
func TestRowsAndColumnsMayMove(t *testing.T) {
	data := edited(t, written(t, asked()), func(f *excelize.File) {
		if err := errors.Join(f.RemoveRow("Chỉ tiêu", 5), f.InsertRows("Chỉ tiêu", 5, 2), f.InsertCols("Chỉ tiêu", "C", 1)); err != nil {
			t.Fatal(err)
		}
		put(t, f, "D5", "Dòng mới")
		put(t, f, "C4", "Ghi chú riêng")
	})
	lines := back(t, data)
	if len(lines) != 2 || lines[0].Code != "" || lines[0].Entries["content"] != (sheet.Entry{At: "D5", Text: "Dòng mới"}) || lines[1].Code != "m2" || lines[1].Number != 7 ||
		lines[1].Entries["value"].At != "E7" {
		t.Errorf("read as %+v", lines)
	}
}

// TestSortedRowsAndOtherOrdersOfColumnsReadTheSame turns the rows and the columns round.
func TestSortedRowsAndOtherOrdersOfColumnsReadTheSame(t *testing.T) {
	turned := asked()
	slices.Reverse(turned.Forms[0].Columns)
	data := edited(t, written(t, turned), func(f *excelize.File) {
		if err := errors.Join(f.DuplicateRowTo("Chỉ tiêu", 5, 7), f.RemoveRow("Chỉ tiêu", 5)); err != nil {
			t.Fatal(err)
		}
	})
	lines := back(t, data)
	if len(lines) != 2 || lines[0].Code != "m2" || lines[1].Code != "m1" || lines[1].Number != 6 {
		t.Fatalf("read as %+v", lines)
	}
	for key, want := range asked().Forms[0].Rows[0].Cells {
		if got := lines[1].Entries[key].Text; key != "unit" && got != want {
			t.Errorf("%s came back as %q, want %q", key, got, want)
		}
	}
	if at := lines[1].Entries["year"].At; at != "B6" {
		t.Errorf("the year stands at %s", at)
	}
}

func TestFilesThatAreNoFormOfOursHaveASentenceEach(t *testing.T) {
	good := written(t, asked())
	for name, c := range map[string]struct {
		data []byte
		want thidua.Code
	}{
		"words":              {[]byte("Mã dòng,Nội dung\n"), sheet.CodeNoBook},
		"nothing":            {nil, sheet.CodeNoBook},
		"old Excel":          {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)), sheet.CodeOldFormat},
		"OpenDocument":       {parts(t, map[string]string{"content.xml": "<x/>"}), sheet.CodeOpenDoc},
		"macros":             {parts(t, map[string]string{"xl/vbaProject.bin": "x"}), sheet.CodeMacro},
		"damaged":            {good[:len(good)/2], sheet.CodeDamaged},
		"too large":          {make([]byte, sheet.MaxFile+1), sheet.CodeTooLarge},
		"no mark":            {packed(t, titles, ""), sheet.CodeNotOurs},
		"a bomb":             {bomb(t), sheet.CodeNoBook},
		"a tab renamed":      {edited(t, good, func(f *excelize.File) { _ = f.SetSheetName("Chỉ tiêu", "Khác") }), sheet.CodeTab},
		"a column taken out": {edited(t, good, func(f *excelize.File) { _ = f.RemoveCol("Chỉ tiêu", "D") }), sheet.CodeTitle},
		"the codes gone":     {edited(t, good, func(f *excelize.File) { _ = f.RemoveCol("Chỉ tiêu", "A") }), sheet.CodeTitle},
		"a column twice":     {edited(t, good, func(f *excelize.File) { put(t, f, "I4", "Nội dung") }), sheet.CodeTwice},
		"rows without end":   {edited(t, good, func(f *excelize.File) { put(t, f, "C10050", "x") }), sheet.CodeTooMany},
		"merged everywhere":  {marked(t, titles+`</sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A1:B1"/>`, 4000)+`</mergeCells><sheetData>`, ""), sheet.CodeTooManyCells},
	} {
		_, err := sheet.ReadWorkbook(c.data, asked().Forms)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// TestFaultsStandInTheFile gives back what was typed with what is wrong with it.
func TestFaultsStandInTheFile(t *testing.T) {
	b := asked()
	b.Forms[0].Marked = true
	b.Forms[0].Rows[0].Cells["value"] = "nhiều"
	b.Forms[0].Rows[0].Faults = map[string]string{"value": "Nhập số.", "": "Dòng này đã có người sửa."}
	data := written(t, b)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if said, err := f.GetCellValue("Chỉ tiêu", "H5"); err != nil || said != "Dòng này đã có người sửa.\nChỉ tiêu: Nhập số." {
		t.Errorf("the row says %q, %v", said, err)
	}
	id, err := f.GetCellStyle("Chỉ tiêu", "D5")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := f.GetStyle(id); err != nil || len(s.Fill.Color) == 0 || !strings.Contains(s.Fill.Color[0], "F8D7DA") {
		t.Errorf("the cell looks like %+v, %v", s.Fill, err)
	}
	if e := back(t, data)[0].Entries["value"]; e.Text != "nhiều" {
		t.Errorf("what was typed came back as %+v", e)
	}
}

// FuzzReadWorkbook reads workbooks of any rows: it gives lines whose entries name their cells, or a refusal in words.
func FuzzReadWorkbook(f *testing.F) {
	top := `<row r="1"><c r="A1" t="inlineStr"><is><t>Mã dòng</t></is></c><c r="B1" t="inlineStr"><is><t>Nội dung</t></is></c>` +
		`<c r="C1" t="inlineStr"><is><t>Chỉ tiêu</t></is></c><c r="D1" t="inlineStr"><is><t>Hạn</t></is></c><c r="E1" t="inlineStr"><is><t>Loại</t></is></c></row>`
	f.Add(top+`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>92.549999999999997</v></c><c r="D2" s="1"><v>44197</v></c></row>`, `<si><t>m1</t></si>`)
	f.Add(top+`<row r="9"><c r="B9" t="e"><v>#REF!</v></c><c r="C9"><f>1+1</f><v>2</v></c><c r="D9" t="d"><v>2025-02-31</v></c><c r="E9" t="b"><v>1</v></c></row>`, `<si><r><rPr/><t>a</t></r></si>`)
	f.Add(top+`<row r="2"><c r="C2"><f t="shared" si="0" ref="C2:C4">B2*2</f></c></row><row r="3"><c r="C3"><f t="shared" si="0"/></c></row>`, ``)
	forms := []sheet.Form{{Tab: "S", Columns: asked().Forms[0].Columns[1:5]}}
	f.Fuzz(func(t *testing.T, rows, strs string) {
		r, err := sheet.ReadWorkbook(marked(t, rows, strs), forms)
		var refusal *thidua.Error
		if err != nil {
			if !errors.As(err, &refusal) {
				t.Errorf("no refusal in words: %v", err)
			}
			return
		}
		for _, l := range r.Lines[0] {
			for key, e := range l.Entries {
				if _, row, err := excelize.CellNameToCoordinates(e.At); err != nil || row != l.Number || e.Text == "" && e.Wrong == "" {
					t.Errorf("line %d, %s: %+v", l.Number, key, e)
				}
			}
		}
	})
}

// TestRowsMayBePasted reads what Excel puts on the clipboard.
func TestRowsMayBePasted(t *testing.T) {
	heads := "Mã dòng\tĐơn vị\tNội dung\tChỉ tiêu\tHạn\tLoại\tNăm\n"
	tab, lines, err := sheet.ReadPasted("BIỂU CHỈ TIÊU\n"+heads+"m1\tPhòng 1\t\"Hai\ndòng \"\"a\"\"\"\t1.250,55\t5/2/2025\tTC1\t1985\n\t\tDòng mới\t\t\t\t\n", asked().Forms)
	if err != nil || tab != 0 || len(lines) != 2 || lines[0].Code != "m1" || lines[0].Entries["content"].Text != "Hai\ndòng \"a\"" ||
		lines[0].Entries["due"].Text != "05/02/2025" || lines[0].Entries["kind"].Text != "TC1 · Đúng hạn, đủ" || lines[1].Code != "" || lines[1].Number != 2 {
		t.Errorf("%d, %+v, %v", tab, lines, err)
	}
	for name, text := range map[string]string{"nothing": "", "no heads": "a\tb\n", "a column missing": strings.Replace(heads, "Chỉ tiêu\t", "", 1) + "m1\tx\n"} {
		_, _, err := sheet.ReadPasted(text, asked().Forms)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != sheet.CodePasted {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzReadPasted reads any text: lines, or a refusal in words.
func FuzzReadPasted(f *testing.F) {
	f.Add("Mã dòng\tNội dung\tChỉ tiêu\tHạn\tLoại\nm1\t\"a\nb\"\t1,5\t1/2/2025\tTC1\n")
	f.Add("\"\t\"\"\n")
	forms := []sheet.Form{{Tab: "S", Columns: asked().Forms[0].Columns[1:5]}}
	f.Fuzz(func(t *testing.T, text string) {
		_, lines, err := sheet.ReadPasted(text, forms)
		var refusal *thidua.Error
		if err != nil && !errors.As(err, &refusal) {
			t.Errorf("no refusal in words: %v", err)
		}
		for _, l := range lines {
			for key, e := range l.Entries {
				if e.Text == "" || l.Number < 1 {
					t.Errorf("line %d, %s: %+v", l.Number, key, e)
				}
			}
		}
	})
}
