package certificate

import (
	"fmt"
	"strconv"
	"strings"
)

// String writes a measure in millimetres with a decimal comma where there is one: "12,5", "−3".
func (l Length) String() string {
	sign, v := "", int(l)
	if v < 0 {
		sign, v = "−", -v
	}
	if v%10 == 0 {
		return fmt.Sprintf("%s%d", sign, v/10)
	}
	return fmt.Sprintf("%s%d,%d", sign, v/10, v%10)
}

// ParseLength reads a measure in millimetres as people type it, with a comma or a point and at most one decimal; false for anything else.
func ParseLength(s string) (Length, bool) {
	s = strings.TrimSpace(s)
	rest, negative := strings.CutPrefix(strings.NewReplacer("−", "-", "–", "-", ",", ".").Replace(s), "-")
	whole, decimal, pointed := strings.Cut(rest, ".")
	if len(whole) == 0 || len(whole) > 5 || pointed && len(decimal) != 1 || strings.Trim(whole+decimal, "0123456789") != "" {
		return 0, false
	}
	if !pointed {
		decimal = "0"
	}
	n, err := strconv.Atoi(whole + decimal)
	if negative {
		n = -n
	}
	return Length(n), err == nil
}
