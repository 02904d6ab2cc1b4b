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
	"strings"
	"time"

	"thidua"
	"thidua/internal/file"
)

type writer struct {
	ctx  context.Context
	zip  *zip.Writer
	at   time.Time
	step func(Progress)
	far  Progress
}

// add packs a file and notes it; a kept file that is missing or changed is noted as such, and the rest goes on.
func (w *writer) add(f source, n *Note) (err error) {
	in, err := f.open(w.ctx)
	if thidua.KindOf(err) == thidua.NotFound {
		f.kept.Missing = true
		n.Trouble = append(n.Trouble, f.kept)
		w.far.Total -= f.size
		w.step(w.far)
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	method := zip.Deflate
	if f.packed {
		method = zip.Store
	}
	out, err := w.zip.CreateHeader(&zip.FileHeader{Name: f.name, Method: method, Modified: w.at})
	if err != nil {
		return err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(out, sum, w), in)
	if err != nil {
		return err
	}
	w.far.Total += size - f.size
	n.Files = append(n.Files, File{Name: f.name, Size: size, Sum: hex.EncodeToString(sum.Sum(nil))})
	if kept, ok := in.(*file.Stream); ok && !kept.Whole() {
		n.Trouble = append(n.Trouble, f.kept)
	}
	w.step(w.far)
	return nil
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
