package doc_test

import (
	"testing"

	"thidua/internal/testkit/oracle"
)

// TestPDFIsSoundForOthers holds the whole set against three independent readers of PDF.
func TestPDFIsSoundForOthers(t *testing.T) {
	papers := map[string]oracle.Paper{}
	for name, d := range agreed() {
		papers[name] = d
	}
	oracle.Sound(t, papers)
}
