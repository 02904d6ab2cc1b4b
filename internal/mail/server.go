package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/smtp"
	"syscall"
	"time"

	"thidua"
)

// Server is the mail server of the agency, as the operator named it. Its address comes from nowhere else, so that no data of the program can
// lead a letter to another machine.
type Server struct {
	Address  string // host:port
	From     string // the address in whose name letters go out
	User     string // empty: the server asks for no password
	Password thidua.Secret
	TLS      bool           // TLS from the first byte (port 465); otherwise STARTTLS is asked for
	Plain    bool           // a server on this machine without TLS is good enough
	Roots    *x509.CertPool // nil: those of the machine
	Now      func() time.Time
}

// The failures of a server; a letter comes back to it later.
var (
	ErrNoTLS   = errors.New("mail: the server offers no STARTTLS")
	ErrAddress = errors.New("mail: an address that no letter may go to")
	ErrRefused = errors.New("mail: the server's address is one that nothing is sent to")
)

const dialMost = 15 * time.Second

// Send hands a letter to the server; the whole conversation ends with the context.
func (s Server) Send(ctx context.Context, l Letter) (err error) {
	if !Good(l.To) || !Good(s.From) {
		return ErrAddress
	}
	body, err := l.encode(s.From, s.Now())
	if err != nil {
		return err
	}
	c, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	if s.User != "" {
		host, _, _ := net.SplitHostPort(s.Address)
		if err := c.Auth(smtp.PlainAuth("", s.User, s.Password.Reveal(), host)); err != nil {
			return fmt.Errorf("mail: sign in: %w", err)
		}
	}
	if err := errors.Join(c.Mail(s.From), c.Rcpt(l.To)); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	w, err := c.Data()
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	if _, err := w.Write(body); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	_ = c.Quit() // the server has taken the letter; how it says farewell changes nothing
	return nil
}

// connect opens an encrypted conversation.
func (s Server) connect(ctx context.Context) (*smtp.Client, error) {
	host, _, err := net.SplitHostPort(s.Address)
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	d := net.Dialer{Timeout: dialMost, Control: passable}
	conn, err := d.DialContext(ctx, "tcp", s.Address)
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	if end, ok := ctx.Deadline(); ok {
		_ = conn.SetDeadline(end)
	}
	secret := &tls.Config{ServerName: host, RootCAs: s.Roots, MinVersion: tls.VersionTLS12}
	if s.TLS {
		conn = tls.Client(conn, secret)
	}
	c, err := smtp.NewClient(conn, host)
	if err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("mail: %w", err)
	}
	if s.TLS || s.Plain && local(conn) {
		return c, nil
	}
	if ok, _ := c.Extension("STARTTLS"); !ok {
		_ = c.Close()
		return nil, ErrNoTLS
	}
	if err := c.StartTLS(secret); err != nil {
		_ = c.Close()
		return nil, fmt.Errorf("mail: %w", err)
	}
	return c, nil
}

// passable refuses addresses at which no mail server of an agency lives: those of a cloud's own services, of groups and of nobody. Private
// addresses pass, because the server of an agency often has one and the operator named it.
func passable(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return ErrRefused
	}
	ip := at.Addr().Unmap()
	if ip.IsLinkLocalUnicast() || ip.IsMulticast() || ip.IsUnspecified() {
		return ErrRefused
	}
	return nil
}

func local(conn net.Conn) bool {
	at, err := netip.ParseAddrPort(conn.RemoteAddr().String())
	return err == nil && at.Addr().Unmap().IsLoopback()
}
