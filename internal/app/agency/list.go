package agency

import "thidua/internal/store"

// ListSize is the number of rows on a page of a list.
const ListSize = 50

// page asks for the rows of a page counted from 1, and one more that tells whether another page follows.
func page(n int) store.Page {
	return store.Page{Offset: (max(n, 1) - 1) * ListSize, Size: ListSize + 1}
}

func cut[T any](rows []T) (shown []T, more bool) {
	if len(rows) > ListSize {
		return rows[:ListSize], true
	}
	return rows, false
}
