package browser

import (
	"github.com/chromedp/cdproto/emulation"
)

// Look is how a page is seen: width and height in CSS pixels, the dark theme of the system, scripts switched off, and the host name
// in the address (127.0.0.1 when empty).
type Look struct {
	Width, Height int64
	Dark          bool
	NoScript      bool
	Host          string
}

// The looks that every page is checked at.
var (
	Desk  = Look{Width: 1366, Height: 768}
	Phone = Look{Width: 390, Height: 844}
)

// Night gives the same look in the dark theme.
func (l Look) Night() Look { l.Dark = true; return l }

// WithoutScript gives the same look with JavaScript switched off.
func (l Look) WithoutScript() Look { l.NoScript = true; return l }

// Look changes how the page is seen.
func (p *Page) Look(look Look) {
	p.t.Helper()
	scheme := "light"
	if look.Dark {
		scheme = "dark"
	}
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: look.Width, Height: look.Height, DeviceScaleFactor: 1, Mobile: look.Width < 640,
	})
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: look.NoScript})
}
