package reader

import (
	"strings"

	"thidua/internal/vi"
)

var strokes = strings.NewReplacer("l", "i", "1", "i", "|", "i", "!", "i")

// scanned gives the letters of a text without marks, with l, 1 and i alike: what is left of a heading when a scan was turned into text.
func scanned(s string) string { return strokes.Replace(vi.Fold(s)) }
