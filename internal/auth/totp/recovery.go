package totp

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// RecoveryCodes is how many codes (mã dự phòng) somebody gets at a time.
const RecoveryCodes = 10

// recoverySize is 120 random bits in letters: from 112 on a plain hash is enough (ASVS 6.5.2), because nobody can try them all.
const recoverySize = 24

const recoveryLetters = "ABCDEFGHIJKMNPQRSTUVWXYZ23456789"

// NewRecovery makes the ten recovery codes of an account, six groups of four letters and digits of which no two look alike.
func NewRecovery() []string {
	codes := make([]string, RecoveryCodes)
	for i := range codes {
		b := make([]byte, recoverySize)
		rand.Read(b)
		for j, x := range b {
			b[j] = recoveryLetters[int(x)%len(recoveryLetters)]
		}
		codes[i] = grouped(string(b))
	}
	return codes
}

// HashRecovery gives the SHA-256 under which a recovery code is kept, however it was typed; false for a text that is none.
func HashRecovery(typed string) (hash string, ok bool) {
	plain := strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, strings.ToUpper(typed))
	if len(plain) != recoverySize || strings.Trim(plain, recoveryLetters) != "" {
		return "", false
	}
	sum := sha256.Sum256([]byte(plain))
	return hex.EncodeToString(sum[:]), true
}
