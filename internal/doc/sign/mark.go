package sign

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"time"

	"golang.org/x/text/unicode/norm"

	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// Mark is what is seen of a signature (hình thức hiển thị chữ ký số, NĐ 30/2020/NĐ-CP, Phụ lục I): an image, lines of text, or the image with lines over it.
// Measures are millimetres from the top left corner of the page as it is shown.
type Mark struct {
	Page          int     // from 1; 0 is the first
	X, Y          float64 // of the top left corner
	Width, Height float64 // one of them 0: it follows from the image; both 0: from the text
	Image         []byte  // PNG, with transparency: the signer's in blue, the agency's seal in red
	Lines         []string
	Corner        bool // in the top right corner instead of at X and Y
}

const (
	point       = 72 / 25.4 // points of a millimetre
	cornerRight = 15 * point
	cornerTop   = 10 * point
	textSize    = 10
	lineHeight  = 11.5
	maxSide     = 3000 // pixels of an image
)

// OnAttachment is the mark of the agency on an attachment (văn bản kèm theo) in a file of its own: number and symbol of the main paper and the time
// with its zone after ISO 8601, size 10, upright, black, in the top right corner of the first page, and no image.
func OnAttachment(number string, at time.Time) *Mark {
	return &Mark{Page: 1, Corner: true, Lines: []string{number + "; " + at.In(time.FixedZone("", 7*3600)).Format("02-01-2006 15:04:05 -07:00")}}
}

// appearance writes the mark as a form and gives it with its place on the page. An invisible signature has an empty form without size: PDF/A asks for one
// from part 1 on.
func (u *update) appearance(m *Mark, p page) (form ref, rect array, err error) {
	if m == nil {
		rect = corners(0, 0, 0, 0)
		return u.form(rect, turned(1, 0, 0, 1), dict{}, nil), rect, nil
	}
	var picture image.Image
	if m.Image != nil {
		if picture, err = decode(m.Image); err != nil {
			return ref{}, nil, err
		}
	}
	w, h := m.size(picture)
	if w <= 0 || h <= 0 {
		return ref{}, nil, fmt.Errorf("%w: a mark without a size", ErrRefused)
	}
	resources := dict{}
	var content []byte
	if picture != nil {
		resources["XObject"] = dict{"Image": u.picture(picture)}
		content = fmt.Appendf(content, "q %s 0 0 %s 0 0 cm /Image Do Q\n", measure(w), measure(h))
	}
	if len(m.Lines) > 0 {
		written, err := u.text(m.lines(), w, h, resources)
		if err != nil {
			return ref{}, nil, err
		}
		content = append(content, written...)
	}
	x, y := m.X*point, m.Y*point
	if m.Corner {
		x, y = p.width()-cornerRight-w, cornerTop
	}
	rect, turn := p.place(x, y, w, h)
	return u.form(corners(0, 0, w, h), turn, resources, content), rect, nil
}

func (u *update) form(box, turn array, resources dict, content []byte) ref {
	return u.add(stream{dict{"Type": name("XObject"), "Subtype": name("Form"), "BBox": box, "Matrix": turn, "Resources": resources}, content})
}

func decode(b []byte) (image.Image, error) {
	c, err := png.DecodeConfig(bytes.NewReader(b))
	if err != nil || c.Width > maxSide || c.Height > maxSide {
		return nil, fmt.Errorf("%w: the image is no PNG of at most %d × %d", ErrRefused, maxSide, maxSide)
	}
	i, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return i, nil
}

// lines are composed letters, which the font has.
func (m *Mark) lines() []string {
	out := make([]string, len(m.Lines))
	for i, line := range m.Lines {
		out[i] = norm.NFC.String(line)
	}
	return out
}

// size of the mark in points.
func (m *Mark) size(picture image.Image) (w, h float64) {
	w, h = m.Width*point, m.Height*point
	if picture != nil {
		ratio := float64(picture.Bounds().Dy()) / float64(picture.Bounds().Dx())
		if h == 0 {
			h = w * ratio
		}
		if w == 0 {
			w = h / ratio
		}
	}
	if w == 0 {
		for _, line := range m.lines() {
			w = max(w, font.Serif(font.Regular).Width(line, textSize))
		}
	}
	if h == 0 {
		h = float64(len(m.Lines)) * lineHeight
	}
	return w, h
}

// picture writes an image; its transparency is a soft mask, which PDF/A-2 allows.
func (u *update) picture(i image.Image) ref {
	box := i.Bounds()
	var colours, alphas []byte
	opaque := true
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			c := color.NRGBAModel.Convert(i.At(x, y)).(color.NRGBA)
			colours, alphas = append(colours, c.R, c.G, c.B), append(alphas, c.A)
			opaque = opaque && c.A == 255
		}
	}
	d := dict{"Type": name("XObject"), "Subtype": name("Image"), "Width": whole(box.Dx()), "Height": whole(box.Dy()), "BitsPerComponent": whole(8), "Filter": name("FlateDecode")}
	if !opaque {
		d["SMask"] = u.add(stream{with(d, "ColorSpace", name("DeviceGray")), deflate(alphas)})
	}
	return u.add(stream{with(d, "ColorSpace", name("DeviceRGB")), deflate(colours)})
}

func deflate(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, _ = z.Write(b) // a bytes.Buffer does not fail
	_ = z.Close()
	return out.Bytes()
}

// text lets the writer of papers draw the lines on a page of the mark's size and takes content and font from there: real letters with the font inside.
func (u *update) text(lines []string, w, h float64, resources dict) ([]byte, error) {
	writer := pdf.New("", time.Time{})
	writer.AddPage(w, h)
	top := h - float64(len(lines))*lineHeight
	for i, line := range lines {
		x := w - font.Serif(font.Regular).Width(line, textSize)
		writer.Line(nil, max(x, 0), max(top, 0)/2+float64(i)*lineHeight+textSize*0.9, 0, []pdf.Span{{Face: font.Regular, Size: textSize, Text: line}})
	}
	var b bytes.Buffer
	if _, err := writer.WriteTo(&b); err != nil {
		return nil, err
	}
	unpack := maxUnpacked
	from, err := open(b.Bytes(), &unpack)
	if err != nil {
		return nil, err
	}
	p, err := from.page(1)
	if err != nil {
		return nil, err
	}
	fonts, content := from.dict(p.dict["Resources"])["Font"], from.resolve(p.dict["Contents"])
	x, ok := content.(stream)
	if !ok || fonts == nil {
		return nil, ErrUnreadable
	}
	resources["Font"] = u.adopt(from, fonts, map[int]ref{})
	return from.inflate(x)
}
