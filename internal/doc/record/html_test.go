package record

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"thidua/internal/doc"

	"github.com/PuerkitoBio/goquery"
)

// paperClasses are the classes of the style sheet that draw a paper.
var paperClasses = map[string]bool{"a4": true, "mauvb": true, "vbh": true, "u1": true, "u2": true, "u3": true, "vbt": true, "kg": true, "vbk": true, "ba": true, "nn": true, "nn2": true, "sg": true, "ph": true, "vbb": true, "y": true}

func TestPreviewUsesOnlyTheClassesOfThePaper(t *testing.T) {
	class := regexp.MustCompile(`class="([^"]*)"`)
	for name, d := range samples() {
		var b bytes.Buffer
		if err := d.HTML(&b); err != nil {
			t.Fatal(err)
		}
		for _, m := range class.FindAllStringSubmatch(b.String(), -1) {
			for c := range strings.FieldsSeq(m[1]) {
				if !paperClasses[c] {
					t.Errorf("%s: class %q", name, c)
				}
			}
		}
		if strings.Contains(b.String(), "style=") {
			t.Errorf("%s carries a style of its own", name)
		}
		page, err := goquery.NewDocumentFromReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		if page.Find("article.a4 > .mauvb").Text() != doc.SampleMark || page.Find(".vbh b.u2").Text() != "Độc lập - Tự do - Hạnh phúc" || page.Find(".vbt").Length() != 1 {
			t.Errorf("%s: head of the preview is incomplete", name)
		}
	}
}

func TestPreviewEscapesWhatWasTyped(t *testing.T) {
	p := sampleProposal()
	p.Collectives[0].Summary = `<script>alert("x")</script> & "1"`
	var b bytes.Buffer
	if err := p.Document().HTML(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<script") || !strings.Contains(b.String(), "&lt;script&gt;") {
		t.Error("typed markup reached the page")
	}
}
