package thidua

// Points are hundredths of a point, so that sums and ranks are exact.
type Points int64

// Half is the step of a score: 0,5.
const Half Points = 50

// Quantity is a value of a target in hundredths of its unit of measure (đơn vị tính).
type Quantity int64

// Share is an exact fraction, such as 7 of 9 members or 2/3.
type Share struct{ Num, Den int }

// AtLeast tells whether the share reaches another one; nothing of nothing reaches nothing.
func (s Share) AtLeast(t Share) bool {
	return s.Den > 0 && t.Den > 0 && s.Num*t.Den >= t.Num*s.Den
}

// Of gives the smallest whole number that is at least the share of n (làm tròn lên): two thirds of 8 are 6.
func (s Share) Of(n int) int {
	if s.Den <= 0 {
		return 0
	}
	return (s.Num*n + s.Den - 1) / s.Den
}

// PerMille gives the share in tenths of a percent, rounded half up, for showing only: decisions compare fractions.
func (s Share) PerMille() int {
	if s.Den <= 0 {
		return 0
	}
	return (2*1000*s.Num + s.Den) / (2 * s.Den)
}
