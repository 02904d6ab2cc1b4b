package record

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Figure is a figure of the data (số liệu) that a sentence may state: nobody types it.
type Figure struct {
	Key   string
	Label string // "thực hiện: Hồ sơ công việc xử lý trên môi trường mạng"
	Value string // "93%"
}

// Passage is a part of a report that is written from the data: the sentences that the rules compose and the figures that stand in them. In a
// sentence that is kept a figure is locked as "[93%|key]"; its author sees "[93%]", the paper says "93%".
type Passage struct {
	Draft   []string // one line each
	Figures []Figure
}

var (
	lockedFigure = regexp.MustCompile(`\[([^\[\]|]*)\|([^\[\]|]*)\]`)
	typedFigure  = regexp.MustCompile(`\[([^\[\]]*)\]`)
	brackets     = strings.NewReplacer("[", "(", "]", ")", "|", "/", "\n", " ", "\r", " ")
)

// add takes a figure in and gives it as it stands in a sentence.
func (p *Passage) add(key, label, value string) string {
	value = brackets.Replace(value)
	p.Figures = append(p.Figures, Figure{Key: key, Label: label, Value: value})
	return "[" + value + "|" + key + "]"
}

func (p Passage) find(key string) (Figure, bool) {
	i := slices.IndexFunc(p.Figures, func(f Figure) bool { return f.Key == key })
	if i < 0 {
		return Figure{}, false
	}
	return p.Figures[i], true
}

// each puts something in the place of every locked figure; known is false for one that the data do not have any more.
func (p Passage) each(text string, put func(value, key string, known bool) string) string {
	return lockedFigure.ReplaceAllStringFunc(text, func(t string) string {
		m := lockedFigure.FindStringSubmatch(t)
		if f, ok := p.find(m[2]); ok {
			return put(f.Value, m[2], true)
		}
		return put(m[1], m[2], false)
	})
}

// Printed gives a text as the paper says it: the figures of the data, without brackets.
func (p Passage) Printed(text string) string {
	return p.each(text, func(value, _ string, _ bool) string { return value })
}

// Shown gives a text as its author edits it: "đạt [93%]".
func (p Passage) Shown(text string) string {
	return p.each(text, func(value, _ string, _ bool) string { return "[" + value + "]" })
}

// draft is the composed text of the passage.
func (p Passage) draft() string { return strings.Join(p.Draft, "\n") }

// Lock reads a text as its author typed it, beside the one that stood there: every bracket becomes the figure that it names. Unknown lists
// the brackets that state no figure of the data. Of figures with the same value the one that stood next in the earlier text is meant.
func (p Passage) Lock(typed, before string) (locked string, unknown []string) {
	var order []Figure
	for _, m := range lockedFigure.FindAllStringSubmatch(before, -1) {
		if f, ok := p.find(m[2]); ok {
			order = append(order, f)
		}
	}
	locked = typedFigure.ReplaceAllStringFunc(typed, func(t string) string {
		value := same(t[1 : len(t)-1])
		means := func(f Figure) bool { return same(f.Value) == value }
		if i := slices.IndexFunc(order, means); i >= 0 {
			f := order[i]
			order = slices.Delete(order, i, i+1)
			return "[" + f.Value + "|" + f.Key + "]"
		}
		if i := slices.IndexFunc(p.Figures, means); i >= 0 {
			return "[" + p.Figures[i].Value + "|" + p.Figures[i].Key + "]"
		}
		unknown = append(unknown, t)
		return t
	})
	return locked, unknown
}

// same is a value without what typing changes: spaces, case, the form of the letters.
func same(value string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(value)), ""))
}

// Lost gives the figures of a text that the data do not have any more, as they stand there.
func (p Passage) Lost(text string) []string {
	var out []string
	p.each(text, func(value, _ string, known bool) string {
		if !known {
			out = append(out, "["+value+"]")
		}
		return ""
	})
	return out
}

// Omitted gives the figures that the composed sentences state and a text does not.
func (p Passage) Omitted(text string) []Figure {
	stated := map[string]bool{}
	for _, m := range lockedFigure.FindAllStringSubmatch(text, -1) {
		stated[m[2]] = true
	}
	var out []Figure
	for _, m := range lockedFigure.FindAllStringSubmatch(p.draft(), -1) {
		if f, ok := p.find(m[2]); ok && !stated[f.Key] {
			stated[f.Key] = true
			out = append(out, f)
		}
	}
	return out
}

// skeleton is a sentence without its figures, by which a composed one is known again.
func skeleton(sentence string) string {
	return strings.Join(strings.Fields(lockedFigure.ReplaceAllString(sentence, "[]")), " ")
}

var (
	numbers     = regexp.MustCompile(`\d[\d.,]*`)
	leadingWord = regexp.MustCompile(`^(%|(?:\s+\p{L}+){1,3})`)
	lastWord    = regexp.MustCompile(`(\p{L}+)\s+$`)
	// counting are the words before a number that make it no result: a year, a day, an article, the name of a unit; calendar those behind it.
	counting = []string{"năm", "ngày", "tháng", "quý", "điều", "khoản", "mục", "số", "kỳ", "chí", "vụ", "phòng", "khóa", "quyển", "trang", "lúc", "điểm"}
	calendar = []string{"năm", "tháng", "quý"}
)

// Loose gives the numbers outside brackets that look like a result ("12 buổi", "95%"): their author typed them, nobody can follow them. What
// stands in known, words of the data such as the name of an initiative, is none.
func Loose(text string, known ...string) []string {
	for _, k := range known {
		if k != "" {
			text = strings.ReplaceAll(text, k, " … ")
		}
	}
	text = typedFigure.ReplaceAllString(text, " … ")
	var out []string
	for _, m := range numbers.FindAllStringIndex(text, -1) {
		if s := result(text[:m[0]], text[m[0]:m[1]], text[m[1]:]); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// result gives a number with what it counts; empty for the number of a document, a day, an article or a unit.
func result(before, number, after string) string {
	if strings.TrimRight(number, ".,") != number {
		return "" // the end of a sentence, nothing is counted
	}
	if before != "" && !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "(") && !strings.HasSuffix(before, "\n") {
		return ""
	}
	unit := leadingWord.FindString(after)
	if unit == "" || slices.Contains(calendar, strings.Fields(unit)[0]) {
		return ""
	}
	if m := lastWord.FindStringSubmatch(before); m != nil && slices.Contains(counting, strings.ToLower(m[1])) {
		return ""
	}
	return number + unit
}
