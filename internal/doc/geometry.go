package doc

import (
	"strings"
	"unicode/utf8"

	"thidua/internal/doc/font"
)

// Measures in twips (1/20 point), the unit of DOCX, so that both writers agree to the last one. NĐ 30/2020/NĐ-CP, Phụ lục I, mục I: A4,
// top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
const (
	paperShort   = 11906 // 210 mm
	paperLong    = 16838 // 297 mm
	marginTop    = 1134  // 20 mm
	marginBottom = 1134  // 20 mm
	marginLeft   = 1701  // 30 mm
	marginRight  = 851   // 15 mm
	headerAt     = 567   // 10 mm from the edge to the page number
	footerAt     = 454   // 8 mm
	firstIndent  = 720   // 1.27 cm
	bodyBefore   = 120   // 6 pt between paragraphs
	cellPad      = 80    // at the left and right of a cell
	cellAir      = 20    // above and below the text of a cell
	ruleHeight   = 120   // of the paragraph that carries a short rule
	signGap      = 1300  // between the position and the name, for signature and seal
	endHeight    = 20    // of the paragraph that ends a section
)

// Sizes in points within the ranges of the annex.
const (
	bodySize      = 14
	tableSize     = 13
	recipientHead = 12
	recipientSize = 11
	sampleSize    = 10
	numberSize    = 13 // of the number and of the place and date
)

const (
	nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto  = "Độc lập - Tự do - Hạnh phúc"
)

func (s Section) paper() (width, height int) {
	if s.Landscape {
		return paperLong, paperShort
	}
	return paperShort, paperLong
}

// textWidth is the width between the margins.
func (s Section) textWidth() int {
	w, _ := s.paper()
	return w - marginLeft - marginRight
}

// twips measures a text.
func twips(f font.Face, size float64, s string) float64 { return font.Serif(f).Width(s, size*20) }

func (r Run) face() font.Face {
	f := font.Regular
	if r.Bold {
		f |= font.Bold
	}
	if r.Italic {
		f |= font.Italic
	}
	return f
}

// head is the letterhead with its measures: columns, size of the letters, and the agency's names broken where they read best.
type head struct {
	left, right int // twips
	size        float64
	superior    []string
	agency      []string
	number      []string
	place       []string
	agencyRule  int // length of the rule below the agency: within a third and a half of its name
	mottoRule   int // as long as the motto
}

// fit chooses 13 pt for the letterhead, or 12 where a name at the left would then take fewer lines.
func (l Letterhead) fit(width int) head {
	wide, narrow := l.sized(width, 13), l.sized(width, 12)
	if len(narrow.superior)+len(narrow.agency) < len(wide.superior)+len(wide.agency) {
		return narrow
	}
	return wide
}

func (l Letterhead) sized(width int, size float64) head {
	h := head{size: size}
	h.right = max(int(twips(font.Bold, size, nation))+60, width*55/100)
	h.left = width - h.right
	h.superior = balance(clean(l.Superior), font.Regular, size, h.left-120)
	h.agency = balance(clean(l.Agency), font.Bold, size, h.left-120)
	h.number = balance(clean(l.Number), font.Regular, numberSize, h.left-120)
	h.place = balance(clean(l.PlaceDate), font.Italic, numberSize, h.right-120)
	longest := 0.0
	for _, s := range h.agency {
		longest = max(longest, twips(font.Bold, size, s))
	}
	h.agencyRule = int(longest * 0.45)
	h.mottoRule = int(twips(font.Bold, size+1, motto))
	return h
}

// balance breaks a centred text into as few lines as the width asks and of about equal length; a dash stays at the end of its line.
func balance(s string, f font.Face, size float64, width int) []string {
	parts := strings.Fields(s)
	for i := 1; i < len(parts); {
		if parts[i] == "-" || parts[i] == "–" {
			parts[i-1] += " " + parts[i]
			parts = append(parts[:i], parts[i+1:]...)
			continue
		}
		i++
	}
	lines := fill(parts, f, size, float64(width))
	low, high := 0.0, float64(width)
	for high-low > 20 && len(lines) > 1 {
		middle := (low + high) / 2
		if try := fill(parts, f, size, middle); len(try) == len(lines) && fits(try, f, size, middle) {
			high, lines = middle, try
		} else {
			low = middle
		}
	}
	return lines
}

func fill(parts []string, f font.Face, size, width float64) []string {
	var lines []string
	for _, p := range parts {
		last := len(lines) - 1
		if last >= 0 && twips(f, size, lines[last]+" "+p) <= width {
			lines[last] += " " + p
			continue
		}
		lines = append(lines, p)
	}
	return lines
}

func fits(lines []string, f font.Face, size, width float64) bool {
	for _, l := range lines {
		if twips(f, size, l) > width {
			return false
		}
	}
	return true
}

func (t Table) size() float64 {
	if t.Size == 0 {
		return tableSize
	}
	return t.Size
}

// widths gives the columns in twips: their shares of the text width, none narrower than its longest word as long as the page has room.
func (t Table) widths(total int) []int {
	shares, floor := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	sum, need := 0.0, 0.0
	for i, c := range t.Columns {
		shares[i] = max(c.Width, 1)
		sum += shares[i]
		floor[i] = t.longestWord(i) + 2*cellPad + 20
		need += floor[i]
	}
	if need >= float64(total) {
		return rounded(capped(floor, float64(total)), total)
	}
	for i := range shares {
		shares[i] *= float64(total) / sum
	}
	lift(shares, floor)
	return rounded(shares, total)
}

// lift raises columns to their floor and takes what that costs from the columns that have more than theirs.
func lift(shares, floor []float64) {
	missing, spare := 0.0, 0.0
	for i := range shares {
		if d := floor[i] - shares[i]; d > 0 {
			missing += d
		} else {
			spare -= d
		}
	}
	for i := range shares {
		if d := floor[i] - shares[i]; d > 0 {
			shares[i] = floor[i]
		} else if spare > 0 {
			shares[i] += d * missing / spare
		}
	}
}

// capped takes from the widest columns only, so that a number or a date is not broken for the sake of a long word elsewhere.
func capped(floor []float64, total float64) []float64 {
	low, high := 0.0, total
	for range 40 {
		middle, sum := (low+high)/2, 0.0
		for _, f := range floor {
			sum += min(f, middle)
		}
		if sum > total {
			high = middle
		} else {
			low = middle
		}
	}
	out := make([]float64, len(floor))
	for i, f := range floor {
		out[i] = min(f, low)
	}
	return out
}

func rounded(parts []float64, total int) []int {
	out, left := make([]int, len(parts)), total
	for i, p := range parts {
		out[i] = int(p)
		left -= out[i]
	}
	if len(out) > 0 {
		out[len(out)-1] += left
	}
	return out
}

func (t Table) longestWord(column int) float64 {
	size := t.size()
	longest := longestIn(clean(t.Columns[column].Head), font.Bold, size, 0)
	for _, r := range t.Rows {
		if column < len(r.Cells) && (len(r.Cells) > 1 || len(t.Columns) == 1) {
			longest = longestIn(r.Cells[column], Run{Bold: r.Bold}.face(), size, longest)
		}
	}
	return longest
}

// longestIn measures only the words that may be longer than the longest so far: no letter is wider than an em.
func longestIn(s string, f font.Face, size, longest float64) float64 {
	for word := range strings.FieldsSeq(s) {
		if float64(utf8.RuneCountInString(word))*size*20 > longest {
			longest = max(longest, twips(f, size, word))
		}
	}
	return longest
}
