package pdf

import "slices"

// median is 0 for none.
func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// common is the most frequent of the values, where those within 2 points of each other count as one; the larger wins.
func common(all []float64) (value float64, times int) {
	slices.Sort(all)
	for from, to := 0, 0; to < len(all); to++ {
		for all[to]-all[from] > 2 {
			from++
		}
		if n := to - from + 1; n >= times {
			value, times = all[to], n
		}
	}
	return value, times
}

// usual is the lower quarter of the values: most distances of lines are small ones, those of paragraphs larger.
func usual(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/4]
}
