package sign

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha1"   // of signatures made elsewhere, shown as weak
	_ "crypto/sha512" // likewise, of signatures made elsewhere
	"crypto/subtle"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
)

func unsigned(b []byte) *big.Int { return new(big.Int).SetBytes(b) }

// signedMessage is a CMS with one signer, read.
type signedMessage struct {
	kind         asn1.ObjectIdentifier
	content      []byte // nil where it lies outside
	certificates []*x509.Certificate
	signer       *x509.Certificate
	hash         crypto.Hash
	signed       []byte // the attributes as they are hashed; nil: the content itself is signed
	attributes   map[string]asn1.RawValue
	algorithm    asn1.ObjectIdentifier
	signature    []byte
	token        []byte
}

// parts gives the values within an encoded value.
func parts(b []byte) ([]asn1.RawValue, bool) {
	var out []asn1.RawValue
	for len(b) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(b, &v)
		if err != nil || len(out) > 1000 {
			return nil, false
		}
		out, b = append(out, v), rest
	}
	return out, true
}

// fields gives the values within a sequence that has so many at least.
func fields(b []byte, least int) ([]asn1.RawValue, bool) {
	var v asn1.RawValue
	if _, err := asn1.Unmarshal(b, &v); err != nil || v.Tag != asn1.TagSequence || v.Class != asn1.ClassUniversal {
		return nil, false
	}
	out, ok := parts(v.Bytes)
	return out, ok && len(out) >= least
}

func tagged(v asn1.RawValue, tag int) bool {
	return v.Class == asn1.ClassContextSpecific && v.Tag == tag
}

func identifier(b []byte) asn1.ObjectIdentifier {
	var oid asn1.ObjectIdentifier
	if _, err := asn1.Unmarshal(b, &oid); err != nil {
		return nil
	}
	return oid
}

// readMessage reads a CMS; what follows it must be the zeros that fill its room.
func readMessage(b []byte) (*signedMessage, bool) {
	info, ok := outermost(b)
	if !ok || !identifier(info[0].FullBytes).Equal(oidSignedData) || !tagged(info[1], 0) {
		return nil, false
	}
	data, ok := fields(info[1].Bytes, 4)
	if !ok {
		return nil, false
	}
	m := &signedMessage{attributes: map[string]asn1.RawValue{}}
	if !m.readContent(data[2].FullBytes) || !m.readCertificates(data[3:]) {
		return nil, false
	}
	signers, ok := parts(data[len(data)-1].Bytes)
	if !ok || len(signers) != 1 {
		return nil, false
	}
	return m, m.readSigner(signers[0].FullBytes)
}

func outermost(b []byte) ([]asn1.RawValue, bool) {
	if len(b) > 1 && b[1] == 0x80 {
		out, rest, ok := definite(b, 0)
		if !ok {
			return nil, false
		}
		b = append(out, rest...)
	}
	var outer asn1.RawValue
	rest, err := asn1.Unmarshal(b, &outer)
	if err != nil || len(bytes.Trim(rest, "\x00")) > 0 {
		return nil, false
	}
	return fields(outer.FullBytes, 2)
}

func (m *signedMessage) readContent(b []byte) bool {
	f, ok := fields(b, 1)
	if !ok {
		return false
	}
	m.kind = identifier(f[0].FullBytes)
	if len(f) > 1 {
		if _, err := asn1.Unmarshal(f[1].Bytes, &m.content); err != nil {
			return false
		}
	}
	return true
}

func (m *signedMessage) readCertificates(rest []asn1.RawValue) bool {
	if !tagged(rest[0], 0) {
		return true
	}
	all, ok := parts(rest[0].Bytes)
	for _, v := range all {
		if c, err := x509.ParseCertificate(v.FullBytes); err == nil {
			m.certificates = append(m.certificates, c)
		}
	}
	return ok && len(all) <= 50
}

func (m *signedMessage) readSigner(b []byte) bool {
	f, ok := fields(b, 5)
	if !ok {
		return false
	}
	m.find(f[1])
	kind, ok := fields(f[2].FullBytes, 1)
	if !ok || m.signer == nil {
		return false
	}
	m.hash = hashOf(identifier(kind[0].FullBytes))
	at := 3
	if tagged(f[at], 0) {
		m.signed = bytes.Clone(f[at].FullBytes)
		m.signed[0] = asn1.TagSet | 0x20
		if !m.readAttributes(f[at].Bytes) {
			return false
		}
		at++
	}
	if len(f) < at+2 {
		return false
	}
	kind, ok = fields(f[at].FullBytes, 1)
	if !ok {
		return false
	}
	m.algorithm, m.signature = identifier(kind[0].FullBytes), f[at+1].Bytes
	if len(f) > at+2 && tagged(f[at+2], 1) {
		return m.readToken(f[at+2].Bytes)
	}
	return true
}

// find looks for the signer's certificate, named by issuer and number or by the identifier of its key.
func (m *signedMessage) find(id asn1.RawValue) {
	for _, c := range m.certificates {
		named := append(bytes.Clone(c.RawIssuer), der(c.SerialNumber)...)
		if (id.Tag == asn1.TagSequence && bytes.Equal(id.Bytes, named)) || (tagged(id, 0) && len(id.Bytes) > 0 && bytes.Equal(id.Bytes, c.SubjectKeyId)) {
			m.signer = c
			return
		}
	}
}

func (m *signedMessage) readAttributes(b []byte) bool {
	all, ok := parts(b)
	for _, v := range all {
		f, fine := fields(v.FullBytes, 2)
		if !fine {
			return false
		}
		oid := identifier(f[0].FullBytes).String()
		if _, twice := m.attributes[oid]; twice || f[1].Tag != asn1.TagSet {
			return false
		}
		m.attributes[oid] = f[1]
	}
	return ok
}

func (m *signedMessage) readToken(b []byte) bool {
	all, ok := parts(b)
	for _, v := range all {
		f, fine := fields(v.FullBytes, 2)
		if !fine {
			return false
		}
		if identifier(f[0].FullBytes).Equal(oidToken) && m.token == nil {
			m.token = f[1].Bytes
		}
	}
	return ok
}

func sum(h crypto.Hash, pieces ...[]byte) []byte {
	d := h.New()
	for _, p := range pieces {
		d.Write(p)
	}
	return d.Sum(nil)
}

func hashOf(oid asn1.ObjectIdentifier) crypto.Hash {
	switch {
	case oid.Equal(oidSHA1):
		return crypto.SHA1
	case oid.Equal(oidSHA256):
		return crypto.SHA256
	case oid.Equal(oidSHA384):
		return crypto.SHA384
	case oid.Equal(oidSHA512):
		return crypto.SHA512
	}
	return 0
}

// check compares the message with the hash of what it is about.
func (m *signedMessage) check(digest []byte) Fault {
	if m.hash == 0 {
		return FaultKind
	}
	if m.signed == nil {
		if !verifies(m.signer.PublicKey, m.algorithm, m.hash, digest, m.signature) {
			return FaultChanged
		}
		return FaultNone
	}
	var said []byte
	if _, err := asn1.Unmarshal(m.attributes[oidDigest.String()].Bytes, &said); err != nil {
		return FaultMessage
	}
	if !identifier(m.attributes[oidContentType.String()].Bytes).Equal(m.kind) {
		return FaultMessage
	}
	if subtle.ConstantTimeCompare(said, digest) != 1 {
		return FaultChanged
	}
	if !verifies(m.signer.PublicKey, m.algorithm, m.hash, sum(m.hash, m.signed), m.signature) {
		return FaultSignature
	}
	return FaultNone
}

// names tells whether the signed attributes name the signer's certificate; said is false where they name none.
func (m *signedMessage) names() (right, said bool) {
	kind := crypto.SHA256
	v, said := m.attributes[oidCertificate.String()]
	if !said {
		kind = crypto.SHA1
		v, said = m.attributes[oidCertificate1.String()]
	}
	if !said {
		return false, false
	}
	return m.named(v, kind), true
}

// named compares the hash of the signer's certificate with the first one of the attribute.
func (m *signedMessage) named(v asn1.RawValue, usual crypto.Hash) bool {
	outer, ok := fields(v.Bytes, 1)
	if !ok {
		return false
	}
	list, ok := parts(outer[0].Bytes)
	if !ok || len(list) == 0 {
		return false
	}
	id, ok := parts(list[0].Bytes)
	if !ok || len(id) == 0 {
		return false
	}
	want := sum(usual, m.signer.Raw)
	if id[0].Tag == asn1.TagSequence && len(id) > 1 { // another hash is named first
		h := crypto.Hash(0)
		if kind, ok := parts(id[0].Bytes); ok && len(kind) > 0 {
			h = hashOf(identifier(kind[0].FullBytes))
		}
		if h == 0 {
			return false
		}
		want, id = sum(h, m.signer.Raw), id[1:]
	}
	return bytes.Equal(id[0].Bytes, want)
}

// widest is the longest RSA key that is computed with, in bits.
const widest = 8192

func verifies(key any, kind asn1.ObjectIdentifier, h crypto.Hash, digest, signature []byte) bool {
	switch key := key.(type) {
	case *rsa.PublicKey:
		if key.N.BitLen() > widest {
			return false
		}
		if kind.Equal(oidPSS) {
			return rsa.VerifyPSS(key, h, digest, signature, nil) == nil
		}
		return rsa.VerifyPKCS1v15(key, h, digest, signature) == nil
	case *ecdsa.PublicKey:
		return ecdsa.VerifyASN1(key, digest, signature)
	}
	return false
}
