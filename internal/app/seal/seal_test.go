package seal_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/pem"
	"testing"

	"thidua/internal/app/seal"
	"thidua/internal/doc/sign"
)

func TestWhatIsNoSignedPDFIsNoAlarm(t *testing.T) {
	for name, c := range map[string]struct {
		data, mime     string
		locked, unread bool
	}{
		"a scan":          {"\x89PNG", "image/png", false, false},
		"no PDF at heart": {"%PDF-1.7\nrác", "application/pdf", false, true},
	} {
		got := seal.Look([]byte(c.data), c.mime, nil)
		sum := sha256.Sum256([]byte(c.data))
		if got.Sum != hex.EncodeToString(sum[:]) || got.Broken() || got.Locked != c.locked || got.Unread != c.unread || len(got.Signatures) != 0 || got.Rooted {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestWhoIsTheAgency: a certificate's own word is not enough, and a signature that does not hold counts for nothing.
func TestWhoIsTheAgency(t *testing.T) {
	good := sign.Signature{Signer: "THANH TRA TỈNH LÀO CAI", Chain: sign.ChainKnown, InTime: true}
	change := func(f func(*sign.Signature)) sign.Signature {
		s := good
		f(&s)
		return s
	}
	for name, c := range map[string]struct {
		s    sign.Signature
		want bool
	}{
		"the agency":       {good, true},
		"a person of it":   {change(func(s *sign.Signature) { s.Signer, s.Organisation = "Trần Mạnh Khôi", good.Signer }), false},
		"by its own word":  {change(func(s *sign.Signature) { s.Chain = sign.ChainUnknown }), false},
		"out of date":      {change(func(s *sign.Signature) { s.InTime = false }), false},
		"forgeable":        {change(func(s *sign.Signature) { s.Weak = true }), false},
		"changed":          {change(func(s *sign.Signature) { s.Fault = sign.FaultChanged }), false},
		"changed since":    {change(func(s *sign.Signature) { s.After = sign.AfterContent }), false},
		"a stamp":          {change(func(s *sign.Signature) { s.Archival = true }), false},
		"another province": {change(func(s *sign.Signature) { s.Signer = "Thanh tra tỉnh Yên Bái" }), false},
	} {
		if got := (seal.Copy{Signatures: []sign.Signature{c.s}}).ByAgency("Thanh tra tỉnh Lào Cai"); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if (seal.Copy{Signatures: []sign.Signature{good}}).ByAgency("") {
		t.Error("an agency without a name signed")
	}
}

// TestTheLastSignerAnswers: what followed an earlier signature is for the later one to answer for, a broken one never is.
func TestTheLastSignerAnswers(t *testing.T) {
	changed, whole, broken := sign.Signature{After: sign.AfterContent}, sign.Signature{}, sign.Signature{Fault: sign.FaultChanged}
	for name, c := range map[string]struct {
		all  []sign.Signature
		want bool
	}{
		"none": {nil, false}, "whole": {[]sign.Signature{whole}, false}, "changed since": {[]sign.Signature{changed}, true},
		"changed, then signed": {[]sign.Signature{changed, whole}, false}, "signed, then changed": {[]sign.Signature{whole, changed}, true},
		"broken": {[]sign.Signature{broken, whole}, true}, "of an unknown kind": {[]sign.Signature{{Fault: sign.FaultKind}}, false},
	} {
		if got := (seal.Copy{Signatures: c.all}).Broken(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestRootsAreCertificatesOfAuthorities(t *testing.T) {
	for name, data := range map[string][]byte{"nothing": nil, "words": []byte("chứng thư"), "a key": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte{1}}),
		"damaged": pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: []byte{1}})} {
		if _, err := seal.Roots(data); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
