package auth

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thidua"
)

// The bounds of a password, in characters. Composition is not asked for (ASVS 6.2.5) and nothing is cut off.
const (
	PasswordMin = 10
	PasswordMax = 128
)

// Faults of a new password.
const (
	// CodePasswordShort has the least number of characters as its argument.
	CodePasswordShort thidua.Code = "auth.password-short"
	// CodePasswordLong has the greatest number of characters as its argument.
	CodePasswordLong thidua.Code = "auth.password-long"
	// CodePasswordCommon is a password that everybody tries first.
	CodePasswordCommon thidua.Code = "auth.password-common"
	// CodePasswordName is a password made of the user name.
	CodePasswordName thidua.Code = "auth.password-name"
)

//go:embed common.txt
var commonList string

var common = strings.Fields(commonList)

// CheckPassword says what is wrong with a new password, as a fault of the field; nil when it may be used.
func CheckPassword(field, userName, password string) error {
	var f thidua.Faults
	plain := strings.ToLower(norm.NFC.String(password))
	switch n := utf8.RuneCountInString(password); {
	case n < PasswordMin:
		f.Add(field, CodePasswordShort, PasswordMin)
	case n > PasswordMax:
		f.Add(field, CodePasswordLong, PasswordMax)
	case isCommon(plain):
		f.Add(field, CodePasswordCommon)
	case len(userName) >= 4 && strings.Contains(plain, strings.ToLower(norm.NFC.String(userName))):
		f.Add(field, CodePasswordName)
	}
	return f.Err()
}

// isCommon also knows a common password that is only repeated or followed by digits and signs, and one character typed over and over.
func isCommon(plain string) bool {
	base := strings.TrimRight(plain, "0123456789!@#$%^&*.?-_")
	return slices.Contains(common, plain) || base != "" && slices.Contains(common, base) || repeats(plain)
}

// repeats tells whether the text is one short piece of at most four bytes over and over.
func repeats(s string) bool {
	for n := 1; n <= 4 && n*2 <= len(s); n++ {
		if strings.HasPrefix(strings.Repeat(s[:n], len(s)/n+1), s) {
			return true
		}
	}
	return false
}
