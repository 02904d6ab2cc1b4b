package backup

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type writer struct {
	ctx  context.Context
	zip  *zip.Writer
	at   time.Time
	step func(Progress)
	far  Progress
}

func (w *writer) add(f source) (done File, err error) {
	in, err := os.Open(f.path)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	method := zip.Deflate
	if f.packed {
		method = zip.Store
	}
	out, err := w.zip.CreateHeader(&zip.FileHeader{Name: f.name, Method: method, Modified: w.at})
	if err != nil {
		return done, err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(out, sum, w), in)
	return File{Name: f.name, Size: size, Sum: hex.EncodeToString(sum.Sum(nil))}, err
}

// Write counts what was packed, and ends the work when it is cancelled.
func (w *writer) Write(b []byte) (int, error) {
	w.far.Done += int64(len(b))
	w.step(w.far)
	return len(b), w.ctx.Err()
}

// close puts in the note and, for whoever has other tools, the checksums as sha256sum -c reads them.
func (w *writer) close(n Note) error {
	text, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, f := range n.Files {
		fmt.Fprintf(&sums, "%s  %s\n", f.Sum, f.Name)
	}
	for name, content := range map[string][]byte{noteName: append(text, '\n'), "SHA256SUMS": []byte(sums.String())} {
		out, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: w.at})
		if err == nil {
			_, err = out.Write(content)
		}
		if err != nil {
			return err
		}
	}
	return w.zip.Close()
}
