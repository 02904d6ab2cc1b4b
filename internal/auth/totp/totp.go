// Package totp is the second factor (xác thực hai lớp) without a database: one-time codes after RFC 6238, their secrets under a key of the
// installation, and recovery codes.
package totp

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1" // what RFC 6238 and every authenticator application use; its collisions are none of HMAC
	"crypto/subtle"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// The measures of a code: how long it stands, and how many steps the clock of a telephone may be off.
const (
	Period = 30 * time.Second
	Digits = 6
	skew   = 1
)

// secretSize is 160 bits, what RFC 4226 recommends and one block of SHA-1 gives.
const secretSize = 20

var base = base32.StdEncoding.WithPadding(base32.NoPadding)

// NewSecret makes the shared secret of one account, 160 random bits.
func NewSecret() []byte {
	b := make([]byte, secretSize)
	rand.Read(b)
	return b
}

// Step is the number of whole periods since 1970: the counter of the code that stands at an instant.
func Step(at time.Time) int64 { return at.Unix() / int64(Period/time.Second) }

// Code gives the code of a step.
func Code(secret []byte, step int64) string {
	mac := hmac.New(sha1.New, secret)
	_ = binary.Write(mac, binary.BigEndian, step)
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0x0f
	number := binary.BigEndian.Uint32(sum[at:at+4]) & 0x7fffffff
	return fmt.Sprintf("%0*d", Digits, number%1_000_000)
}

// Match finds the step, at most one beside the present one and later than the last that was used, whose code was typed; false for a code
// that is wrong or was used. It takes the same time whatever was typed.
func Match(secret []byte, typed string, now time.Time, last int64) (step int64, ok bool) {
	for s := Step(now) - skew; s <= Step(now)+skew; s++ {
		same := subtle.ConstantTimeCompare([]byte(Code(secret, s)), []byte(typed)) == 1
		if same && s > last {
			step, ok = s, true
		}
	}
	return step, ok
}

// Text writes a secret as it is typed into an application: base32 in groups of four.
func Text(secret []byte) string { return grouped(base.EncodeToString(secret)) }

// Parse reads a secret that Text wrote.
func Parse(text string) ([]byte, error) {
	secret, err := base.DecodeString(strings.ReplaceAll(text, " ", ""))
	if err != nil {
		return nil, fmt.Errorf("totp secret: %w", err)
	}
	return secret, nil
}

// URI is what the QR code of the set-up holds: issuer is the program with its agency, account the user name.
func URI(secret []byte, issuer, account string) string {
	query := url.Values{"secret": {base.EncodeToString(secret)}, "issuer": {issuer}}
	// Some applications show a plus sign of a query as it is.
	return "otpauth://totp/" + url.PathEscape(issuer) + ":" + url.PathEscape(account) + "?" + strings.ReplaceAll(query.Encode(), "+", "%20")
}

func grouped(text string) string {
	var out strings.Builder
	for i, r := range text {
		if i > 0 && i%4 == 0 {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return out.String()
}
