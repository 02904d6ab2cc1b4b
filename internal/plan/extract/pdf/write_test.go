package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// file writes a PDF of numbered objects; the first is the catalogue.
type file struct {
	objects []string
}

// add gives the number of a new object.
func (f *file) add(object string) int {
	f.objects = append(f.objects, object)
	return len(f.objects)
}

// stream adds a stream with more entries in its dictionary.
func (f *file) stream(entries, content string) int {
	return f.add(streamOf(entries, content))
}

func streamOf(entries, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(content), content)
}

func (f *file) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(f.objects))
	for i, o := range f.objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

const (
	fonts     = "<< /F1 3 0 R /F2 4 0 R >>"
	pageStart = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
)

// paged makes a file of pages with these contents, and these further resources. Object 5 is the first content, 7 the first that is added.
func paged(resources string, contents ...string) *file {
	f := &file{}
	f.add("<< /Type /Catalog /Pages 2 0 R >>")
	f.add("")
	for _, name := range []string{"Times-Roman", "Times-Bold"} {
		f.add("<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " >>")
	}
	var kids []string
	for _, c := range contents {
		n := f.stream("", c)
		kids = append(kids, fmt.Sprintf("%d 0 R", f.add(fmt.Sprintf("%s /Contents %d 0 R /Resources << /Font %s %s >> >>", pageStart, n, fonts, resources))))
	}
	f.objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	return f
}

func packed(t testing.TB, content []byte) string {
	t.Helper()
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err == nil {
		_, err = z.Write(content)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
