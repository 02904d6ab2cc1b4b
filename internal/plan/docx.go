package plan

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"thidua"
)

// pack is an opened .docx with what is left of the allowance to unpack.
type pack struct {
	ctx   context.Context
	files map[string]*zip.File
	left  int64
}

// readDocx gives the text of a Word file: paragraphs and cells as lines, automatic numbers written out, tracked deletions left out.
func readDocx(ctx context.Context, data []byte) (string, error) {
	p, err := openPack(ctx, data)
	if err != nil {
		return "", err
	}
	main := p.files["word/document.xml"]
	if main == nil {
		if p.files["[content_types].xml"] == nil && p.files["mimetype"] == nil {
			return "", refuse(CodeDamaged)
		}
		return "", refuse(CodeNotDocument)
	}
	num := &numbering{}
	if err := p.parse("word/numbering.xml", num.token); err != nil {
		return "", err
	}
	if err := p.parse("word/styles.xml", num.styleToken); err != nil {
		return "", err
	}
	body := &docxBody{num: num}
	if err := p.parse("word/document.xml", body.token); err != nil {
		return "", err
	}
	text := body.out.String()
	if strings.TrimSpace(text) == "" && body.pictures {
		return "", refuse(CodeScanned)
	}
	return text, nil
}

// openPack checks the container before anything is unpacked; the entries are counted by their signature, before a list of them is made.
func openPack(ctx context.Context, data []byte) (*pack, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > MaxEntries {
		return nil, refuse(CodeBomb)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(CodeDamaged)
	}
	p := &pack{ctx: ctx, files: make(map[string]*zip.File, len(z.File)), left: MaxUnpacked}
	var declared uint64
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		if p.files[name] != nil || strings.HasPrefix(name, "/") || strings.Contains(name, "\\") || strings.HasPrefix(path.Clean(name), "..") {
			return nil, refuse(CodeDamaged)
		}
		p.files[name] = f
		declared += min(f.UncompressedSize64, MaxUnpacked+1)
	}
	if declared > MaxUnpacked {
		return nil, refuse(CodeBomb)
	}
	return p, nil
}

// parse feeds the tokens of one part; a part that is not there has none.
func (p *pack) parse(name string, token func(xml.Token, int) error) error {
	f := p.files[name]
	if f == nil {
		return nil
	}
	if f.Flags&1 != 0 {
		return refuse(CodeLocked)
	}
	r, err := f.Open()
	if err != nil {
		return refuse(CodeDamaged)
	}
	defer r.Close()
	in := &counted{r: r, pack: p, ratio: max(int64(f.CompressedSize64)*MaxRatio, 1<<20)}
	if err := tokens(in, token); err != nil {
		return damaged(err)
	}
	return nil
}

// damaged keeps a refusal and an ended context, and names every other fault of a file a damage.
func damaged(err error) error {
	var refusal *thidua.Error
	if errors.As(err, &refusal) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return refuse(CodeDamaged)
}

func tokens(r io.Reader, token func(xml.Token, int) error) error {
	d := xml.NewDecoder(r)
	depth := 0
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.Directive:
			return refuse(CodeDamaged)
		case xml.StartElement:
			if depth++; depth > MaxDepth {
				return refuse(CodeBomb)
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				return refuse(CodeDamaged)
			}
		}
		if err := token(t, depth); err != nil {
			return err
		}
	}
}

// counted counts what is really unpacked, whatever the directory of the file declares.
type counted struct {
	r     io.Reader
	pack  *pack
	read  int64
	ratio int64
}

func (c *counted) Read(b []byte) (int, error) {
	if err := c.pack.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(b)
	c.read += int64(n)
	c.pack.left -= int64(n)
	if c.pack.left < 0 || c.read > c.ratio {
		return 0, refuse(CodeBomb)
	}
	return n, err
}

// attr gives an attribute by its local name; "" when it is not there.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
