package doc

import "thidua/internal/doc/font"

// Balanced breaks a text into as few lines as a width in twips takes, and of about equal length; a word that is wider stands on a line of its own.
func Balanced(text string, f font.Face, size float64, width int) []string {
	return balance(clean(text), f, size, width)
}

// LinePitch is the height of one line of a size in points, and the part of it above the baseline, in points.
func LinePitch(size float64) (height, above float64) { return size * linePitch, size * ascent }
