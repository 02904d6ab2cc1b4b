package vi

import (
	"testing"

	"thidua"
)

func TestAmounts(t *testing.T) {
	for want, got := range map[string]string{
		"96,4%": Amount(thidua.Quantity(96_40), "%"), "1.200 bài": Amount(1_200_00, "bài"), "3": Amount(3_00, ""),
		"1 KB": FileSize(1), "412 KB": FileSize(412 << 10), "2,5 MB": FileSize(5 << 19),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestScores(t *testing.T) {
	for want, got := range map[string]string{"19,0": Score(19_00), "18,5": Score(18_50), "+4,5": Difference(4_50), "−1,5": Difference(-1_50), "0,0": Difference(0)} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
