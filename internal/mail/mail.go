// Package mail is the one door through which the program sends: plain letters to the mail server that the operator named, never anywhere else.
package mail

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"time"
	"unicode"
)

// Letter is one mail to one person, as plain text.
type Letter struct {
	ID      string // of the job: the same letter sent again has the same Message-ID, so that servers can tell
	To      string // an address without a name
	Name    string // in whose name it goes out: "Văn phòng – Thanh tra tỉnh Lào Cai"
	Subject string
	Text    string // lines parted by \n
}

// Good tells whether an address is one that a letter may go to: a plain name@host in ASCII, without names, comments or quotes.
func Good(address string) bool {
	name, host, ok := strings.Cut(address, "@")
	if !ok || len(address) > 254 || len(name) > 64 || !atoms(name, "!#$%&'*+/=?^_`{|}~-") {
		return false
	}
	return strings.Contains(host, ".") && atoms(host, "-")
}

// atoms tells whether a text is words of ASCII letters, digits and some marks, joined by single dots.
func atoms(text, marks string) bool {
	for word := range strings.SplitSeq(text, ".") {
		if word == "" {
			return false
		}
		for _, r := range word {
			if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(marks, r) {
				return false
			}
		}
	}
	return true
}

// oneLine keeps a header to its line: what would begin another one becomes a space.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }), " ")
}

// encode writes the letter as it travels (RFC 5322, 2045, 2047): the headers in ASCII, the text as quoted UTF-8.
func (l Letter) encode(from string, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	_, host, _ := strings.Cut(from, "@")
	for _, h := range [][2]string{
		{"From", word(l.Name) + " <" + from + ">"},
		{"To", "<" + l.To + ">"},
		{"Subject", word(l.Subject)},
		{"Date", at.Format(time.RFC1123Z)},
		{"Message-ID", "<" + oneLine(l.ID) + "@" + host + ">"},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=utf-8"},
		{"Content-Transfer-Encoding", "quoted-printable"},
		{"Auto-Submitted", "auto-generated"},
	} {
		fmt.Fprintf(&b, "%s: %s\r\n", h[0], h[1])
	}
	b.WriteString("\r\n")
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(strings.ReplaceAll(l.Text, "\n", "\r\n"))); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	return b.Bytes(), nil
}

// word encodes a text of a header in parts that fit on lines, none of which cuts a letter; quoted where it is plain ASCII would need it too.
func word(text string) string {
	text = oneLine(text)
	const most = 36 // bytes of UTF-8 in one encoded word of 75 characters, with room for the name of the header
	var parts []string
	part := ""
	for _, r := range text {
		if len(part)+len(string(r)) > most {
			parts, part = append(parts, part), ""
		}
		part += string(r)
	}
	parts = append(parts, part)
	for i, p := range parts {
		parts[i] = "=?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(p)) + "?="
	}
	return strings.Join(parts, "\r\n ")
}
