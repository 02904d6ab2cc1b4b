package outside

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"

	"thidua"
)

// Refusals of signing in the program.
const (
	// CodeCertificate is a file without a certificate, or one with more than a chain has.
	CodeCertificate thidua.Code = "sign.certificate"
	// CodeKey is a certificate whose key makes signatures of another kind than RSA and ECDSA.
	CodeKey thidua.Code = "sign.key"
	// CodeExpired is a certificate that is not valid today.
	CodeExpired thidua.Code = "sign.expired"
	// CodeImage is an image that is no PNG of a usual size, or one without its width on the paper.
	CodeImage thidua.Code = "sign.image"
	// CodeWidth is the width of an image that is no number of millimetres from 5 to 100.
	CodeWidth thidua.Code = "sign.width"
	// CodeAs is an order without the kind of signature.
	CodeAs thidua.Code = "sign.as"
	// CodeUnreadable is a PDF whose structure cannot be followed to the letter.
	CodeUnreadable thidua.Code = "sign.unreadable"
	// CodeEncrypted is a PDF with a password.
	CodeEncrypted thidua.Code = "sign.encrypted"
	// CodeRefused is a PDF that an earlier signer closed against any change.
	CodeRefused thidua.Code = "sign.refused"
	// CodeValue is a signature value of another key or about something else.
	CodeValue thidua.Code = "sign.value"
	// CodeToken is a time stamp that does not fit.
	CodeToken thidua.Code = "sign.token"
	// CodeRoom is a certificate chain longer than the room that is kept for it.
	CodeRoom thidua.Code = "sign.room"
	// CodeLate is a second step more than a day after the first one.
	CodeLate thidua.Code = "sign.late"
	// CodeScan is a signed copy that is no PDF, to which no signature can be added.
	CodeScan thidua.Code = "sign.scan"
)

const maxChain = 10

// Chain reads the certificate of a signer with those above it, as vendors hand them out: PEM, DER, or PKCS#7 (.p7b). The signer's comes first.
func Chain(data []byte) ([]*x509.Certificate, error) {
	all, err := certificates(data)
	if err != nil || len(all) == 0 || len(all) > maxChain {
		return nil, thidua.Refuse(thidua.Invalid, CodeCertificate)
	}
	for i, c := range all {
		if !c.IsCA {
			all[0], all[i] = all[i], all[0]
			break
		}
	}
	switch all[0].PublicKey.(type) {
	case *rsa.PublicKey, *ecdsa.PublicKey:
		return all, nil
	}
	return nil, thidua.Refuse(thidua.Invalid, CodeKey)
}

func certificates(data []byte) ([]*x509.Certificate, error) {
	if !bytes.Contains(data, []byte("-----BEGIN ")) {
		return bare(data)
	}
	var out []*x509.Certificate
	for len(out) <= maxChain {
		block, rest := pem.Decode(data)
		if block == nil {
			break
		}
		some, err := bare(block.Bytes)
		if err != nil {
			return nil, err
		}
		out, data = append(out, some...), rest
	}
	return out, nil
}

// bag is a PKCS#7 message that carries certificates and signs nothing (RFC 5652, section 5).
type bag struct {
	Kind    asn1.ObjectIdentifier
	Content struct {
		Version      int
		Digests      asn1.RawValue
		Content      asn1.RawValue
		Certificates asn1.RawValue `asn1:"optional,tag:0"`
		Lists        asn1.RawValue `asn1:"optional,tag:1"`
		Signers      asn1.RawValue
	} `asn1:"explicit,tag:0"`
}

// bare reads certificates in DER, alone or in a PKCS#7 message.
func bare(der []byte) ([]*x509.Certificate, error) {
	if all, err := x509.ParseCertificates(der); err == nil {
		return all, nil
	}
	var b bag
	if _, err := asn1.Unmarshal(der, &b); err != nil {
		return nil, err
	}
	return x509.ParseCertificates(b.Content.Certificates.Bytes)
}
