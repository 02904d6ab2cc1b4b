package doc

import (
	"strings"
	"unicode/utf8"

	"thidua/internal/doc/font"
)

func (t Table) size() float64 {
	if t.Size == 0 {
		return tableSize
	}
	return t.Size
}

// air is what a column keeps beside its longest text.
const air = 120

// widths gives the columns in twips: their shares of the text width, none narrower than its longest word or the name of an office as long as the
// page has room. What a column does not need goes to those whose texts need more lines.
func (t Table) widths(total int) []int {
	needs := make([]need, len(t.Columns))
	sum := 0.0
	for i, c := range t.Columns {
		needs[i] = t.need(i)
		sum += max(c.Width, 1)
	}
	floor := make([]float64, len(needs))
	for _, of := range []func(need) float64{need.names, need.words} {
		least := 0.0
		for i, n := range needs {
			floor[i] = of(n) + 2*cellPad + 20
			least += floor[i]
		}
		if least < float64(total) {
			shares := make([]float64, len(needs))
			for i, c := range t.Columns {
				shares[i] = max(c.Width, 1) * float64(total) / sum
			}
			lift(shares, floor)
			spare(shares, floor, needs)
			return rounded(shares, total)
		}
	}
	return rounded(capped(floor, float64(total)), total)
}

// need is the room that the texts of a column ask for, in twips.
type need struct {
	word  float64 // its longest word
	name  float64 // its longest name of an office
	whole float64 // its longest text on one line, a head on two; 0 of a column that is filled in by hand
}

func (n need) words() float64 { return n.word }
func (n need) names() float64 { return max(n.word, n.name) }

// spare moves what columns have beyond their longest text to the columns that lack room for theirs.
func spare(shares, floor []float64, needs []need) {
	given, wanted := make([]float64, len(needs)), make([]float64, len(needs))
	free, asked := 0.0, 0.0
	for i, n := range needs {
		enough := max(floor[i], n.whole+2*cellPad+air)
		switch {
		case n.whole == 0:
		case shares[i] > enough:
			given[i] = shares[i] - enough
			free += given[i]
		default:
			wanted[i] = enough - shares[i]
			asked += wanted[i]
		}
	}
	moved := min(free, asked)
	if moved <= 0 {
		return
	}
	for i := range shares {
		shares[i] += moved*wanted[i]/asked - moved*given[i]/free
	}
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

func (t Table) need(column int) need {
	size, filled := t.size(), false
	head := clean(t.Columns[column].Head)
	n := need{word: longestIn(head, font.Bold, size, 0)}
	for _, r := range t.Rows {
		if column >= len(r.Cells) || r.Cells[column] == "" || (len(r.Cells) == 1 && len(t.Columns) > 1) {
			continue
		}
		filled = true
		n.grow(r.Cells[column], Run{Bold: r.Bold}.face(), size)
	}
	if filled {
		n.whole = max(n.whole, headRoom(twips(font.Bold, size, head)))
	} else {
		n.whole = 0
	}
	return n
}

// shortHead is the longest head that stays on one line.
const shortHead = 1200

func headRoom(width float64) float64 {
	if width <= shortHead {
		return width
	}
	return max(shortHead, width*0.6)
}

// grow measures one more text of the column; most are seen to be shorter than the longest by their number of letters.
func (n *need) grow(text string, f font.Face, size float64) {
	n.word = longestIn(text, f, size, n.word)
	for _, name := range offices(text) {
		n.name = max(n.name, twips(f, size, name))
	}
	for line := range strings.SplitSeq(text, "\n") {
		if float64(utf8.RuneCountInString(line))*size*20*widestMean > n.whole {
			n.whole = max(n.whole, twips(f, size, line))
		}
	}
}

// widestMean is more than the mean width of a letter in any line of text, in em.
const widestMean = 0.75

// longestIn measures only the words that may be longer than the longest so far: no letter is wider than an em.
func longestIn(s string, f font.Face, size, longest float64) float64 {
	for word := range strings.FieldsSeq(s) {
		if float64(utf8.RuneCountInString(word))*size*20 > longest {
			longest = max(longest, twips(f, size, word))
		}
	}
	return longest
}
