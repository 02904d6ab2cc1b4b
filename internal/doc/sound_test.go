package doc_test

import (
	"testing"

	"thidua/internal/doc"
	"thidua/internal/testkit/nd30"
	"thidua/internal/testkit/oracle"
)

// TestPDFIsSoundForOthers holds the whole set against three independent readers of PDF.
func TestPDFIsSoundForOthers(t *testing.T) {
	t.Parallel()
	papers := map[string]oracle.Paper{}
	for name, d := range agreed() {
		papers[name] = d
	}
	oracle.Sound(t, papers)
}

// TestGrownPapersFollowDecree30 holds what grew beyond a sample against the table of the annex.
func TestGrownPapersFollowDecree30(t *testing.T) {
	for name, d := range grown() {
		nd30.Check(t, name, doc.SampleMark, nd30.Write(t, name, d))
	}
}
