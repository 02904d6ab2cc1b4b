package record

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// FileLine is one file of a dossier as its contents sheet lists it.
type FileLine struct {
	File     string // name in the ZIP
	What     string // "Tờ trình đề nghị khen thưởng, bản Word"
	Number   string
	IssuedOn thidua.Date
	State    string // in words
	Pages    int    // 0: not counted
	Size     int64  // bytes
	Hash     string // SHA-256 in hexadecimal
}

// ContentsSheet is the list of everything in a dossier that was packed (Mục lục hồ sơ): with it whoever gets the ZIP sees what should be there
// and that nothing was changed.
type ContentsSheet struct {
	Working
	Sums    string // name of the file of checksums
	Missing []string
	Files   []FileLine
}

// Document makes the sheet, in landscape.
func (c ContentsSheet) Document() doc.Document {
	t := doc.Table{Size: 11, Columns: []doc.Column{
		{Head: "STT", Width: 11, Align: doc.Center}, {Head: "Tên tệp", Width: 62, Align: doc.Left}, {Head: "Nội dung", Width: 44, Align: doc.Left},
		{Head: "Số, ngày", Width: 30, Align: doc.Left}, {Head: "Trạng thái", Width: 24, Align: doc.Left}, {Head: "Số trang", Width: 14, Align: doc.Right},
		{Head: "Dung lượng", Width: 18, Align: doc.Right}, {Head: "SHA-256", Width: 49, Align: doc.Left},
	}}
	for i, f := range c.Files {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), f.File, f.What, doc.JoinWith("\n", f.Number, vi.Date(f.IssuedOn)), f.State,
			f.pages(), vi.FileSize(f.Size), grouped(f.Hash)}})
	}
	blocks := append(c.head("MỤC LỤC HỒ SƠ", "(Danh mục tệp của hồ sơ điện tử, lập ngày "+vi.Date(c.Date)+")"), t)
	for _, line := range c.after() {
		blocks = append(blocks, doc.Text(line))
	}
	d := doc.New("Mục lục "+vi.LowerFirst(c.Of), c.Date, c.Sample, blocks...)
	d.Sections[0].Landscape = true
	return d
}

// after are the sentences below the table: how many files, what is not there yet, how to see that nothing was changed.
func (c ContentsSheet) after() []string {
	out := []string{fmt.Sprintf("Hồ sơ có %d tệp, chưa kể mục lục này và tệp %s.", len(c.Files), c.Sums)}
	if len(c.Missing) > 0 {
		out = append(out, "Chưa có trong hồ sơ: "+doc.Ended(doc.JoinWith("; ", c.Missing...), "."))
	}
	return append(out, fmt.Sprintf("Để kiểm tra một tệp trên Windows: mở Command Prompt tại thư mục đã giải nén, gõ certutil -hashfile \"tên tệp\" SHA256 rồi so với cột SHA-256. "+
		"Trên Linux, macOS: sha256sum -c %s.", c.Sums))
}

// Text is the same list to be read without a viewer; the hashes stand on one line each, so that they can be copied.
func (c ContentsSheet) Text() string {
	var b strings.Builder
	line := func(s ...string) { b.WriteString(strings.Join(s, "") + "\r\n") }
	line("MỤC LỤC HỒ SƠ")
	line(c.Of, " – ", c.Agency)
	if c.Sample {
		line(doc.SampleMark)
	}
	line()
	for i, f := range c.Files {
		line(fmt.Sprint(i+1), ". ", f.File)
		line("   ", doc.Join(f.What, prefixed("số ", f.Number), prefixed("ngày ", vi.Date(f.IssuedOn)), f.State, prefixed("số trang: ", f.pages()), vi.FileSize(f.Size)))
		line("   SHA-256: ", f.Hash)
	}
	line()
	for _, s := range c.after() {
		line(s)
	}
	return b.String()
}

func (f FileLine) pages() string {
	if f.Pages == 0 {
		return ""
	}
	return fmt.Sprint(f.Pages)
}

// grouped breaks a hash into lines of sixteen figures, which two people can compare aloud.
func grouped(hash string) string {
	var lines []string
	for ; len(hash) > 16; hash = hash[16:] {
		lines = append(lines, hash[:16])
	}
	return strings.Join(append(lines, hash), "\n")
}
