package outside_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"image"
	"image/color"
	"image/png"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/outside"
	"thidua/internal/app/seal"
	"thidua/internal/doc/sign"
	"thidua/internal/testkit"
	"thidua/internal/testkit/oracle"
)

// token is a key with its certificates, as an official holds them outside of the program.
type token struct {
	key   crypto.Signer
	chain []*x509.Certificate
}

// authority issues certificates for a test.
type authority struct {
	t    *testing.T
	key  crypto.Signer
	root *x509.Certificate
}

func newAuthority(t *testing.T) *authority {
	a := &authority{t: t, key: curve(t)}
	a.root = a.certificate("Cơ quan chứng thực (thử)", "", a.key, true)
	return a
}

func curve(t *testing.T) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func (a *authority) certificate(name, organisation string, key crypto.Signer, ca bool) *x509.Certificate {
	a.t.Helper()
	c := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, NotBefore: testkit.Today.AddDate(-1, 0, 0),
		NotAfter: testkit.Today.AddDate(3, 0, 0), BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, IsCA: ca}
	if organisation != "" {
		c.Subject.Organization = []string{organisation}
	}
	by := a.root
	if ca {
		by, c.KeyUsage = c, x509.KeyUsageCertSign
	}
	der, err := x509.CreateCertificate(rand.Reader, c, by, key.Public(), a.key)
	if err != nil {
		a.t.Fatal(err)
	}
	out, err := x509.ParseCertificate(der)
	if err != nil {
		a.t.Fatal(err)
	}
	return out
}

func (a *authority) token(name, organisation string, key crypto.Signer) token {
	return token{key, []*x509.Certificate{a.certificate(name, organisation, key, false), a.root}}
}

func (a *authority) pem() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.root.Raw})
}

// file is the certificate file that an official gives: the authority's first, as some vendors order them.
func (k token) file() []byte {
	var out []byte
	for i := len(k.chain) - 1; i >= 0; i-- {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: k.chain[i].Raw})...)
	}
	return out
}

// sign is what the program of a token does with the file that it is given.
func (k token) sign(t *testing.T, data []byte) []byte {
	t.Helper()
	digest := sha256.Sum256(data)
	value, err := k.key.Sign(rand.Reader, digest[:], crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// signing is a room whose agency signs in the program, with a Tờ trình that waits to be signed.
type signing struct {
	*room
	*authority
	chief, agency token
	paper         thidua.Paper
}

func openSigning(t *testing.T) *signing {
	t.Helper()
	a := newAuthority(t)
	roots, err := seal.Roots(a.pem())
	if err != nil {
		t.Fatal(err)
	}
	s := &signing{room: open(t, app.WithRoots(roots)), authority: a}
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	agency, err := s.App.Agency(bg, s.Actor(ha))
	if err != nil {
		t.Fatal(err)
	}
	s.chief, s.agency = a.token(khoi, agency.Name, rsaKey), a.token(agency.Name, "", curve(t))
	s.turn(true)
	v := s.room.paper(thidua.PaperProposal)
	if s.paper, err = s.App.MovePaper(bg, s.Actor(ha), v.Paper.ID, thidua.SubmitForSign, app.PaperMove{Version: v.Version}); err != nil {
		t.Fatal(err)
	}
	return s
}

// turn has the administrator turn signing in the program on or off.
func (s *signing) turn(on bool) {
	s.room.t.Helper()
	admin := thidua.Actor{Tenant: s.Tenant, Account: "qt", Roles: []thidua.Role{thidua.RoleAdmin}}
	agency, err := s.App.Agency(bg, admin)
	if err != nil {
		s.room.t.Fatal(err)
	}
	agency.Signing = on
	if agency.HomeRule == "" {
		agency.HomeRule = "Quy định (mẫu)"
	}
	if err := s.App.SaveAgency(bg, admin, agency); err != nil {
		s.room.t.Fatal(err)
	}
}

func (s *signing) now() app.PaperView {
	s.room.t.Helper()
	v, err := s.App.Paper(bg, s.Actor(ha), s.paper.ID)
	if err != nil {
		s.room.t.Fatal(err)
	}
	return v
}

func (s *signing) order(k token, as outside.As) outside.Order {
	return outside.Order{As: as, Certificate: k.file(), At: s.clock.Now().Truncate(time.Second), Number: "12/TTr-TT", On: "2025-01-17"}
}

// sign takes both steps, with everything that the second brings again taken from nothing but the order.
func (s *signing) sign(who string, k token, o outside.Order) error {
	s.room.t.Helper()
	r, err := s.Prepare(bg, s.Actor(who), s.paper.ID, o)
	if err != nil {
		return err
	}
	digest := sha256.Sum256(r.ToSign)
	if r.Digest != hex.EncodeToString(digest[:]) || r.Chain[0].Subject.CommonName != k.chain[0].Subject.CommonName {
		s.room.t.Errorf("ready to sign as %s, digest %s", r.Chain[0].Subject.CommonName, r.Digest)
	}
	return s.Sign(bg, s.Actor(who), s.paper.ID, s.now().Version, o, bytes.NewReader(k.sign(s.room.t, r.ToSign)))
}

func (s *signing) signedBytes() []byte {
	s.room.t.Helper()
	data, err := s.App.Content(s.Actor(ha), s.now().Paper.Signed)
	if err != nil {
		s.room.t.Fatal(err)
	}
	return data
}

// drawn is a signature or a seal on nothing.
func drawn(t *testing.T, c color.NRGBA) []byte {
	t.Helper()
	i := image.NewNRGBA(image.Rect(0, 0, 120, 60))
	for x := range 120 {
		i.Set(x, x/2, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, i); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTwoSignersSignOneAfterTheOther(t *testing.T) {
	s := openSigning(t)
	first := s.order(s.chief, outside.AsSigner)
	first.Image, first.Width = drawn(t, color.NRGBA{B: 200, A: 255}), 4000
	if err := s.sign(khoi, s.chief, first); err != nil {
		t.Fatal(err)
	}
	one := s.signedBytes()
	s.clock.Add(10 * time.Minute)
	if err := s.sign(trang, s.agency, s.order(s.agency, outside.AsAgency)); err != nil {
		t.Fatal(err)
	}
	two := s.signedBytes()
	if !bytes.HasPrefix(two, one) {
		t.Fatal("the second signature changed what the first signer signed")
	}
	v := s.now()
	seen := s.Signed(s.Actor(ha), v)
	if len(seen.Signatures) != 2 || !seen.ByAgency || seen.Broken() {
		t.Fatalf("%+v", seen)
	}
	for i, x := range seen.Signatures {
		if !x.Holds() || x.Chain != sign.ChainKnown || !x.InTime {
			t.Errorf("signature %d: %+v", i+1, x)
		}
	}
	if len(v.Files) != 2 || v.Files[1].Sum == v.Files[0].Sum || v.Files[0].Sum != seen.Sum || v.Number != "12/TTr-TT" || v.IssuedOn != "2025-01-17" {
		t.Errorf("kept %+v, number %s of %s", v.Files, v.Number, v.IssuedOn)
	}
	s.judgedByOthers(t, one, two)
	// number and day are recorded; the file is what was signed, byte for byte
	if _, err := s.App.MovePaper(bg, s.Actor(trang), s.paper.ID, thidua.RecordIssued, app.PaperMove{Version: v.Version, Number: v.Number, On: v.IssuedOn}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(s.signedBytes(), two) {
		t.Error("the signed copy is not what was signed")
	}
	set := s.inSet("Tờ trình")
	if len(set) != 2 || !bytes.Equal(set["01. Tờ trình đề nghị khen thưởng (bản đã ký).pdf"], two) || set["01. Tờ trình đề nghị khen thưởng (dự thảo, không phải bản đã ký).docx"] == nil {
		t.Errorf("the set has %d files of the paper", len(set))
	}
}

// judgedByOthers asks poppler about both files, and about the second with one byte changed.
func (s *signing) judgedByOthers(t *testing.T, one, two []byte) {
	t.Helper()
	pdfsig := oracle.Need(t, "pdfsig", "poppler-utils")
	ask := func(pdf []byte) string {
		path := filepath.Join(t.TempDir(), "file.pdf")
		if err := os.WriteFile(path, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command(pdfsig, "-nocert", path).CombinedOutput() // a broken signature is an exit code too
		return string(out)
	}
	for want, pdf := range map[int][]byte{1: one, 2: two} {
		if out := ask(pdf); strings.Count(out, "Signature is Valid") != want {
			t.Errorf("pdfsig on %d signatures: %s", want, out)
		}
	}
	changed := bytes.Clone(two)
	at := bytes.Index(changed, []byte("/MediaBox"))
	changed[at+len("/MediaBox ")+1] ^= 1
	if out := ask(changed); strings.Contains(out, "Signature is Valid") {
		t.Errorf("pdfsig on a changed byte: %s", out)
	}
	ref := s.keep(trang, "doi-mot-byte.pdf", changed)
	v := s.now()
	_, err := s.App.MovePaper(bg, s.Actor(trang), s.paper.ID, thidua.RecordIssued, app.PaperMove{Version: v.Version, Number: v.Number, On: v.IssuedOn, Signed: ref})
	wants(t, err, thidua.Invalid, thidua.CodeSignedBroken)
}

func TestSigningIsAnOptionOfTheAgency(t *testing.T) {
	s := openSigning(t)
	s.turn(false)
	wants(t, s.sign(khoi, s.chief, s.order(s.chief, outside.AsSigner)), thidua.Invalid, thidua.CodeMissing)
	s.turn(true)
	wants(t, s.sign("Phạm Mai Anh", s.chief, s.order(s.chief, outside.AsSigner)), thidua.NotFound, "not-found")
	if err := s.sign(khoi, s.chief, s.order(s.chief, outside.AsSigner)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.App.MovePaper(bg, s.Actor(khoi), s.paper.ID, thidua.SignPaper, app.PaperMove{Version: s.now().Version}); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("signed without a signature: %v", err)
	}
	// what is signed is edited no more; sent back, the paper is a draft without a signed copy, and the file is kept
	v := s.now()
	_, err := s.Receive(bg, s.Actor(ha), s.paper.ID, v.Version, s.keep(ha, "sua.docx", docx(t, v.Paper)))
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	if _, err := s.App.MovePaper(bg, s.Actor(ha), s.paper.ID, thidua.ReturnPaper, app.PaperMove{Version: v.Version, Reason: "sửa danh sách"}); err != nil {
		t.Fatal(err)
	}
	if v = s.now(); !v.Paper.Signed.Missing() || len(v.Files) != 1 {
		t.Errorf("sent back: %+v, %d files", v.Paper.Signed, len(v.Files))
	}
	if _, _, err := s.Content(bg, s.Actor(ha), s.paper.ID, v.Files[0].ID); err != nil {
		t.Errorf("the file that was signed: %v", err)
	}
}

func TestAnAuthorSignsTheOwnReport(t *testing.T) {
	s := openSigning(t)
	var own app.PaperView
	for _, c := range s.dossier().Components {
		if c.Kind == thidua.PaperReport && c.Name == mai {
			v, err := s.App.Paper(bg, s.Actor(mai), c.Paper.ID)
			if err != nil {
				t.Fatal(err)
			}
			own = v
		}
	}
	p, err := s.App.MovePaper(bg, s.Actor(ha), own.Paper.ID, thidua.SubmitForSign, app.PaperMove{Version: own.Version})
	if err != nil {
		t.Fatal(err)
	}
	s.paper = p
	k := s.token(mai, "Thanh tra tỉnh Lào Cai", curve(t))
	o := s.order(k, outside.AsSigner)
	o.Number = ""
	wants(t, s.sign("Giàng A Páo", k, o), thidua.NotFound, "not-found")
	if err := s.sign(mai, k, o); err != nil {
		t.Fatal(err)
	}
	seen := s.Signed(s.Actor(mai), s.now())
	if len(seen.Signatures) != 1 || seen.Signatures[0].Signer != mai || seen.ByAgency {
		t.Errorf("%+v", seen)
	}
}

func TestAValueMayComeAsLettersAndNoOtherIsTaken(t *testing.T) {
	s := openSigning(t)
	o := s.order(s.chief, outside.AsSigner)
	r, err := s.Prepare(bg, s.Actor(khoi), s.paper.ID, o)
	if err != nil {
		t.Fatal(err)
	}
	value := s.chief.sign(t, r.ToSign)
	by := func(o outside.Order, value []byte) error {
		return s.Sign(bg, s.Actor(khoi), s.paper.ID, s.now().Version, o, bytes.NewReader(value))
	}
	for name, wrong := range map[string][]byte{"nothing": nil, "another file": s.chief.sign(t, []byte("x")), "another key": s.agency.sign(t, r.ToSign), "cut": value[:200]} {
		if err := by(o, wrong); err == nil {
			t.Fatalf("%s was taken", name)
		} else {
			wants(t, err, thidua.Invalid, outside.CodeValue)
		}
	}
	later := o
	later.Number = "13/TTr-TT"
	wants(t, by(later, value), thidua.Invalid, outside.CodeValue)
	if err := by(o, []byte(base64.StdEncoding.EncodeToString(value)+"\n")); err != nil {
		t.Fatal(err)
	}
	if got := s.now(); got.Paper.Signed.Missing() || got.Paper.Signed.Type != "application/pdf" {
		t.Errorf("signed copy %+v", got.Paper.Signed)
	}
}

func TestAnOrderIsCheckedFieldByField(t *testing.T) {
	s := openSigning(t)
	for name, c := range map[string]struct {
		change func(*outside.Order)
		want   thidua.Code
	}{
		"no kind":             {func(o *outside.Order) { o.As = "" }, outside.CodeAs},
		"no certificate":      {func(o *outside.Order) { o.Certificate = []byte("x") }, outside.CodeCertificate},
		"an empty file":       {func(o *outside.Order) { o.Certificate = nil }, outside.CodeCertificate},
		"an old certificate":  {func(o *outside.Order) { o.At = o.At.AddDate(9, 0, 0) }, outside.CodeExpired},
		"no picture":          {func(o *outside.Order) { o.Image, o.Width = []byte("x"), 4000 }, outside.CodeImage},
		"a picture too wide":  {func(o *outside.Order) { o.Image, o.Width = drawn(t, color.NRGBA{A: 255}), 400000 }, outside.CodeWidth},
		"a day that is none":  {func(o *outside.Order) { o.On = "32/1" }, thidua.CodeDateWrong},
		"the day before last": {func(o *outside.Order) { o.At = o.At.AddDate(0, 0, -2) }, outside.CodeLate},
	} {
		o := s.order(s.chief, outside.AsSigner)
		c.change(&o)
		_, err := s.Prepare(bg, s.Actor(khoi), s.paper.ID, o)
		t.Run(name, func(t *testing.T) { wants(t, err, thidua.Invalid, c.want) })
	}
}

func TestAChainComesInEveryShape(t *testing.T) {
	a := newAuthority(t)
	k := a.token(khoi, "", curve(t))
	p7b, err := exec.Command("openssl", "version").CombinedOutput()
	if err != nil {
		t.Fatalf("the test needs openssl: %v %s", err, p7b)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "chain.pem"), k.file(), 0o600); err != nil {
		t.Fatal(err)
	}
	shapes := map[string][]byte{"PEM": k.file(), "DER": k.chain[0].Raw, "two in DER": append(bytes.Clone(k.chain[1].Raw), k.chain[0].Raw...)}
	for form, name := range map[string]string{"DER": "p7b", "PEM": "p7b in PEM"} {
		out, err := exec.Command("openssl", "crl2pkcs7", "-nocrl", "-certfile", filepath.Join(dir, "chain.pem"), "-outform", form).Output()
		if err != nil {
			t.Fatal(err)
		}
		shapes[name] = out
	}
	for name, data := range shapes {
		chain, err := outside.Chain(data)
		if err != nil || chain[0].Subject.CommonName != khoi {
			t.Errorf("%s: %v", name, err)
		}
	}
}
