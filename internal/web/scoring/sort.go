package scoring

import (
	"slices"

	"thidua"
	"thidua/internal/app"
)

// sorted orders the rows by what the address asks for: "diem" by score, "chenh" by the difference, else by rank.
func sorted(rows []app.RankRow, by string) {
	slices.SortStableFunc(rows, func(a, b app.RankRow) int {
		switch by {
		case "diem":
			return int(b.Score - a.Score)
		case "chenh":
			return int(gained(b) - gained(a))
		}
		return a.Rank - b.Rank
	})
}

func gained(r app.RankRow) thidua.Points {
	if r.Before == nil {
		return 0
	}
	return r.Score - *r.Before
}
