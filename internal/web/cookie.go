package web

import (
	"net/http"

	"thidua"
	"thidua/internal/app/deputy"
	"thidua/internal/app/sso"
	"thidua/internal/auth"
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

// knownCookie is that of a browser from which somebody has signed in; it opens nothing, it only keeps strangers from making its owner wait.
func (s *Server) knownCookie(r *http.Request) string { return s.sessionCookie(r) + "-tb" }

// Known gives the secret by which this browser is known from an earlier sign-in; empty when it has none.
func (s *Server) Known(c *handle.Ctx) string {
	cookie, err := c.R.Cookie(s.knownCookie(c.R))
	if err != nil {
		return ""
	}
	return cookie.Value
}

// SetKnown gives this browser such a secret.
func (s *Server) SetKnown(c *handle.Ctx, secret string) {
	http.SetCookie(c.W, &http.Cookie{Name: s.knownCookie(c.R), Value: secret, Path: "/", Secure: !s.plain(c.R), HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(auth.DeviceLife.Seconds())})
}

// deviceCookie is that of a browser on which a leader's link was opened; it opens nothing without the link.
func (s *Server) deviceCookie(r *http.Request) string { return s.sessionCookie(r) + "-ld" }

// Device gives the secret of this browser; empty when it has none.
func (s *Server) Device(c *handle.Ctx) string {
	cookie, err := c.R.Cookie(s.deviceCookie(c.R))
	if err != nil {
		return ""
	}
	return cookie.Value
}

// SetDevice gives this browser a secret for a number of days.
func (s *Server) SetDevice(c *handle.Ctx, secret string, days int) {
	http.SetCookie(c.W, &http.Cookie{Name: s.deviceCookie(c.R), Value: secret, Path: "/", Secure: !s.plain(c.R), HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: days * 24 * 60 * 60})
}

// stepCookie is that of a sign-in through the provider on its way. It is Lax because the provider sends people back from another site.
func (s *Server) stepCookie(r *http.Request) string { return s.sessionCookie(r) + "-dn" }

// Step gives the secret of a sign-in through the provider that this browser began; empty when it has none.
func (s *Server) Step(c *handle.Ctx) string {
	cookie, err := c.R.Cookie(s.stepCookie(c.R))
	if err != nil {
		return ""
	}
	return cookie.Value
}

// SetStep gives this browser such a secret for as long as the sign-in may take; an empty one ends it.
func (s *Server) SetStep(c *handle.Ctx, secret string) {
	cookie := &http.Cookie{Name: s.stepCookie(c.R), Value: secret, Path: "/", Secure: !s.plain(c.R), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		MaxAge: int(sso.StepLife.Seconds())}
	if secret == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(c.W, cookie)
}

// deputyCookie names the deputising under which the person of this browser acts; it is asked anew at each request and gives nobody a right.
func (s *Server) deputyCookie(r *http.Request) string { return s.sessionCookie(r) + "-uq" }

// SetDeputy notes in this browser, until it closes, under which deputising its person acts; an empty id ends it.
func (s *Server) SetDeputy(c *handle.Ctx, id string) {
	cookie := &http.Cookie{Name: s.deputyCookie(c.R), Value: id, Path: "/", Secure: !s.plain(c.R), HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if id == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(c.W, cookie)
}

// themeCookie keeps the theme.
func (s *Server) themeCookie(r *http.Request) string { return s.sessionCookie(r) + "-gd" }

// SetTheme keeps a theme in this browser for a year; an empty one follows the system again.
func (s *Server) SetTheme(c *handle.Ctx, theme string) {
	cookie := &http.Cookie{Name: s.themeCookie(c.R), Value: theme, Path: "/", Secure: !s.plain(c.R), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		MaxAge: 365 * 24 * 60 * 60}
	if theme == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(c.W, cookie)
}

func (s *Server) theme(r *http.Request) string {
	cookie, err := r.Cookie(s.themeCookie(r))
	if err != nil {
		return ""
	}
	return handle.SafeTheme(cookie.Value)
}

// stand puts the person of the request behind the deputising that this browser notes; one that has ended leaves him in his own name.
func (s *Server) stand(c *handle.Ctx) {
	cookie, err := c.R.Cookie(s.deputyCookie(c.R))
	if err != nil || cookie.Value == "" || s.config.Core == nil || c.Actor.Person == "" {
		return
	}
	actor, err := deputy.Over(s.config.Core).Acting(c.Context(), c.Actor, cookie.Value)
	if err == nil && !actor.MustFactor {
		actor.MustFactor, err = s.config.Second.Owes(c.Context(), actor)
	}
	if err == nil {
		c.Actor = actor
		return
	}
	if thidua.KindOf(err) == thidua.Internal {
		s.config.Log.Error("deputising", "id", c.ID, "error", err.Error())
	}
	s.SetDeputy(c, "")
}
