package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestGroup is the longest line, in characters, that stands alone between two rows of a table and names a group of rows.
const longestGroup = 150

// betweenRows is how many lines that are no rows of three cells may stand between two rows.
const betweenRows = 3

// Where a text file may have two columns side by side: the head of the paper and its ending, in lines that are not blank.
const (
	headZone   = 15
	endingZone = 30
)

var (
	wideGap   = regexp.MustCompile(`\s*\t\s*| {3,}`)
	leftBlank = regexp.MustCompile(`(?:[Nn]gày|tháng|năm|Số\s*:?)$`) // a gap to be filled in by hand
	pipes     = regexp.MustCompile(`\s*\|\s*`)
	pipeRule  = regexp.MustCompile(`^[\s|+=:-]+$`)
	listLabel = regexp.MustCompile(`^(?:[-–—•*·▪+]|(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|\p{Ll})[.)/]?|(?:Điều|Khoản|Phần|Chương)\s+[\dIVX]+[.:]?)$`)
)

// columns cuts the rows of tables (three cells between tabs, or bars), and head and ending where they stand in two columns.
func columns(ls []Line) []Line {
	c := cutter{lines: ls}
	for i := 0; i < len(ls); {
		i = c.next(i)
	}
	return c.out
}

// cutter walks the lines of a text file and numbers the tables that it finds.
type cutter struct {
	lines  []Line
	tables int
	out    []Line
}

// next puts out the table that begins at a line, or the line itself, and gives where to go on.
func (c *cutter) next(i int) int {
	if to := c.end(i); to > i {
		return c.table(i, to)
	}
	if to := c.pairs(i); to > i {
		return c.sideBySide(i, to)
	}
	c.out = append(c.out, c.lines[i])
	return i + 1
}

// tabRow cuts a row of a table; nil is no row.
func tabRow(s string) []string {
	if n := strings.Count(s, "|"); n >= 2 {
		return pipes.Split(strings.Trim(strings.TrimSpace(s), "|"), -1)
	}
	if strings.Count(s, "\t") < 2 {
		return nil
	}
	cells := strings.Split(s, "\t")
	full := 0
	for _, x := range cells {
		if strings.TrimSpace(x) != "" {
			full++
		}
	}
	if full < 2 && len(cells) < 4 {
		return nil
	}
	return cells
}

// end gives where the rows that begin at a line end. Up to two short lines that name a group may stand between two rows.
func (c *cutter) end(i int) int {
	to := i
	for k := i; k < len(c.lines) && k-to < betweenRows; k++ {
		s := c.lines[k].Text
		switch short := utf8.RuneCountInString(s) <= longestGroup; {
		case tabRow(s) != nil:
			to = k + 1
		case k == i || !short || c.lines[k].Blank:
			return to
		}
	}
	return to
}

func (c *cutter) table(i, to int) int {
	c.tables++
	n := 0
	for _, l := range c.lines[i:to] {
		if pipeRule.MatchString(l.Text) {
			continue
		}
		n++
		cells := tabRow(l.Text)
		if cells == nil {
			cells = strings.Split(l.Text, "\t")
		}
		for k, text := range cells {
			if strings.TrimSpace(text) != "" {
				c.cell(l, text, c.at(n, k+1))
				l.Blank = false
			}
		}
	}
	return to
}

func (c *cutter) at(row, column int) Cell {
	return Cell{Table: c.tables, Row: row, Column: column}
}

func (c *cutter) cell(l Line, text string, at Cell) {
	l.Text, l.Cell = text, at
	c.out = append(c.out, l)
}

// pair cuts a line at its one wide gap; second is where the right column begins, 0 for a line that is not in two columns.
func pair(s string) (left, right string, second int) {
	body := strings.TrimLeft(s, " \t")
	lead := len(s) - len(body)
	gaps := slices.DeleteFunc(wideGap.FindAllStringIndex(strings.TrimRight(body, " \t"), -1), func(g []int) bool { return leftBlank.MatchString(body[:g[0]]) })
	if len(gaps) != 1 || listLabel.MatchString(body[:gaps[0][0]]) {
		return s, "", 0
	}
	left, right = body[:gaps[0][0]], body[gaps[0][1]:]
	return left, right, column(s[:lead+gaps[0][1]])
}

// column counts the characters before a place, a tab as eight.
func column(s string) int { return utf8.RuneCountInString(strings.ReplaceAll(s, "\t", "        ")) }

// pairs gives where the lines in two columns that begin at a line end: of the head above the name of the paper, or of the ending from Nơi nhận or a
// position in capitals on, there also with a line that stands in the right column alone.
func (c *cutter) pairs(i int) int {
	left, right, second := pair(c.lines[i].Text)
	ending := len(c.lines)-i <= endingZone && (recipients.MatchString(left) || shouts(right))
	last := headZone
	if ending {
		last = len(c.lines)
	}
	if second == 0 || i >= last {
		return i
	}
	to := i + 1
	for k := to; k < min(last, len(c.lines)); k++ {
		s := c.lines[k].Text
		if kindOfPaper.MatchString(s) {
			break
		}
		if _, _, at := pair(s); at > 0 || ending && (alone(s, second) || listItem.MatchString(s)) {
			to = k + 1
		}
	}
	return to
}

var (
	recipients  = regexp.MustCompile(`(?i)^n[ơo]i nh[ậâa]n`)
	listItem    = regexp.MustCompile(`^\s*[-–+•]\s*\S`)
	kindOfPaper = regexp.MustCompile(`^\s*(?:KẾ HOẠCH|KE HOACH)(?:\s|$)`)
)

// shouts tells whether a text is in capitals.
func shouts(s string) bool {
	return strings.ToUpper(s) == s && strings.ContainsFunc(s, unicode.IsLetter)
}

// alone tells whether a line stands in the right column, with nothing beside it.
func alone(s string, second int) bool {
	body := strings.TrimLeft(s, " \t")
	return body != "" && column(s[:len(s)-len(body)]) >= second*2/3
}

// sideBySide puts out the left column before the right.
func (c *cutter) sideBySide(i, to int) int {
	c.tables++
	_, _, second := pair(c.lines[i].Text)
	var column [2][]Line
	add := func(side int, l Line, text string, row int) {
		l.Text, l.Cell = text, c.at(row, side+1)
		column[side] = append(column[side], l)
	}
	for n, l := range c.lines[i:to] {
		left, right, at := pair(l.Text)
		switch {
		case at > 0:
			add(0, l, left, n+1)
			add(1, l, right, n+1)
		case alone(l.Text, second):
			add(1, l, l.Text, n+1)
		default:
			add(0, l, l.Text, n+1)
		}
	}
	c.out = append(append(c.out, column[0]...), column[1]...)
	return to
}
