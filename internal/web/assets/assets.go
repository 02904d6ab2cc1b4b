// Package assets serves the style sheet, the scripts and the fonts: embedded, named by their content, compressed beforehand, cached for a year.
package assets

import (
	"embed"
	"encoding/json"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:generate go run ./internal/bundle

//go:embed build
var built embed.FS

// Prefix is the path under which all files are served.
const Prefix = "/tinh/"

var manifest = readManifest()

func readManifest() map[string]string {
	text, err := built.ReadFile("build/manifest.json")
	if err != nil {
		panic(err)
	}
	m := map[string]string{}
	if err := json.Unmarshal(text, &m); err != nil {
		panic(err)
	}
	return m
}

// URL gives the address of a file by its plain name, such as app.css; it panics on an unknown name, which is a fault of the program.
func URL(name string) string {
	hashed, ok := manifest[name]
	if !ok {
		panic("assets: no file " + name)
	}
	return Prefix + hashed
}

// Preload gives the two font files that every page needs first.
func Preload() []string {
	return []string{URL("be-vietnam-pro-latin-400-normal.woff2"), URL("be-vietnam-pro-vietnamese-400-normal.woff2")}
}

// Handler serves the files under Prefix.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, Prefix)
		body, err := built.ReadFile("build/" + name)
		if err != nil || name == "manifest.json" || strings.HasSuffix(name, ".gz") || strings.Contains(name, "/") {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", typeOf(name))
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
		if packed, err := built.ReadFile("build/" + name + ".gz"); err == nil {
			h.Set("Vary", "Accept-Encoding")
			if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				h.Set("Content-Encoding", "gzip")
				body = packed
			}
		}
		if r.Method != http.MethodHead {
			_, _ = w.Write(body)
		}
	})
}

func typeOf(name string) string {
	switch path.Ext(name) {
	case ".woff2":
		return "font/woff2"
	case ".js":
		return "text/javascript; charset=utf-8"
	}
	return mime.TypeByExtension(path.Ext(name))
}
