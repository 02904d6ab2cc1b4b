package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/backup"
	"thidua/internal/app/custody"
	files "thidua/internal/backup"
	"thidua/internal/store"
)

// What the commands on backups say.
const (
	CodeBackupMade   thidua.Code = "cli.backup-made"   // file, number of files, bytes
	CodeBackupUnsaid thidua.Code = "cli.backup-unsaid" // the server runs: the log does not tell of it
	CodeBackupWhole  thidua.Code = "cli.backup-whole"  // file, moment, number of files, bytes
	CodeRestored     thidua.Code = "cli.restored"      // folder, moment, number of files, bytes
	// CodeHelpBackup is the help of backup.
	CodeHelpBackup thidua.Code = "help.backup"
	// CodeHelpRestore is the help of restore.
	CodeHelpRestore thidua.Code = "help.restore"
)

// runBackup writes all data into one file, also beside a running server; of a folder it takes a name with the moment in it.
func runBackup(ctx context.Context, c *call) (err error) {
	p, at := c.place(), &shelves{}
	at.storeFlags(c)
	if err := errors.Join(c.parse(1), p.there()); err != nil {
		return err
	}
	path := c.positions[0]
	db, unsaid, err := p.openBeside(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	kept, err := at.open(p.dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, files.Name(db.Wall().In(thidua.Zone)))
	}
	s := files.Source{DB: db, Dir: p.dir, Program: programVersion(), Kept: kept}
	var n files.Note
	if unsaid {
		n, err = s.Write(ctx, path, func(files.Progress) {})
	} else {
		n, err = backup.Make(ctx, s, c.operator(""), path, func(files.Progress) {})
	}
	if err != nil {
		return err
	}
	lines := c.say(CodeBackupMade, path, len(n.Files), n.Size())
	if unsaid {
		lines += "\n" + c.say(CodeBackupUnsaid)
	}
	_, err = fmt.Fprintln(c.out, lines)
	return errors.Join(err, n.Whole())
}

// openBeside opens data to be written, or only to be read when a server has them open; beside tells which.
func (p *place) openBeside(ctx context.Context) (db *store.DB, beside bool, err error) {
	db, err = p.open(ctx, false)
	var refusal *thidua.Error
	if beside = errors.As(err, &refusal) && refusal.Code == store.CodeInUse; beside {
		db, err = p.open(ctx, true)
	}
	return db, beside, err
}

// restore brings a backup back into an empty folder, or with --dry-run only reads all of it.
func restore(ctx context.Context, c *call) (err error) {
	p, dry, at := c.place(), c.Bool("dry-run", false, ""), &shelves{}
	at.storeFlags(c)
	if err := c.parse(1); err != nil {
		return err
	}
	a, err := files.Open(c.positions[0])
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if *dry {
		if err := a.Check(ctx, func(files.Progress) {}); err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.out, c.say(CodeBackupWhole, c.positions[0], a.Note.MadeAt, len(a.Note.Files), a.Note.Size()))
		return errors.Join(err, a.Note.Whole())
	}
	if err := a.Restore(ctx, p.dir, at.open, func(files.Progress) {}); err != nil {
		return err
	}
	if err := p.restored(ctx, c, a.Note); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.say(CodeRestored, p.dir, a.Note.MadeAt, len(a.Note.Files), a.Note.Size()))
	return err
}

// restored brings the data that were put into the folder up to date, into the database server where one is named, and lets the log say so.
func (p *place) restored(ctx context.Context, c *call, n files.Note) (err error) {
	db, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if p.url != "" {
		if err := db.FillFrom(ctx, p.dir); err != nil {
			return err
		}
		left, err := filepath.Glob(filepath.Join(p.dir, "thidua.*"))
		for _, name := range left {
			err = errors.Join(err, os.Remove(name))
		}
		if err != nil {
			return err
		}
	}
	return backup.NoteRestored(ctx, db, c.operator(""), n)
}

// What the check of kept files says.
const (
	CodeFilesChecked   thidua.Code = "cli.files-checked"   // files, changed, missing, with malware, not scanned
	CodeFilesUnscanned thidua.Code = "cli.files-unscanned" // no scanner is set up
	CodeFilesUnsaid    thidua.Code = "cli.files-unsaid"    // the server runs: nothing is noted
	CodeKeptChanged    thidua.Code = "cli.kept-changed"    // agency, name, address
	CodeKeptMissing    thidua.Code = "cli.kept-missing"    // agency, name, address
	CodeKeptMalware    thidua.Code = "cli.kept-malware"    // agency, name, address
	CodeFilesTrouble   thidua.Code = "cli.files-trouble"   // how many
	// CodeHelpFiles is the help of files check.
	CodeHelpFiles thidua.Code = "help.files"
)

// checkKept is the nightly check of the kept files, now; it refuses when there is trouble.
func checkKept(ctx context.Context, c *call) (err error) {
	p, at := c.place(), &shelves{}
	at.flags(c)
	if err := errors.Join(c.parse(0), p.there()); err != nil {
		return err
	}
	db, unsaid, err := p.openBeside(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	kept, err := at.open(p.dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	desk := app.New(db, app.WithFiles(kept)).Custody()
	look := desk.Check
	if unsaid {
		look = desk.Survey
	}
	found, err := look(ctx, c.operator(""))
	if err != nil {
		return err
	}
	return c.tellChecked(found, kept.Scans(), unsaid)
}

func (c *call) tellChecked(found custody.Found, scans, unsaid bool) error {
	lines := []string{}
	for _, t := range found.Trouble {
		code := map[string]thidua.Code{custody.Changed: CodeKeptChanged, custody.Missing: CodeKeptMissing, custody.Whole: CodeKeptMalware}[t.State]
		lines = append(lines, c.say(code, t.Agency, t.Title, t.Address))
	}
	lines = append(lines, c.say(CodeFilesChecked, found.Files, found.Changed, found.Missing, found.Malware, found.Late))
	if !scans {
		lines = append(lines, c.say(CodeFilesUnscanned))
	}
	if unsaid {
		lines = append(lines, c.say(CodeFilesUnsaid))
	}
	if _, err := fmt.Fprintln(c.out, strings.Join(lines, "\n")); err != nil {
		return err
	}
	if n := len(found.Trouble); n > 0 {
		return thidua.Refuse(thidua.Invalid, CodeFilesTrouble, n)
	}
	return nil
}
