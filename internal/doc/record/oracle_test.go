package record

import (
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

func TestPDFIsSoundForOthers(t *testing.T) {
	papers := map[string]oracle.Paper{}
	for name, d := range samples() {
		papers[name] = d
	}
	oracle.Sound(t, papers)
}
