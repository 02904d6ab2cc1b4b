package handle

import (
	"net/url"
	"strings"
	"unicode"
)

// SafeNext gives the address to go to after signing in: a path of this server, or the start page for anything else.
func SafeNext(next string) string {
	const home = "/"
	u, err := url.Parse(next)
	if err != nil || !ownPath(next) || !ownPath(u.Path) || u.Scheme != "" || u.Host != "" || u.User != nil {
		return home
	}
	if u.Path == "/dang-nhap" || u.Path == "/dang-xuat" {
		return home
	}
	return u.RequestURI()
}

// ownPath refuses what a browser would read as the address of another server.
func ownPath(path string) bool {
	return strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "//") && !strings.ContainsRune(path, '\\') &&
		!strings.ContainsFunc(path, unicode.IsControl)
}

// SafeTheme gives a theme that the style sheet knows, or empty to follow the system.
func SafeTheme(theme string) string {
	if theme == "sang" || theme == "toi" {
		return theme
	}
	return ""
}
