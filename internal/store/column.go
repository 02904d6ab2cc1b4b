package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// instant is the argument for an instant column: microseconds UTC, NULL for the zero time.
func instant(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMicro()
}

// toInstant scans an instant column; NULL is the zero time.
func toInstant(t *time.Time) any { return scanner(func(src any) error { return scanInstant(t, src) }) }

func scanInstant(t *time.Time, src any) error {
	switch v := src.(type) {
	case nil:
		*t = time.Time{}
	case int64:
		*t = time.UnixMicro(v).UTC()
	default:
		return fmt.Errorf("instant from %T", src)
	}
	return nil
}

// optional is the argument for a column that is NULL when unknown.
func optional[T ~string](v T) any {
	if v == "" {
		return nil
	}
	return string(v)
}

// toOptional scans such a column; NULL is the empty value.
func toOptional[T ~string](v *T) any {
	return scanner(func(src any) error {
		switch s := src.(type) {
		case nil:
			*v = ""
		case string:
			*v = T(s)
		case []byte:
			*v = T(s)
		default:
			return fmt.Errorf("text from %T", src)
		}
		return nil
	})
}

// number is the argument for a whole number that is NULL when unknown.
func number[T ~int | ~int64](v *T) any {
	if v == nil {
		return nil
	}
	return int64(*v)
}

// toNumber scans such a column; NULL is nil.
func toNumber[T ~int | ~int64](v **T) any {
	return scanner(func(src any) error {
		switch n := src.(type) {
		case nil:
			*v = nil
		case int64:
			t := T(n)
			*v = &t
		default:
			return fmt.Errorf("number from %T", src)
		}
		return nil
	})
}

// document is the argument for a value kept as JSON text: stored, never queried.
func document(v any) driver.Valuer { return valuer{v} }

type valuer struct{ v any }

func (d valuer) Value() (driver.Value, error) {
	b, err := json.Marshal(d.v)
	return string(b), err
}

// toDocument scans such a column into v, a pointer; NULL and empty text leave it untouched.
func toDocument(v any) any {
	return scanner(func(src any) error {
		var text string
		if err := toOptional(&text).(scanner).Scan(src); err != nil || text == "" {
			return err
		}
		return json.Unmarshal([]byte(text), v)
	})
}

type scanner func(src any) error

// Scan lets a function stand as a destination of a row.
func (s scanner) Scan(src any) error { return s(src) }

// in appends the values to args and gives the list for IN: "($3, $4)"; no value gives a list that matches nothing.
func in[T ~string](args *[]any, values []T) string {
	if len(values) == 0 {
		return "(NULL)"
	}
	marks := make([]string, len(values))
	for i, v := range values {
		*args = append(*args, string(v))
		marks[i] = "$" + strconv.Itoa(len(*args))
	}
	return "(" + strings.Join(marks, ", ") + ")"
}

// maxPage bounds every list.
const maxPage = 500

// Page asks for a part of a list: at most Size rows after skipping Offset. The zero value is the first 500.
type Page struct{ Offset, Size int }

// limit appends the page to args and gives the LIMIT clause.
func (p Page) limit(args *[]any) string {
	size := p.Size
	if size <= 0 || size > maxPage {
		size = maxPage
	}
	*args = append(*args, size, max(p.Offset, 0))
	return " LIMIT $" + strconv.Itoa(len(*args)-1) + " OFFSET $" + strconv.Itoa(len(*args))
}

// arg appends a value to args and gives its placeholder.
func arg(args *[]any, v any) string {
	*args = append(*args, v)
	return "$" + strconv.Itoa(len(*args))
}

// likeText makes text literal inside a LIKE pattern with ESCAPE '!'.
func likeText(s string) string {
	return strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(s)
}

// NewID makes an id that sorts by the time of its making (UUIDv7).
func NewID() string { return uuid.Must(uuid.NewV7()).String() }
