package sign

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"slices"
)

var (
	oidData         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidContentType  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidDigest       = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidCertificate  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47} // signing-certificate-v2
	oidCertificate1 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12} // its forerunner, with SHA-1
	oidToken        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}
	oidTokenInfo    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidSHA1         = asn1.ObjectIdentifier{1, 3, 14, 3, 2, 26}
	oidSHA256       = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidSHA384       = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 2}
	oidSHA512       = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}
	oidRSA          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidPSS          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 10}
	oidECDSA256     = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
)

// der encodes what is known to encode: identifiers, numbers and bytes.
func der(v any) []byte {
	b, err := asn1.Marshal(v)
	if err != nil {
		panic("sign: a value of ours does not encode: " + err.Error())
	}
	return b
}

func wrap(class, tag int, parts ...[]byte) []byte {
	return der(asn1.RawValue{Class: class, Tag: tag, IsCompound: true, Bytes: bytes.Join(parts, nil)})
}

func sequence(parts ...[]byte) []byte { return wrap(asn1.ClassUniversal, asn1.TagSequence, parts...) }

// set encodes a SET OF, which is sorted.
func set(parts ...[]byte) []byte {
	slices.SortFunc(parts, bytes.Compare)
	return wrap(asn1.ClassUniversal, asn1.TagSet, parts...)
}

func attribute(oid asn1.ObjectIdentifier, v []byte) []byte { return sequence(der(oid), set(v)) }

func algorithm(oid asn1.ObjectIdentifier) []byte {
	return der(pkix.AlgorithmIdentifier{Algorithm: oid, Parameters: asn1.NullRawValue})
}

// attributes are what is signed: the hash of the file and of the certificate, and no time, which PAdES keeps out.
func attributes(digest []byte, c *x509.Certificate, content asn1.ObjectIdentifier) []byte {
	hash := sha256.Sum256(c.Raw)
	return set(attribute(oidContentType, der(content)), attribute(oidDigest, der(digest)),
		attribute(oidCertificate, sequence(sequence(sequence(der(hash[:]))))))
}

// message encodes the CMS around a signature; content is nil where it lies outside, as in a PDF file.
func message(oid asn1.ObjectIdentifier, content, signed, signature, token []byte, chain []*x509.Certificate) []byte {
	version, encapsulated := 1, sequence(der(oid))
	if content != nil {
		version, encapsulated = 3, sequence(der(oid), wrap(asn1.ClassContextSpecific, 0, der(content)))
	}
	kind := der(pkix.AlgorithmIdentifier{Algorithm: oidECDSA256})
	if _, ok := chain[0].PublicKey.(*rsa.PublicKey); ok {
		kind = algorithm(oidRSA)
	}
	signer := [][]byte{der(1), sequence(chain[0].RawIssuer, der(chain[0].SerialNumber)), algorithm(oidSHA256), retag(signed, 0), kind, der(signature)}
	if token != nil {
		signer = append(signer, retag(set(attribute(oidToken, token)), 1))
	}
	var certificates [][]byte
	for _, c := range chain {
		certificates = append(certificates, c.Raw)
	}
	return sequence(der(oidSignedData), wrap(asn1.ClassContextSpecific, 0, sequence(
		der(version), set(algorithm(oidSHA256)), encapsulated, retag(set(certificates...), 0), set(sequence(signer...)))))
}

// retag gives a SET the implicit tag that it has within a message.
func retag(b []byte, tag byte) []byte {
	out := bytes.Clone(b)
	out[0] = 0xA0 | tag
	return out
}

// curveSignature brings the bare pair of numbers, which tokens give, into the form of a message.
func curveSignature(c *x509.Certificate, signature []byte) []byte {
	key, ok := c.PublicKey.(*ecdsa.PublicKey)
	size := 0
	if ok {
		size = (key.Curve.Params().BitSize + 7) / 8
	}
	var pair asn1.RawValue
	if rest, err := asn1.Unmarshal(signature, &pair); !ok || len(signature) != 2*size || (err == nil && len(rest) == 0 && pair.Tag == asn1.TagSequence) {
		return signature
	}
	return sequence(der(unsigned(signature[:size])), der(unsigned(signature[size:])))
}
