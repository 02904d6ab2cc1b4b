package sign

import (
	"bytes"
	"context"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"math/big"
	"time"
)

// Timestamper asks a time-stamping authority (dịch vụ cấp dấu thời gian) for an RFC 3161 token about a SHA-256 digest.
type Timestamper interface {
	// Timestamp gives the token, the TimeStampToken alone without the status of the answer.
	Timestamp(ctx context.Context, digest []byte) ([]byte, error)
}

// ErrToken is a time-stamp token about something else, or one that its authority did not sign.
var ErrToken = errors.New("the time-stamp token does not fit the signature")

// tokenInfo is the beginning of a TSTInfo; what follows is not needed.
type tokenInfo struct {
	Version int
	Policy  asn1.ObjectIdentifier
	Imprint struct {
		Algorithm asn1.RawValue
		Digest    []byte
	}
	Serial *big.Int
	Time   time.Time `asn1:"generalized"`
}

// readToken gives the moment that a token attests for the bytes.
func readToken(token, about []byte) (time.Time, *signedMessage, bool) {
	m, ok := readMessage(token)
	if !ok || !m.kind.Equal(oidTokenInfo) || m.content == nil || m.signed == nil || m.hash == 0 {
		return time.Time{}, nil, false
	}
	var info tokenInfo
	if _, err := asn1.Unmarshal(m.content, &info); err != nil {
		return time.Time{}, nil, false
	}
	if !info.fits(about) || m.check(sum(m.hash, m.content)) != FaultNone || !stamps(m.signer) {
		return time.Time{}, nil, false
	}
	return info.Time, m, true
}

// fits tells whether the token is about the bytes.
func (i *tokenInfo) fits(about []byte) bool {
	kind, ok := parts(i.Imprint.Algorithm.Bytes)
	if !ok || len(kind) == 0 {
		return false
	}
	h := hashOf(identifier(kind[0].FullBytes))
	return h != 0 && bytes.Equal(sum(h, about), i.Imprint.Digest)
}

// stamps tells whether a certificate is one for time stamps.
func stamps(c *x509.Certificate) bool {
	for _, use := range c.ExtKeyUsage {
		if use == x509.ExtKeyUsageTimeStamping {
			return true
		}
	}
	return false
}
