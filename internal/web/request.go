package web

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"thidua"
	"thidua/internal/web/handle"
)

// status remembers what was answered, for the log.
type status struct {
	http.ResponseWriter
	code    int
	written bool
}

// WriteHeader notes the status and passes it on.
func (w *status) WriteHeader(code int) {
	w.code, w.written = code, true
	w.ResponseWriter.WriteHeader(code)
}

// Write passes the body on.
func (w *status) Write(p []byte) (int, error) {
	w.written = true
	return w.ResponseWriter.Write(p)
}

// Unwrap gives http.ResponseController the writer below.
func (w *status) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// requestID makes the code that a person reads to Văn phòng over the telephone.
func (s *Server) requestID() string {
	var b [4]byte
	_, _ = rand.Read(b[:])
	return "TD-" + s.config.Now().In(thidua.Zone).Format("20060102") + "-" + strings.ToUpper(hex.EncodeToString(b[:]))
}

// noteProvider tells the log why a sign-in through the provider was refused; the page tells nobody.
func (s *Server) noteProvider(c *handle.Ctx, err error) {
	s.config.Log.Warn("sign-in through the provider refused", "id", c.ID, "from", c.From, "error", err.Error())
}

func (s *Server) logRequest(c *handle.Ctx, code int, took time.Duration) {
	if c.Route.Quiet {
		s.config.Log.Info("request", "route", c.Route.Pattern, "status", code)
		return
	}
	s.config.Log.LogAttrs(c.Context(), slog.LevelInfo, "request",
		slog.String("id", c.ID), slog.String("method", c.R.Method), slog.String("route", c.Route.Pattern), slog.Int("status", code),
		slog.Int64("ms", took.Milliseconds()), slog.String("tenant", c.Actor.Tenant), slog.String("account", c.Actor.Account), slog.String("from", c.From))
}
