package extract

import (
	"context"
	"encoding/xml"
	"errors"
	"io"

	"thidua"
)

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
