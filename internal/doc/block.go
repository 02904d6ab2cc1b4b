package doc

// Align is the horizontal alignment of text.
type Align int

// The alignments; the zero value is that of body text (canh đều hai lề).
const (
	Justify Align = iota
	Left
	Center
	Right
)

// Run is a stretch of text in one style.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
}

// Letterhead is the pair at the head of a paper: the agency and the number at the left, Quốc hiệu, Tiêu ngữ and the place and date at the right.
type Letterhead struct {
	Superior  string // cơ quan chủ quản, "UBND TỈNH LÀO CAI"; empty leaves the line out
	Agency    string // cơ quan ban hành, "THANH TRA TỈNH"
	Number    string // "Số: 15/TTr-TTr"; empty leaves the line out
	About     string // trích yếu of a công văn, "V/v gửi hồ sơ …", below the number; empty on papers with a name
	PlaceDate string // "Lào Cai, ngày 05 tháng 02 năm 2024"; empty on minutes
}

// Title is the name of the paper with its subject (trích yếu) and the short rule below.
type Title struct {
	Kind    string // "TỜ TRÌNH"
	Subject string // may be empty
}

// Heading is the bold heading of a part ("I. SƠ LƯỢC …") or, at level 2, of a clause; it stays with what follows.
type Heading struct {
	Text  string
	Level int // 1 or 2
}

// Para is a paragraph of 14 pt; by default justified with a first line indent of 1.27 cm.
type Para struct {
	Runs     []Run
	Align    Align
	NoIndent bool // no first line indent; centred and right text never has one
	KeepNext bool // stays on the page of the next block
}

// Column is a column of a table.
type Column struct {
	Head  string
	Width float64 // share of the text width; a column is never narrower than its longest word where the page allows
	Align Align   // of the cells; heads are centred
}

// Row is a row of a table. A row with a single cell in a table of several columns spans them all, as the head of a group.
type Row struct {
	Cells  []string // a line break in a cell begins a new paragraph
	Bold   bool
	Joined bool // goes on with the row above: no rule above its empty cells
}

// Table is a ruled table; its head is repeated on every page and its rows are not split.
type Table struct {
	Columns []Column
	Rows    []Row
	Size    float64 // of the text in points, 0 = 13
}

// Signature is one column of a signature block, from top to bottom.
type Signature struct {
	Heading   string   // "XÁC NHẬN CỦA CẤP TRÌNH", "VĂN PHÒNG"; may be empty
	Text      []string // lines of opinion or confirmation, at the left edge
	PlaceDate string   // in italics; may be empty
	Titles    []string // authority and position: "KT. CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA"
	Note      string   // "(Ký, ghi rõ họ tên)", in italics
	Name      string
}

// Signatures is a signature block: one to three columns, kept together and never alone on a page. With one column the recipients
// (Nơi nhận) stand beside it, with more columns below.
type Signatures struct {
	Columns    []Signature
	Recipients []string
	Framed     bool // ruled boxes, as on the cover slip
}

// PageBreak begins a new page.
type PageBreak struct{}

func (Letterhead) block() {}
func (Title) block()      {}
func (Heading) block()    {}
func (Para) block()       {}
func (Table) block()      {}
func (Signatures) block() {}
func (PageBreak) block()  {}

// Text makes a body paragraph of upright text.
func Text(s string) Para { return Para{Runs: []Run{{Text: s}}} }

// Basis makes the paragraph of a legal basis (căn cứ), in italics.
func Basis(s string) Para { return Para{Runs: []Run{{Text: s, Italic: true}}} }

// Labelled makes a body paragraph that opens with a bold label.
func Labelled(label, s string) Para {
	return Para{Runs: []Run{{Text: label + " ", Bold: true}, {Text: s}}}
}

// Centered makes a centred paragraph.
func Centered(runs ...Run) Para { return Para{Runs: runs, Align: Center} }
