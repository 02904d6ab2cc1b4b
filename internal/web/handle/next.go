package handle

import (
	"net/url"
	"strings"
	"unicode"
)

// SafeNext gives the address to go to after signing in: a path of this server, or the start page for anything else.
func SafeNext(next string) string {
	const home = "/"
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsRune(next, '\\') {
		return home
	}
	if strings.ContainsFunc(next, unicode.IsControl) {
		return home
	}
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || strings.HasPrefix(u.Path, "//") || strings.ContainsRune(u.Path, '\\') {
		return home
	}
	if strings.ContainsFunc(u.Path, unicode.IsControl) || u.Path == "/dang-nhap" || u.Path == "/dang-xuat" {
		return home
	}
	return u.RequestURI()
}

// ThemeCookie is the name of the cookie that keeps the theme.
const ThemeCookie = "giao-dien"

// SafeTheme gives a theme that the style sheet knows, or empty to follow the system.
func SafeTheme(theme string) string {
	if theme == "sang" || theme == "toi" {
		return theme
	}
	return ""
}
