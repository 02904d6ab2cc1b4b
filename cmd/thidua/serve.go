package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/audit"
	"thidua/internal/file"
	"thidua/internal/job"
	"thidua/internal/store"
	"thidua/internal/web"
)

// upkeepEvery is how often the log is sequenced and the outbox looked at; shutdownLimit is what requests under way may take at the end.
const (
	upkeepEvery   = 2 * time.Second
	shutdownLimit = 10 * time.Second
)

// listening is how the server is reached.
type listening struct {
	addr, base, cert, key, help string
	proxies                     string
	selfSigned, allowHTTP       bool
}

func (c *call) listening(addr string) *listening {
	l := &listening{}
	c.StringVar(&l.addr, "addr", addr, "")
	c.StringVar(&l.base, "base-url", "", "")
	c.StringVar(&l.cert, "tls-cert", "", "")
	c.StringVar(&l.key, "tls-key", "", "")
	c.StringVar(&l.help, "help-line", "", "")
	c.StringVar(&l.proxies, "trusted-proxies", "", "")
	c.BoolVar(&l.selfSigned, "tls-self-signed", false, "")
	c.BoolVar(&l.allowHTTP, "allow-http", false, "")
	return l
}

// check refuses flags that do not go together, and plain HTTP beyond this machine unless it was asked for.
func (l *listening) check() error {
	host, _, err := net.SplitHostPort(l.addr)
	if err != nil {
		return usage(CodeFlag, l.addr)
	}
	if (l.cert == "") != (l.key == "") || l.cert != "" && l.selfSigned || l.allowHTTP && l.encrypted() {
		return usage(CodeTLSFlags)
	}
	if !l.encrypted() && !l.allowHTTP && !loopback(host) {
		return usage(CodeTLSNeeded)
	}
	return nil
}

func (l *listening) encrypted() bool { return l.cert != "" || l.selfSigned }

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

func (l *listening) prefixes() (out []netip.Prefix, err error) {
	for typed := range strings.SplitSeq(l.proxies, ",") {
		if typed = strings.TrimSpace(typed); typed == "" {
			continue
		}
		p, err := netip.ParsePrefix(typed)
		if err != nil {
			return nil, usage(CodeFlag, typed)
		}
		out = append(out, p)
	}
	return out, nil
}

// open takes the address, before any work is done for a server that could not answer there.
func (l *listening) open() (net.Listener, error) {
	listener, err := net.Listen("tcp", l.addr)
	const windowsInUse = syscall.Errno(10048)
	switch {
	case errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windowsInUse):
		return nil, thidua.Refuse(thidua.Conflict, CodeAddressBusy, l.addr)
	case err != nil:
		return nil, thidua.Refuse(thidua.Invalid, CodeAddressClosed, l.addr)
	}
	return listener, nil
}

// secured adds TLS where it was asked for.
func (l *listening) secured(listener net.Listener, dir string) (net.Listener, error) {
	if !l.encrypted() {
		return listener, nil
	}
	cert, key := l.cert, l.key
	if l.selfSigned {
		var err error
		if cert, key, err = selfSigned(dir, hostsOf(l)); err != nil {
			return nil, err
		}
	}
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeCertificate, cert, key)
	}
	config := &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}
	return tls.NewListener(listener, config), nil
}

// url is the address to open in a browser.
func (l *listening) url(at net.Addr) string {
	if l.base != "" {
		return l.base
	}
	scheme := "http"
	if l.encrypted() {
		scheme = "https"
	}
	host, _, _ := net.SplitHostPort(l.addr)
	_, port, _ := net.SplitHostPort(at.String())
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return scheme + "://" + net.JoinHostPort(host, port)
}

// serve answers browsers until it is told to stop.
func serve(ctx context.Context, c *call) (err error) {
	p, l := c.place(), c.listening("localhost:8080")
	if err := errors.Join(c.parse(0), l.check()); err != nil {
		return err
	}
	listener, err := l.open()
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	db, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return c.answer(ctx, db, p.dir, l, listener)
}

// answer runs the server and the upkeep beside it over open data.
func (c *call) answer(ctx context.Context, db *store.DB, dir string, l *listening, listener net.Listener) error {
	files, err := file.Open(dir)
	if err != nil {
		return err
	}
	defer files.Close()
	key, err := audit.LoadKey(dir)
	if err != nil {
		return err
	}
	proxies, err := l.prefixes()
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(c.errs, nil))
	core := app.New(db, app.WithFiles(files))
	server, err := web.New(web.Config{Core: core, Log: log, Now: db.Clock, Origin: app.From, BaseURL: l.base, AllowHTTP: l.allowHTTP, Proxies: proxies, Help: l.help})
	if err != nil {
		return err
	}
	listener, err = l.secured(listener, dir)
	if err != nil {
		return err
	}
	if err := core.NoteStart(ctx, c.operator(""), l.allowHTTP); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(c.out, c.say(CodeListening, l.url(listener.Addr()))+"\n"+c.say(CodeStop)); err != nil {
		return err
	}
	var beside sync.WaitGroup
	beside.Go(func() { job.New(db, key, log, nil).Run(ctx, upkeepEvery) })
	defer beside.Wait()
	return until(ctx, server, listener)
}

func until(ctx context.Context, server *web.Server, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Run(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
	defer cancel()
	return errors.Join(server.Close(last), <-failed)
}

// hostsOf lists the names under which a self-made certificate should be good.
func hostsOf(l *listening) []string {
	hosts := []string{"localhost", "127.0.0.1", "::1"}
	if host, _, err := net.SplitHostPort(l.addr); err == nil && host != "" {
		hosts = append(hosts, host)
	}
	if name, err := os.Hostname(); err == nil {
		hosts = append(hosts, name)
	}
	addresses, _ := net.InterfaceAddrs()
	for _, a := range addresses {
		if p, err := netip.ParsePrefix(a.String()); err == nil && p.Addr().IsPrivate() {
			hosts = append(hosts, p.Addr().String())
		}
	}
	return hosts
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
	// CodeTLSFlags is a certificate without its key, or TLS asked for in two ways.
	CodeTLSFlags thidua.Code = "cli.tls-flags"
	// CodeTLSNeeded is plain HTTP beyond this machine without --allow-http.
	CodeTLSNeeded thidua.Code = "cli.tls-needed"
)
