package sign

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
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
			u.put(on.dict["Contents"].(ref), stream{dict{}, []byte("BT ET")})
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
		"signature taken off the form": {func(u *update) {
			list := u.f.dict(u.f.catalog()["AcroForm"])["Fields"].(ref)
			u.put(list, append(array{u.add(dict{"T": words("khác")})}, u.f.array(list)...))
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
	cms := bytes.TrimRight([]byte(s.dict["Contents"].(text).s), "\x00")
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
		"range begins later":        {edited(t, file, fmt.Sprintf("1 %d %d %d", from-1, to, len(after)), nil), FaultRange},
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
	cms := bytes.TrimRight([]byte(opened(t, file).signatures()[0].dict["Contents"].(text).s), "\x00")
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

func FuzzVerify(f *testing.F) {
	p := everybody()
	paper := ownPaper(f)
	one := signed(f, paper, p.chief, Options{Room: 4000})
	f.Add(one)
	f.Add(signed(f, one, p.seal, Options{Timestamper: authority{holder: p.stamper, at: noon}}))
	for _, name := range fixtures {
		f.Add(fixture(f, name))
		f.Add(signed(f, fixture(f, name), p.seal, Options{Room: 4000}))
	}
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
