package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Value is a text that the document may leave open: the empty Value is null in JSON.
type Value string

// MarshalJSON writes null for the empty value.
func (v Value) MarshalJSON() ([]byte, error) {
	if v == "" {
		return []byte("null"), nil
	}
	return marshal(string(v))
}

// UnmarshalJSON reads null as the empty value.
func (v *Value) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("value: %w", err)
	}
	*v = ""
	if s != nil {
		*v = Value(*s)
	}
	return nil
}

// Points are hundredths of a point; JSON has them as a decimal number.
type Points int64

// MarshalJSON writes 7.5 for 750 hundredths.
func (p Points) MarshalJSON() ([]byte, error) {
	return []byte(strconv.FormatFloat(float64(p)/100, 'f', -1, 64)), nil
}

// UnmarshalJSON reads a decimal number of at most two places.
func (p *Points) UnmarshalJSON(b []byte) error {
	n, ok := ParsePoints(string(b))
	if !ok {
		return fmt.Errorf("points: %q", b)
	}
	*p = n
	return nil
}

// ParsePoints reads "10", "7,5" or "0.25"; more than two places or a million points is no score.
func ParsePoints(s string) (Points, bool) {
	whole, part, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	if len(part) > 2 || len(whole) > 6 {
		return 0, false
	}
	n, err := strconv.ParseUint(whole+(part + "00")[:2], 10, 64)
	return Points(n), err == nil
}

// JSON gives the draft as the contract of `thidua plan read --format json`, indented, with letters and quotes as they are.
func (d Draft) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	d.Layout = nil
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	return b.Bytes(), nil
}

func marshal(s string) ([]byte, error) {
	b, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("value: %w", err)
	}
	return b, nil
}
