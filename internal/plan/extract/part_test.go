package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"thidua"
)

// A container that declares or unpacks to 200 MB is stopped by counting, before that much is held.
func TestUnpackedIsCounted(t *testing.T) {
	p := &pack{ctx: context.Background(), left: 1000}
	c := &counted{r: strings.NewReader(strings.Repeat("x", 2000)), pack: p, ratio: 1 << 20}
	n, err := io.Copy(io.Discard, c)
	if thidua.KindOf(err) != thidua.Invalid || n > 1000 {
		t.Errorf("read %d bytes with %v", n, err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	h := &zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, UncompressedSize64: MaxUnpacked + 1, CompressedSize64: 4}
	w, err := z.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("fake")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var e *thidua.Error
	if _, err := Read(context.Background(), b.Bytes()); !errors.As(err, &e) || e.Code != CodeBomb {
		t.Errorf("declared size: %v", err)
	}
}
