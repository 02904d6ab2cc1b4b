package clerk

import (
	"context"
	"strings"
	"unicode/utf8"

	"thidua"
	"thidua/internal/app"
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
	f.Asked = year != 0 || utf8.RuneCountInString(f.Query) >= shortest
	roll, err := d.roll(ctx, actor, f)
	f.Agency, f.Years = roll.Agency, roll.Years
	if err != nil || !f.Asked {
		return f, err
	}
	words := vi.Fold(f.Query)
	for _, w := range roll.Awards {
		if strings.Contains(vi.Fold(w.Subject.Name+" "+w.Subject.Home+" "+w.Decision.Number), words) {
			f.Awards = append(f.Awards, w)
		}
	}
	if f.More = len(f.Awards) > mostFound; f.More {
		f.Awards = f.Awards[:mostFound]
	}
	return f, nil
}

// roll reads what is looked through: the rolls of all years at once, or one.
func (d *Desk) roll(ctx context.Context, actor thidua.Actor, f Found) (app.Roll, error) {
	if f.Asked && f.Year == 0 {
		return d.app.Rolls(ctx, actor)
	}
	return d.app.Roll(ctx, actor, f.Year, "")
}
