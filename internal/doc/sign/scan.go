package sign

import (
	"bytes"
	"errors"
	"strconv"
)

var errBroken = errors.New("broken object")

// deepest is how far values may lie within each other; papers need about ten.
const deepest = 60

// scanner reads values from bytes.
type scanner struct {
	b      []byte
	at     int
	inside bool // an object stream, whose places are none of the file
}

func space(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func regular(c byte) bool { return !space(c) && bytes.IndexByte([]byte("()<>[]{}/%"), c) < 0 }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// next skips space and comments and gives the byte that follows, 0 at the end.
func (s *scanner) next() byte {
	for s.at < len(s.b) {
		switch c := s.b[s.at]; {
		case space(c):
			s.at++
		case c == '%':
			for s.at < len(s.b) && s.b[s.at] != '\n' && s.b[s.at] != '\r' {
				s.at++
			}
		default:
			return c
		}
	}
	return 0
}

func (s *scanner) has(prefix string) bool { return bytes.HasPrefix(s.b[s.at:], []byte(prefix)) }

// word reads a run of regular bytes.
func (s *scanner) word() string {
	s.next()
	from := s.at
	for s.at < len(s.b) && regular(s.b[s.at]) {
		s.at++
	}
	return string(s.b[from:s.at])
}

func (s *scanner) value(depth int) (any, error) {
	if depth > deepest {
		return nil, errBroken
	}
	switch c := s.next(); {
	case s.at >= len(s.b):
		return nil, errBroken
	case c == '/':
		return s.name()
	case c == '(':
		return s.literal()
	case c == '[':
		return s.array(depth)
	case s.has("<<"):
		return s.dict(depth)
	case c == '<':
		return s.hex()
	case digit(c) || c == '+' || c == '-' || c == '.':
		return s.number()
	}
	return s.plain()
}

func (s *scanner) plain() (any, error) {
	switch w := s.word(); w {
	case "":
		return nil, errBroken
	case "null":
		return nil, nil
	case "true", "false":
		return w == "true", nil
	default:
		return keyword(w), nil
	}
}

// number reads a number, or the reference that two whole numbers and an R make.
func (s *scanner) number() (any, error) {
	w := s.word()
	if _, err := strconv.ParseFloat(w, 64); err != nil || len(w) > 40 {
		return nil, errBroken
	}
	num, ok := integer(number(w))
	if !ok || num < 0 {
		return number(w), nil
	}
	back := s.at
	if digit(s.next()) {
		gen, err := strconv.Atoi(s.word())
		if err == nil && s.next() == 'R' && s.word() == "R" {
			return ref{num, gen}, nil
		}
	}
	s.at = back
	return number(w), nil
}

func (s *scanner) name() (any, error) {
	s.at++
	from := s.at
	for s.at < len(s.b) && regular(s.b[s.at]) {
		s.at++
	}
	raw := s.b[from:s.at]
	if bytes.IndexByte(raw, '#') < 0 {
		return name(raw), nil
	}
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if c, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(c))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return name(out), nil
}

func (s *scanner) hex() (any, error) {
	t := text{at: s.place()}
	end := bytes.IndexByte(s.b[s.at:], '>')
	if end < 0 {
		return nil, errBroken
	}
	var digits []byte
	for _, c := range s.b[s.at+1 : s.at+end] {
		if !space(c) {
			digits = append(digits, c)
		}
	}
	s.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		high, low := nibble(digits[2*i]), nibble(digits[2*i+1])
		if high > 15 || low > 15 {
			return nil, errBroken
		}
		out[i] = high<<4 | low
	}
	t.s = string(out)
	return t, nil
}

func nibble(c byte) byte {
	switch {
	case digit(c):
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

func (s *scanner) place() int {
	if s.inside {
		return -1
	}
	return s.at
}

// literal reads a string in parentheses.
func (s *scanner) literal() (any, error) {
	t := text{at: s.place()}
	var out []byte
	open := 0
	for ; s.at < len(s.b); s.at++ {
		switch c := s.b[s.at]; c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				s.at++
				t.s = string(out)
				return t, nil
			}
		case '\\':
			out = s.escape(out)
			continue
		}
		out = append(out, s.b[s.at])
	}
	return nil, errBroken
}

const escapes = "nrtbf"

// escape reads what follows a backslash and stays on its last byte.
func (s *scanner) escape(out []byte) []byte {
	s.at++
	if s.at >= len(s.b) {
		return out
	}
	c := s.b[s.at]
	if i := bytes.IndexByte([]byte(escapes), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	if c == '\n' || c == '\r' {
		if c == '\r' && s.at+1 < len(s.b) && s.b[s.at+1] == '\n' {
			s.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	return append(out, s.octal())
}

func (s *scanner) octal() byte {
	code := 0
	for n := 0; n < 3 && s.at < len(s.b) && s.b[s.at] >= '0' && s.b[s.at] <= '7'; n++ {
		code = code<<3 | int(s.b[s.at]-'0')
		s.at++
	}
	s.at--
	return byte(code)
}

func (s *scanner) array(depth int) (any, error) {
	s.at++
	out := array{}
	for s.next() != ']' {
		v, err := s.element(depth)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	s.at++
	return out, nil
}

// element reads a value within an array or a dictionary, where a keyword has no place.
func (s *scanner) element(depth int) (any, error) {
	v, err := s.value(depth + 1)
	if _, stray := v.(keyword); stray {
		return nil, errBroken
	}
	return v, err
}

func (s *scanner) dict(depth int) (any, error) {
	s.at += 2
	out := dict{}
	for s.next() != '>' {
		if s.at >= len(s.b) || s.b[s.at] != '/' {
			return nil, errBroken
		}
		key, err := s.name()
		if err != nil {
			return nil, err
		}
		v, err := s.element(depth)
		if err != nil {
			return nil, err
		}
		if _, twice := out[key.(name)]; twice {
			return nil, errBroken // readers would disagree which of the two counts
		}
		out[key.(name)] = v
	}
	if !s.has(">>") {
		return nil, errBroken
	}
	s.at += 2
	return out, nil
}
