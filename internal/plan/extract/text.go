package extract

import (
	"bytes"
	"encoding/binary"
	"strings"
	"thidua"
	"thidua/internal/plan"
	"unicode/utf16"
	"unicode/utf8"
)

// maxTextBytes is what the longest text takes in the most wasteful way to write it, with room for the spaces of its layout.
const maxTextBytes = 8 * MaxCharacters

// readText gives the lines of a text file; what stands in columns side by side is cut into cells.
func readText(b []byte) (Document, error) {
	if len(b) > maxTextBytes {
		return Document{}, thidua.Refuse(thidua.TooLarge, CodeTooLong, MaxCharacters)
	}
	s, err := decodeText(b)
	if err != nil {
		return Document{}, err
	}
	d := Document{Unit: plan.InLines, Wrapped: true}
	var out gathered
	place := 0
	for l := range strings.SplitSeq(breaks.Replace(s), "\n") {
		place++
		if out.add(Line{Text: l, Place: place}); out.full() {
			return Document{}, out.refusal()
		}
	}
	d.Lines = columns(out.lines)
	return d, nil
}

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
