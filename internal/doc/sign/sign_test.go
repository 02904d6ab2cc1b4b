package sign

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/asn1"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/internal/testkit/oracle"
)

// accepted asks two other readers: poppler about the signatures, qpdf about the structure.
func accepted(t *testing.T, pdf []byte, signatures int) {
	t.Helper()
	out, err := run(t, "pdfsig", "poppler-utils", pdf)
	if err != nil || strings.Count(out, "Signature is Valid") != signatures || strings.Count(out, "Total document signed") != 1 {
		t.Errorf("pdfsig: %v\n%s", err, out)
	}
	if out, err := run(t, "qpdf", "qpdf", pdf, "--check"); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

func TestFirstAndSecondSignatureHold(t *testing.T) {
	p := everybody()
	papers := map[string][]byte{"own": ownPaper(t)}
	for _, name := range fixtures {
		papers[name] = fixture(t, name)
	}
	for name, paper := range papers {
		t.Run(name, func(t *testing.T) {
			one := signed(t, paper, p.chief, Options{Reason: "Phê duyệt", Mark: &Mark{X: 120, Y: 200, Width: 40, Image: picture(t)}})
			accepted(t, one, 1)
			two := signed(t, one, p.seal, Options{At: noon.Add(time.Minute), Mark: &Mark{X: 110, Y: 195, Width: 30, Image: picture(t)}})
			accepted(t, two, 2)
			three := signed(t, two, p.other, Options{At: noon.Add(2 * time.Minute)})
			accepted(t, three, 3)
			all := verified(t, three)
			if len(all) != 3 {
				t.Fatalf("%d signatures", len(all))
			}
			for i, want := range []Signature{
				{Signer: "Trần Mạnh Khôi", Organisation: "Thanh tra tỉnh Lào Cai", Issuer: "CA phục vụ các cơ quan nhà nước (thử)", Reason: "Phê duyệt", After: AfterSignatures, Chain: ChainKnown, Field: "Chữ ký 1"},
				{Signer: "Thanh tra tỉnh Lào Cai", Issuer: "CA phục vụ các cơ quan nhà nước (thử)", After: AfterSignatures, Chain: ChainKnown, Field: "Chữ ký 2"},
				{Signer: "Người lạ", Issuer: "Người lạ", WholeFile: true, Chain: ChainUnknown, Field: "Chữ ký 3"},
			} {
				g := all[i]
				if g.Signer != want.Signer || g.Organisation != want.Organisation || g.Issuer != want.Issuer || g.Reason != want.Reason || g.After != want.After ||
					g.Chain != want.Chain || g.Field != want.Field || g.WholeFile != want.WholeFile || !g.Holds() || !g.InTime || g.Weak || !g.Claimed.Equal(noon.Add(time.Duration(i)*time.Minute)) {
					t.Errorf("signature %d: %+v", i+1, g)
				}
			}
		})
	}
}

func TestChangedByteIsRefused(t *testing.T) {
	p := everybody()
	file := signed(t, signed(t, ownPaper(t), p.chief, Options{}), p.seal, Options{})
	at := bytes.Index(file, []byte("/Lang(vi-VN)")) + len("/Lang(v")
	file[at] = 'e'
	out, _ := run(t, "pdfsig", "poppler-utils", file)
	if strings.Contains(out, "Signature is Valid") {
		t.Errorf("pdfsig:\n%s", out)
	}
	for _, s := range verified(t, file) {
		if s.Fault != FaultChanged || s.Holds() {
			t.Errorf("%+v", s)
		}
	}
}

func TestTwoStepsGiveWhatOneStepGives(t *testing.T) {
	p, paper := everybody(), ownPaper(t)
	o := Options{At: noon, Mark: OnAttachment("15/TTr-TTr", noon)}
	want := signed(t, paper, p.chief, o)
	for range 2 {
		prepared, err := Prepare(paper, p.chief.chain, o)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(prepared.Digest(), sum(crypto.SHA256, prepared.SignedAttributes())) {
			t.Error("the digest is not that of the attributes")
		}
		signature, err := p.chief.key.Sign(rand.Reader, prepared.Digest(), crypto.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		got, err := prepared.Finish(t.Context(), signature)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("the two forms differ: %v", err)
		}
	}
}

func TestTokenMayGiveTheBarePair(t *testing.T) {
	p := everybody()
	prepared, err := Prepare(ownPaper(t), p.seal.chain, Options{At: noon})
	if err != nil {
		t.Fatal(err)
	}
	r, s, err := ecdsa.Sign(rand.Reader, p.seal.key.(*ecdsa.PrivateKey), prepared.Digest())
	if err != nil {
		t.Fatal(err)
	}
	file, err := prepared.Finish(t.Context(), append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...))
	if err != nil {
		t.Fatal(err)
	}
	accepted(t, file, 1)
	inner, err := asn1.Marshal(struct{ R, S *big.Int }{r, s})
	if err != nil {
		t.Fatal(err)
	}
	if same, err := prepared.Finish(t.Context(), inner); err != nil || !bytes.Equal(file, same) {
		t.Error("pair and DER give different files")
	}
}

func TestForeignSignatureIsNotTaken(t *testing.T) {
	p, paper := everybody(), ownPaper(t)
	prepared, err := Prepare(paper, p.seal.chain, Options{At: noon})
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := p.other.key.Sign(rand.Reader, prepared.Digest(), crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range [][]byte{foreign, nil, {1, 2, 3}} {
		if _, err := prepared.Finish(t.Context(), value); !errors.Is(err, ErrSignature) {
			t.Errorf("%d bytes: %v", len(value), err)
		}
	}
	if _, err := prepared.FinishMessage([]byte("nothing")); !errors.Is(err, ErrSignature) {
		t.Error(err)
	}
}

func TestWholeMessageOfATokenIsTaken(t *testing.T) {
	p := everybody()
	prepared, err := Prepare(ownPaper(t), p.seal.chain, Options{At: noon})
	if err != nil {
		t.Fatal(err)
	}
	build := func(digest []byte, h holder) []byte {
		a := attributes(digest, h.chain[0], oidData)
		signature, err := h.key.Sign(rand.Reader, sum(crypto.SHA256, a), crypto.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		return message(oidData, nil, a, signature, nil, h.chain)
	}
	file, err := prepared.FinishMessage(build(prepared.hash(crypto.SHA256), p.seal))
	if err != nil {
		t.Fatal(err)
	}
	accepted(t, file, 1)
	for _, cms := range [][]byte{build(prepared.hash(crypto.SHA256), p.other), build(sum(crypto.SHA256, nil), p.seal)} {
		if _, err := prepared.FinishMessage(cms); !errors.Is(err, ErrSignature) {
			t.Error(err)
		}
	}
}

func TestTimeStamp(t *testing.T) {
	p := everybody()
	stamper := authority{holder: p.stamper, at: noon.Add(5 * time.Second)}
	file := signed(t, signed(t, ownPaper(t), p.chief, Options{Timestamper: stamper}), p.seal, Options{Timestamper: stamper})
	accepted(t, file, 2)
	for _, s := range verified(t, file) {
		if !s.Stamped.Equal(stamper.at) || !s.Time().Equal(stamper.at) || s.StampIssuer != "Dấu thời gian (thử)" || s.StampChain != ChainKnown || s.StampFault || !s.Holds() {
			t.Errorf("%+v", s)
		}
	}
	stamper.about = sum(crypto.SHA256, []byte("something else"))
	if _, err := Sign(t.Context(), ownPaper(t), p.chief.key, p.chief.chain, Options{At: noon, Timestamper: stamper}); !errors.Is(err, ErrToken) {
		t.Error(err)
	}
	no := authority{holder: p.seal, at: noon}
	if _, err := Sign(t.Context(), ownPaper(t), p.chief.key, p.chief.chain, Options{At: noon, Timestamper: no}); !errors.Is(err, ErrToken) {
		t.Errorf("a certificate that is not for time stamps: %v", err)
	}
}

// TestOpenSSLAcceptsMessageAndToken lets another implementation check the CMS over the covered bytes, and the token.
func TestOpenSSLAcceptsMessageAndToken(t *testing.T) {
	p := everybody()
	for name, h := range map[string]holder{"RSA": p.chief, "ECDSA": p.seal} {
		file := signed(t, ownPaper(t), h, Options{Timestamper: authority{holder: p.stamper, at: noon}})
		unpack := maxUnpacked
		f, err := open(file, &unpack)
		if err != nil {
			t.Fatal(err)
		}
		s := f.signatures()[0]
		before, after := f.gap(&s)
		m, ok := readMessage([]byte(s.dict["Contents"].(text).s))
		if !ok {
			t.Fatal("the message cannot be read")
		}
		dir := t.TempDir()
		cms := inRoom(t, s)
		for file, content := range map[string][]byte{"cms": cms, "content": bytes.Join([][]byte{before, after}, nil), "token": m.token, "value": m.signature, "root": p.root.Raw} {
			if err := os.WriteFile(filepath.Join(dir, file), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, args := range []string{
			"x509 -inform DER -in root -out root.pem",
			"cms -verify -cades -inform DER -in cms -content content -binary -CAfile root.pem -purpose any -attime 1736830800 -out /dev/null",
			"ts -verify -token_in -in token -data value -CAfile root.pem -attime 1736830800",
		} {
			c := exec.Command(oracle.Need(t, "openssl", "openssl"), strings.Fields(args)...)
			c.Dir = dir
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%s: openssl %s: %v\n%s", name, args, err, out)
			}
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	p, paper := everybody(), ownPaper(t)
	try := func(pdf []byte, o Options) error {
		_, err := Sign(t.Context(), pdf, p.seal.key, p.seal.chain, o)
		return err
	}
	at := Options{At: noon}
	for name, c := range map[string]struct{ got, want error }{
		"locked":       {try(fixture(t, "refused/locked.pdf"), at), ErrEncrypted},
		"no PDF":       {try([]byte("một tệp khác"), at), ErrUnreadable},
		"empty":        {try(nil, at), ErrUnreadable},
		"cut":          {try(paper[:len(paper)/2], at), ErrUnreadable},
		"no time":      {try(paper, Options{}), ErrRefused},
		"no such page": {try(paper, Options{At: noon, Mark: &Mark{Page: 9, Lines: []string{"a"}}}), ErrRefused},
		"no image":     {try(paper, Options{At: noon, Mark: &Mark{Width: 10, Image: []byte("GIF89a")}}), ErrRefused},
		"no size":      {try(paper, Options{At: noon, Mark: &Mark{}}), ErrRefused},
		"no room":      {try(paper, Options{At: noon, Room: 500}), ErrRoom},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}
