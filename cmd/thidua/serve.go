package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/backup"
	"thidua/internal/audit"
	files "thidua/internal/backup"
	"thidua/internal/job"
	"thidua/internal/logs"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/web"
)

// upkeepEvery is how often the log is sequenced and the outbox looked at, remindEvery how often notices are made; shutdownLimit is what requests
// under way may take at the end.
const (
	upkeepEvery   = 2 * time.Second
	remindEvery   = 5 * time.Minute
	shutdownLimit = 10 * time.Second
	checkHour     = 2 // of the night in which the kept files are read through
)

// serve answers browsers until it is told to stop.
func serve(ctx context.Context, c *call) (err error) {
	p, l := c.place(), c.listening("localhost:8080")
	if err := errors.Join(c.parse(0), l.check(), newEnough()); err != nil {
		return err
	}
	listener, err := l.open()
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	l.database = p.url
	keepTemporary(p.dir)
	db, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return c.answer(ctx, db, p.dir, l, listener)
}

// answer runs the server and the upkeep beside it over open data.
func (c *call) answer(ctx context.Context, db *store.DB, dir string, l *listening, listener net.Listener) error {
	kept, err := l.shelves.open(dir)
	if err != nil {
		return err
	}
	defer kept.Close()
	key, err := audit.LoadKey(dir)
	if err != nil {
		return err
	}
	seal, err := parcel.LoadKey(dir)
	if err != nil {
		return err
	}
	proxies, roots, err := l.trust()
	if err != nil {
		return err
	}
	log := logs.New(c.errs, l.logFormat == "json")
	core := app.New(db, app.WithFiles(kept), app.WithRoots(roots), app.WithSeal(seal))
	second, err := l.secondOver(core, dir)
	if err != nil {
		return err
	}
	post := l.letters.over(core, key, l.base)
	backups := backup.NewDesk(files.Source{DB: db, Dir: dir, Program: programVersion(), Kept: kept}, l.backupFolder(dir))
	defer backups.Close()
	server, err := web.New(web.Config{Core: core, Second: second, Provider: l.provider.over(core, db, l.base), Reminders: post.reminders, Anchors: post.anchors, Desk: post.links, Log: log, Now: db.Clock, Origin: app.From, BaseURL: l.base, AllowHTTP: l.allowHTTP, Proxies: proxies, Help: l.help, Founding: l.founding, Backups: backups})
	if err != nil {
		return err
	}
	listener, err = l.secured(listener, dir)
	if err != nil {
		return err
	}
	doors := []net.Listener{listener}
	if l.beside != nil {
		second, err := l.beside.open(dir)
		if err != nil {
			return err
		}
		doors = append(doors, second)
	}
	if err := errors.Join(c.warnOpenLog(ctx, db), core.NoteStart(ctx, c.operator(""), l.allowHTTP), l.confine(dir, log)); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(c.out, c.say(CodeListening, l.url(listener.Addr()))+"\n"+c.say(CodeStop)); err != nil {
		return err
	}
	var beside sync.WaitGroup
	worker := job.New(db, key, log, post.handlers)
	worker.Also("remind", remindEvery, post.reminders.Round)
	worker.Also("anchor", remindEvery, post.anchors.Round)
	beside.Go(func() { c.checkFiles(ctx, core, log) })
	beside.Go(func() { worker.Run(ctx, upkeepEvery) })
	beside.Go(func() { takeEffect(ctx, core, c.operator(""), log) })
	beside.Go(func() { c.watchClock(ctx, core, log) })
	defer beside.Wait()
	err = until(ctx, server, doors)
	return errors.Join(err, core.NoteStop(context.WithoutCancel(ctx), c.operator("")))
}

// watchClock tells the log when the clock of the machine is set while the program runs: the time that has passed by the clock is held against
// the time that has really passed.
func (c *call) watchClock(ctx context.Context, core *app.App, log *slog.Logger) {
	begin := time.Now()
	clock := job.Clock{}
	tick := time.NewTicker(upkeepEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			by := clock.Look(now.Round(0).Sub(begin.Round(0)), now.Sub(begin))
			if by.Abs() <= agency.ClockLimit {
				continue
			}
			log.Warn("the clock was set", "by", by.String())
			if err := core.NoteClock(ctx, c.operator(""), by); err != nil {
				log.Error("clock", "error", err)
			}
		}
	}
}

// checkFiles reads every kept file through, at night; beside the other work, because it may take long.
func (c *call) checkFiles(ctx context.Context, core *app.App, log *slog.Logger) {
	for {
		now := core.Now()
		select {
		case <-ctx.Done():
			return
		case <-time.After(nightAfter(now).Sub(now)):
		}
		if _, err := core.Custody().Check(ctx, c.operator("")); err != nil && ctx.Err() == nil {
			log.Error("check of the kept files", "error", err)
		}
	}
}

// nightAfter is the next time of the check: the hour is that of Vietnam, whatever zone the clock of the machine stands in.
func nightAfter(now time.Time) time.Time {
	here := now.In(thidua.Zone)
	night := time.Date(here.Year(), here.Month(), here.Day(), checkHour, 0, 0, 0, thidua.Zone)
	if !night.After(now) {
		night = night.AddDate(0, 0, 1)
	}
	return night
}

func until(ctx context.Context, server *web.Server, doors []net.Listener) error {
	failed := make(chan error, len(doors))
	for _, door := range doors {
		go func() { failed <- server.Run(door) }()
	}
	var first error
	select {
	case first = <-failed:
		failed <- nil
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
	defer cancel()
	err := errors.Join(first, server.Close(last))
	for range doors {
		err = errors.Join(err, <-failed)
	}
	return err
}

// What the server says at its start.
const (
	// CodeListening has the address to open as its argument.
	CodeListening thidua.Code = "cli.listening"
	// CodeStop tells how to stop the server.
	CodeStop thidua.Code = "cli.stop"
	// CodeAddressBusy is an address at which another program listens (the argument is the address).
	CodeAddressBusy thidua.Code = "cli.address-busy"
	// CodeAddressClosed is an address that this machine does not have or does not give (the argument is the address).
	CodeAddressClosed thidua.Code = "cli.address-closed"
	// CodeCertificate is a certificate or key that cannot be used (the arguments are the two files).
	CodeCertificate thidua.Code = "cli.certificate"
	// CodeRoots is a file of trusted certificates that cannot be used (the argument is the file).
	CodeRoots thidua.Code = "cli.roots"
	// CodeTLSFlags is a certificate without its key, or TLS asked for in two ways.
	CodeTLSFlags thidua.Code = "cli.tls-flags"
	// CodeOutdated is a part of the program that is too old (the arguments are the part, its version and the least that is taken).
	CodeOutdated thidua.Code = "cli.outdated"
	// CodeTLSNeeded is plain HTTP beyond this machine without --allow-http.
	CodeTLSNeeded thidua.Code = "cli.tls-needed"
)
