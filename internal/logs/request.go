package logs

import (
	"context"
	"log/slog"
)

type requestKey struct{}

// requestAttr is the attribute under which the code of a request stands.
const requestAttr = "id"

// Request notes the code of a request, so that every line written under the context carries it.
func Request(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// RequestOf gives the code that Request noted, empty without one.
func RequestOf(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// withRequest puts the code first, unless the line names one itself.
func withRequest(ctx context.Context, r slog.Record) slog.Record {
	id := RequestOf(ctx)
	if id == "" {
		return r
	}
	named := false
	r.Attrs(func(a slog.Attr) bool {
		named = named || a.Key == requestAttr
		return !named
	})
	if named {
		return r
	}
	out := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	out.AddAttrs(slog.String(requestAttr, id))
	r.Attrs(func(a slog.Attr) bool {
		out.AddAttrs(a)
		return true
	})
	return out
}
