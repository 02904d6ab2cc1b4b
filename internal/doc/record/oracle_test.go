package record

import (
	"os/exec"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/testkit/oracle"
)

// TestWordProcessorBreaksLikeOurPDF asks LibreOffice about every form.
func TestWordProcessorBreaksLikeOurPDF(t *testing.T) {
	papers := map[string]oracle.Paper{"danh-sach-dai": longList(false).Document(), "danh-sach-dai-ky": longList(true).Document()}
	for name, d := range samples() {
		papers[name] = d
	}
	for name, d := range workingSheets() {
		papers[name] = d
	}
	papers["phieu-kiem-tra-60"] = crowded(60).Document()
	oracle.Compare(t, papers, doc.SampleMark)
}

func TestLongProposalHasThreePages(t *testing.T) {
	_, pdf := oracle.Write(t, t.TempDir(), "x", longProposal().Document())
	if n := len(oracle.Lines(t, pdf)); n != 3 {
		t.Errorf("%d pages", n)
	}
}

func TestPDFIsSoundForQPDF(t *testing.T) {
	qpdf := oracle.Need(t, "qpdf", "qpdf")
	for name, d := range samples() {
		_, pdf := oracle.Write(t, t.TempDir(), name, d)
		if out, err := exec.Command(qpdf, "--check", pdf).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
