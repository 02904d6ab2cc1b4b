package file

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thidua"
)

// The three marks of a state secret, letter by letter with their marks apart (NFD): typed whole or composed, they match alike.
const (
	markSecret     = "MA\u0323\u0302T"
	markTopSecret  = "TO\u0302\u0301I " + markSecret
	markMostSecret = "TUYE\u0323\u0302T " + markSecret
)

// stampText is how much of a text counts as its first page, in bytes.
const stampText = 6 << 10

var (
	// The two higher marks mean nothing else in any writing; unmarked letters are how file names are often typed.
	nameHigh = regexp.MustCompile(`(?i)\b(?:TO(?:\x{302}\x{301})?I|TUYE(?:\x{323}\x{302})?T)[\s_.-]*MA(?:\x{323}\x{302})?T(?:[^\p{L}\p{M}]|$)`)
	// The lowest mark is a word of everyday language: in a name it counts in capitals only, and not as part of a compound such as
	// the words for security, password and the law on secrets.
	nameLow    = regexp.MustCompile(`(?:^|[^\p{L}\p{M}])` + markSecret + `(?:[^\p{L}\p{M}]|$)`)
	compounded = regexp.MustCompile(`(?:BA\x{309}O|BI\x{301})[\s_.-]+` + markSecret + `|` + markSecret + `[\s_.-]+(?:KHA\x{302}\x{309}U|MA\x{303})`)
)

// secretName gives the mark that a file name carries, in NFC; empty without one.
func secretName(name string) string {
	plain := norm.NFD.String(name)
	if nameHigh.MatchString(plain) {
		if strings.Contains(strings.ToUpper(plain), "TUYE") {
			return norm.NFC.String(markMostSecret)
		}
		return norm.NFC.String(markTopSecret)
	}
	if nameLow.MatchString(compounded.ReplaceAllString(plain, "")) {
		return norm.NFC.String(markSecret)
	}
	return ""
}

// secretText gives the mark that the first page of a text carries: a stamp stands on a line of its own, in capitals.
func secretText(text string) string {
	if len(text) > stampText {
		text = strings.ToValidUTF8(text[:stampText], "")
	}
	for line := range strings.Lines(norm.NFD.String(text)) {
		switch strings.Join(strings.Fields(strings.Trim(line, " \t\r\n*[](){}|.:-_")), " ") {
		case markSecret:
			return norm.NFC.String(markSecret)
		case markTopSecret:
			return norm.NFC.String(markTopSecret)
		case markMostSecret:
			return norm.NFC.String(markMostSecret)
		}
	}
	return ""
}

func refuseSecret(mark string) error {
	if mark == "" {
		return nil
	}
	return thidua.Refuse(thidua.Invalid, CodeSecret, mark)
}

// Marked gives the mark of a state secret that a title, a name or an abstract carries, in NFC; empty without one.
func Marked(text string) string { return secretName(text) }
