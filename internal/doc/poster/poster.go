// Package poster draws a short notice as a picture that can be put into a group of a messaging service: a title, a table of units, a deadline.
package poster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"strings"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// Row is one line of the table; Done sets its state in green.
type Row struct {
	Name  string
	State string
	Done  bool
}

// Poster is what the picture says. Texts that are too long go on in the next line.
type Poster struct {
	From  string // in whose name: "Văn phòng – Thanh tra tỉnh Lào Cai"
	Title string
	Lead  string
	Rows  []Row
	Due   string // the deadline, in a box of its own
	Note  string // small, at the foot
}

// The measures, in pixels: a picture is read on a telephone.
const (
	width   = 1080
	margin  = 64
	inner   = width - 2*margin
	stateAt = 330 // the width of the column of states
	maxRows = 60
)

var (
	paper = color.RGBA{0xff, 0xff, 0xff, 0xff}
	ink   = color.RGBA{0x1f, 0x24, 0x2b, 0xff}
	grey  = color.RGBA{0x5b, 0x63, 0x6e, 0xff}
	line  = color.RGBA{0xd9, 0xdd, 0xe2, 0xff}
	green = color.RGBA{0x1b, 0x6b, 0x3a, 0xff}
	amber = color.RGBA{0x8a, 0x4b, 0x00, 0xff}
	red   = color.RGBA{0xa6, 0x1b, 0x1b, 0xff}
	wash  = color.RGBA{0xfb, 0xf1, 0xe6, 0xff}
)

// fonts are parsed once; a face belongs to one picture, because it keeps a buffer.
var fonts = sync.OnceValues(func() (out [2]*opentype.Font, err error) {
	for i, data := range [][]byte{liberationsansregular.TTF, liberationsansbold.TTF} {
		if out[i], err = opentype.Parse(data); err != nil {
			return out, fmt.Errorf("poster: %w", err)
		}
	}
	return out, nil
})

// pen writes downwards; without an image it only measures.
type pen struct {
	img  *image.RGBA
	y    int
	face map[style]font.Face
}

type style struct {
	size int
	bold bool
}

// Write draws the poster as PNG.
func (p Poster) Write(w io.Writer) error {
	all, err := fonts()
	if err != nil {
		return err
	}
	faces := map[style]font.Face{}
	for _, s := range []style{{26, false}, {30, false}, {34, false}, {34, true}, {48, true}} {
		face := all[0]
		if s.bold {
			face = all[1]
		}
		if faces[s], err = opentype.NewFace(face, &opentype.FaceOptions{Size: float64(s.size), DPI: 72, Hinting: font.HintingFull}); err != nil {
			return fmt.Errorf("poster: %w", err)
		}
	}
	measure := &pen{face: faces}
	p.draw(measure)
	drawn := &pen{face: faces, img: image.NewRGBA(image.Rect(0, 0, width, measure.y))}
	drawn.fill(0, 0, width, measure.y, paper)
	p.draw(drawn)
	if err := png.Encode(w, drawn.img); err != nil {
		return fmt.Errorf("poster: %w", err)
	}
	return nil
}

func (p Poster) draw(d *pen) {
	d.fill(0, 0, width, 14, red)
	d.y = margin
	d.text(p.From, style{30, false}, grey, margin, inner)
	d.y += 10
	d.text(p.Title, style{48, true}, ink, margin, inner)
	if p.Lead != "" {
		d.y += 8
		d.text(p.Lead, style{34, false}, ink, margin, inner)
	}
	d.y += 24
	d.rows(p.Rows)
	d.y += 30
	if p.Due != "" {
		d.box(p.Due)
	}
	if p.Note != "" {
		d.y += 20
		d.text(p.Note, style{26, false}, grey, margin, inner)
	}
	d.y += margin - 20
}

func (d *pen) rows(rows []Row) {
	d.fill(margin, d.y, inner, 2, line)
	for _, r := range rows[:min(len(rows), maxRows)] {
		tone := amber
		if r.Done {
			tone = green
		}
		top := d.y + 16
		d.y = top
		d.text(r.State, style{34, true}, tone, width-margin-stateAt, stateAt)
		below := d.y
		d.y = top
		d.text(r.Name, style{34, false}, ink, margin, inner-stateAt-30)
		d.y = max(d.y, below) + 14
		d.fill(margin, d.y, inner, 2, line)
	}
}

// box sets the deadline on a tinted ground, drawn first at the height that the text will have.
func (d *pen) box(text string) {
	const pad = 26
	ahead := &pen{face: d.face}
	ahead.text(text, style{34, true}, ink, margin+pad, inner-2*pad)
	d.fill(margin, d.y, inner, ahead.y+2*pad, wash)
	d.fill(margin, d.y, 8, ahead.y+2*pad, red)
	d.y += pad
	d.text(text, style{34, true}, ink, margin+pad, inner-2*pad)
	d.y += pad
}

// text writes lines of at most a width, and leaves the pen below them. Letters are composed first: the font has đ, ữ and ặ as one glyph each.
func (d *pen) text(text string, s style, tone color.Color, x, most int) {
	face := d.face[s]
	high := s.size * 4 / 3
	for _, l := range broken(face, norm.NFC.String(text), most) {
		if d.img != nil {
			to := font.Drawer{Dst: d.img, Src: image.NewUniform(tone), Face: face, Dot: fixed.P(x, d.y+s.size)}
			to.DrawString(l)
		}
		d.y += high
	}
}

func (d *pen) fill(x, y, w, h int, tone color.Color) {
	if d.img != nil {
		draw.Draw(d.img, image.Rect(x, y, x+w, y+h), image.NewUniform(tone), image.Point{}, draw.Src)
	}
}

// broken parts a text into lines between words; a word wider than the line is cut.
func broken(face font.Face, text string, most int) (lines []string) {
	fits := func(l string) bool { return font.MeasureString(face, l).Ceil() <= most }
	now := ""
	for _, word := range strings.Fields(text) {
		if next := strings.TrimSpace(now + " " + word); fits(next) {
			now = next
			continue
		}
		if now != "" {
			lines = append(lines, now)
		}
		for now = word; !fits(now); {
			n := len([]rune(now)) - 1
			for n > 1 && !fits(string([]rune(now)[:n])) {
				n--
			}
			lines, now = append(lines, string([]rune(now)[:n])), string([]rune(now)[n:])
		}
	}
	return append(lines, now)
}
