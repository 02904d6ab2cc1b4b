package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// reversed writes text in a legacy code: each letter by the longest code that decodes to it alone.
func reversed(t *testing.T, as legacy, text string) string {
	t.Helper()
	codes := map[string]string{}
	var latin []string
	for r := rune(0xa1); r <= 0xff; r++ {
		latin = append(latin, string(r))
	}
	for _, base := range append(strings.Split("aeouyôöAEOUYÔÖ", ""), "") {
		for _, l := range latin {
			if to := as.decode(base + l); len([]rune(to)) == 1 && codes[to] == "" {
				codes[to] = base + l
			}
		}
	}
	var b strings.Builder
	for _, r := range text {
		c, small := codes[string(r)], codes[string(unicode.ToLower(r))]
		switch {
		case c != "":
			b.WriteString(c)
		case small != "":
			b.WriteString(small)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestLegacyText(t *testing.T) {
	plan, err := os.ReadFile("../testdata/lao-cai.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := textOf(t, plan)
	for as, name := range map[legacy]string{tcvn3: "TCVN3", vni: "VNI"} {
		old := reversed(t, as, want)
		bytes, err := charmap.Windows1252.NewEncoder().String(strings.NewReplacer("–", "-", "“", `"`, "”", `"`, "…", "...").Replace(old))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for form, data := range map[string]string{"bytes": bytes, "UTF-8": old} {
			got := textOf(t, []byte(data))
			flat := strings.NewReplacer("–", "-", "“", `"`, "”", `"`, "…", "...")
			g, w := strings.Split(flat.Replace(got), "\n"), strings.Split(flat.Replace(want), "\n")
			for i := range min(len(g), len(w)) {
				if g[i] != w[i] {
					t.Errorf("%s as %s, line %d:\n got %s\nwant %s", name, form, i+1, g[i], w[i])
				}
			}
		}
	}
}

func textOf(t *testing.T, data []byte) string {
	t.Helper()
	d, err := Read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	return d.Text()
}

// word makes a .docx of a body and a table of styles.
func word(t *testing.T, body, styles string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"word/document.xml": "<w:document><w:body>" + body + "</w:body></w:document>", "word/styles.xml": "<w:styles>" + styles + "</w:styles>"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFontsTellTheCode(t *testing.T) {
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Goc"/></w:style>`
	run := func(font, text string) string {
		if font != "" {
			font = `<w:rPr><w:rFonts w:ascii="` + font + `" w:hAnsi="` + font + `"/></w:rPr>`
		}
		return "<w:r>" + font + "<w:t>" + text + "</w:t></w:r>"
	}
	body := `<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr>` + run("", "kÕ ho¹ch") + "</w:p><w:p>" + run("", "Thi ñua caûi ca") + run("", "ùch haønh chí") + run("", "nh") +
		"</w:p><w:p>" + run(".VnTime", "n\u00adíc ta, h</w:t><w:softHyphen/><w:t>íng") + run("Times New Roman", " đã ghi § 1") + "</w:p>"
	got := textOf(t, word(t, body, styles))
	if want := "KẾ HOẠCH\nThi đua cải cách hành chính\nnước ta, hướng đã ghi § 1"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
