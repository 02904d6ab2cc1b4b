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
	"thidua/internal/store"
)

// What the command on sample papers says.
const (
	// CodeHelpPaper is the help of paper samples.
	CodeHelpPaper thidua.Code = "help.paper"
	// CodeSamplesPlaying is said while the sample season is played.
	CodeSamplesPlaying thidua.Code = "cli.samples-playing"
	// CodeSampleWritten is one paper (the arguments are its number, the number of all, and its name).
	CodeSampleWritten thidua.Code = "cli.sample-written"
	// CodeSamplesWritten is the end (the arguments are the number of papers and the folder).
	CodeSamplesWritten thidua.Code = "cli.samples-written"
	// CodeFolderUnwritable is a folder that cannot be made or written to (the argument is its name).
	CodeFolderUnwritable thidua.Code = "cli.folder-unwritable"
)

// samplePaper is one document with the name of its files, Vietnamese without marks.
type samplePaper struct {
	name string
	doc.Document
}

// samplesDay is the day of the sample on which every paper of a season but the decision has been made.
const samplesDay thidua.Date = "2025-02-08"

// paperSamples writes one document of every form: from a sample season that is played in a temporary folder, and from the sample values of
// the forms that the season has no stage for.
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
	for _, s := range form.Samples {
		papers = append(papers, samplePaper{s.Name, s.Make().Document()})
	}
	for i, p := range papers {
		if err := errors.Join(ctx.Err(), p.write(*out)); err != nil {
			return err
		}
		fmt.Fprintln(c.errs, c.say(CodeSampleWritten, i+1, len(papers), p.name))
	}
	_, err = fmt.Fprintln(c.out, c.say(CodeSamplesWritten, len(papers), *out))
	return err
}

// write puts NAME.docx and NAME.pdf into a folder, in the place of files of that name.
func (p samplePaper) write(dir string) error {
	for ending, render := range map[string]func(io.Writer) error{".docx": p.DOCX, ".pdf": p.PDF} {
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

// seasonPapers plays the sample season in a folder that is gone afterwards, and takes a paper of every kind from it.
func seasonPapers(ctx context.Context) (papers []samplePaper, err error) {
	dir, err := os.MkdirTemp("", "thidua-mau-")
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeFolderUnwritable, os.TempDir())
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	note := demo.Note{Today: samplesDay, Password: auth.NewPassword()}
	if err := fill(ctx, dir, note); err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, store.Config{Dir: dir, Clock: note.Clock().Now})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	a := app.New(db)
	g, err := agencyNamed(ctx, a, "")
	if err != nil {
		return nil, err
	}
	s := shelf{App: a, ctx: ctx, reader: officeReader(g.ID)}
	if err := db.Read(ctx, g.ID, s.look); err != nil {
		return nil, err
	}
	return s.papers()
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
