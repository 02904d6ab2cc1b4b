package file

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const maxName = 180 // bytes; a folder of every system takes it

// CleanName makes the name of an upload safe to show and to offer: no path, no control or direction marks, NFC, of a bearable length,
// its extension kept. It never gives an empty name.
func CleanName(name string) string {
	name = norm.NFC.String(strings.ToValidUTF8(name, ""))
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), strings.ContainsRune(`<>:"|?*`, r):
			return -1
		}
		return r
	}, name)
	name = strings.Trim(name, " ./")
	ext := path.Ext(name)
	if len(ext) > 10 {
		ext = ""
	}
	stem := strings.TrimSuffix(name, ext)
	for len(stem)+len(ext) > maxName {
		r := []rune(stem)
		stem = string(r[:len(r)-1])
	}
	if stem == "" || reserved(stem) {
		stem = "tep_" + stem
	}
	return stem + ext
}

// reserved tells the names of devices, which Windows opens instead of a file.
func reserved(stem string) bool {
	s := strings.ToUpper(stem)
	if len(s) == 4 && (strings.HasPrefix(s, "COM") || strings.HasPrefix(s, "LPT")) {
		return s[3] >= '0' && s[3] <= '9'
	}
	return s == "CON" || s == "PRN" || s == "AUX" || s == "NUL"
}
