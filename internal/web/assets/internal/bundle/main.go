// Command bundle builds the style sheet and the scripts into internal/web/assets/build: bundled, lowered for the browsers of office
// machines, minified, named by their content and compressed. Run it with go generate.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

const out = "build"

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	manifest := map[string]string{}
	if err := bundle(manifest); err != nil {
		return err
	}
	for _, name := range []string{"js/htmx.min.js", "favicon.svg"} {
		body, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := keep(manifest, filepath.Base(name), body); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "manifest.json"), append(text, '\n'), 0o644)
}

func bundle(manifest map[string]string) error {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{"css/app.css", "js/app.js"},
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		Loader:            map[string]api.Loader{".woff2": api.LoaderFile},
		AssetNames:        "[name]-[hash]",
		Outdir:            out,
		Engines: []api.Engine{
			{Name: api.EngineChrome, Version: "109"}, {Name: api.EngineFirefox, Version: "115"}, {Name: api.EngineSafari, Version: "15.6"},
		},
	})
	for _, m := range result.Errors {
		return fmt.Errorf("bundle: %s", m.Text)
	}
	for _, f := range result.OutputFiles {
		name := filepath.Base(f.Path)
		if strings.HasSuffix(name, ".woff2") {
			manifest[name[:strings.LastIndexByte(name, '-')]+".woff2"] = name
			if err := os.WriteFile(filepath.Join(out, name), f.Contents, 0o644); err != nil {
				return err
			}
			continue
		}
		body := bytes.ReplaceAll(f.Contents, []byte("../be-vietnam"), []byte("be-vietnam"))
		if err := keep(manifest, name, bytes.ReplaceAll(body, []byte("../roboto"), []byte("roboto"))); err != nil {
			return err
		}
	}
	return nil
}

func keep(manifest map[string]string, name string, body []byte) error {
	sum := sha256.Sum256(body)
	ext := filepath.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:5]) + ext
	manifest[name] = hashed
	if err := os.WriteFile(filepath.Join(out, hashed), body, 0o644); err != nil {
		return err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(body); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, hashed+".gz"), packed.Bytes(), 0o644)
}
