package auth

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thidua"
)

// The bounds of a password, in characters, where no profile asks for more; nothing is cut off. A password of PasswordAdvised characters and more
// is what pages advise (ASVS 6.2.1).
const (
	PasswordMin     = 10
	PasswordMax     = 128
	PasswordAdvised = 15
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
	// CodePasswordClasses is a password with fewer kinds of characters than the profile asks for (the argument).
	CodePasswordClasses thidua.Code = "auth.password-classes"
	// CodePasswordUsed is one of the last passwords of the account (the argument says of how many).
	CodePasswordUsed thidua.Code = "auth.password-used"
)

// CheckPassword says what is wrong with a new password under the default profile, as a fault of the field; nil when it may be used.
func CheckPassword(field, userName, password string) error {
	return Profiles[0].Check(field, userName, password)
}

// Check says what is wrong with a new password, as a fault of the field; nil when it may be used. Earlier passwords it does not know.
func (p Profile) Check(field, userName, password string) error {
	var f thidua.Faults
	plain := strings.ToLower(norm.NFC.String(password))
	switch n := utf8.RuneCountInString(password); {
	case n < p.Min:
		f.Add(field, CodePasswordShort, p.Min)
	case n > PasswordMax:
		f.Add(field, CodePasswordLong, PasswordMax)
	case classes(password) < p.Classes:
		f.Add(field, CodePasswordClasses, p.Classes)
	case len(userName) >= 4 && strings.Contains(plain, strings.ToLower(norm.NFC.String(userName))):
		f.Add(field, CodePasswordName)
	case isCommon(password):
		f.Add(field, CodePasswordCommon)
	}
	return f.Err()
}

// classes counts the kinds of characters: small letters, capitals, digits, and everything else.
func classes(password string) (n int) {
	var small, capital, digit, sign bool
	for _, r := range password {
		switch {
		case unicode.IsLower(r):
			small = true
		case unicode.IsUpper(r):
			capital = true
		case unicode.IsDigit(r):
			digit = true
		default:
			sign = true
		}
	}
	for _, has := range []bool{small, capital, digit, sign} {
		if has {
			n++
		}
	}
	return n
}
