// Package seal tells what the signed copy of a paper is: its hash, who signed it with a key, and whether that still holds.
package seal

import (
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"strings"

	"thidua/internal/doc/sign"
	"thidua/internal/vi"
)

// Copy is what is known of a signed copy (bản đã ký).
type Copy struct {
	Sum        string // SHA-256 of its bytes, hexadecimal
	PDF        bool   // others carry no signature that could be read
	Locked     bool   // it has a password: nothing is known of signatures
	Unread     bool   // it cannot be followed to the letter: nothing is known of signatures
	Signatures []sign.Signature
	Rooted     bool // roots are known: an unknown issuer is one that the agency does not trust
}

const typePDF = "application/pdf"

// Look examines the bytes of a signed copy of a MIME type. roots are the certificates that the agency trusts; nil where none are given.
func Look(data []byte, mime string, roots *x509.CertPool) Copy {
	sum := sha256.Sum256(data)
	c := Copy{Sum: hex.EncodeToString(sum[:]), PDF: mime == typePDF, Rooted: roots != nil}
	if !c.PDF {
		return c
	}
	all, err := sign.Verify(data, roots)
	switch {
	case errors.Is(err, sign.ErrEncrypted):
		c.Locked = true
	case err != nil:
		c.Unread = true
	default:
		c.Signatures = all
	}
	return c
}

// Broken tells whether the file is not what was signed: a signature fits its bytes no more, or behind the last one the content was changed. An
// earlier signer's content may have been changed before a later one signed; that one answers for it, and the page says so.
func (c Copy) Broken() bool {
	for _, s := range c.Signatures {
		switch s.Fault {
		case sign.FaultRange, sign.FaultChanged, sign.FaultSignature, sign.FaultCertificate:
			return true
		}
	}
	n := len(c.Signatures)
	return n > 0 && c.Signatures[n-1].Fault == sign.FaultNone && !c.Signatures[n-1].Holds()
}

// ByAgency tells whether the agency of a name signed (ký số của cơ quan): a signature that holds, not forgeable, whose certificate names the agency
// itself, was valid at that time and leads to a trusted root. What a certificate says of itself is not enough.
func (c Copy) ByAgency(name string) bool {
	want := vi.Fold(name)
	for _, s := range c.Signatures {
		if want != "" && strings.Contains(vi.Fold(s.Signer), want) && s.Holds() && !s.Weak && !s.Archival && s.InTime && s.Chain == sign.ChainKnown {
			return true
		}
	}
	return false
}
