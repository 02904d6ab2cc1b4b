package main

import (
	"crypto/x509"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/factor"
	"thidua/internal/app/seal"
	"thidua/internal/app/sso"
	"thidua/internal/auth/oidc"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
	"thidua/internal/web/public"
)

// listening is how the server is reached.
type listening struct {
	addr, base, cert, key, help string
	proxies, roots, backups     string
	logFormat                   string // text or json
	database                    string // the address of PostgreSQL; empty for the embedded one
	second                      string // whether administrators and all who approve must have a second factor
	selfSigned, allowHTTP       bool
	unconfined                  bool    // the kernel is not asked to refuse what the server does not need
	founding                    bool    // an agency may be founded in the browser
	beside                      *beside // a second door, for the network; nil where there is none
	letters                     letters
	shelves                     shelves
	provider                    provider
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
	c.StringVar(&l.second, "second-factor", "", "")
	c.BoolVar(&l.selfSigned, "tls-self-signed", false, "")
	c.BoolVar(&l.allowHTTP, "allow-http", false, "")
	c.StringVar(&l.logFormat, "log-format", "text", "")
	c.BoolVar(&l.unconfined, "unconfined", false, "")
	l.letters.flags(c)
	l.shelves.flags(c)
	l.provider.flags(c)
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
	if l.logFormat != "text" && l.logFormat != "json" {
		return usage(CodeFlag, l.logFormat)
	}
	return errors.Join(l.checkSecond(), l.letters.check(), l.provider.check(l.base))
}

func (l *listening) checkSecond() error {
	if l.second != "" && l.second != secondRequired && l.second != secondOffered {
		return usage(CodeFlag, "--second-factor "+l.second)
	}
	return nil
}

// What --second-factor may say.
const (
	secondRequired = "required"
	secondOffered  = "offered"
)

// secondOver builds the desk of the second factor with the key of a data folder.
func (l *listening) secondOver(core *app.App, dir string) (*factor.Desk, error) {
	key, err := totp.LoadKey(dir)
	if err != nil {
		return nil, err
	}
	return factor.Over(core, key, l.secondNeeded()), nil
}

// trust gives whom the server believes: the peers in front of it, and who issues certificates.
func (l *listening) trust() (proxies []netip.Prefix, roots *x509.CertPool, err error) {
	if proxies, err = l.prefixes(); err == nil {
		roots, err = l.trusted()
	}
	return proxies, roots, err
}

// secondNeeded tells whether administrators and all who approve must have a second factor: as the flag says, or else wherever the program is
// reached beyond this machine.
func (l *listening) secondNeeded() bool {
	if l.second != "" {
		return l.second == secondRequired
	}
	host, _, err := net.SplitHostPort(l.addr)
	public, _ := url.Parse(l.base)
	return l.beside != nil || err != nil || !loopback(host) || l.base != "" && (public == nil || !loopback(public.Hostname()))
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

// provider is the provider of identities by which people may sign in, such as that of the province; without an issuer there is none.
type provider struct {
	issuer, client, file, name, hosts string
	secret                            thidua.Secret
}

// What is wrong with the settings of a provider of identities.
const (
	CodeOIDC       thidua.Code = "cli.oidc"        // issuer, client or secret is missing, or the issuer is not encrypted
	CodeOIDCBase   thidua.Code = "cli.oidc-base"   // there is no encrypted address of ours to which people are sent back
	CodeOIDCSecret thidua.Code = "cli.oidc-secret" // the file of the secret cannot be read (the argument is the file)
)

func (p *provider) flags(c *call) {
	c.StringVar(&p.issuer, "oidc-issuer", os.Getenv("THIDUA_OIDC_ISSUER"), "")
	c.StringVar(&p.client, "oidc-client-id", os.Getenv("THIDUA_OIDC_CLIENT_ID"), "")
	c.StringVar(&p.file, "oidc-secret-file", os.Getenv("THIDUA_OIDC_SECRET_FILE"), "")
	c.StringVar(&p.name, "oidc-name", os.Getenv("THIDUA_OIDC_NAME"), "")
	c.StringVar(&p.hosts, "oidc-hosts", os.Getenv("THIDUA_OIDC_HOSTS"), "")
}

// check refuses settings by which nobody could sign in, and reads the secret; the provider itself is not asked.
func (p *provider) check(base string) error {
	if p.issuer+p.client+p.file+p.name+p.hosts == "" {
		return nil
	}
	const longest = 60
	if !oidc.Good(p.issuer) || p.client == "" || p.file == "" || len([]rune(p.name)) > longest {
		return usage(CodeOIDC)
	}
	if !oidc.Good(base) {
		return usage(CodeOIDCBase)
	}
	secret, err := os.ReadFile(p.file)
	p.secret = thidua.Hide(strings.TrimSpace(string(secret)))
	if err != nil || p.secret.Reveal() == "" {
		return thidua.Refuse(thidua.Invalid, CodeOIDCSecret, p.file)
	}
	return nil
}

// more gives the further hosts on which the provider may be asked.
func (p *provider) more() []string {
	return strings.FieldsFunc(p.hosts, func(r rune) bool { return r == ',' || r == ' ' })
}

// addresses are where the provider is asked, for the ports that the server keeps open.
func (p *provider) addresses() []string {
	out := []string{p.issuer}
	for _, h := range p.more() {
		out = append(out, "https://"+h)
	}
	return out
}

// over makes the desk of the provider; nil without one.
func (p *provider) over(core *app.App, db *store.DB, base string) *sso.Desk {
	if p.issuer == "" {
		return nil
	}
	return sso.Over(core, oidc.New(oidc.Settings{Issuer: p.issuer, ClientID: p.client, Secret: p.secret, Hosts: p.more(), Now: db.Wall,
		Redirect: strings.TrimSuffix(base, "/") + public.ReturnURL}), p.name)
}
