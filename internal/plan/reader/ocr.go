package reader

import (
	"strings"

	"thidua/internal/vi"
)

var strokes = strings.NewReplacer("l", "i", "1", "i", "|", "i", "!", "i")

// bare gives the letters of a text without marks, with l, 1 and i alike: what is left of a heading when a scan was turned into text.
func bare(s string) string { return strokes.Replace(fold(s)) }

func fold(s string) string { return vi.Fold(s) }
