package mail_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"math/big"
	"mime"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/mail"
)

// post is a small mail server: it speaks SMTP over a real connection and keeps what it is given.
type post struct {
	listener net.Listener
	secret   *tls.Config
	roots    *x509.CertPool
	offers   bool // STARTTLS
	said     chan []string
	letters  chan string
}

func openPost(t *testing.T, direct, offers bool) *post {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sheet := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature}
	der, err := x509.CreateCertificate(rand.Reader, sheet, sheet, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	p := &post{roots: x509.NewCertPool(), offers: offers, said: make(chan []string, 1), letters: make(chan string, 1)}
	p.roots.AddCert(cert)
	p.secret = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	if p.listener, err = net.Listen("tcp", "localhost:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.listener.Close() })
	go func() {
		conn, err := p.listener.Accept()
		if err != nil {
			return
		}
		defer func() { _ = conn.Close() }()
		if direct {
			conn = tls.Server(conn, p.secret)
		}
		p.talk(conn)
	}()
	return p
}

// talk answers one conversation; what was said before STARTTLS is forgotten, as the standard asks.
func (p *post) talk(conn net.Conn) {
	var said []string
	_, encrypted := conn.(*tls.Conn)
	defer func() { p.said <- said }()
	say := func(line string) { _, _ = io.WriteString(conn, line+"\r\n") }
	say("220 localhost")
	lines := bufio.NewReader(conn)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimSpace(line)
		said = append(said, line)
		switch verb, _, _ := strings.Cut(line, " "); strings.ToUpper(verb) {
		case "EHLO":
			if p.offers && !encrypted {
				say("250-localhost\r\n250 STARTTLS")
			} else {
				say("250-localhost\r\n250 AUTH PLAIN")
			}
		case "STARTTLS":
			say("220 go on")
			conn, encrypted = tls.Server(conn, p.secret), true
			lines = bufio.NewReader(conn)
		case "AUTH":
			say("235 welcome")
		case "DATA":
			say("354 go on")
			var body strings.Builder
			for {
				l, err := lines.ReadString('\n')
				if err != nil || l == ".\r\n" {
					break
				}
				body.WriteString(strings.TrimPrefix(l, "."))
			}
			p.letters <- body.String()
			say("250 taken")
		case "QUIT":
			say("221 farewell")
			return
		default:
			say("250 good")
		}
	}
}

func (p *post) server(change func(*mail.Server)) mail.Server {
	_, port, _ := net.SplitHostPort(p.listener.Addr().String())
	s := mail.Server{Address: "localhost:" + port, From: "vanphong@thanhtra.example.vn", Roots: p.roots,
		Now: func() time.Time { return time.Date(2025, 1, 14, 1, 30, 0, 0, time.UTC) }}
	if change != nil {
		change(&s)
	}
	return s
}

var letter = mail.Letter{ID: "019-1", To: "nguyenha@example.vn", Name: "Văn phòng – Thanh tra tỉnh Lào Cai", Subject: "Nhắc việc thi đua: 2 việc\r\nBcc: ai@example.vn",
	Text: "Đăng ký thi đua của Phòng Nghiệp vụ 2 – trước ngày 01/02/2025, còn 9 ngày làm việc; ngày làm việc cuối: 24/01/2025.\n.\nHết."}

func TestALetterArrivesAsItWasWrittenOverTLS(t *testing.T) {
	for name, direct := range map[string]bool{"STARTTLS": false, "TLS from the first byte": true} {
		p := openPost(t, direct, true)
		s := p.server(func(s *mail.Server) { s.TLS, s.User, s.Password = direct, "vanphong", thidua.Hide("mật khẩu") })
		if err := s.Send(context.Background(), letter); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		m, err := netmail.ReadMessage(strings.NewReader(<-p.letters))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var words mime.WordDecoder
		subject, _ := words.DecodeHeader(m.Header.Get("Subject"))
		from, err := m.Header.AddressList("From")
		text, _ := io.ReadAll(quotedprintable.NewReader(m.Body))
		if subject != "Nhắc việc thi đua: 2 việc Bcc: ai@example.vn" || m.Header.Get("Bcc") != "" {
			t.Errorf("%s: subject %q, Bcc %q", name, subject, m.Header.Get("Bcc"))
		}
		if err != nil || len(from) != 1 || from[0].Name != letter.Name || from[0].Address != s.From {
			t.Errorf("%s: from %v, %v", name, from, err)
		}
		if got := strings.TrimSuffix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"); got != letter.Text {
			t.Errorf("%s: text %q", name, got)
		}
		if date, err := m.Header.Date(); err != nil || !date.Equal(s.Now()) || m.Header.Get("Message-ID") != "<019-1@thanhtra.example.vn>" {
			t.Errorf("%s: %v, %v, %q", name, date, err, m.Header.Get("Message-ID"))
		}
		if said := strings.Join(<-p.said, "\n"); strings.Count(said, "RCPT TO:<nguyenha@example.vn>") != 1 || strings.Count(said, "RCPT") != 1 || !strings.Contains(said, "AUTH PLAIN") {
			t.Errorf("%s: the server heard\n%s", name, said)
		}
	}
}

func TestNothingIsSaidWithoutTLS(t *testing.T) {
	p := openPost(t, false, false)
	if err := p.server(nil).Send(context.Background(), letter); !errors.Is(err, mail.ErrNoTLS) {
		t.Errorf("a server without TLS: %v", err)
	}
	if said := strings.Join(<-p.said, "\n"); strings.Contains(said, "RCPT") || strings.Contains(said, "AUTH") {
		t.Errorf("the server heard\n%s", said)
	}
	stranger := openPost(t, false, true)
	if err := stranger.server(func(s *mail.Server) { s.Roots = x509.NewCertPool() }).Send(context.Background(), letter); err == nil {
		t.Error("a certificate that nobody vouches for was believed")
	}
	here := openPost(t, false, false)
	if err := here.server(func(s *mail.Server) { s.Plain = true }).Send(context.Background(), letter); err != nil {
		t.Errorf("a server on this machine, allowed plain: %v", err)
	}
}

func TestNoLetterGoesToAWrongAddress(t *testing.T) {
	s := mail.Server{Address: "169.254.169.254:25", From: "vanphong@thanhtra.example.vn", Now: time.Now}
	if err := s.Send(context.Background(), letter); !errors.Is(err, mail.ErrRefused) {
		t.Errorf("a link-local server: %v", err)
	}
	for address, good := range map[string]bool{"nguyen.ha@laocai.gov.vn": true, "a+b@x.vn": true, "": false, "a@b": false, "Hà <a@x.vn>": false,
		"a@x.vn\r\nRCPT TO:<b@x.vn>": false, "a(b)@x.vn": false, `"a b"@x.vn`: false, "a..b@x.vn": false, "hà@x.vn": false, "a@x.vn,b@x.vn": false, "a@b@x.vn": false} {
		if mail.Good(address) != good {
			t.Errorf("%q is good: %v", address, !good)
		}
		l := letter
		l.To = address
		if err := s.Send(context.Background(), l); !good && !errors.Is(err, mail.ErrAddress) {
			t.Errorf("%q was tried: %v", address, err)
		}
	}
}

func TestAServerThatHangsIsLeft(t *testing.T) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	s := mail.Server{Address: l.Addr().String(), From: "vanphong@thanhtra.example.vn", Now: time.Now}
	begun := time.Now()
	if err := s.Send(ctx, letter); err == nil || time.Since(begun) > 10*time.Second {
		t.Errorf("a server that says nothing: %v after %v", err, time.Since(begun))
	}
}
