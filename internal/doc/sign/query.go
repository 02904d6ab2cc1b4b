package sign

import (
	"context"
	"crypto"
	"encoding/asn1"
)

// TimestampQuery gives the request (RFC 3161) for a time stamp over a signature value, to be carried to a time-stamping authority and answered by a
// Reply. ErrSignature is a value of another key or about another file.
func (p *Prepared) TimestampQuery(signature []byte) ([]byte, error) {
	signature = curveSignature(p.chain[0], signature)
	if !verifies(p.chain[0].PublicKey, nil, crypto.SHA256, p.Digest(), signature) {
		return nil, ErrSignature
	}
	return sequence(der(1), sequence(algorithm(oidSHA256), der(sum(crypto.SHA256, signature))), der(true)), nil
}

// Reply is the answer of a time-stamping authority as it came, or the token alone; it is asked for nothing.
type Reply []byte

// Timestamp gives the token of the answer; ErrToken where the authority gave none.
func (r Reply) Timestamp(context.Context, []byte) ([]byte, error) {
	var whole asn1.RawValue
	if rest, err := asn1.Unmarshal(r, &whole); err != nil || len(rest) > 0 {
		return nil, ErrToken
	}
	inner, ok := parts(whole.Bytes)
	switch {
	case !ok || len(inner) < 2:
		return nil, ErrToken
	case inner[0].Class == asn1.ClassUniversal && inner[0].Tag == asn1.TagOID:
		return r, nil
	}
	status, ok := parts(inner[0].Bytes)
	granted := 2
	if ok && len(status) > 0 {
		if _, err := asn1.Unmarshal(status[0].FullBytes, &granted); err != nil {
			return nil, ErrToken
		}
	}
	if granted > 1 { // granted, or granted with changes
		return nil, ErrToken
	}
	return inner[1].FullBytes, nil
}
