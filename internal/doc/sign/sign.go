// Package sign signs PDF papers (ký số, PAdES B-B and B-T) and tells who signed a file and what became of it since. It keeps no keys and asks no network.
package sign

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Refusals of signing.
var (
	// ErrRefused is a file or an option that does not let sign.
	ErrRefused = errors.New("the file cannot be signed")
	// ErrSignature is a signature that another key made, or about something else.
	ErrSignature = errors.New("the signature does not belong to this certificate and this file")
	// ErrRoom is a signature longer than the room that was kept for it.
	ErrRoom = errors.New("the signature is longer than its room")
)

// Options of one signature.
type Options struct {
	At          time.Time // the time that the signer claims; required
	Reason      string    // shown by readers; may be empty
	Mark        *Mark     // nil: the signature is not seen on the page
	Timestamper Timestamper
	Room        int // bytes kept for certificates, signature and token; 0: 16 KB
}

const defaultRoom = 16 << 10

// Prepared is a file that waits for its signature value. The same file, certificates and options give the same Prepared, so that it need not be kept
// while the token of an official's own computer signs.
type Prepared struct {
	file        []byte
	from, to    int // of the room with its brackets
	attributes  []byte
	chain       []*x509.Certificate
	timestamper Timestamper
}

// Prepare adds an invisible or visible signature field to a file and keeps room for the signature. The chain begins with the signer's certificate;
// the root may be missing. The file itself stays as it is: everything is added behind its last byte.
func Prepare(pdf []byte, chain []*x509.Certificate, o Options) (*Prepared, error) {
	if len(chain) == 0 || o.At.IsZero() {
		return nil, fmt.Errorf("%w: certificate or time is missing", ErrRefused)
	}
	if !usable(chain[0].PublicKey) {
		return nil, fmt.Errorf("%w: the key is neither RSA nor ECDSA", ErrRefused)
	}
	unpack := maxUnpacked
	f, err := open(pdf, &unpack)
	if err != nil {
		return nil, err
	}
	if err := f.open(); err != nil {
		return nil, err
	}
	u, err := newUpdate(f)
	if err != nil {
		return nil, err
	}
	p := &Prepared{chain: chain, timestamper: o.Timestamper}
	if err := p.write(u, o); err != nil {
		return nil, err
	}
	p.attributes = attributes(p.hash(crypto.SHA256), chain[0], oidData)
	return p, nil
}

func usable(key any) bool {
	switch key.(type) {
	case *rsa.PublicKey, *ecdsa.PublicKey:
		return true
	}
	return false
}

// open refuses a file whose author closed it against any change.
func (f *file) open() error {
	perms := f.dict(f.catalog()["Perms"])
	for _, r := range f.array(f.dict(perms["DocMDP"])["Reference"]) {
		if p, ok := integer(f.resolve(f.dict(f.dict(r)["TransformParams"])["P"])); ok && p == 1 {
			return fmt.Errorf("%w: its first signer allowed no further change", ErrRefused)
		}
	}
	return f.err
}

// write adds field, mark and signature dictionary.
func (p *Prepared) write(u *update, o Options) error {
	number := 1
	if o.Mark != nil && o.Mark.Page > 1 {
		number = o.Mark.Page
	}
	on, err := u.f.page(number)
	if err != nil {
		return err
	}
	form, rect, err := u.appearance(o.Mark, on)
	if err != nil {
		return err
	}
	signature := u.reserve()
	if err := u.field(on, signature, form, rect); err != nil {
		return err
	}
	ranges := p.dictionary(u, signature, o)
	u.finish()
	p.file = u.out
	copy(p.file[ranges:], fmt.Sprintf("0 %d %d %d", p.from, p.to, len(p.file)-p.to))
	return nil
}

// rangesWidth is room for four numbers of ten digits.
const rangesWidth = 43

// dictionary writes the signature dictionary with its room and gives the place of the byte ranges.
func (p *Prepared) dictionary(u *update, r ref, o Options) int {
	d := dict{"Type": name("Sig"), "Filter": name("Adobe.PPKLite"), "SubFilter": name("ETSI.CAdES.detached"), "M": text{s: stamp(o.At)}, "Name": words(p.chain[0].Subject.CommonName)}
	if o.Reason != "" {
		d["Reason"] = words(o.Reason)
	}
	u.places[r.num] = entry{1, len(u.out), 0}
	u.out = fmt.Appendf(u.out, "%d 0 obj\n", r.num)
	u.out = bytes.TrimSuffix(appendValue(u.out, d), []byte(">>"))
	u.out = append(u.out, "/ByteRange ["...)
	ranges := len(u.out)
	u.out = append(append(u.out, bytes.Repeat([]byte(" "), rangesWidth)...), "]/Contents "...)
	room := o.Room
	if room <= 0 {
		room = defaultRoom
	}
	p.from = len(u.out)
	u.out = append(append(append(u.out, '<'), bytes.Repeat([]byte("0"), 2*room)...), '>')
	p.to = len(u.out)
	u.out = append(u.out, ">>\nendobj\n"...)
	return ranges
}

// stamp is a time in the words of PDF, with the zone that it was given in.
func stamp(t time.Time) string {
	zone := t.Format("-0700")
	return "D:" + t.Format("20060102150405") + zone[:3] + "'" + zone[3:] + "'"
}

// hash of all bytes but the room.
func (p *Prepared) hash(h crypto.Hash) []byte { return sum(h, p.file[:p.from], p.file[p.to:]) }

// SignedAttributes are the bytes that the token signs: it hashes them with SHA-256 itself, or signs Digest where it takes a hash.
func (p *Prepared) SignedAttributes() []byte { return bytes.Clone(p.attributes) }

// Digest is the SHA-256 of SignedAttributes.
func (p *Prepared) Digest() []byte { return sum(crypto.SHA256, p.attributes) }

// Finish puts the signature value into the file: RSA as PKCS#1 v1.5, ECDSA as DER or as the bare pair of numbers. ErrSignature is a value of another
// key or about another file; ErrToken and ErrRoom speak of the time stamp and of the room.
func (p *Prepared) Finish(ctx context.Context, signature []byte) ([]byte, error) {
	signature = curveSignature(p.chain[0], signature)
	if !verifies(p.chain[0].PublicKey, nil, crypto.SHA256, p.Digest(), signature) {
		return nil, ErrSignature
	}
	var token []byte
	if p.timestamper != nil {
		var err error
		if token, err = p.timestamper.Timestamp(ctx, sum(crypto.SHA256, signature)); err != nil {
			return nil, fmt.Errorf("time stamp: %w", err)
		}
		if _, _, ok := readToken(token, signature); !ok {
			return nil, ErrToken
		}
	}
	return p.fill(message(oidData, nil, p.attributes, signature, token, p.chain))
}

// FinishMessage puts a whole CMS into the file, for tokens whose program makes one itself. ErrSignature is a message about another file, of another
// certificate, or one that is no CAdES.
func (p *Prepared) FinishMessage(cms []byte) ([]byte, error) {
	m, ok := readMessage(cms)
	if !ok || m.hash < crypto.SHA256 || !m.signer.Equal(p.chain[0]) || m.judge(p.hash(m.hash), true) != FaultNone {
		return nil, ErrSignature
	}
	return p.fill(cms)
}

func (p *Prepared) fill(cms []byte) ([]byte, error) {
	if 2*len(cms) > p.to-p.from-2 {
		return nil, ErrRoom
	}
	out := bytes.Clone(p.file)
	hex.Encode(out[p.from+1:], cms)
	return out, nil
}

// Sign does both steps at once with a key at hand.
func Sign(ctx context.Context, pdf []byte, key crypto.Signer, chain []*x509.Certificate, o Options) ([]byte, error) {
	p, err := Prepare(pdf, chain, o)
	if err != nil {
		return nil, err
	}
	signature, err := key.Sign(rand.Reader, p.Digest(), crypto.SHA256)
	if err != nil {
		return nil, err
	}
	return p.Finish(ctx, signature)
}
