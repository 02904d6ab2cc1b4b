package outside_test

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/outside"
	"thidua/internal/testkit"
	"thidua/internal/testkit/oracle"
)

// stampRules are those of the time-stamping authority of a test, for openssl.
const stampRules = `[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`

// stamper answers queries with openssl, as a time-stamping authority would.
type stamper struct {
	t   *testing.T
	dir string
}

func (a *authority) stamper() stamper {
	a.t.Helper()
	key := curve(a.t)
	use, err := asn1.Marshal([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
	if err != nil {
		a.t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: "Dịch vụ cấp dấu thời gian (thử)"}, NotBefore: testkit.Today.AddDate(-1, 0, 0),
		NotAfter: testkit.Today.AddDate(30, 0, 0), KeyUsage: x509.KeyUsageDigitalSignature, ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: use}}}
	der, err := x509.CreateCertificate(rand.Reader, c, a.root, key.Public(), a.key)
	if err != nil {
		a.t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		a.t.Fatal(err)
	}
	s := stamper{a.t, a.t.TempDir()}
	s.write("rules", []byte(stampRules))
	s.write("serial", []byte("01\n"))
	s.write("stamper.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	s.write("stamper.key", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}))
	return s
}

func (s stamper) write(name string, data []byte) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), data, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

func (s stamper) answer(query []byte) []byte {
	s.t.Helper()
	s.write("query", query)
	c := exec.Command(oracle.Need(s.t, "openssl", "openssl"), "ts", "-reply", "-config", "rules", "-section", "tsa", "-queryfile", "query", "-signer", "stamper.pem", "-inkey", "stamper.key", "-out", "reply")
	c.Dir = s.dir
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("openssl: %v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(s.dir, "reply"))
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

func TestASignatureIsTimeStampedByHand(t *testing.T) {
	s := openSigning(t)
	tsa := s.stamper()
	o := s.order(s.agency, outside.AsAgency)
	r, err := s.Prepare(bg, s.Actor(trang), s.paper.ID, o)
	if err != nil {
		t.Fatal(err)
	}
	value, other := s.agency.sign(t, r.ToSign), s.agency.sign(t, r.ToSign)
	_, err = s.TimestampQuery(bg, s.Actor(trang), s.paper.ID, o, bytes.NewReader(value[:20]))
	wants(t, err, thidua.Invalid, outside.CodeValue)
	query, err := s.TimestampQuery(bg, s.Actor(trang), s.paper.ID, o, bytes.NewReader(value))
	if err != nil {
		t.Fatal(err)
	}
	reply := tsa.answer(query)
	by := func(value, reply []byte) error {
		o.Reply = reply
		return s.Sign(bg, s.Actor(trang), s.paper.ID, s.now().Version, o, bytes.NewReader(value))
	}
	wants(t, by(other, reply), thidua.Invalid, outside.CodeToken)
	wants(t, by(value, reply[:len(reply)-1]), thidua.Invalid, outside.CodeToken)
	wants(t, by(value, []byte("không phải trả lời")), thidua.Invalid, outside.CodeToken)
	// an authority that refuses answers with a status alone
	wants(t, by(value, []byte{0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02}), thidua.Invalid, outside.CodeToken)
	if !s.now().Paper.Signed.Missing() {
		t.Fatal("a refused time stamp left a signed copy")
	}
	if err := by(value, reply); err != nil {
		t.Fatal(err)
	}
	seen := s.Signed(s.Actor(ha), s.now())
	if len(seen.Signatures) != 1 || !seen.Signatures[0].Holds() || seen.Signatures[0].StampFault || time.Since(seen.Signatures[0].Stamped) > time.Hour ||
		seen.Signatures[0].StampIssuer != "Dịch vụ cấp dấu thời gian (thử)" {
		t.Errorf("%+v", seen)
	}
}
