package sheet

import (
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// findHead finds the row in which most of the titles stand, and which column is where.
func findHead(rows [][]string, columns []Column) (head int, places map[int]string, err error) {
	for i, cells := range rows[:min(len(rows), headWithin)] {
		found, twice := titles(cells, columns)
		if len(found) > len(places) {
			head, places = i, found
			err = twice
		}
	}
	if len(rows) == 0 {
		return 0, nil, thidua.Refuse(thidua.Invalid, CodeEmpty)
	}
	have := map[string]bool{}
	for _, key := range places {
		have[key] = true
	}
	for _, c := range columns {
		if c.Needed && !have[c.Key] {
			return 0, nil, thidua.Refuse(thidua.Invalid, CodeColumn, c.Title)
		}
	}
	return head, places, err
}

func titles(cells []string, columns []Column) (found map[int]string, twice error) {
	found = map[int]string{}
	seen := map[string]bool{}
	for at, cell := range cells {
		title := strings.TrimSuffix(vi.Fold(cell), " *")
		for _, c := range columns {
			if title != vi.Fold(c.Title) {
				continue
			}
			if seen[c.Key] {
				twice = thidua.Refuse(thidua.Invalid, CodeTwice, c.Title)
			}
			found[at], seen[c.Key] = c.Key, true
		}
	}
	return found, twice
}
