package doc

import (
	"strings"

	"thidua/internal/doc/font"
)

// head is the letterhead with its measures: columns, size of the letters, and the agency's names broken where they read best.
type head struct {
	left, right int // twips
	size        float64
	superior    []string
	agency      []string
	number      []string
	about       []string // below the number
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
	h.about = balance(clean(l.About), font.Regular, numberSize, h.left-120)
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
	if joined := groups(parts); len(joined) < len(parts) {
		if try := fill(joined, f, size, float64(width)); len(try) == len(lines) && fits(try, f, size, float64(width)) {
			parts, lines = joined, try
		}
	}
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
