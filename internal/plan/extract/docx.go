package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"path"
	"strings"
	"thidua/internal/plan"
)

// pack is an opened .docx with what is left of the allowance to unpack.
type pack struct {
	ctx   context.Context
	files map[string]*zip.File
	left  int64
}

// readDocx gives the lines of a Word file: the head of the first page, then paragraphs and cells, automatic numbers written out, tracked deletions
// left out.
func readDocx(ctx context.Context, data []byte) (Document, error) {
	p, err := openPack(ctx, data)
	if err != nil {
		return Document{}, err
	}
	main := p.files["word/document.xml"]
	if main == nil {
		if p.files["[content_types].xml"] == nil && p.files["mimetype"] == nil {
			return Document{}, refuse(CodeDamaged)
		}
		return Document{}, refuse(CodeNotDocument)
	}
	num := &numbering{}
	if err := p.parse("word/numbering.xml", num.token); err != nil {
		return Document{}, err
	}
	if err := p.parse("word/styles.xml", num.styleToken); err != nil {
		return Document{}, err
	}
	body := &docxBody{num: num}
	if err := p.parse("word/document.xml", body.token); err != nil {
		return Document{}, err
	}
	if body.places == 0 && body.pictures {
		return Document{}, refuse(CodeScanned)
	}
	head, err := p.readHead(body)
	if err != nil {
		return Document{}, err
	}
	return Document{Unit: plan.InParagraphs, Lines: append(head, body.out.lines...)}, nil
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
