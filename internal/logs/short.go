package logs

import (
	"context"
	"log/slog"
)

// short passes on no more attributes than a line may hold.
type short struct{ to slog.Handler }

// Enabled tells whether the handler below writes this level.
func (s short) Enabled(ctx context.Context, l slog.Level) bool { return s.to.Enabled(ctx, l) }

// Handle writes one line; what is beyond its bound is counted, not written. A line of a request carries the code of the request.
func (s short) Handle(ctx context.Context, r slog.Record) error {
	r = withRequest(ctx, r)
	if r.NumAttrs() > maxAttrs {
		kept := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
		r.Attrs(func(a slog.Attr) bool {
			kept.AddAttrs(a)
			return kept.NumAttrs() < maxAttrs
		})
		kept.AddAttrs(slog.Int("left-out", r.NumAttrs()-maxAttrs))
		r = kept
	}
	return s.to.Handle(ctx, r)
}

// WithAttrs gives a log whose lines all hold some attributes.
func (s short) WithAttrs(attrs []slog.Attr) slog.Handler {
	return short{s.to.WithAttrs(attrs[:min(len(attrs), maxAttrs)])}
}

// WithGroup gives a log whose attributes stand under a name.
func (s short) WithGroup(name string) slog.Handler { return short{s.to.WithGroup(name)} }
