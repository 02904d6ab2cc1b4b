package office

import (
	"cmp"
	"slices"

	"thidua/internal/app"
	"thidua/internal/vi"
)

// order sorts the rows of the list; without a key they stay in the order of the agency.
func order(rows []app.RegistrationRow, key string) {
	by := map[string]func(a, b app.RegistrationRow) int{
		"ten": func(a, b app.RegistrationRow) int {
			return cmp.Compare(vi.SortKey(a.Subject.Name), vi.SortKey(b.Subject.Name))
		},
		"chi-tieu":   func(a, b app.RegistrationRow) int { return cmp.Compare(len(b.Targets), len(a.Targets)) },
		"trang-thai": func(a, b app.RegistrationRow) int { return cmp.Compare(a.State, b.State) },
		"ngay":       func(a, b app.RegistrationRow) int { return b.SentAt.Compare(a.SentAt) },
	}[key]
	if by != nil {
		slices.SortStableFunc(rows, by)
	}
}
