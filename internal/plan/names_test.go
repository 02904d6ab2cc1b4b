package plan

import (
	"testing"

	"pgregory.net/rapid"
)

func TestShortNamesAreShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("Thi đua các trong của, lãnh đạo: ; ("))).Draw(t, "text")
		if n := len([]rune(shortName(text))); n > maxName {
			t.Errorf("%q has %d characters", shortName(text), n)
		}
	})
}
