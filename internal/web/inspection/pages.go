// Package inspection holds the pages of inspection rounds with their recommendations, and of participation, mobilisation and confirmation.
package inspection

import (
	"bytes"
	"strconv"

	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/inspection"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of this package.
type Pages struct {
	App  *app.App
	Desk *uses.Desk
}

// UploadLimit is the size of a form with a file, in bytes: a little more than the greatest file that is kept.
const UploadLimit = 26 << 20

// Who may use the pages of this package.
var (
	Readers    = handle.For(thidua.MayReadInspection)
	Office     = handle.For(thidua.MayKeepInspection)
	Answerers  = handle.For(thidua.MayAnswerInspection)
	Watchers   = handle.For(thidua.MayReadMobilising)
	Movers     = handle.For(thidua.MayMobilise)
	Confirmers = handle.For(thidua.MayConfirmMoving)
)

const errUnknown thidua.Code = "page-unknown"

// day is a day as it is typed; empty for none.
func day(d thidua.Date) string { return vi.Date(d) }

// or fills a field that nobody has typed in.
func or(f ui.Field, value string) ui.Field {
	if f.Value == "" && f.Error == "" {
		f.Value = value
	}
	return f
}

func rows(f ui.Field, n int) ui.Field {
	f.Rows = n
	return f
}

// accept lists the endings of evidence.
const accept = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"

// give answers with a kept file.
func give(c *handle.Ctx, ref thidua.FileRef, content []byte, err error) error {
	if err != nil {
		return err
	}
	return c.Kept(ref, bytes.NewReader(content))
}

func count(n int) string { return strconv.Itoa(n) }

// years is the switch between the years of a movement, on a page of one.
func years(rounds []thidua.Round, here, page string) []ui.NavItem {
	var out []ui.NavItem
	for _, r := range rounds {
		if !r.Closing {
			out = append(out, ui.NavItem{Text: strconv.Itoa(r.Year), URL: page + "/" + r.ID, Here: r.ID == here})
		}
	}
	return out
}
