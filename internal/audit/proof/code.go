package proof

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// letters are those of a code (mã phiếu): no I, L, O or U, which are mistaken for others.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

var alphabet = base32.NewEncoding(letters).WithPadding(base32.NoPadding)

// CodeSize is how many letters a code has: 80 bits.
const CodeSize = 16

// Code gives the short form of a fingerprint, in groups that can be typed: "7KQ4-…"; empty for what is no fingerprint.
func Code(fingerprint string) string {
	raw, err := hex.DecodeString(fingerprint)
	if err != nil || len(raw) != sha256.Size {
		return ""
	}
	return groups(alphabet.EncodeToString(raw)[:CodeSize], "-")
}

// asMeant takes the groups out of a code and puts the letters right that are mistaken for others.
var asMeant = strings.NewReplacer(" ", "", "-", "", ".", "", "–", "", "\u00a0", "", "O", "0", "I", "1", "L", "1")

// ReadCode takes a code as somebody typed it: in small letters, without its groups, with O for 0 and I or L for 1. Empty for what is none.
func ReadCode(typed string) string {
	if len(typed) > 8*CodeSize {
		return ""
	}
	code := asMeant.Replace(strings.ToUpper(typed))
	if len(code) != CodeSize || strings.Trim(code, letters) != "" {
		return ""
	}
	return groups(code, "-")
}

// KeyFingerprint gives what two officials compare of a public key: eight groups of four signs.
func KeyFingerprint(public string) string {
	sum := sha256.Sum256([]byte(strings.TrimSpace(public)))
	return groups(hex.EncodeToString(sum[:16]), " ")
}

// Grouped parts a long hexadecimal text into groups of eight, as it is printed.
func Grouped(text string) string {
	var out []string
	for i := 0; i < len(text); i += 8 {
		out = append(out, text[i:min(i+8, len(text))])
	}
	return strings.Join(out, " ")
}

func groups(text, between string) string {
	var out []string
	for i := 0; i < len(text); i += 4 {
		out = append(out, text[i:i+4])
	}
	return strings.Join(out, between)
}
