package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"

	"thidua/internal/web/assets"
	"thidua/internal/web/handle"
)

// policy allows the files of this server alone; data: is the arrow of selects. Trusted types are not asked for: htmx 4.0.1 has no
// policy of its own and its swaps are then refused.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

func (s *Server) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
		if !strings.HasPrefix(r.URL.Path, assets.Prefix) {
			h.Set("Cache-Control", "no-store")
		}
		if s.overTLS(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) overTLS(r *http.Request) bool {
	return r.TLS != nil || (s.base != nil && s.base.Scheme == "https" && !loopback(r.Host))
}

// knownHost refuses a request for a host name that is not the configured one, so that no link is ever made of a forged name.
func (s *Server) knownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.base == nil || strings.EqualFold(r.Host, s.base.Host) || loopback(r.Host) {
			next.ServeHTTP(w, r)
			return
		}
		s.refuse(w, r, errHost)
	})
}

func (s *Server) denyCrossOrigin(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, errCrossOrigin)
}

// refuse answers before any route was chosen, without session and without reading the body.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	c := s.newCtx(w, withoutBody(r))
	c.Route = handle.Route{Who: handle.Public}
	s.sink(c, err)
}

// loopback tells whether a host name is this machine's own.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	address, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && address.IsLoopback()
}
