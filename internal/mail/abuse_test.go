package mail_test

import (
	"context"
	"mime"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"thidua/internal/mail"
)

// TestCase42ALetterHasOneSetOfHeaders puts line ends and further headers into everything that a person may have typed.
func TestCase42ALetterHasOneSetOfHeaders(t *testing.T) {
	for _, end := range []string{"\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f", "\x00", "=0D=0A", "%0d%0a", "\r\n\r\n"} {
		evil := "A" + end + "Bcc: ai@evil.example" + end + "Content-Type: text/html" + end + end + "<b>x</b>"
		p := openPost(t, false, true)
		if err := p.server(nil).Send(context.Background(), mail.Letter{ID: evil, To: "ha@example.vn", Name: evil, Subject: evil, Text: evil}); err != nil {
			t.Fatalf("%q: %v", end, err)
		}
		m, err := netmail.ReadMessage(strings.NewReader(<-p.letters))
		if err != nil {
			t.Fatalf("%q: %v", end, err)
		}
		if len(m.Header) != 9 || m.Header.Get("Bcc") != "" || m.Header.Get("Cc") != "" || m.Header.Get("To") != "<ha@example.vn>" {
			t.Errorf("%q: the headers %v", end, m.Header)
		}
		for name, values := range m.Header {
			if len(values) != 1 {
				t.Errorf("%q: %s stands %d times", end, name, len(values))
			}
		}
		if kind, _, err := mime.ParseMediaType(m.Header.Get("Content-Type")); err != nil || kind != "text/plain" {
			t.Errorf("%q: the letter is %q: links and marks in it would be drawn", end, kind)
		}
		said := <-p.said
		if n := strings.Count(strings.Join(said, "\n"), "RCPT TO:"); n != 1 {
			t.Errorf("%q: %d recipients", end, n)
		}
	}
}

// TestCase42OneRecipientAndAPlainAddress refuses whatever is more than one plain address, and does not think long about it.
func TestCase42OneRecipientAndAPlainAddress(t *testing.T) {
	many := strings.Repeat("a@example.vn,", 10_000)
	begin := time.Now()
	for _, to := range []string{"", many, many[:len(many)-1], "a@example.vn, b@example.vn", "a@example.vn;b@example.vn", "A <a@example.vn>", "(x)a@example.vn",
		"a(" + strings.Repeat("(", 100_000) + ")@example.vn", `"a b"@example.vn`, "a@example.vn\r\nRCPT TO:<b@example.vn>", "a@example.vn>\r\nDATA", "a@[127.0.0.1]",
		"a@localhost", "á@example.vn", "a@exämple.vn", strings.Repeat("a", 1<<20) + "@example.vn", "a@@example.vn", "a@example..vn", ".a@example.vn", "a@-"} {
		if mail.Good(to) && to != "a@-" {
			t.Errorf("%.60q is taken for an address", to)
		}
		if err := (mail.Server{Address: "localhost:1", From: "a@example.vn", Now: time.Now}).Send(context.Background(), mail.Letter{To: to}); err == nil {
			t.Errorf("a letter to %.60q was sent", to)
		}
	}
	if took := time.Since(begin); took > 500*time.Millisecond {
		t.Errorf("the addresses took %v", took)
	}
}
