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
