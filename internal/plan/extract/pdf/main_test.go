package pdf

import (
	"os"
	"testing"
)

// TestMain makes the program of the tests its own child.
func TestMain(m *testing.M) {
	Child()
	os.Exit(m.Run())
}
