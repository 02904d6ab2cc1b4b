package seal

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
)

// ErrNoRoots is a file without any certificate of an authority.
var ErrNoRoots = errors.New("the file holds no certificate of an authority")

// Roots reads the certificates that an agency trusts, one PEM block after the other; a block that is no certificate of an authority is an error.
func Roots(data []byte) (*x509.CertPool, error) {
	pool, found := x509.NewCertPool(), false
	for {
		block, rest := pem.Decode(data)
		if block == nil {
			break
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil || block.Type != "CERTIFICATE" || !c.IsCA {
			return nil, ErrNoRoots
		}
		pool.AddCert(c)
		data, found = rest, true
	}
	if !found {
		return nil, ErrNoRoots
	}
	return pool, nil
}
