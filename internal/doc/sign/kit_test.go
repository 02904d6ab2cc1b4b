package sign

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"image"
	"image/color"
	"image/png"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/pdf"
	"thidua/internal/doc/record"
	"thidua/internal/testkit/oracle"
)

// moment of signing in most tests.
var noon = time.Date(2025, 1, 14, 12, 0, 0, 0, time.FixedZone("", 7*3600))

// holder is somebody with a key and the chain of its certificate.
type holder struct {
	key   crypto.Signer
	chain []*x509.Certificate
}

// people are the holders of all tests, of one root.
type people struct {
	root                        *x509.Certificate
	chief, seal, stamper, other holder
	late                        holder // a certificate that began after noon
	wrong                       holder // a certificate for something else than signing
}

var everybody = sync.OnceValue(func() people {
	rootKey := curve()
	root := issue(pkix.Name{CommonName: "Cơ quan chứng thực số gốc (thử)", Country: []string{"VN"}}, rootKey, nil, rootKey, func(c *x509.Certificate) { c.IsCA = true })
	issuerKey := curve()
	issuer := issue(pkix.Name{CommonName: "CA phục vụ các cơ quan nhà nước (thử)"}, issuerKey, root, rootKey, func(c *x509.Certificate) { c.IsCA = true })
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	hold := func(n pkix.Name, key crypto.Signer, change func(*x509.Certificate)) holder {
		return holder{key, []*x509.Certificate{issue(n, key, issuer, issuerKey, change), issuer}}
	}
	none := func(*x509.Certificate) {}
	strangerKey := curve()
	stranger := issue(pkix.Name{CommonName: "Người lạ"}, strangerKey, nil, strangerKey, none)
	return people{root: root,
		chief:   hold(pkix.Name{CommonName: "Trần Mạnh Khôi", Organization: []string{"Thanh tra tỉnh Lào Cai"}}, rsaKey, none),
		seal:    hold(pkix.Name{CommonName: "Thanh tra tỉnh Lào Cai"}, curve(), none),
		stamper: hold(pkix.Name{CommonName: "Dấu thời gian (thử)"}, curve(), func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping} }),
		late:    hold(pkix.Name{CommonName: "Nguyễn Thị Thu Hà"}, curve(), func(c *x509.Certificate) { c.NotBefore = noon.Add(time.Hour) }),
		wrong:   hold(pkix.Name{CommonName: "Máy chủ"}, curve(), func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageKeyAgreement }),
		other:   holder{strangerKey, []*x509.Certificate{stranger}},
	}
})

func (p people) roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(p.root)
	return pool
}

func curve() crypto.Signer {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	return key
}

var serial int64

func issue(n pkix.Name, key crypto.Signer, by *x509.Certificate, byKey crypto.Signer, change func(*x509.Certificate)) *x509.Certificate {
	serial++
	c := &x509.Certificate{SerialNumber: big.NewInt(serial), Subject: n, NotBefore: noon.AddDate(-1, 0, 0), NotAfter: noon.AddDate(4, 0, 0), BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment}
	change(c)
	if c.IsCA {
		c.KeyUsage = x509.KeyUsageCertSign
	}
	if len(c.ExtKeyUsage) > 0 {
		oid := der([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
		c.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: oid}}
	}
	if by == nil {
		by = c
	}
	b, err := x509.CreateCertificate(rand.Reader, c, by, key.Public(), byKey)
	if err != nil {
		panic(err)
	}
	out, err := x509.ParseCertificate(b)
	if err != nil {
		panic(err)
	}
	return out
}

// authority makes real RFC 3161 tokens without a network.
type authority struct {
	holder
	at    time.Time
	about []byte // instead of what was asked
}

func (a authority) Timestamp(_ context.Context, digest []byte) ([]byte, error) {
	if a.about != nil {
		digest = a.about
	}
	info := sequence(der(1), der(asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 99999, 1}), sequence(algorithm(oidSHA256), der(digest)), der(7),
		der(asn1.RawValue{Tag: asn1.TagGeneralizedTime, Bytes: []byte(a.at.UTC().Format("20060102150405Z"))}))
	signed := attributes(sum(crypto.SHA256, info), a.chain[0], oidTokenInfo)
	signature, err := a.key.Sign(rand.Reader, sum(crypto.SHA256, signed), crypto.SHA256)
	return message(oidTokenInfo, info, signed, signature, nil, a.chain), err
}

// ownPaper is a paper of two pages by the writer of papers.
func ownPaper(t testing.TB) []byte {
	t.Helper()
	office := doc.Issuer{Agency: "Thanh tra tỉnh Lào Cai", Place: "Lào Cai"}
	c := record.CoverSlip{Issuer: office, Date: thidua.NewDate(2025, 1, 14), Subject: "Về danh sách đăng ký thi đua năm 2025", To: "Chánh Thanh tra", Matter: "phê duyệt danh sách",
		Opinion: "đã rà soát đủ 05 tiêu chí; đề nghị phê duyệt", Leader: doc.Signer{Titles: []string{"Chánh Thanh tra"}, Name: "Trần Mạnh Khôi"}}
	for range 30 {
		c.Summary = append(c.Summary, "06 tập thể (55 chỉ tiêu), 38 cá nhân; 04 tập thể đăng ký Bằng khen của Chủ tịch UBND tỉnh")
	}
	var b bytes.Buffer
	if err := c.Document().PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// smallPaper is an empty page, for what is done a million times.
func smallPaper(t testing.TB) []byte {
	t.Helper()
	w := pdf.New("a", noon)
	w.AddPage(595, 842)
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// fixtures are the files of others: a classic table by LibreOffice, object streams and a cross-reference stream, another stream, and a file without ID.
var fixtures = []string{"lao-cai.pdf", "libreoffice.pdf", "chromium.pdf", "groff.pdf"}

func fixture(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../plan/extract/pdf/testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// picture is a seal: a red ring on nothing.
func picture(t testing.TB) []byte {
	t.Helper()
	i := image.NewNRGBA(image.Rect(0, 0, 120, 120))
	for y := range 120 {
		for x := range 120 {
			if d := (x-60)*(x-60) + (y-60)*(y-60); d < 3500 && d > 2700 {
				i.Set(x, y, color.NRGBA{R: 220, A: 200})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, i); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func signed(t testing.TB, pdf []byte, h holder, o Options) []byte {
	t.Helper()
	if o.At.IsZero() {
		o.At = noon
	}
	out, err := Sign(t.Context(), pdf, h.key, h.chain, o)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out, pdf) {
		t.Fatal("the file that was signed is not kept as it was")
	}
	return out
}

func verified(t testing.TB, pdf []byte) []Signature {
	t.Helper()
	out, err := Verify(pdf, everybody().roots())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// run gives what another program says about a file.
func run(t testing.TB, program, debian string, pdf []byte, args ...string) (string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(oracle.Need(t, program, debian), append(args, path)...).CombinedOutput()
	return string(out), err
}

// inRoom gives the message of a signature without the zeros behind it.
func inRoom(t testing.TB, s field) []byte {
	t.Helper()
	var v asn1.RawValue
	if _, err := asn1.Unmarshal([]byte(s.dict["Contents"].(text).s), &v); err != nil {
		t.Fatal(err)
	}
	return v.FullBytes
}
