package form

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

// TestCase39OwnWordsAreNoProgram types what template languages would run into the own words of every part of every form. A name in braces that the part
// does not have is a fault; all else is text, which stands in the paper as it was typed.
func TestCase39OwnWordsAreNoProgram(t *testing.T) {
	parts, kept := 0, 0
	begin := time.Now()
	for _, name := range names() {
		for _, p := range Parts(name, "2025-01-14") {
			parts++
			places := ""
			for _, one := range p.Places {
				places += " {" + one.Name + "}"
			}
			for _, code := range []string{"{{.Secret}}", "{{call .X}}", "{{template \"x\"}}", "{{range .}}{{end}}", "{Secret}", "{khóa}", "{số phiếu hợp lệ.X}"} {
				if got, _, fault := p.Read("Thử " + code + places); fault == nil && strings.Contains(got, code) && strings.Contains(code, "{") && !braceless(code) {
					t.Errorf("%s.%s keeps %s", name, p.Part, code)
				}
			}
			for _, text := range []string{"${7*7}", "<%= 7*7 %>", "%s%n%x", "#{7*7}", "[[7*7]]", "$(id)", "`id`", "\\input{/etc/passwd}", "{ PAGE }", "<w:instrText>DDE</w:instrText>"} {
				if got, _, fault := p.Read("Thử " + text + places); fault == nil {
					kept++
					if strings.Contains(got, "49") || !strings.Contains(got, strings.Fields(text)[0]) {
						t.Errorf("%s.%s makes %q of %q", name, p.Part, got, text)
					}
				} else if !known(*fault) {
					t.Errorf("%s.%s answers %q with %v", name, p.Part, text, *fault)
				}
			}
			if parts > 5 {
				continue
			}
			if _, _, fault := p.Read(strings.Repeat("{{range}}", 1<<17)); fault == nil || fault.Code != CodeOwnLong {
				t.Errorf("%s.%s takes a megabyte", name, p.Part)
			}
		}
	}
	if parts < 100 || kept < 300 {
		t.Errorf("only %d parts, %d texts kept", parts, kept)
	}
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("the reading took %v", took)
	}
}

// TestCase39ATypedFieldIsTextInTheFile looks that own words with the marks of a field of Word stand in the document as text.
func TestCase39ATypedFieldIsTextInTheFile(t *testing.T) {
	d, ok := SampleIn("giay-moi", map[string]string{"close": "{{.Secret}}<w:fldSimple w:instr=\"DDEAUTO cmd\"/>"})
	if !ok {
		t.Fatal("the sample is gone")
	}
	var out bytes.Buffer
	if err := d.DOCX(&out); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(text, []byte("&lt;w:fldSimple")) || !bytes.Contains(text, []byte("{{.Secret}}")) {
		t.Error("the own words are not in the paper as they were typed")
	}
	if bytes.Contains(text, []byte("<w:fldSimple w:instr=\"DDEAUTO")) {
		t.Error("typed text became a field")
	}
}

// braceless tells of code that holds no single name in braces.
func braceless(code string) bool { return !braces.MatchString(code) }

func known(f Fault) bool {
	return f.Code == CodeUnknown || f.Code == CodeOwnFigure || f.Code == CodeOwnLong
}

// names lists every form that has words.
func names() (out []string) {
	seen := map[string]bool{}
	for _, w := range Wordings {
		if !seen[w.Form] {
			seen[w.Form] = true
			out = append(out, w.Form)
		}
	}
	return out
}
