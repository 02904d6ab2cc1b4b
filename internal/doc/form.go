package doc

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// Issuer is the agency whose name stands at the head of a paper.
type Issuer struct {
	Superior string // cơ quan chủ quản, "UBND tỉnh Lào Cai"; may be empty
	Agency   string // cơ quan ban hành, "Thanh tra tỉnh"
	Place    string // địa danh, "Lào Cai"
}

// Signer is who signs a paper: authority and position line by line ("KT. Chánh Thanh tra", "Phó Chánh Thanh tra") and the name without academic title.
type Signer struct {
	Titles []string
	Name   string
}

// Letterhead makes the pair at the head; a paper without a place line (biên bản) passes an empty placeDate.
func (i Issuer) Letterhead(number, placeDate string) Letterhead {
	return Letterhead{Superior: upper(i.Superior), Agency: upper(i.Agency), Number: numberLine(number), PlaceDate: placeDate}
}

// Signature makes one column of a signature block: authority and position in capitals.
func (s Signer) Signature() Signature {
	titles := make([]string, 0, len(s.Titles))
	for _, t := range s.Titles {
		titles = append(titles, upper(t))
	}
	return Signature{Titles: titles, Name: s.Name}
}

// upper sets a name or a position in capitals, as the head and the signature of a paper ask.
func upper(s string) string { return strings.ToUpper(clean(s)) }

// Blank stands where the office writes by hand.
const Blank = "……"

// numberLine gives "Số: 15/TTr-TTr"; a number that begins with "/" has not been given out yet and leaves room for it.
func numberLine(number string) string {
	switch {
	case number == "":
		return ""
	case strings.HasPrefix(number, "/"):
		return "Số: " + Blank + number
	}
	return "Số: " + number
}

// LongDate gives "ngày 05 tháng 02 năm 2024": days below 10 and the months 1 and 2 with a leading zero (NĐ 30/2020, Phụ lục I).
func LongDate(d thidua.Date) string {
	if !d.Valid() {
		return "ngày " + Blank + " tháng " + Blank + " năm " + Blank
	}
	return vi.DateWords(d)
}

// PlaceDate gives "Lào Cai, ngày 05 tháng 02 năm 2024".
func PlaceDate(place string, d thidua.Date) string {
	if place == "" {
		return vi.UpperFirst(LongDate(d))
	}
	return place + ", " + LongDate(d)
}

// Clock turns "14:05" into "14 giờ 05 phút"; anything else is printed as it came.
func Clock(s string) string {
	hour, minute, ok := strings.Cut(s, ":")
	if s == "" || !ok {
		return Or(s, Blank+" giờ "+Blank+" phút")
	}
	return fmt.Sprintf("%02s giờ %02s phút", hour, minute)
}

// Or gives the first text that says something.
func Or(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// Join writes the non-empty parts one after the other with a comma.
func Join(parts ...string) string { return JoinWith(", ", parts...) }

// JoinWith writes the non-empty parts one after the other with a separator.
func JoinWith(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

// Ended gives the text with exactly the end mark asked for, whatever mark it came with.
func Ended(s, mark string) string {
	return strings.TrimRight(strings.TrimSpace(s), " .;/") + mark
}

// Bases prints the legal bases one per line, each with ";"; the last ends the list with its own mark.
func Bases(list []string, last string) []Block {
	blocks := make([]Block, 0, len(list))
	for i, b := range list {
		mark := ";"
		if i == len(list)-1 {
			mark = last
		}
		blocks = append(blocks, Basis(Ended(b, mark)))
	}
	return blocks
}

// Recipients ends every line with ";" and the last with ".".
func Recipients(list []string) []string {
	lines := make([]string, 0, len(list))
	for i, r := range list {
		mark := ";"
		if i == len(list)-1 {
			mark = "."
		}
		lines = append(lines, Ended(strings.TrimPrefix(strings.TrimSpace(r), "- "), mark))
	}
	return lines
}

// Texts makes a body paragraph of each text that says something.
func Texts(list []string) []Block {
	blocks := make([]Block, 0, len(list))
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			blocks = append(blocks, Text(s))
		}
	}
	return blocks
}

// Lines gives the lines of texts that say something, each without the space around it.
func Lines(texts ...string) []string {
	var out []string
	for _, t := range texts {
		for line := range strings.SplitSeq(t, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}
