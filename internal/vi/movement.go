package vi

import (
	"fmt"
	"strings"

	"thidua"
)

// ShortMovement gives the name of a movement for narrow places, without the region: "Cải cách hành chính".
func ShortMovement(name string) string {
	short, _, _ := strings.Cut(name, " trên địa bàn ")
	return short
}

// Season gives the period of a movement and the year at hand: "2021–2025 · năm 2025"; year 0 is left out.
func Season(m thidua.Movement, year int) string {
	if year == 0 {
		return fmt.Sprintf("%d–%d", m.From, m.To)
	}
	return fmt.Sprintf("%d–%d · năm %d", m.From, m.To, year)
}

// Campaign gives the full name of a movement as on the sign-in page.
func Campaign(m thidua.Movement) string {
	return fmt.Sprintf("Phong trào thi đua “%s” giai đoạn %d-%d", m.Name, m.From, m.To)
}
