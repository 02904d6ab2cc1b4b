// Package pack puts files into one ZIP that every desk can open and check: Vietnamese names that Windows takes, and a checksum for each file.
package pack

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
)

// Sums is the name of the file of checksums, as sha256sum knows it.
const Sums = "SHA256SUMS"

// Entry is a file that was put in: its size in bytes and its SHA-256 in hexadecimal.
type Entry struct {
	Name string
	Size int64
	Hash string
}

// Writer packs files one after the other; none is held in memory.
type Writer struct {
	z       *zip.Writer
	made    time.Time
	entries []Entry
	taken   map[string]bool
}

// New begins a ZIP; every file in it bears the given time, so that the same files give the same bytes.
func New(out io.Writer, made time.Time) *Writer {
	return &Writer{z: zip.NewWriter(out), made: made, taken: map[string]bool{}}
}

// Add puts in what write gives, under a name of Name with its ending; a name that is taken, as Windows compares them, is numbered. It ends with
// the error of the context when that is cancelled.
func (w *Writer) Add(ctx context.Context, name, ending string, write func(io.Writer) error) (Entry, error) {
	e := Entry{Name: w.free(name, ending)}
	out, err := w.z.CreateHeader(&zip.FileHeader{Name: e.Name, Method: zip.Deflate, Modified: w.made})
	if err != nil {
		return e, fmt.Errorf("pack %s: %w", e.Name, err)
	}
	sum := sha256.New()
	counted := &counter{ctx: ctx, out: io.MultiWriter(out, sum)}
	if err := write(counted); err != nil {
		return e, err
	}
	e.Size, e.Hash = counted.n, hex.EncodeToString(sum.Sum(nil))
	w.entries = append(w.entries, e)
	return e, ctx.Err()
}

func (w *Writer) free(name, ending string) string {
	full := name + ending
	for n := 2; w.taken[strings.ToLower(full)]; n++ {
		full = fmt.Sprintf("%s (%d)%s", name, n, ending)
	}
	w.taken[strings.ToLower(full)] = true
	return full
}

// Close puts in the checksums of all files, as sha256sum -c reads them, and ends the ZIP.
func (w *Writer) Close(ctx context.Context) error {
	var lines strings.Builder
	for _, e := range w.entries {
		lines.WriteString(e.Hash + "  " + e.Name + "\n")
	}
	_, err := w.Add(ctx, Sums, "", func(out io.Writer) error {
		_, err := io.WriteString(out, lines.String())
		return err
	})
	if err != nil {
		return err
	}
	return w.z.Close()
}

// counter counts what goes through it and stops when the context is cancelled.
type counter struct {
	ctx context.Context
	out io.Writer
	n   int64
}

func (c *counter) Write(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.out.Write(b)
	c.n += int64(n)
	return n, err
}
