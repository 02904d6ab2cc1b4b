package proof

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// Notes finds the signed checkpoints in a file: one as `audit verify --save` writes it, a letter as a mail program saves it, whole or as its
// text alone, or the text of a page. Lines around them are passed over.
func Notes(file []byte) (all []string) {
	for text := text(file); ; {
		begin := strings.Index(text, origin)
		if begin < 0 {
			return all
		}
		note, rest := oneNote(text[begin:])
		if note != "" {
			all = append(all, note)
		}
		text = rest
	}
}

// text gives what a file says as lines, of a letter what is written in it.
func text(file []byte) string {
	if m, err := mail.ReadMessage(bytes.NewReader(file)); err == nil && m.Header.Get("From") != "" {
		if inside := letterText(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0); len(inside) > 0 {
			file = inside
		}
	}
	return strings.ReplaceAll(string(trimmed(file)), "\r\n", "\n")
}

const (
	origin   = "thidua audit log "
	dash     = "— "
	deepest  = 4 // parts of a letter within parts
	mostText = 1 << 20
)

// oneNote takes the note at the head of a text: lines, one empty line, and the lines of signatures.
func oneNote(text string) (note, rest string) {
	head, after, found := strings.Cut(text, "\n\n")
	if !found || strings.Count(head, "\n") > 8 {
		return "", text[len(origin):]
	}
	signatures := ""
	for line := range strings.Lines(after) {
		if !strings.HasPrefix(line, dash) {
			break
		}
		signatures += strings.TrimRight(line, " \n") + "\n"
	}
	if signatures == "" {
		return "", text[len(origin):]
	}
	return head + "\n\n" + signatures, after[min(len(signatures), len(after)):]
}

// letterText reads the plain text of a letter or of the part of one that has it.
func letterText(kind, encoding string, body io.Reader, depth int) []byte {
	media, params, err := mime.ParseMediaType(kind)
	if err == nil && strings.HasPrefix(media, "multipart/") && depth < deepest {
		parts := multipart.NewReader(body, params["boundary"])
		var all []byte
		for {
			part, err := parts.NextRawPart()
			if err != nil {
				return all
			}
			all = append(all, letterText(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1)...)
		}
	}
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	text, _ := io.ReadAll(io.LimitReader(body, mostText)) // what could be read of a damaged letter is still looked at; the signature decides
	return text
}

// trimmed takes the byte order mark off that editors leave.
func trimmed(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\ufeff")) }
