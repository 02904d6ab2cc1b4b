package sign

import (
	"bytes"
	"crypto/x509"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Fault says why a signature does not hold.
type Fault int

// The faults, from none on.
const (
	// FaultNone is a signature that holds for the bytes it covers.
	FaultNone Fault = iota
	// FaultRange is a signature that leaves out other bytes than its own room, or does not end where a revision ends.
	FaultRange
	// FaultMessage is a message that is cut, damaged or without certificate.
	FaultMessage
	// FaultKind is a kind of signature or hash that is not known here: nothing is said about it.
	FaultKind
	// FaultChanged is a file whose covered bytes are not those that were signed.
	FaultChanged
	// FaultSignature is a value that the named certificate's key did not make.
	FaultSignature
	// FaultCertificate is a certificate other than the one that was signed along.
	FaultCertificate
)

// Chain says how far the certificate was followed.
type Chain int

// The chains.
const (
	// ChainUnknown ends at no root that was given; who the signer is rests on the certificate's own word.
	ChainUnknown Chain = iota
	// ChainKnown leads to one of the given roots, as of the time of signing. Whether the certificate was revoked is not asked.
	ChainKnown
	// ChainBroken leads nowhere although the root is given: out of date at the time of signing, or not allowed to sign.
	ChainBroken
)

// Signature is one signature of a file, with what the file itself proves about it.
type Signature struct {
	Field        string // the name of its field
	Signer       string // the common name in the certificate, such as "Trần Mạnh Khôi"
	Organisation string // the organisation in the certificate
	Issuer       string // who issued the certificate
	Serial       string // its number, hexadecimal
	Reason       string
	Archival     bool // a time stamp over the whole file (dấu thời gian), which nobody signed by hand

	Claimed     time.Time // the time that the signer's computer says; zero: none
	Stamped     time.Time // the time in a time-stamp token that holds; zero: none
	StampFault  bool      // there is a token, and it does not fit
	StampIssuer string    // who stamped
	StampChain  Chain

	Fault     Fault
	Weak      bool // made with SHA-1 or a short key: forgeable
	WholeFile bool // nothing follows the signed bytes
	After     After
	Changed   []string // what changed after signing, as paths of the file's structure, for the log

	NotBefore, NotAfter time.Time // of the certificate
	InTime              bool      // the certificate was valid at the time of signing
	Chain               Chain
}

// Time is the moment of signing: stamped if it is, else as the signer claims.
func (s *Signature) Time() time.Time {
	if !s.Stamped.IsZero() {
		return s.Stamped
	}
	return s.Claimed
}

// Holds tells whether what was signed is what is read now: the signature fits, and nothing but signatures and properties followed it.
func (s *Signature) Holds() bool { return s.Fault == FaultNone && s.After < AfterContent }

// maxSignatures bounds the work, since each signature hashes the file.
const maxSignatures = 40

// field is a signature found in the form of a file.
type field struct {
	name  string
	ref   ref // of the field
	value ref // of the signature dictionary
	dict  dict
	end   int // of the signed bytes; 0: not known
	ok    bool
}

// Verify tells of each signature in the order of signing; a file without any has none. Roots are the certificates that are trusted; nil: no one is.
// ErrUnreadable and ErrEncrypted are files about which nothing can be said.
func Verify(pdf []byte, roots *x509.CertPool) ([]Signature, error) {
	if roots == nil {
		roots = x509.NewCertPool()
	}
	unpack, steps := maxUnpacked, maxSteps
	f, err := open(pdf, &unpack)
	if err != nil {
		return nil, err
	}
	found := f.signatures()
	if f.err != nil {
		return nil, f.err
	}
	if len(found) > maxSignatures {
		return nil, fmt.Errorf("%w: more than %d signatures", ErrUnreadable, maxSignatures)
	}
	out := make([]Signature, len(found))
	for i := range found {
		out[i] = f.look(&found[i], roots)
	}
	good := map[ref]bool{}
	for i, s := range found {
		if out[i].Fault == FaultNone {
			good[s.value] = true
		}
	}
	for i, s := range found {
		if out[i].Fault != FaultNone {
			continue
		}
		out[i].WholeFile = s.end == len(pdf)
		out[i].After, out[i].Changed = f.since(s, good, &steps)
	}
	return out, nil
}

// signatures gives the signed fields of the form, the oldest first.
func (f *file) signatures() []field {
	var out []field
	seen := map[int]bool{}
	var walk func(list array, kind any, path string, depth int)
	walk = func(list array, kind any, path string, depth int) {
		for _, v := range list {
			r, ok := v.(ref)
			if !ok || seen[r.num] || depth > deepest {
				continue
			}
			seen[r.num] = true
			d := f.dict(r)
			own := kind
			if d["FT"] != nil {
				own = f.resolve(d["FT"])
			}
			t := strings.TrimPrefix(path+"."+readable(f.resolve(d["T"])), ".")
			if value, ok := d["V"].(ref); ok && own == name("Sig") {
				out = append(out, f.signed(field{name: t, ref: r, value: value}))
			}
			walk(f.array(d["Kids"]), own, t, depth+1)
		}
	}
	walk(f.array(f.dict(f.catalog()["AcroForm"])["Fields"]), nil, "", 0)
	slices.SortStableFunc(out, func(a, b field) int { return a.end - b.end })
	return out
}

// signed reads the byte ranges of a signature, which must leave out its own room and nothing else.
func (f *file) signed(s field) field {
	s.dict = f.dict(s.value)
	ranges, room := f.array(s.dict["ByteRange"]), text{at: -1}
	if t, ok := s.dict["Contents"].(text); ok {
		room = t
	}
	if len(ranges) != 4 || room.at < 0 {
		return s
	}
	n, ok := within(ranges, len(f.b))
	if !ok {
		return s
	}
	s.end = n[2] + n[3]
	if n[0] != 0 || n[1] != room.at || n[2] <= n[1]+1 || s.end > len(f.b) {
		return s
	}
	s.ok = f.b[n[1]] == '<' && f.b[n[2]-1] == '>' && !bytes.ContainsAny(f.b[n[1]+1:n[2]-1], "<>") &&
		bytes.HasSuffix(bytes.TrimRight(f.b[:s.end], "\r\n"), []byte("%%EOF"))
	return s
}

// within reads four numbers that lie in a file of the given size.
func within(ranges array, size int) (n [4]int, ok bool) {
	for i, v := range ranges {
		n[i], ok = integer(v)
		if !ok || n[i] < 0 || n[i] > size {
			return n, false
		}
	}
	return n, true
}

// gap gives the bytes on both sides of the room.
func (f *file) gap(s *field) (before, after []byte) {
	ranges := f.array(s.dict["ByteRange"])
	to, _ := integer(ranges[1])
	from, _ := integer(ranges[2])
	return f.b[:to], f.b[from:s.end]
}

// look examines a signature by itself.
func (f *file) look(s *field, roots *x509.CertPool) Signature {
	out := Signature{Field: s.name, Reason: readable(f.resolve(s.dict["Reason"])), Claimed: moment(readable(f.resolve(s.dict["M"])))}
	kind, _ := f.resolve(s.dict["SubFilter"]).(name)
	out.Archival = kind == "ETSI.RFC3161"
	if !out.Archival && kind != "ETSI.CAdES.detached" && kind != "adbe.pkcs7.detached" {
		out.Fault = FaultKind
		return out
	}
	room, _ := s.dict["Contents"].(text)
	m, ok := readMessage([]byte(room.s))
	if !ok || out.Archival != m.kind.Equal(oidTokenInfo) {
		out.Fault = FaultMessage
		return out
	}
	out.who(m)
	switch {
	case !s.ok:
		out.Fault = FaultRange
	case m.hash == 0:
		out.Fault = FaultKind
	case out.Archival:
		before, after := f.gap(s)
		out.archival([]byte(room.s), append(bytes.Clone(before), after...), roots)
	default:
		before, after := f.gap(s)
		out.Fault = m.judge(sum(m.hash, before, after), kind == "ETSI.CAdES.detached")
		out.when(m, roots)
	}
	return out
}

// judge checks a message over the covered bytes; strict asks for the hash of the certificate.
func (m *signedMessage) judge(digest []byte, strict bool) Fault {
	if m.content != nil || !m.kind.Equal(oidData) {
		return FaultMessage
	}
	if fault := m.check(digest); fault != FaultNone {
		return fault
	}
	if right, said := m.names(); !right && (said || strict) {
		return FaultCertificate
	}
	return FaultNone
}

// moment reads a time of PDF; one without zone is taken as UTC.
func moment(s string) time.Time {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "D:"), "'", "")
	for _, layout := range []string{"20060102150405-0700", "20060102150405Z0000", "20060102150405Z", "20060102150405", "200601021504", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
