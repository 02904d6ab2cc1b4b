package web

import (
	"net/http"

	"thidua/internal/web/handle"
)

// cookieName is bound by the browser to this host, to TLS (or loopback) and to the whole path; plainName is used on plain HTTP only,
// and only when the installation allows that.
const (
	cookieName = "__Host-thidua"
	plainName  = "thidua"
)

// plain tells whether the session cookie of this request has to go without protection.
func (s *Server) plain(r *http.Request) bool {
	return s.config.AllowHTTP && !s.overTLS(r) && !loopback(r.Host)
}

func (s *Server) sessionCookie(r *http.Request) string {
	if s.plain(r) {
		return plainName
	}
	return cookieName
}

func (s *Server) sessionToken(r *http.Request) string {
	cookie, err := r.Cookie(s.sessionCookie(r))
	if err != nil {
		return ""
	}
	return cookie.Value
}

// SetSession gives the browser a session until it closes; an empty token ends it.
func (s *Server) SetSession(c *handle.Ctx, token string) {
	cookie := &http.Cookie{
		Name: s.sessionCookie(c.R), Value: token, Path: "/", Secure: !s.plain(c.R), HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
	if token == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(c.W, cookie)
}
