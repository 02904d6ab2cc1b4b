package thidua

import "sort"

// Standing is the place of a unit in a round; equal scores share a rank and the next rank is left out.
type Standing struct {
	Unit   string
	Name   string
	Score  Points
	Rank   int
	Before *Points // score of the year before; nil when there was none
	Was    int     // rank of the year before; 0 when there was none
}

// Gain is how many places the unit has risen since the year before (thay đổi thứ hạng): positive is up, 0 also when nothing is known.
func (s Standing) Gain() int {
	if s.Was == 0 {
		return 0
	}
	return s.Was - s.Rank
}

// RankUnits gives the standings sorted by score, highest first, then in the order given, with shared ranks.
func RankUnits(in []Standing) []Standing {
	out := append([]Standing(nil), in...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	for i := range out {
		out[i].Rank = i + 1
		if i > 0 && out[i].Score == out[i-1].Score {
			out[i].Rank = out[i-1].Rank
		}
	}
	return out
}
