package pack

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The longest title in a name: Windows takes paths of 260 UTF-16 units with the folder, Linux names of 255 bytes; number, mark and ending need
// the rest.
const (
	longestUnits = 120
	longestBytes = 200
)

// Name makes the name of a file, without its ending, of a title: in NFC, without what Windows refuses, and cut after a whole word where it
// would be too long. A title of nothing but such signs is "_".
func Name(title string) string {
	s := strings.Map(allowed, norm.NFC.String(strings.ToValidUTF8(title, "")))
	s = strings.NewReplacer(": ", " - ", ":", "-", "/", "-", `\`, "-", "|", "-").Replace(s)
	s = cut(strings.Join(strings.Fields(s), " "))
	if s = strings.TrimRight(s, ". "); s == "" {
		return "_"
	}
	if device(s) {
		return s + "_"
	}
	return s
}

// Ending gives the ending of a file's name in small letters, with its dot; empty for one that is none of letters and figures.
func Ending(name string) string {
	at := strings.LastIndexByte(name, '.')
	if at < 0 || len(name)-at > 9 || len(name)-at < 2 {
		return ""
	}
	end := strings.ToLower(name[at:])
	if strings.Trim(end[1:], "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return ""
	}
	return end
}

// allowed turns every kind of space into one, and takes out what no name may hold or no reader shows.
func allowed(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case strings.ContainsRune(`?*"<>`, r), unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co), r == unicode.ReplacementChar:
		return -1
	}
	return r
}

// device tells the names that Windows keeps for devices, with or without an ending.
func device(s string) bool {
	name, _, _ := strings.Cut(strings.ToUpper(s), ".")
	switch name = strings.TrimRight(name, " "); name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "COM") || strings.HasPrefix(name, "LPT")) && name[3] >= '1' && name[3] <= '9'
}

func cut(s string) string {
	units, end, space := 0, 0, 0
	for i, r := range s {
		if r == ' ' {
			space = i
		}
		if units += utf16.RuneLen(r); units > longestUnits || i+utf8.RuneLen(r) > longestBytes {
			if space > end/2 {
				return s[:space]
			}
			return s[:end]
		}
		end = i + utf8.RuneLen(r)
	}
	return s
}
