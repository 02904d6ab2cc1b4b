package clerk

import (
	"context"
	"strings"
	"unicode/utf8"

	"thidua"
	"thidua/internal/vi"
)

// Found is what a look-up of award decisions gives: of the awards that the agency has published, those whose name, unit or decision number has
// the words.
type Found struct {
	Agency thidua.Agency
	Query  string
	Year   int   // 0 for all
	Years  []int // with published awards
	Awards []thidua.Award
	Asked  bool // something was looked for
	More   bool // there are further ones
}

// The bounds of a look-up.
const (
	shortest  = 2
	mostFound = 100
)

// LookUp finds published award decisions by name, number or year; NotFound for a visitor where the agency keeps its roll to itself.
func (d *Desk) LookUp(ctx context.Context, actor thidua.Actor, query string, year int) (f Found, err error) {
	f.Query, f.Year = vi.NFC(strings.TrimSpace(query)), year
	roll, err := d.app.Roll(ctx, actor, 0, "")
	if err != nil {
		return f, err
	}
	f.Agency, f.Years = roll.Agency, roll.Years
	if f.Asked = year != 0 || utf8.RuneCountInString(f.Query) >= shortest; !f.Asked {
		return f, nil
	}
	words := vi.Fold(f.Query)
	for _, y := range roll.Years {
		if year != 0 && y != year {
			continue
		}
		of, err := d.app.Roll(ctx, actor, y, "")
		if err != nil {
			return f, err
		}
		for _, w := range of.Awards {
			if strings.Contains(vi.Fold(w.Subject.Name+" "+w.Subject.Home+" "+w.Decision.Number), words) {
				f.Awards = append(f.Awards, w)
			}
		}
	}
	if f.More = len(f.Awards) > mostFound; f.More {
		f.Awards = f.Awards[:mostFound]
	}
	return f, nil
}
