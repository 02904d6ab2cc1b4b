// Package logs writes the technical log: one line for each event, of bounded length, with its moment in UTC and the offset, and never a request or
// a header as a whole.
package logs

import (
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"
	"unicode/utf8"
)

// What one line may hold.
const (
	maxText  = 2 << 10 // bytes of one text
	maxAttrs = 24      // attributes beside the moment, the level and the message
	moment   = "2006-01-02T15:04:05.000000-07:00"
)

// New makes the log of the program: JSON for machines that collect it, or text for a person at the terminal.
func New(w io.Writer, json bool) *slog.Logger {
	options := &slog.HandlerOptions{ReplaceAttr: bound}
	if json {
		return slog.New(short{slog.NewJSONHandler(w, options)})
	}
	return slog.New(short{slog.NewTextHandler(w, options)})
}

// bound is asked for every attribute, the built-in ones too.
func bound(_ []string, a slog.Attr) slog.Attr {
	a.Value = a.Value.Resolve()
	a.Key = cut(a.Key, 64)
	switch a.Value.Kind() {
	case slog.KindTime:
		return slog.String(a.Key, a.Value.Time().UTC().Format(moment))
	case slog.KindString:
		return slog.String(a.Key, cut(a.Value.String(), maxText))
	case slog.KindAny:
		return slog.String(a.Key, plain(a.Value.Any()))
	}
	return a
}

// plain says what a value is in one bounded text. What belongs to a request is never written out: it holds cookies, names and what was typed.
func plain(value any) string {
	switch v := value.(type) {
	case error:
		return cut(v.Error(), maxText)
	case slog.Level:
		return v.String()
	case *url.URL:
		return cut(v.Path, maxText)
	case fmt.Stringer:
		return cut(v.String(), maxText)
	}
	return fmt.Sprintf("(%T)", value)
}

// cut shortens a text to a number of bytes without cutting a letter, and says that it did.
func cut(text string, most int) string {
	text = strings.ToValidUTF8(text, "�")
	if len(text) <= most {
		return text
	}
	const mark = "…"
	end := most - len(mark)
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + mark
}
