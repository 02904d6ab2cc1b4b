package sign

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// signedInto signs with a field that enter writes as another program would.
func signedInto(t *testing.T, pdf []byte, h holder, enter func(u *update, signature ref)) []byte {
	t.Helper()
	u, err := newUpdate(opened(t, pdf))
	if err != nil {
		t.Fatal(err)
	}
	p := &Prepared{chain: h.chain}
	signature := u.reserve()
	enter(u, signature)
	ranges := p.dictionary(u, signature, Options{At: noon})
	u.finish()
	p.file = u.out
	copy(p.file[ranges:], fmt.Sprintf("0 %d %d %d", p.from, p.to, len(p.file)-p.to))
	p.attributes = attributes(p.hash(crypto.SHA256), h.chain[0], oidData)
	value, err := h.key.Sign(rand.Reader, p.Digest(), crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.Finish(t.Context(), value)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// form adds a field to form and page.
func form(u *update, field dict) {
	on, _ := u.f.page(1)
	w := u.add(with(field, "P", on.ref))
	acro := u.f.dict(u.f.catalog()["AcroForm"])
	u.enter(acro, w)
	u.put(on.ref, with(on.dict, "Annots", append(slices.Clone(u.f.array(on.dict["Annots"])), w)))
}

// TestFieldThatWaitedForItsSignature has a place for the head kept in the paper, which the office signs first.
func TestFieldThatWaitedForItsSignature(t *testing.T) {
	p := everybody()
	place := dict{"Type": name("Annot"), "Subtype": name("Widget"), "FT": name("Sig"), "T": words("Thủ trưởng"), "Rect": corners(0, 0, 50, 50), "F": whole(4)}
	waiting := appended(t, smallPaper(t), func(u *update) { form(u, place) })
	if all := verified(t, waiting); len(all) != 0 {
		t.Fatalf("an empty place counts as signed: %+v", all)
	}
	first := signed(t, waiting, p.chief, Options{})
	for want, change := range map[After]dict{AfterSignatures: {}, AfterContent: {"Rect": corners(0, 0, 500, 500)}} {
		file := signedInto(t, first, p.seal, func(u *update, signature ref) {
			for num := range u.f.entries {
				if d := u.f.dict(ref{num: num}); readable(d["T"]) == "Thủ trưởng" {
					d = with(with(d, "V", signature), "AP", dict{"N": u.form(corners(0, 0, 50, 50), turned(1, 0, 0, 1), dict{}, nil)})
					for key, v := range change {
						d[key] = v
					}
					u.put(ref{num: num}, d)
				}
			}
		})
		all := verified(t, file)
		if len(all) != 2 || all[0].After != want || !all[1].WholeFile {
			t.Errorf("want %d: %+v", want, all)
		}
	}
}

// TestFieldApartFromItsAnnotation has the two in objects of their own, as the format allows.
func TestFieldApartFromItsAnnotation(t *testing.T) {
	p := everybody()
	file := signedInto(t, signed(t, smallPaper(t), p.chief, Options{}), p.seal, func(u *update, signature ref) {
		on, _ := u.f.page(1)
		field := u.reserve()
		w := u.add(dict{"Type": name("Annot"), "Subtype": name("Widget"), "Rect": corners(0, 0, 0, 0), "P": on.ref, "Parent": field})
		u.put(field, dict{"FT": name("Sig"), "T": words("b"), "V": signature, "Kids": array{w}})
		acro := u.f.catalog()["AcroForm"].(ref)
		u.put(acro, with(u.f.dict(acro), "Fields", append(u.f.array(u.f.dict(acro)["Fields"]), field)))
		list := on.dict["Annots"].(ref)
		u.put(list, append(u.f.array(list), w))
	})
	if all := verified(t, file); len(all) != 2 || all[0].After != AfterSignatures || all[1].Field != "b" || !all[1].Holds() {
		t.Errorf("%+v", all)
	}
}

func TestSignatureTakenOffIsMissed(t *testing.T) {
	p := everybody()
	two := signed(t, signed(t, ownPaper(t), p.chief, Options{}), p.seal, Options{})
	for keep := range 2 {
		file := appended(t, two, func(u *update) {
			acro := u.f.catalog()["AcroForm"].(ref)
			fields := u.f.array(u.f.dict(acro)["Fields"])
			u.put(acro, with(u.f.dict(acro), "Fields", fields[keep:keep+1]))
		})
		if all := verified(t, file); len(all) != 1 || all[0].Holds() {
			t.Errorf("with signature %d alone: %+v", keep+1, all)
		}
	}
}

// TestLettersOfAFormWithText exchanges the letters of a field that is filled in.
func TestLettersOfAFormWithText(t *testing.T) {
	p := everybody()
	paper := appended(t, smallPaper(t), func(u *update) {
		form(u, dict{"Type": name("Annot"), "Subtype": name("Widget"), "FT": name("Tx"), "T": words("Số"), "V": words("15"), "Rect": corners(0, 0, 50, 50)})
	})
	file := appended(t, signed(t, paper, p.chief, Options{}), func(u *update) {
		acro := u.f.catalog()["AcroForm"].(ref)
		u.put(acro, with(u.f.dict(acro), "DR", dict{"Font": dict{}}))
	})
	if all := verified(t, file); all[0].After != AfterContent {
		t.Errorf("%+v", all)
	}
}

// resigned exchanges the message of a signature.
func resigned(t *testing.T, file []byte, h holder, token func(value []byte) []byte, list ...[]byte) []byte {
	t.Helper()
	a := set(list...)
	value, err := h.key.Sign(rand.Reader, sum(crypto.SHA256, a), crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	var stamp []byte
	if token != nil {
		stamp = token(value)
	}
	return edited(t, file, "", message(oidData, nil, a, value, stamp, h.chain))
}

func TestAttributesThatAreWrong(t *testing.T) {
	p := everybody()
	file := signed(t, ownPaper(t), p.seal, Options{})
	s := opened(t, file).signatures()[0]
	before, after := opened(t, file).gap(&s)
	kind, digest := attribute(oidContentType, der(oidData)), attribute(oidDigest, der(sum(crypto.SHA256, before, after)))
	hash := sum(crypto.SHA256, p.seal.chain[0].Raw)
	by := attribute(oidCertificate, sequence(sequence(sequence(der(hash)))))
	sha512 := attribute(oidCertificate, sequence(sequence(sequence(algorithm(oidSHA512), der(sum(crypto.SHA512, p.seal.chain[0].Raw))))))
	older := attribute(oidCertificate1, sequence(sequence(sequence(der(sum(crypto.SHA1, p.seal.chain[0].Raw))))))
	for name, c := range map[string]struct {
		list [][]byte
		want Fault
	}{
		"right":               {[][]byte{kind, digest, by}, FaultNone},
		"another hash":        {[][]byte{kind, digest, sha512}, FaultNone},
		"the older attribute": {[][]byte{kind, digest, older}, FaultNone},
		"no certificate":      {[][]byte{kind, digest}, FaultCertificate},
		"no kind":             {[][]byte{digest, by}, FaultMessage},
		"another kind":        {[][]byte{attribute(oidContentType, der(oidTokenInfo)), digest, by}, FaultMessage},
		"no digest":           {[][]byte{kind, by}, FaultMessage},
		"two digests":         {[][]byte{kind, digest, attribute(oidDigest, der(hash)), by}, FaultMessage},
		"another digest":      {[][]byte{kind, attribute(oidDigest, der(hash)), by}, FaultChanged},
	} {
		if got := verified(t, resigned(t, file, p.seal, nil, c.list...)); got[0].Fault != c.want {
			t.Errorf("%s: fault %d, want %d", name, got[0].Fault, c.want)
		}
	}
	for name, change := range map[string]func(token []byte) []byte{
		"forged": func(token []byte) []byte { token[len(token)-1] ^= 1; return token },
		"cut": func(token []byte) []byte {
			return der(asn1.RawValue{Tag: asn1.TagSequence, IsCompound: true, Bytes: token[4:40]})
		},
	} {
		got := verified(t, resigned(t, file, p.seal, func(value []byte) []byte {
			token, err := authority{holder: p.stamper, at: noon.AddDate(-1, 0, 1)}.Timestamp(t.Context(), sum(crypto.SHA256, value))
			if err != nil {
				t.Fatal(err)
			}
			return change(token)
		}, kind, digest, by))
		if !got[0].StampFault || !got[0].Stamped.IsZero() || !got[0].Time().Equal(noon) || got[0].Fault != FaultNone {
			t.Errorf("a token %s: %+v", name, got[0])
		}
	}
}

func TestFilesClosedAgainstSigning(t *testing.T) {
	p := everybody()
	for name, entry := range map[string]dict{
		"closed by its first signer": {"Perms": dict{"DocMDP": dict{"Reference": array{dict{"TransformParams": dict{"P": whole(1)}}}}}},
		"a form of another kind":     {"AcroForm": dict{"Fields": array{}, "XFA": words("x")}},
	} {
		file := appended(t, smallPaper(t), func(u *update) {
			root := u.f.trailer["Root"].(ref)
			c := u.f.catalog()
			for key, v := range entry {
				c = with(c, key, v)
			}
			u.put(root, c)
		})
		if _, err := Sign(t.Context(), file, p.seal.key, p.seal.chain, Options{At: noon}); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestHybridFile has an object that the table calls free and the stream beside it knows, as old programs were meant to see.
func TestHybridFile(t *testing.T) {
	var made ref
	small := smallPaper(t)
	file := appended(t, small, func(u *update) {
		u.f.streamed = true
		made = u.add(dict{"Title": words("ẩn")})
	})
	f, before := opened(t, file), opened(t, small)
	trailer := with(with(dict{"Root": f.trailer["Root"], "Size": f.trailer["Size"]}, "Prev", whole(before.start)), "XRefStm", whole(f.start))
	hybrid := fmt.Appendf(bytes.Clone(file), "xref\n%d 1\n0000000000 00000 f \ntrailer\n", made.num)
	hybrid = fmt.Appendf(appendValue(hybrid, trailer), "\nstartxref\n%d\n%%%%EOF\n", len(file))
	if got := readable(opened(t, hybrid).dict(made)["Title"]); got != "ẩn" {
		t.Errorf("the object is %q", got)
	}
	accepted(t, signed(t, hybrid, everybody().seal, Options{}), 1)
	deleted := fmt.Appendf(bytes.Clone(file), "xref\n%d 1\n0000000000 00001 f \ntrailer\n", made.num)
	deleted = fmt.Appendf(appendValue(deleted, with(with(trailer, "XRefStm", nil), "Prev", whole(f.start))), "\nstartxref\n%d\n%%%%EOF\n", len(file))
	if got := opened(t, deleted).get(made); got != nil {
		t.Errorf("the object that was taken out is %v", got)
	}
}

func TestObjectWhereAnotherShouldBe(t *testing.T) {
	file := smallPaper(t)
	f := opened(t, file)
	root := f.trailer["Root"].(ref)
	old, other := fmt.Appendf(nil, "%010d 00000 n", f.entries[root.num].at), fmt.Appendf(nil, "%010d 00000 n", f.entries[root.num+1].at)
	file = bytes.Replace(file, old, other, 1)
	if _, err := Sign(t.Context(), file, everybody().seal.key, everybody().seal.chain, Options{At: noon}); !errors.Is(err, ErrUnreadable) {
		t.Error(err)
	}
	if _, err := Verify(file, nil); !errors.Is(err, ErrUnreadable) {
		t.Error(err)
	}
}

// TestPageInherits has measures in the tree of pages, and a page with its own before one without.
func TestPageInherits(t *testing.T) {
	file := appended(t, smallPaper(t), func(u *update) {
		root := u.f.catalog()["Pages"].(ref)
		leaf := func(d dict) ref { return u.add(with(d, "Type", name("Page"))) }
		first, second := leaf(dict{"Rotate": whole(90), "CropBox": corners(10, 10, 50, 50)}), leaf(dict{"Rotate": whole(-90)})
		inner := u.add(dict{"Type": name("Pages"), "Kids": array{first}, "Rotate": whole(180)})
		u.put(root, dict{"Type": name("Pages"), "Kids": array{inner, second, leaf(dict{})}, "Count": whole(3), "MediaBox": corners(0, 0, 600, 800)})
	})
	for number, want := range map[int]string{1: "[10 10 60 60] 90", 2: "[0 0 600 800] 270", 3: "[0 0 600 800] 0"} {
		p, err := opened(t, file).page(number)
		if got := fmt.Sprint(p.box, p.rotate); err != nil || got != want {
			t.Errorf("page %d: %s %v, want %s", number, got, err, want)
		}
	}
}

func TestValuesThatReadersTakeDifferently(t *testing.T) {
	for _, v := range []string{"<</A 1/A 2>>", "[1 2", "<41", "(a", "<</A>>", "[endobj]", "<</A 1 /B>>", "1..2", "<4G>", string(bytes.Repeat([]byte("["), 100))} {
		s := scanner{b: []byte(v)}
		if got, err := s.value(0); err == nil {
			t.Errorf("%q is read as %v", v, got)
		}
	}
	s := scanner{b: []byte(`<</A(a\(b\)\n\101(c))/B#20<4 1>/C[1 0 R -1.5 null true]/D null>>`)}
	v, err := s.value(0)
	if err != nil || string(appendValue(nil, v)) != "<</A <612862290a41286329>/B#20 <41>/C [1 0 R -1.5 null true]/D null>>" {
		t.Errorf("%v: %s", err, appendValue(nil, v))
	}
}

// chained is a file whose objects lead to each other twenty thousand times.
func chained(t *testing.T, paper []byte, key name, link func(r, next ref) any) []byte {
	t.Helper()
	return appended(t, paper, func(u *update) {
		first := u.size
		for range 20_000 {
			r := u.reserve()
			u.put(r, link(r, ref{num: u.size}))
		}
		root := u.f.trailer["Root"].(ref)
		u.put(root, with(u.f.catalog(), key, ref{num: first}))
	})
}

func TestChainsOfObjectsEnd(t *testing.T) {
	p := everybody()
	for name, link := range map[string]func(r, next ref) any{
		"lengths": func(_, next ref) any {
			return number("<</Length " + string(appendValue(nil, next)) + ">>\nstream\n\nendstream")
		},
		"pages":  func(_, next ref) any { return dict{"Type": name("Pages"), "Kids": array{next}} },
		"itself": func(r, _ ref) any { return dict{"Kids": array{r}} },
		"values": func(_, next ref) any { return next },
	} {
		file := chained(t, smallPaper(t), "Pages", link)
		if _, err := Sign(t.Context(), file, p.seal.key, p.seal.chain, Options{At: noon}); !errors.Is(err, ErrUnreadable) && !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
		all, err := Verify(chained(t, signed(t, smallPaper(t), p.seal, Options{}), "Lang", link), nil)
		if err == nil && (len(all) != 1 || all[0].After != AfterContent) {
			t.Errorf("%s: %+v", name, all)
		}
	}
}
