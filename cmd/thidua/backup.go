package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"thidua"
	"thidua/internal/app/backup"
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
	p := c.place()
	if err := errors.Join(c.parse(1), p.there()); err != nil {
		return err
	}
	path := c.positions[0]
	db, err := p.open(ctx, false)
	var refusal *thidua.Error
	unsaid := errors.As(err, &refusal) && refusal.Code == store.CodeInUse
	if unsaid {
		db, err = p.open(ctx, true)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, files.Name(db.Wall().In(thidua.Zone)))
	}
	s := files.Source{DB: db, Dir: p.dir, Program: programVersion()}
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
	return err
}

// restore brings a backup back into an empty folder, or with --dry-run only reads all of it.
func restore(ctx context.Context, c *call) (err error) {
	p, dry := c.place(), c.Bool("dry-run", false, "")
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
		return err
	}
	if err := a.Restore(ctx, p.dir, func(files.Progress) {}); err != nil {
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
