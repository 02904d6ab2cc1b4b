package auth

import (
	"crypto/rand"
	"strings"
)

// NewPassword makes a first password that can be read aloud: four groups of four letters and digits, 80 random bits, none of which looks
// like another.
func NewPassword() string {
	const letters = "abcdefghijkmnpqrstuvwxyz23456789"
	b := make([]byte, 16)
	rand.Read(b)
	var out strings.Builder
	for i, x := range b {
		if i > 0 && i%4 == 0 {
			out.WriteByte('-')
		}
		out.WriteByte(letters[int(x)%len(letters)])
	}
	return out.String()
}
