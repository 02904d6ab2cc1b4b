package record

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/testkit/nd30"
)

func TestSameTreeSameBytes(t *testing.T) {
	for name, d := range samples() {
		for kind, render := range map[string]func(doc.Document, io.Writer) error{"docx": doc.Document.DOCX, "pdf": doc.Document.PDF, "html": doc.Document.HTML} {
			sums := map[[32]byte]bool{}
			for range 3 {
				var b bytes.Buffer
				if err := render(d, &b); err != nil {
					t.Fatal(err)
				}
				sums[sha256.Sum256(b.Bytes())] = true
			}
			if len(sums) != 1 {
				t.Errorf("%s as %s gave %d different files", name, kind, len(sums))
			}
		}
	}
}

func TestFormsStandWithNothingFilledIn(t *testing.T) {
	for name, d := range map[string]doc.Document{
		"proposal": ProposalLetter{}.Document(), "minutes": Minutes{}.Document(), "collective": AchievementReport{Collective: true}.Document(),
		"person": AchievementReport{}.Document(), "slip": CoverSlip{}.Document(), "list": RegistrationList{}.Document(),
		"sheet": RegistrationSheet{}.Document(), "nothing": {}, "no columns": doc.New("", "", false, doc.Table{Rows: []doc.Row{{Cells: []string{"a"}}}}, doc.Signatures{}),
	} {
		p := nd30.Write(t, name, d)
		if len(p.Pages) == 0 {
			t.Errorf("%s has no page", name)
		}
	}
}

func BenchmarkProposalLetterDOCX(b *testing.B) {
	bench(b, sampleProposal().Document, doc.Document.DOCX)
}

func BenchmarkProposalLetterPDF(b *testing.B) { bench(b, sampleProposal().Document, doc.Document.PDF) }

func BenchmarkMinutesDOCX(b *testing.B) { bench(b, sampleMinutes().Document, doc.Document.DOCX) }

func BenchmarkMinutesPDF(b *testing.B) { bench(b, sampleMinutes().Document, doc.Document.PDF) }

func BenchmarkAchievementReportDOCX(b *testing.B) {
	bench(b, sampleReport(true).Document, doc.Document.DOCX)
}

func BenchmarkAchievementReportPDF(b *testing.B) {
	bench(b, sampleReport(true).Document, doc.Document.PDF)
}

func bench(b *testing.B, form func() doc.Document, render func(doc.Document, io.Writer) error) {
	b.ReportAllocs()
	for b.Loop() {
		if err := render(form(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAPaperLaidOutOnceGivesTheSameFiles(t *testing.T) {
	for name, d := range samples() {
		l := d.Lay()
		for _, kind := range []struct{ once, alone func(io.Writer) error }{{l.PDF, d.PDF}, {l.DOCX, d.DOCX}, {l.PDF, d.PDF}} {
			var a, b bytes.Buffer
			if err := errors.Join(kind.once(&a), kind.alone(&b)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Errorf("%s differs, %v", name, err)
			}
		}
		if l.Pages() != d.Pages() {
			t.Errorf("%s: %d pages, %d", name, l.Pages(), d.Pages())
		}
	}
}
