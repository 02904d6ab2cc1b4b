package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/exchange"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// What the commands on the lists of a year say.
const (
	CodeAsNeeded    thidua.Code = "cli.as-needed"    // the command
	CodeYearUnknown thidua.Code = "cli.year-unknown" // the year
)

func importRegistrations(ctx context.Context, c *call) error {
	return c.importYear(ctx, exchange.Registrations)
}

func importScores(ctx context.Context, c *call) error { return c.importYear(ctx, exchange.Scores) }

func exportRegistrations(ctx context.Context, c *call) error {
	return c.exportYear(ctx, exchange.Registrations)
}

func exportScores(ctx context.Context, c *call) error { return c.exportYear(ctx, exchange.Scores) }

// onYear opens the data for a command on a list of a year, which somebody with an account has to do: rows belong to units, and the person at
// the machine leads none.
func (c *call) onYear(ctx context.Context, readOnly bool, fn func(ctx context.Context, a *app.App, who thidua.Actor, file string) error) error {
	as := c.String("as", "", "")
	return c.onAgency(ctx, readOnly, func(a *app.App, operator thidua.Actor, file string) error {
		if *as == "" {
			return usage(CodeAsNeeded, c.command.name)
		}
		who, err := a.ActorNamed(ctx, operator, *as)
		switch k := thidua.KindOf(err); {
		case err != nil && (k == thidua.NotFound || k == thidua.SignIn): // nobody, or a closed account
			return thidua.Refuse(thidua.NotFound, CodeAccountUnknown, *as)
		case err != nil:
			return err
		}
		return fn(app.From(ctx, c.say(CodeOperator)), a, who, file)
	})
}

func (c *call) exportYear(ctx context.Context, name exchange.Name) error {
	year := c.Int("year", 0, "")
	return c.onYear(ctx, true, func(ctx context.Context, a *app.App, who thidua.Actor, file string) error {
		round, err := roundOf(ctx, a, who, *year)
		if err != nil {
			return err
		}
		list, err := exchange.New(a).Open(ctx, who, name, round)
		if err != nil {
			return err
		}
		var out bytes.Buffer
		err = sheet.WriteWorkbook(&out, list.Workbook(false))
		return c.writeFile(file, out.Bytes(), err)
	})
}

// roundOf finds the round of a year, the one at hand when none is named.
func roundOf(ctx context.Context, a *app.App, who thidua.Actor, year int) (string, error) {
	if year == 0 {
		r, err := a.RegistrationRound(ctx, who)
		return r.ID, err
	}
	y, err := a.Years(ctx, who)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(y.Rounds, func(r thidua.Round) bool { return r.Year == year && !r.Closing })
	if at < 0 {
		return "", thidua.Refuse(thidua.NotFound, CodeYearUnknown, year)
	}
	return y.Rounds[at].ID, nil
}

// importYear brings a list of a year back: the file itself says of which year it is. With one wrong row nothing is kept.
func (c *call) importYear(ctx context.Context, name exchange.Name) error {
	dry := c.Bool("dry-run", false, "")
	return c.onYear(ctx, false, func(ctx context.Context, a *app.App, who thidua.Actor, file string) error {
		data, err := readWhole(file, sheet.MaxFile)
		if err != nil {
			return err
		}
		mark, err := sheet.ReadMark(data)
		if err != nil {
			return err
		}
		x := exchange.New(a)
		list, err := x.Open(ctx, who, name, mark.Round)
		if thidua.KindOf(err) == thidua.NotFound && mark.Round != "" {
			return thidua.Refuse(thidua.Invalid, exchange.CodeOtherRound)
		}
		if err != nil {
			return err
		}
		typed, _, err := list.Read(data)
		if err != nil {
			return err
		}
		all := list.Compare(typed)
		tally := list.TallyOf(all)
		if err := c.tell(list, all); err != nil || tally.Wrong > 0 {
			return wrongRows(all, err)
		}
		if !*dry {
			o, err := x.Apply(ctx, who, list, list.Chosen(all))
			if err != nil || len(o.Refused) > 0 {
				return c.refusedRows(list, o, err)
			}
		}
		return c.tellTally(tally, *dry)
	})
}

func wrongRows(all []*exchange.Change, err error) error {
	if err != nil {
		return err
	}
	n := 0
	for _, r := range all {
		n += len(r.Faults)
	}
	return thidua.Refuse(thidua.Invalid, CodeImportWrong, n)
}

// refusedRows tells of rows that were right when they were read and could not be kept all the same.
func (c *call) refusedRows(list *exchange.List, o exchange.Outcome, err error) error {
	if err != nil {
		return err
	}
	if err := c.tell(list, o.Refused); err != nil {
		return err
	}
	return thidua.Refuse(thidua.Conflict, store.CodeStale)
}

// tell writes a line for each row that differs, and one for each cell that is wrong.
func (c *call) tell(list *exchange.List, all []*exchange.Change) error {
	for _, r := range all {
		var lines []string
		switch r.Result {
		case exchange.Added:
			lines = append(lines, c.say(CodeImportAdded, r.Line, differing(r)))
		case exchange.Changed:
			lines = append(lines, c.say(CodeImportChanged, r.Line, differing(r)))
		case exchange.Wrong:
			for _, f := range r.Faults {
				where := list.Forms[r.Tab].Tab
				if head := vi.ExchangeHeads[f.Field]; head != "" {
					where = strings.TrimSpace(head + " " + r.At(f.Field))
				}
				lines = append(lines, vi.Cell(r.Line, where, c.say(f.Code, f.Args...)))
			}
		}
		for _, l := range lines {
			if _, err := fmt.Fprintln(c.out, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// differing names a row with its cells: "Phòng Nghiệp vụ 1, TC2 · Kết luận đúng hạn (Chỉ tiêu: 98 → 100)".
func differing(r *exchange.Change) string {
	var cells []string
	for _, cell := range r.Cells {
		if cell.New != "" {
			cells = append(cells, cell.Title+": "+strings.TrimPrefix(cell.Old+" → ", " → ")+cell.New)
		}
	}
	return r.Unit + ", " + r.Name + " (" + strings.Join(cells, "; ") + ")"
}

func (c *call) tellTally(t exchange.Tally, dry bool) error {
	code := CodeImportDone
	if dry {
		code = CodeImportDry
	}
	_, err := fmt.Fprintln(c.out, c.say(code, t.Added, t.Changed, t.Same+t.Emptied+t.Gone))
	return err
}
