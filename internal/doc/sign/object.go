package sign

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
)

// What stands in a PDF file: null is nil, true and false are bool; the others are these.
type (
	name   string
	number string // as it is written
	text   struct {
		s  string // the bytes
		at int    // where it begins in the file; -1 within an object stream
	}
	ref    struct{ num, gen int }
	array  []any
	dict   map[name]any
	stream struct {
		dict dict
		raw  []byte // still packed
	}
	keyword string // a word that is no value
)

func integer(v any) (int, bool) {
	n, ok := v.(number)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(string(n))
	return i, err == nil
}

func whole(i int) number { return number(strconv.Itoa(i)) }

// measure writes points with two decimals at most.
func measure(v float64) number {
	return number(strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64))
}

func decimal(v any) (float64, bool) {
	n, ok := v.(number)
	if !ok {
		return 0, false
	}
	d, err := strconv.ParseFloat(string(n), 64)
	return d, err == nil
}

// appendValue writes a value; dictionaries are sorted by key, so that equal values are equal bytes.
func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case bool:
		return strconv.AppendBool(b, v)
	case number:
		return append(b, v...)
	case name:
		return appendName(b, v)
	case text:
		return fmt.Appendf(b, "<%x>", v.s)
	case ref:
		return fmt.Appendf(b, "%d %d R", v.num, v.gen)
	case array:
		b = append(b, '[')
		for i, x := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendValue(b, x)
		}
		return append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			b = append(appendName(b, key), ' ')
			b = appendValue(b, v[key])
		}
		return append(b, ">>"...)
	case stream:
		b = appendValue(b, with(v.dict, "Length", whole(len(v.raw))))
		b = append(append(b, "\nstream\n"...), v.raw...)
		return append(b, "\nendstream"...)
	}
	return append(b, "null"...)
}

func appendName(b []byte, n name) []byte {
	b = append(b, '/')
	for _, c := range []byte(n) {
		if c == '#' || !regular(c) || c < '!' || c > '~' {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

// with gives a copy of a dictionary with one entry more.
func with(d dict, key name, v any) dict {
	out := maps.Clone(d)
	if out == nil {
		out = dict{}
	}
	out[key] = v
	return out
}

// words makes a text string: plain where it is ASCII, else UTF-16.
func words(s string) text {
	out := []byte{0xFE, 0xFF}
	plain := true
	for _, u := range utf16.Encode([]rune(s)) {
		plain = plain && u < 0x7F
		out = append(out, byte(u>>8), byte(u))
	}
	if plain {
		return text{s: s, at: -1}
	}
	return text{s: string(out), at: -1}
}

// readable gives the letters of a text string; bytes of the old one-byte code beyond ASCII are taken as Latin-1.
func readable(v any) string {
	t, _ := v.(text)
	s := t.s
	if len(s) >= 2 && s[:2] == "\xFE\xFF" {
		var units []uint16
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	}
	if len(s) >= 3 && s[:3] == "\xEF\xBB\xBF" {
		return s[3:]
	}
	var out []rune
	for _, c := range []byte(s) {
		out = append(out, rune(c))
	}
	return string(out)
}
