package file

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

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
	name = strings.Trim(norm.NFC.String(name), " ./") // what was dropped may have kept a letter from its mark
	ext := path.Ext(name)
	if len(ext) > 10 {
		ext = ""
	}
	stem := strings.TrimSuffix(name, ext)
	if end := maxName - len(ext); len(stem) > end {
		for !utf8.RuneStart(stem[end]) {
			end--
		}
		stem = strings.TrimRight(stem[:end], " .")
	}
	if stem == "" || reserved(stem) {
		stem = "tep_" + stem
	}
	return stem + ext
}

// reserved tells the names of devices, which Windows opens instead of a file.
func reserved(stem string) bool {
	device, _, _ := strings.Cut(stem, ".")
	s := strings.ToUpper(strings.TrimSpace(device))
	if len(s) == 4 && (strings.HasPrefix(s, "COM") || strings.HasPrefix(s, "LPT")) {
		return s[3] >= '0' && s[3] <= '9'
	}
	return s == "CON" || s == "PRN" || s == "AUX" || s == "NUL"
}
