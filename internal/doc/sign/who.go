package sign

import (
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"strings"
	"time"
)

// shortest is the length of an RSA key below which it counts as weak, in bits.
const shortest = 2048

// who reads the names in the certificate.
func (s *Signature) who(m *signedMessage) {
	c := m.signer
	s.Signer, s.Organisation = c.Subject.CommonName, strings.Join(c.Subject.Organization, ", ")
	s.Issuer = issuer(c)
	if c.SerialNumber != nil {
		s.Serial = c.SerialNumber.Text(16)
	}
	s.NotBefore, s.NotAfter = c.NotBefore, c.NotAfter
	key, isRSA := c.PublicKey.(*rsa.PublicKey)
	s.Weak = m.hash == crypto.SHA1 || (isRSA && key.N.BitLen() < shortest)
}

func issuer(c *x509.Certificate) string {
	if c.Issuer.CommonName != "" {
		return c.Issuer.CommonName
	}
	return c.Issuer.String()
}

// when reads the token and follows the certificates as of the time of signing.
func (s *Signature) when(m *signedMessage, roots *x509.CertPool) {
	if m.token != nil {
		at, token, ok := readToken(m.token, m.signature)
		s.StampFault = !ok
		if ok {
			s.Stamped, s.StampIssuer = at, token.signer.Subject.CommonName
			s.StampChain = follow(token, roots, at, x509.ExtKeyUsageTimeStamping)
		}
	}
	at := s.Time()
	s.InTime = !at.IsZero() && !at.Before(s.NotBefore) && !at.After(s.NotAfter)
	s.Chain = follow(m, roots, at, x509.ExtKeyUsageAny)
}

// archival reads a time stamp over the whole file.
func (s *Signature) archival(token, covered []byte, roots *x509.CertPool) {
	at, m, ok := readToken(token, covered)
	if !ok {
		s.Fault = FaultChanged
		return
	}
	s.Stamped, s.StampIssuer = at, m.signer.Subject.CommonName
	s.StampChain = follow(m, roots, at, x509.ExtKeyUsageTimeStamping)
	s.Chain, s.InTime = s.StampChain, !at.Before(s.NotBefore) && !at.After(s.NotAfter)
}

// follow looks for a chain to a root with what the message brings along. No time at all is taken as the last moment of the certificate.
func follow(m *signedMessage, roots *x509.CertPool, at time.Time, use x509.ExtKeyUsage) Chain {
	if at.IsZero() {
		at = m.signer.NotAfter
	}
	between := x509.NewCertPool()
	for _, c := range m.certificates {
		between.AddCert(c)
	}
	_, err := m.signer.Verify(x509.VerifyOptions{Roots: roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{use}})
	var unknown x509.UnknownAuthorityError
	switch {
	case err == nil && signs(m.signer):
		return ChainKnown
	case errors.As(err, &unknown):
		return ChainUnknown
	}
	return ChainBroken
}

// signs tells whether the certificate's key may sign documents; one that says nothing may.
func signs(c *x509.Certificate) bool {
	return c.KeyUsage == 0 || c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) != 0
}
