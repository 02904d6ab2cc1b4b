// Package state tells the administrator how the installation stands. It stands upon package app.
package state

import (
	"context"
	"runtime"
	"runtime/debug"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/anchor"
	"thidua/internal/auth"
	"thidua/internal/file"
	"thidua/internal/store"
)

// State is how the installation stands: no secret and no path is in it.
type State struct {
	store.State
	Files    file.Usage
	Version  string // of the program; empty for one that was built without
	System   string // operating system and processor
	Business time.Time
	Wall     time.Time
	Behind   bool // events wait longer for their place in the log than the worker needs
	Backup   Backup
	Loose    time.Time // since when nothing holds the log outside the machine; zero while something does
	Checked  time.Time // when the kept files were read through last; zero when they never were
	BadFiles int       // of them, that somebody has to look after
}

// Backup is the last backup that the log tells of; the zero value when it tells of none.
type Backup struct {
	At   time.Time
	By   string
	File string // its name without the folder
}

// Read reads how the installation stands.
func Read(ctx context.Context, a *app.App, actor thidua.Actor) (s State, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return s, err
	}
	db := a.Ground().DB
	s.System, s.Business, s.Wall = runtime.GOOS+"/"+runtime.GOARCH, db.Clock(), db.Wall()
	if info, ok := debug.ReadBuildInfo(); ok {
		s.Version = info.Main.Version
	}
	if s.State, err = db.State(ctx, actor.Tenant, auth.Idle); err != nil {
		return s, err
	}
	s.Behind = s.Waiting > behind
	if s.Backup, err = lastBackup(ctx, a, actor); err != nil {
		return s, err
	}
	outside, err := anchor.Over(a).StandingOf(ctx, actor)
	if err != nil {
		return s, err
	}
	s.Loose = outside.Since(s.Wall)
	if s.Checked, s.BadFiles, err = a.Custody().LastCheck(ctx, actor); err != nil {
		return s, err
	}
	s.Files, err = a.FileUsage()
	return s, err
}

func lastBackup(ctx context.Context, a *app.App, actor thidua.Actor) (b Backup, err error) {
	err = a.Ground().Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.BackupMade), Page: store.Page{Size: 1}})
		for _, e := range all {
			b = Backup{At: e.At, By: e.Detail.ActorName, File: e.Detail.Reason}
		}
		return err
	})
	return b, err
}

// behind is how many events may wait: the worker takes them every two seconds.
const behind = 500
