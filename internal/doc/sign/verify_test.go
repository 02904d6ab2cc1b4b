package sign

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/internal/testkit/oracle"
)

// opened reads a file for a test that looks inside.
func opened(t testing.TB, pdf []byte) *file {
	t.Helper()
	unpack := maxUnpacked
	f, err := open(pdf, &unpack)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// appended adds a revision, as an editor or an attacker would.
func appended(t testing.TB, pdf []byte, change func(u *update)) []byte {
	t.Helper()
	u, err := newUpdate(opened(t, pdf))
	if err != nil {
		t.Fatal(err)
	}
	change(u)
	u.finish()
	return u.out
}

func TestFileWithoutSignatures(t *testing.T) {
	for _, name := range fixtures {
		if all := verified(t, fixture(t, name)); len(all) != 0 {
			t.Errorf("%s: %v", name, all)
		}
	}
	if _, err := Verify(fixture(t, "refused/locked.pdf"), nil); !errors.Is(err, ErrEncrypted) {
		t.Error(err)
	}
	if _, err := Verify([]byte("%PDF-1.7\nstartxref\n9\n%%EOF"), nil); !errors.Is(err, ErrUnreadable) {
		t.Error(err)
	}
}

// TestChangesAfterSigningAreTold puts revisions behind a signature. The signature itself still fits in all of them, and poppler says so.
func TestChangesAfterSigningAreTold(t *testing.T) {
	p := everybody()
	white := func(u *update) any {
		return stream{dict{"Type": name("XObject"), "Subtype": name("Form"), "BBox": corners(0, 0, 500, 500)}, []byte("1 g 0 0 500 500 re f\n")}
	}
	widget := func(u *update, p page, extra dict) dict {
		d := dict{"Type": name("Annot"), "Subtype": name("Widget"), "FT": name("Sig"), "T": words("giả"), "Rect": corners(0, 0, 500, 500), "P": p.ref, "AP": dict{"N": u.add(white(u))}}
		for k, v := range extra {
			d[k] = v
		}
		return d
	}
	annotate := func(u *update, extra dict) {
		on, _ := u.f.page(1)
		w := u.add(widget(u, on, extra))
		list := on.dict["Annots"].(ref)
		u.put(list, append(u.f.array(list), w))
	}
	for name, c := range map[string]struct {
		change func(u *update)
		want   After
		path   string
	}{
		"content replaced": {func(u *update) {
			on, _ := u.f.page(1)
			old := u.f.resolve(on.dict["Contents"]).(stream)
			raw := bytes.Clone(old.raw)
			raw[len(raw)-1] ^= 1
			u.put(on.dict["Contents"].(ref), stream{old.dict, raw})
		}, AfterContent, "/Contents"},
		"page replaced": {func(u *update) {
			on, _ := u.f.page(1)
			u.put(on.ref, with(on.dict, "Contents", u.add(stream{dict{}, []byte("BT ET")})))
		}, AfterContent, "/Contents"},
		"page removed": {func(u *update) {
			root := u.f.catalog()["Pages"].(ref)
			pages := u.f.dict(root)
			u.put(root, with(with(pages, "Kids", u.f.array(pages["Kids"])[:1]), "Count", whole(1)))
		}, AfterContent, "Pages/"},
		"font replaced": {func(u *update) {
			for num := range u.f.entries {
				if d := u.f.dict(ref{num: num}); d["FontFile2"] != nil {
					u.put(ref{num: num}, with(d, "FontFile2", u.add(stream{dict{}, nil})))
				}
			}
		}, AfterContent, "/FontFile2"},
		"note over the text":  {func(u *update) { annotate(u, dict{"Subtype": name0("Stamp"), "FT": nil}) }, AfterContent, "/Annots"},
		"field without value": {func(u *update) { annotate(u, nil) }, AfterContent, "/Annots"},
		"borrowed signature": {func(u *update) {
			fields := u.f.array(u.f.dict(u.f.catalog()["AcroForm"])["Fields"])
			first := fields[0].(ref)
			u.put(first, with(u.f.dict(first), "AP", dict{"N": u.add(white(u))}))
		}, AfterContent, "/AP"},
		"field before the others": {func(u *update) {
			form := u.f.catalog()["AcroForm"].(ref)
			u.put(form, with(u.f.dict(form), "Fields", append(array{u.add(dict{"T": words("khác")})}, u.f.array(u.f.dict(form)["Fields"])...)))
		}, AfterContent, "AcroForm/Fields"},
		"script": {func(u *update) {
			root := u.f.trailer["Root"].(ref)
			u.put(root, with(u.f.catalog(), "OpenAction", dict{"S": name0("JavaScript"), "JS": words("1")}))
		}, AfterContent, "OpenAction"},
		"title": {func(u *update) {
			info := u.f.trailer["Info"].(ref)
			u.put(info, with(u.f.dict(info), "Title", words("Quyết định")))
		}, AfterProperties, "Info/Title"},
		"certificates": {func(u *update) {
			root := u.f.trailer["Root"].(ref)
			u.put(root, with(u.f.catalog(), "DSS", dict{"Certs": array{u.add(stream{dict{}, p.root.Raw})}}))
		}, AfterSignatures, ""},
	} {
		for from, paper := range map[string][]byte{"own": ownPaper(t), "other": fixture(t, "lao-cai.pdf")} {
			file := appended(t, signed(t, paper, p.chief, Options{Mark: &Mark{Width: 20, Image: picture(t)}}), c.change)
			if out, err := run(t, "pdfsig", "poppler-utils", file); err != nil || !strings.Contains(out, "Signature is Valid") {
				t.Errorf("%s: the example is no attack: %v\n%s", name, err, out)
			}
			s := verified(t, file)[0]
			if s.Fault != FaultNone || s.After != c.want || s.WholeFile || s.Holds() != (c.want < AfterContent) || !strings.Contains(strings.Join(s.Changed, " "), c.path) {
				t.Errorf("%s, %s: fault %d, after %d, changed %v", name, from, s.Fault, s.After, s.Changed)
			}
			further := signed(t, file, p.seal, Options{})
			if s := verified(t, further); s[0].After != c.want || s[1].After != AfterNothing {
				t.Errorf("%s, %s: a signature behind the change hides it: %d, %d", name, from, s[0].After, s[1].After)
			}
		}
	}
}

func name0(s string) name { return name(s) }

// edited writes other byte ranges or another room into a signed file.
func edited(t *testing.T, pdf []byte, ranges string, room []byte) []byte {
	t.Helper()
	f := opened(t, pdf)
	s := f.signatures()[0]
	before, _ := f.gap(&s)
	out := bytes.Clone(pdf)
	if ranges != "" {
		at := bytes.LastIndex(out, []byte("/ByteRange [")) + len("/ByteRange [")
		copy(out[at:], fmt.Sprintf("%-43s", ranges))
	}
	if room != nil {
		at := len(before) + 1
		end := at + bytes.IndexByte(out[at:], '>')
		hex.Encode(out[at:], append(bytes.Clone(room), make([]byte, (end-at)/2-len(room))...))
	}
	return out
}

func TestFaultsAreTold(t *testing.T) {
	p := everybody()
	file := signed(t, ownPaper(t), p.chief, Options{})
	f := opened(t, file)
	s := f.signatures()[0]
	before, after := f.gap(&s)
	from, to := len(before), len(file)-len(after)
	cms := inRoom(t, s)
	foreign := attributes(sum(crypto.SHA256, before, after), p.other.chain[0], oidData)
	value, err := p.chief.key.Sign(rand.Reader, sum(crypto.SHA256, foreign), crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	forged := bytes.Clone(cms)
	forged[len(forged)-1] ^= 1
	for name, c := range map[string]struct {
		file []byte
		want Fault
	}{
		"range begins later":        {edited(t, file, fmt.Sprintf("1 %d %d %d", from, to, len(after)), nil), FaultRange},
		"range leaves out more":     {edited(t, file, fmt.Sprintf("0 %d %d %d", from, to+2, len(after)-2), nil), FaultRange},
		"range leaves out before":   {edited(t, file, fmt.Sprintf("0 %d %d %d", from-9, to, len(after)), nil), FaultRange},
		"range ends before the end": {edited(t, file, fmt.Sprintf("0 %d %d %d", from, to, len(after)-20), nil), FaultRange},
		"range beyond the file":     {edited(t, file, fmt.Sprintf("0 %d %d %d", from, to, len(after)+9), nil), FaultRange},
		"range below zero":          {edited(t, file, fmt.Sprintf("0 %d %d -5", from, to), nil), FaultRange},
		"range of one number":       {edited(t, file, "0", nil), FaultRange},
		"range is text":             {edited(t, file, "(a) (b) (c) (d)", nil), FaultRange},
		"message cut, then zeros":   {edited(t, file, "", cms[:len(cms)-40]), FaultSignature},
		"message cut by its room":   {edited(t, file, "", append([]byte{0x30, 0x82, 0xFF, 0xFF}, cms[4:]...)), FaultMessage},
		"message cut and shortened": {edited(t, file, "", append([]byte{0x30, 0x82, cms[2] - 1, cms[3]}, cms[4:len(cms)-256]...)), FaultMessage},
		"message with a tail":       {edited(t, file, "", append(bytes.Clone(cms), 1)), FaultMessage},
		"no message":                {edited(t, file, "", make([]byte, len(cms))), FaultMessage},
		"value forged":              {edited(t, file, "", forged), FaultSignature},
		"certificate exchanged":     {edited(t, file, "", message(oidData, nil, foreign, value, nil, p.chief.chain)), FaultCertificate},
		"certificate of another":    {edited(t, file, "", message(oidData, nil, foreign, value, nil, p.other.chain)), FaultSignature},
		"other bytes":               {bytes.Replace(file, []byte("/Lang(vi-VN)"), []byte("/Lang(en-VN)"), 1), FaultChanged},
		"kind unknown":              {bytes.Replace(file, []byte("ETSI.CAdES.detached"), []byte("adbe.x509.rsa_sha10"), 1), FaultKind},
	} {
		all := verified(t, c.file)
		if len(all) != 1 || all[0].Fault != c.want || all[0].Holds() {
			t.Errorf("%s: %+v, want fault %d", name, all, c.want)
		}
	}
}

func TestSignatureMovedToAnotherFileFalls(t *testing.T) {
	p := everybody()
	file := signed(t, ownPaper(t), p.chief, Options{})
	cms := inRoom(t, opened(t, file).signatures()[0])
	other := signed(t, fixture(t, "lao-cai.pdf"), p.chief, Options{})
	if s := verified(t, edited(t, other, "", cms)); s[0].Fault != FaultChanged {
		t.Errorf("%+v", s)
	}
}

func TestChainAndTime(t *testing.T) {
	p := everybody()
	for name, c := range map[string]struct {
		holder holder
		at     time.Time
		roots  *x509.CertPool
		chain  Chain
		inTime bool
	}{
		"known":        {p.chief, noon, p.roots(), ChainKnown, true},
		"no roots":     {p.chief, noon, nil, ChainUnknown, true},
		"stranger":     {p.other, noon, p.roots(), ChainUnknown, true},
		"not yet":      {p.late, noon, p.roots(), ChainBroken, false},
		"since":        {p.late, noon.Add(2 * time.Hour), p.roots(), ChainKnown, true},
		"may not sign": {p.wrong, noon, p.roots(), ChainBroken, true},
		"out of date":  {p.chief, noon.AddDate(6, 0, 0), p.roots(), ChainBroken, false},
		"in its years": {p.chief, noon.AddDate(3, 0, 0), p.roots(), ChainKnown, true},
	} {
		all, err := Verify(signed(t, ownPaper(t), c.holder, Options{At: c.at}), c.roots)
		if err != nil || all[0].Chain != c.chain || all[0].InTime != c.inTime || !all[0].Holds() || !all[0].NotAfter.Equal(c.holder.chain[0].NotAfter) {
			t.Errorf("%s: %v %+v", name, err, all)
		}
	}
}

func TestSignaturesOfOthers(t *testing.T) {
	p := everybody()
	file := signed(t, ownPaper(t), p.chief, Options{})
	plain := bytes.Replace(file, []byte("/SubFilter /ETSI.CAdES.detached"), []byte("/SubFilter /adbe.pkcs7.detached"), 1)
	f := opened(t, plain)
	s := f.signatures()[0]
	before, after := f.gap(&s)
	set := set(attribute(oidContentType, der(oidData)), attribute(oidDigest, der(sum(crypto.SHA256, before, after))))
	for name, signed := range map[string][]byte{"without the certificate's hash": set, "with it": attributes(sum(crypto.SHA256, before, after), p.chief.chain[0], oidData)} {
		value, err := p.chief.key.Sign(rand.Reader, sum(crypto.SHA256, signed), crypto.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		cms := message(oidData, nil, signed, value, nil, p.chief.chain)
		if got := verified(t, edited(t, plain, "", cms)); got[0].Fault != FaultNone || !got[0].WholeFile {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWeakKeyIsTold(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	h := holder{key, []*x509.Certificate{issue(pkix.Name{CommonName: "Khóa ngắn"}, key, nil, key, func(*x509.Certificate) {})}}
	if s := verified(t, signed(t, smallPaper(t), h, Options{})); !s[0].Weak || !s[0].Holds() {
		t.Errorf("%+v", s)
	}
}

// TestArchivalTimeStamp puts a time stamp over a signed file, as archives do, with the certificates before it.
func TestArchivalTimeStamp(t *testing.T) {
	p := everybody()
	file := appended(t, signed(t, ownPaper(t), p.chief, Options{}), func(u *update) {
		root := u.f.trailer["Root"].(ref)
		u.put(root, with(u.f.catalog(), "DSS", dict{"Certs": array{u.add(stream{dict{}, p.root.Raw})}}))
	})
	file = signed(t, file, p.seal, Options{})
	at := bytes.LastIndex(file, []byte("/ETSI.CAdES.detached"))
	copy(file[at:], "/ETSI.RFC3161       ")
	s := opened(t, file).signatures()[1]
	before, after := opened(t, file).gap(&s)
	stamper := authority{holder: p.stamper, at: noon.Add(time.Hour)}
	token, err := stamper.Timestamp(t.Context(), sum(crypto.SHA256, before, after))
	if err != nil {
		t.Fatal(err)
	}
	hex.Encode(file[len(before)+1:len(file)-len(after)-1], append(token, make([]byte, defaultRoom-len(token))...))
	all := verified(t, file)
	if len(all) != 2 || all[0].After != AfterSignatures || !all[0].Holds() || !all[1].Archival || !all[1].Holds() || !all[1].Stamped.Equal(stamper.at) || all[1].Chain != ChainKnown || !all[1].WholeFile {
		t.Errorf("%+v", all)
	}
	file[bytes.LastIndex(file, []byte("/Lang(vi-VN)"))+6] = 'x'
	if all := verified(t, file); all[1].Fault != FaultChanged {
		t.Errorf("%+v", all[1])
	}
}

// TestMessageOfAnotherProgramIsTaken lets OpenSSL make the CMS, as the program of a token does.
func TestMessageOfAnotherProgramIsTaken(t *testing.T) {
	p := everybody()
	for name, h := range map[string]holder{"RSA": p.chief, "ECDSA": p.seal} {
		prepared, err := Prepare(ownPaper(t), h.chain, Options{At: noon})
		if err != nil {
			t.Fatal(err)
		}
		key, err := x509.MarshalPKCS8PrivateKey(h.key)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		for file, content := range map[string][]byte{"content": bytes.Join([][]byte{prepared.file[:prepared.from], prepared.file[prepared.to:]}, nil),
			"key": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}), "cert": pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: h.chain[0].Raw})} {
			if err := os.WriteFile(filepath.Join(dir, file), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		c := exec.Command(oracle.Need(t, "openssl", "openssl"), strings.Fields("cms -sign -cades -binary -md sha512 -in content -signer cert -inkey key -outform DER -out cms")...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("openssl: %v\n%s", err, out)
		}
		cms, err := os.ReadFile(filepath.Join(dir, "cms"))
		if err != nil {
			t.Fatal(err)
		}
		file, err := prepared.FinishMessage(cms)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		accepted(t, file, 1)
		if s := verified(t, file); !s[0].Holds() || s[0].Signer != h.chain[0].Subject.CommonName {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// nssMessage is the CMS that poppler wrote with NSS, as LibreOffice does: lengths known only at the end, attributes of its own.
func nssMessage(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/nss.cms")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMessageWithLengthsKnownAtTheEnd(t *testing.T) {
	b := nssMessage(t)
	m, ok := readMessage(b)
	if !ok {
		t.Fatal("the message cannot be read")
	}
	digest := m.attributes[oidDigest.String()].Bytes[2:]
	if fault := m.judge(digest, true); fault != FaultNone || m.signer.Subject.CommonName != "Nguyễn Văn Thử" {
		t.Errorf("fault %d, %s", fault, m.signer.Subject)
	}
	for cut := range len(bytes.TrimRight(b, "\x00")) {
		if _, ok := readMessage(b[:cut]); ok {
			t.Fatalf("cut at %d it is still read", cut)
		}
	}
	whole := wrap(asn1.ClassUniversal, asn1.TagOctetString, der([]byte("a")), der([]byte("bc")))
	if out, rest, ok := definite(whole, 0); !ok || len(rest) > 0 || !bytes.Equal(out, der([]byte("abc"))) {
		t.Errorf("a string in pieces: %x", out)
	}
}

func TestTimesOfPDF(t *testing.T) {
	for s, want := range map[string]string{
		"D:20250114120000+07'00'": "2025-01-14T12:00:00+07:00", "D:20250114120000+07'00": "2025-01-14T12:00:00+07:00", "D:20250114120000Z": "2025-01-14T12:00:00Z",
		"20250114120000": "2025-01-14T12:00:00Z", "D:20250114": "2025-01-14T00:00:00Z", "hôm qua": "0001-01-01T00:00:00Z", stamp(noon): noon.Format(time.RFC3339),
	} {
		if got := moment(s).Format(time.RFC3339); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func FuzzMessage(f *testing.F) {
	p := everybody()
	digest := sum(crypto.SHA256, nil)
	a := attributes(digest, p.seal.chain[0], oidData)
	token, err := authority{holder: p.stamper, at: noon}.Timestamp(f.Context(), digest)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(message(oidData, nil, a, digest, token, p.seal.chain[:1]))
	f.Add(token)
	f.Add(nssMessage(f))
	f.Fuzz(func(_ *testing.T, b []byte) {
		if m, ok := readMessage(b); ok {
			m.check(digest)
			m.names()
			var s Signature
			s.who(m)
			s.when(m, x509.NewCertPool())
		}
		readToken(b, nil)
	})
}

func FuzzVerify(f *testing.F) {
	p := everybody()
	paper := smallPaper(f)
	one := signed(f, paper, p.chief, Options{Room: 4000})
	f.Add(one)
	f.Add(signed(f, one, p.seal, Options{Room: 4000, Timestamper: authority{holder: p.stamper, at: noon}}))
	f.Add(fixture(f, "libreoffice.pdf"))
	f.Add(appended(f, one, func(u *update) { u.f.streamed = true; u.add(dict{}) }))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</A [(b) <41> /C#20 1 0 R -1.5 true null]>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n70\n%%EOF\n"))
	roots := p.roots()
	f.Fuzz(func(t *testing.T, pdf []byte) {
		all, err := Verify(pdf, roots)
		if err != nil && !errors.Is(err, ErrUnreadable) && !errors.Is(err, ErrEncrypted) {
			t.Errorf("an error without a name: %v", err)
		}
		for _, s := range all {
			if s.Holds() && s.Signer != "Trần Mạnh Khôi" && s.Signer != "Thanh tra tỉnh Lào Cai" && s.Chain == ChainKnown {
				t.Errorf("a signature that nobody made holds: %+v", s)
			}
		}
	})
}
