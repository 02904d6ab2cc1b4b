package pdf

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

const (
	runningPart  = 0.15 // of the height of a page, at its top and bottom, where running heads stand
	runningLines = 3
	sameHeight   = 4.0 // points
)

var pageNumber = regexp.MustCompile(`(?i)^[-–—.\s]*(?:trang|page)?\s*(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—.\s]*$`)

// dropRunning takes page numbers, and the heads and feet that most pages share, off the rows of the pages.
func dropRunning(pages []*page) {
	for range runningLines {
		dropNumbers(pages, top)
		dropNumbers(pages, bottom)
		dropSame(pages, top)
		dropSame(pages, bottom)
	}
}

// side says which end of a page is meant.
type side bool

const (
	top    side = false
	bottom side = true
)

// outermost gives the place of the row at an end of the page, if it stands where running heads do and no table is farther out.
func (p *page) outermost(s side) (int, bool) {
	if len(p.rows) == 0 {
		return 0, false
	}
	if s == top {
		y := p.rows[0].y
		return 0, y < runningPart*p.height && (len(p.tables) == 0 || y < p.tables[0].y0)
	}
	i := len(p.rows) - 1
	y := p.rows[i].y
	return i, y > (1-runningPart)*p.height && (len(p.tables) == 0 || y > p.tables[len(p.tables)-1].y1)
}

func (p *page) drop(i int) { p.rows = append(p.rows[:i:i], p.rows[i+1:]...) }

// dropNumbers drops a lone number in the middle, and one elsewhere that counts with the pages.
func dropNumbers(pages []*page, s side) {
	counting := map[int]int{}
	numbers := make([]int, len(pages))
	for i, p := range pages {
		numbers[i] = -1
		if k, ok := p.outermost(s); ok {
			if m := pageNumber.FindStringSubmatch(print(p.rows[k]).Text); m != nil {
				numbers[i], _ = strconv.Atoi(m[1])
				counting[numbers[i]-p.number]++
			}
		}
	}
	for i, p := range pages {
		if numbers[i] < 0 {
			continue
		}
		k, _ := p.outermost(s)
		middle := (p.rows[k].x0 + p.rows[k].x1) / 2
		if abs(middle-p.width/2) < 0.06*p.width || counting[numbers[i]-p.number] >= 2 {
			p.drop(k)
		}
	}
}

// dropSame drops the outermost row of pages where most pages have the same, numbers apart.
func dropSame(pages []*page, s side) {
	type head struct {
		text   string
		height int
	}
	count := map[head]int{}
	heads := make([]head, len(pages))
	for i, p := range pages {
		if k, ok := p.outermost(s); ok {
			heads[i] = head{withoutNumbers(print(p.rows[k]).Text), int(p.rows[k].y / sameHeight)}
			count[heads[i]]++
		}
	}
	for i, p := range pages {
		if n := count[heads[i]]; heads[i].text != "" && n >= 2 && 2*n > len(pages) {
			k, _ := p.outermost(s)
			p.drop(k)
		}
	}
}

func withoutNumbers(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, s)
}
