package extract

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func decodeText(b []byte) (string, error) {
	if o := utf16Order(b); o != nil {
		return decode16(b, o)
	}
	if !utf8.Valid(b) {
		return decodeBytes(b)
	}
	return string(b), nil
}

func decode16(b []byte, o binary.ByteOrder) (string, error) {
	if len(b)%2 != 0 {
		return "", refuse(CodeDamaged)
	}
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = o.Uint16(b[2*i:])
	}
	s := string(utf16.Decode(u))
	if strings.ContainsRune(s, utf8.RuneError) || binaryText([]byte(s)) {
		return "", refuse(CodeDamaged)
	}
	return s, nil
}

// normalise makes the text that all spans count in: NFC, single spaces, at most one blank line in a row, nothing invisible.
func normalise(s string) string {
	s = norm.NFC.String(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n\n").Replace(s))
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.Join(strings.Fields(strings.Map(visible, line)), " ")
		if line == "" {
			blank = b.Len() > 0
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if blank {
			b.WriteByte('\n')
		}
		b.WriteString(line)
		blank = false
	}
	return b.String()
}

// visible drops soft hyphens, marks of direction and other characters that only confuse counting.
func visible(r rune) rune {
	switch {
	case r == '\t' || unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
		return -1
	}
	return r
}

// utf16Order gives the byte order of UTF-16: by its mark, or without one by zero bytes that stand on one side only.
func utf16Order(b []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	n := min(len(b), 4096) &^ 1
	var zero [2]int
	for i, c := range b[:n] {
		if c == 0 {
			zero[i%2]++
		}
	}
	switch few := n / 8; {
	case n >= 4 && zero[0] == 0 && zero[1] > few:
		return binary.LittleEndian
	case n >= 4 && zero[1] == 0 && zero[0] > few:
		return binary.BigEndian
	}
	return nil
}
