package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"

	"thidua/internal/doc/font"
)

// deflaters pack lightly: most of a file is letters of fonts, of which more work saves little.
var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return z
}}

func (w *Writer) reserve() int {
	w.bodies = append(w.bodies, nil)
	return len(w.bodies)
}

func (w *Writer) object(n int, format string, args ...any) {
	w.bodies[n-1] = fmt.Appendf(nil, format, args...)
}

func (w *Writer) stream(n int, dict string, data []byte, deflate bool) {
	if deflate {
		var packed bytes.Buffer
		z := deflaters.Get().(*zlib.Writer)
		z.Reset(&packed)
		_, _ = z.Write(data) // a bytes.Buffer does not fail
		_ = z.Close()
		deflaters.Put(z)
		data, dict = packed.Bytes(), dict+"/Filter/FlateDecode"
	}
	b := fmt.Appendf(make([]byte, 0, len(data)+100), "<<%s/Length %d>>\nstream\n", dict, len(data))
	w.bodies[n-1] = append(append(b, data...), "\nendstream"...)
}

// WriteTo writes the file; the Writer cannot be used afterwards.
func (w *Writer) WriteTo(out io.Writer) (int64, error) {
	w.closePage()
	catalog, pages, tree := w.reserve(), w.reserve(), w.reserve()
	info, meta, intent := w.properties()
	kids := w.writePages(pages)
	w.structure(w.root, kids, tree)
	w.object(tree, "<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>", w.root.object, w.parentTree(), len(w.pages))
	w.object(catalog, "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/OutputIntents[%d 0 R]/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		pages, meta, intent, tree, w.outline(kids))
	return w.assemble(catalog, info).WriteTo(out)
}

func (w *Writer) writePages(parent int) []int {
	var fonts strings.Builder
	for i, u := range w.faces {
		if u != nil {
			fmt.Fprintf(&fonts, "/F%d %d 0 R", i, w.embed(font.Face(i), u))
		}
	}
	numbers := make([]int, len(w.pages))
	var kids []byte
	for i, p := range w.pages {
		content := w.reserve()
		numbers[i] = w.reserve()
		w.stream(content, "", p.content.Bytes(), true)
		w.object(numbers[i], "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font<<%s>>>>/Contents %d 0 R/StructParents %d/Tabs/S>>",
			parent, p.width, p.height, fonts.String(), content, i)
		kids = append(reference(kids, numbers[i]), ' ')
	}
	w.object(parent, "<</Type/Pages/Kids[%s]/Count %d>>", kids, len(numbers))
	return numbers
}

// assemble joins the objects with the cross-reference table; the file id is the hash of the content, so that equal papers are equal files.
func (w *Writer) assemble(catalog, info int) *bytes.Buffer {
	out := new(bytes.Buffer)
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(w.bodies))
	for i, body := range w.bodies {
		offsets[i] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n", i+1)
		out.Write(body)
		out.WriteString("\nendobj\n")
	}
	start, id := out.Len(), sha256.Sum256(out.Bytes())
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, catalog, info, id[:16], id[:16], start)
	return out
}

// hexText writes a text string of a dictionary as UTF-16.
func hexText(s string) []byte {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return append(b, '>')
}
