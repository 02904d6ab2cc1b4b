package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// What the commands on lists say.
const (
	CodeImportWrong   thidua.Code = "cli.import-wrong"   // number of cells
	CodeImportDry     thidua.Code = "cli.import-dry"     // added, changed, same
	CodeImportDone    thidua.Code = "cli.import-done"    // added, changed, same
	CodeImportAdded   thidua.Code = "cli.import-added"   // row, name
	CodeImportChanged thidua.Code = "cli.import-changed" // row, name
	CodeExported      thidua.Code = "cli.exported"       // file
	// CodeFileUnwritable is a file that cannot be written (the argument is its name).
	CodeFileUnwritable thidua.Code = "cli.file-unwritable"
)

// onAgency opens the data and picks the agency for a command that works on one file.
func (c *call) onAgency(ctx context.Context, readOnly bool, fn func(a *app.App, who thidua.Actor, name string) error) (err error) {
	p, named := c.place(), c.String("agency", "", "")
	if err := c.parse(1); err != nil {
		return err
	}
	if err := p.there(); err != nil {
		return err
	}
	db, err := p.open(ctx, readOnly)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	a := app.New(db)
	g, err := agencyNamed(ctx, a, *named)
	if err != nil {
		return err
	}
	if g == nil {
		return thidua.Refuse(thidua.NotFound, CodeAgencyNeeded)
	}
	return fn(a, c.operator(g.ID), c.positions[0])
}

type importer func(*app.App, context.Context, thidua.Actor, string, []byte, bool) (agency.Import, error)

func importUnits(ctx context.Context, c *call) error {
	return c.importList(ctx, (*app.App).ImportUnits)
}
func importPeople(ctx context.Context, c *call) error {
	return c.importList(ctx, (*app.App).ImportPeople)
}

func (c *call) importList(ctx context.Context, run importer) error {
	dry := c.Bool("dry-run", false, "")
	return c.onAgency(ctx, false, func(a *app.App, who thidua.Actor, name string) error {
		data, err := readWhole(name, sheet.MaxFile)
		if err != nil {
			return err
		}
		done, err := run(a, ctx, who, filepath.Base(name), data, *dry)
		if err != nil {
			return err
		}
		return c.report(done, *dry)
	})
}

// report tells what an import changed or would change, row by row, or every cell that is wrong.
func (c *call) report(done agency.Import, dry bool) error {
	for _, f := range done.Faults {
		if _, err := fmt.Fprintln(c.out, vi.Cell(f.Line, f.Column, c.say(f.Fault.Code, f.Fault.Args...))); err != nil {
			return err
		}
	}
	if n := len(done.Faults); n > 0 {
		return thidua.Refuse(thidua.Invalid, CodeImportWrong, n)
	}
	for _, l := range done.Lines {
		code := CodeImportChanged
		if l.Added {
			code = CodeImportAdded
		}
		if _, err := fmt.Fprintln(c.out, c.say(code, l.Line, l.Name)); err != nil {
			return err
		}
	}
	code := CodeImportDone
	if dry {
		code = CodeImportDry
	}
	_, err := fmt.Fprintln(c.out, c.say(code, done.Added, done.Changed, done.Same))
	return err
}
