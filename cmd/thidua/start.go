package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"

	"thidua"
	"thidua/internal/backup"
	"thidua/internal/store"
)

// What the program says when it is started by double click.
const (
	CodeStartData    thidua.Code = "cli.start-data"    // the data folder
	CodeStartNetwork thidua.Code = "cli.start-network" // the address for other machines of the network
	CodeStartAlready thidua.Code = "cli.start-already" // the address at which it runs already
	CodeStartClose   thidua.Code = "cli.start-close"   // how to close the window
	// CodeHelpStart is the help of start.
	CodeHelpStart thidua.Code = "help.start"
)

// The ports that start tries one after the other, and the one on which other machines of the network are answered.
const (
	firstPort   = 8080
	lastPort    = 8099
	networkPort = 8443
)

// start serves an office from this PC: it keeps its data beside the program, needs no rights of an administrator, and opens the browser.
func start(ctx context.Context, c *call) (err error) {
	var s starting
	c.StringVar(&s.dir, "data", "", "")
	c.StringVar(&s.restored, "restore", "", "")
	c.BoolVar(&s.network, "network", false, "")
	c.BoolVar(&s.quiet, "no-browser", false, "")
	l := c.listening("")
	if err := errors.Join(c.parse(0), newEnough()); err != nil {
		return err
	}
	if l.addr != "" {
		if err := l.check(); err != nil {
			return err
		}
	}
	s.dir = cmp.Or(s.dir, besideProgram())
	if s.restored != "" {
		if err := c.restoreFirst(ctx, &place{dir: s.dir}, s.restored); err != nil {
			return err
		}
	}
	keepTemporary(s.dir)
	db, err := store.Open(ctx, store.Config{Dir: s.dir})
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Code == store.CodeInUse {
		return c.alreadyRuns(s.dir, s.quiet)
	}
	if err != nil {
		return err
	}
	return errors.Join(c.opened(ctx, db, s, l), db.Close())
}

// starting is how the program is started on a PC.
type starting struct {
	dir, restored  string
	network, quiet bool
}

// opened answers over the open data and shows the way there.
func (c *call) opened(ctx context.Context, db *store.DB, s starting, l *listening) error {
	listener, err := l.openFree()
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	lines := c.say(CodeStartData, s.dir)
	if s.network {
		l.beside = networkAddress()
		lines += "\n" + c.say(CodeStartNetwork, l.beside.urls())
	}
	if _, err := fmt.Fprintln(c.out, lines); err != nil {
		return err
	}
	url := l.url(listener.Addr())
	if err := os.WriteFile(filepath.Join(s.dir, backup.AddressFile), []byte(url), 0o600); err != nil {
		return err
	}
	if !s.quiet {
		openBrowser(url)
	}
	l.founding = true
	return c.answer(ctx, db, s.dir, l, listener)
}

// alreadyRuns leads to the program that holds the data.
func (c *call) alreadyRuns(dir string, quiet bool) error {
	url, err := os.ReadFile(filepath.Join(dir, backup.AddressFile))
	if err != nil {
		return thidua.Refuse(thidua.Conflict, store.CodeInUse, dir)
	}
	if !quiet {
		openBrowser(string(url))
	}
	_, err = fmt.Fprintln(c.out, c.say(CodeStartAlready, string(url)))
	return err
}

// besideProgram gives the data folder of a program that was only copied somewhere: beside it, or, where that cannot be written to, in the folder of
// the person's own settings.
func besideProgram() string {
	const name = "thidua-data"
	if program, err := os.Executable(); err == nil {
		dir := filepath.Join(filepath.Dir(program), name)
		if err := os.MkdirAll(dir, 0o700); err == nil {
			return dir
		}
	}
	if own, err := os.UserConfigDir(); err == nil {
		return filepath.Join(own, name)
	}
	return name
}

// openFree takes the address that was asked for, or the first free port of this machine.
func (l *listening) openFree() (listener net.Listener, err error) {
	if l.addr != "" {
		return l.open()
	}
	for port := firstPort; port <= lastPort; port++ {
		l.addr = net.JoinHostPort("localhost", strconv.Itoa(port))
		if listener, err = l.open(); err == nil {
			return listener, nil
		}
	}
	return nil, err
}

// openBrowser asks the system to show an address; where it cannot, the address stands on the screen.
func openBrowser(url string) {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	case "darwin":
		name = "open"
	}
	_ = exec.Command(name, args...).Start()
}
