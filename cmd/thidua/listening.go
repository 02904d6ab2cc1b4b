package main

import (
	"crypto/x509"
	"errors"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"thidua"
	"thidua/internal/app/seal"
)

// listening is how the server is reached.
type listening struct {
	addr, base, cert, key, help string
	proxies, roots, backups     string
	selfSigned, allowHTTP       bool
	founding                    bool    // an agency may be founded in the browser
	beside                      *beside // a second door, for the network; nil where there is none
	letters                     letters
	shelves                     shelves
}

func (c *call) listening(addr string) *listening {
	l := &listening{}
	c.StringVar(&l.addr, "addr", addr, "")
	c.StringVar(&l.base, "base-url", "", "")
	c.StringVar(&l.cert, "tls-cert", "", "")
	c.StringVar(&l.key, "tls-key", "", "")
	c.StringVar(&l.help, "help-line", "", "")
	c.StringVar(&l.proxies, "trusted-proxies", "", "")
	c.StringVar(&l.roots, "signature-roots", "", "")
	c.StringVar(&l.backups, "backup-dir", "", "")
	c.BoolVar(&l.selfSigned, "tls-self-signed", false, "")
	c.BoolVar(&l.allowHTTP, "allow-http", false, "")
	l.letters.flags(c)
	l.shelves.flags(c)
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
	return l.letters.check()
}

func (l *listening) encrypted() bool { return l.cert != "" || l.selfSigned }

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// trusted reads the certificates to which those of signers must lead; nil where no file is named.
func (l *listening) trusted() (*x509.CertPool, error) {
	if l.roots == "" {
		return nil, nil
	}
	data, err := os.ReadFile(l.roots)
	if err == nil {
		var roots *x509.CertPool
		if roots, err = seal.Roots(data); err == nil {
			return roots, nil
		}
	}
	return nil, thidua.Refuse(thidua.Invalid, CodeRoots, l.roots)
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

// backupFolder is where backups go: the named folder, or one beside the data.
func (l *listening) backupFolder(dir string) string {
	if l.backups != "" {
		return l.backups
	}
	return filepath.Join(filepath.Dir(filepath.Clean(dir)), "thidua-sao-luu")
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
