package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/auth"
	"thidua/internal/demo"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/file"
	"thidua/internal/store"
)

// What the command on sample papers says.
const (
	// CodeHelpPaper is the help of paper samples.
	CodeHelpPaper thidua.Code = "help.paper"
	// CodeSamplesPlaying is said while the sample season is played.
	CodeSamplesPlaying thidua.Code = "cli.samples-playing"
	// CodeSampleWritten is one paper (the arguments are its number, the number of all, and its name with what it follows).
	CodeSampleWritten thidua.Code = "cli.sample-written"
	// CodeSamplesWritten is the end (the arguments are the number of papers and the folder).
	CodeSamplesWritten thidua.Code = "cli.samples-written"
	// CodeFolderUnwritable is a folder that cannot be made or written to (the argument is its name).
	CodeFolderUnwritable thidua.Code = "cli.folder-unwritable"
)

// samplePaper is one document with the name of its files, Vietnamese without marks.
type samplePaper struct {
	name   string
	source string // what the form follows, where it is kept
	doc.Document
	alone func(io.Writer) error // writes what has no DOCX
}

// writesPDF is anything that can be written as PDF.
type writesPDF interface{ PDF(out io.Writer) error }

// The days of the sample on which the papers of a dossier are on their way to the leader, on which every one has been made, and on which it has
// been decided.
const (
	bundleDay  thidua.Date = "2025-01-17"
	samplesDay thidua.Date = "2025-02-08"
	decidedDay thidua.Date = "2025-03-12"
)

// paperSamples writes one document of every form: from a sample season that is played in a temporary folder, and where the season has no
// such stage from the sample values of the form.
func paperSamples(ctx context.Context, c *call) error {
	out := c.String("out", "", "")
	if err := c.parse(0); err != nil {
		return err
	}
	if *out == "" {
		return usage(CodeFlagEmpty, "--out")
	}
	if err := os.MkdirAll(*out, 0o750); err != nil {
		return thidua.Refuse(thidua.Invalid, CodeFolderUnwritable, *out)
	}
	fmt.Fprintln(c.errs, c.say(CodeSamplesPlaying))
	papers, err := seasonPapers(ctx)
	if err != nil {
		return err
	}
	for i, p := range papers {
		if err := errors.Join(ctx.Err(), p.write(*out)); err != nil {
			return err
		}
		fmt.Fprintln(c.errs, c.say(CodeSampleWritten, i+1, len(papers), p.line()))
	}
	_, err = fmt.Fprintln(c.out, c.say(CodeSamplesWritten, len(papers), *out))
	return err
}

// line names the paper and what its form follows, or that this has to be verified.
func (p samplePaper) line() string {
	if p.source == "" {
		return p.name
	}
	return p.name + " – " + p.source
}

// write puts NAME.docx and NAME.pdf into a folder, in the place of files of that name; NAME.pdf alone for what has no DOCX.
func (p samplePaper) write(dir string) error {
	files := map[string]func(io.Writer) error{".docx": p.DOCX, ".pdf": p.PDF}
	if p.alone != nil {
		files = map[string]func(io.Writer) error{".pdf": p.alone}
	}
	for ending, render := range files {
		var b bytes.Buffer
		if err := render(&b); err != nil {
			return err
		}
		name := filepath.Join(dir, p.name+ending)
		if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
			return thidua.Refuse(thidua.Invalid, CodeFileUnwritable, name)
		}
	}
	return nil
}

// seasonPapers plays the sample season in a folder that is gone afterwards, and takes a paper of every form from it.
func seasonPapers(ctx context.Context) (papers []samplePaper, err error) {
	dir, err := os.MkdirTemp("", "thidua-mau-")
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeFolderUnwritable, os.TempDir())
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	clock := &demo.Clock{}
	db, err := store.Open(ctx, store.Config{Dir: dir, Clock: clock.Now})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	files, err := file.Open(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	a := app.New(db, app.WithFiles(files))
	season, err := demo.Begin(ctx, a, clock, auth.NewPassword())
	if err != nil {
		return nil, err
	}
	return takePapers(ctx, db, a, season)
}

// takePapers takes the papers of the season on the day on which they have been made, and fills the other forms when it has been decided too.
func takePapers(ctx context.Context, db *store.DB, a *app.App, season *demo.Season) ([]samplePaper, error) {
	g, err := agencyNamed(ctx, a, "")
	if err != nil {
		return nil, err
	}
	s := &shelf{App: a, ctx: ctx, reader: officeReader(g.ID)}
	if err := errors.Join(season.Until(bundleDay), db.Read(ctx, g.ID, s.look)); err != nil {
		return nil, err
	}
	sets, err := s.sets()
	if err != nil {
		return nil, err
	}
	if err := errors.Join(season.Until(samplesDay), db.Read(ctx, g.ID, s.look)); err != nil {
		return nil, err
	}
	papers, err := s.papers()
	if err != nil {
		return nil, err
	}
	facts := form.Season{Agency: *g}
	read := func(tx *store.Tx) error { return s.facts(tx, &facts) }
	if err := errors.Join(season.Until(decidedDay), db.Read(ctx, g.ID, read)); err != nil {
		return nil, err
	}
	for _, one := range form.Samples {
		d := facts.Fill(one.Make()).Document()
		papers = append(papers, samplePaper{name: one.Name, source: form.Source(one.Name, d.Date), Document: d})
	}
	later, err := s.decided()
	return append(append(papers, sets...), later...), err
}

// officeReader is the official of the sample who keeps the papers, and may see all of them.
func officeReader(tenant string) thidua.Actor {
	who := thidua.Actor{Tenant: tenant, Account: "samples", Roles: []thidua.Role{thidua.RoleOffice, thidua.RoleSecretary, thidua.RoleLeader}}
	for _, a := range demo.Accounts() {
		if slices.Contains(a.Roles, thidua.RoleOffice) {
			who.Name = a.Person.Name
		}
	}
	return who
}
