package file

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// Part unpacks one part, at most limit bytes of it, counting what really comes out and not what the list says.
func (a *Archive) Part(name string, limit int64) ([]byte, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, errDamaged
	}
	var out bytes.Buffer
	_, err := unpack(f, &out, limit)
	return out.Bytes(), err
}

// Unpack runs through every part, keeping nothing: it finds bombs, damage and forbidden declarations before anybody else opens the file.
func (a *Archive) Unpack() error {
	left := int64(maxUnpacked)
	for _, f := range a.order {
		head := &opening{}
		n, err := unpack(f, head, left)
		if err != nil {
			return err
		}
		if isXML(f.Name) && bytes.Contains(head.kept, []byte("<!DOCTYPE")) {
			return errType
		}
		left -= n
	}
	return nil
}

func isXML(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

func unpack(f *zip.File, w io.Writer, limit int64) (int64, error) {
	r, err := f.Open()
	if err != nil {
		return 0, errDamaged
	}
	defer r.Close()
	limit = min(limit, max(freeRatio, int64(f.CompressedSize64)*maxRatio))
	n, err := io.Copy(w, io.LimitReader(r, limit+1))
	switch {
	case n > limit:
		return n, errBomb
	case err != nil:
		return n, errDamaged
	}
	return n, nil
}

// opening keeps the first kilobyte of what is written to it.
type opening struct{ kept []byte }

// Write keeps what still fits and lets the rest go.
func (o *opening) Write(p []byte) (int, error) {
	o.kept = append(o.kept, p[:min(len(p), 1024-len(o.kept))]...)
	return len(p), nil
}
