package certificate

import (
	"fmt"
	"io"
	"time"

	"thidua/internal/doc"
	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// TestSheet is the sheet that is held against the stock before certificates are printed (tờ thử): a ruler in millimetres, bars of 100 mm, and the
// boxes where the printer would put them.
type TestSheet struct {
	Template
	Sample bool
	On     Printer
}

// small is the size of what is written on the test sheet, in points.
const small = 8

// Advice says how the sheet is used and how an offset is entered.
var Advice = []string{
	"In tờ này trên giấy trắng cùng khổ với phôi, chọn tỷ lệ 100% (Kích thước thật), không chọn “Vừa trang”. Hai thanh 100 mm phải đo đúng 100 mm.",
	"Đặt tờ thử lên phôi, soi ra ánh sáng. Chữ cần sang phải bao nhiêu mm thì cộng bấy nhiêu vào dx, cần xuống bao nhiêu mm thì cộng vào dy; sang trái, lên trên thì trừ.",
}

// PDF writes the sheet. The only error is that of the writer.
func (s TestSheet) PDF(out io.Writer) error {
	w := pdf.New("Tờ thử in lời Bằng khen", time.Time{})
	w.AddPage(s.Width.points(), s.Height.points())
	s.grid(w)
	s.ruler(w)
	s.bars(w)
	for _, p := range Parts {
		if b := s.Boxes[p]; b.On {
			s.frame(w, b, Names[p])
		}
	}
	s.advice(w)
	Print{Template: s.Template, Sample: s.Sample}.mark(w)
	_, err := w.WriteTo(out)
	return err
}

// grid draws a small cross every 10 mm.
func (s TestSheet) grid(w *pdf.Writer) {
	const arm Length = 10
	for x := Length(100); x < s.Width; x += 100 {
		for y := Length(100); y < s.Height; y += 100 {
			w.Rule((x - arm).points(), y.points(), (x + arm).points(), y.points(), 0.1)
			w.Rule(x.points(), (y - arm).points(), x.points(), (y + arm).points(), 0.1)
		}
	}
}

// ruler draws a tick every millimetre along two lines 10 mm from the edges, where every printer prints, with figures every 10 mm.
func (s TestSheet) ruler(w *pdf.Writer) {
	const at Length = 100
	for mm := Length(0); mm <= max(s.Width, s.Height); mm += 10 {
		long := Length(12)
		switch {
		case mm%100 == 0:
			long = 40
		case mm%50 == 0:
			long = 25
		}
		if mm <= s.Width {
			w.Rule(mm.points(), at.points(), mm.points(), (at + long).points(), 0.3)
		}
		if mm <= s.Height {
			w.Rule(at.points(), mm.points(), (at + long).points(), mm.points(), 0.3)
		}
		if mm%100 != 0 || mm == 0 {
			continue
		}
		figure := fmt.Sprint(int(mm) / 10)
		if mm < s.Width {
			centred(w, figure, font.Regular, small, mm.points(), (at + 70).points())
		}
		if mm < s.Height {
			centred(w, figure, font.Regular, small, (at + 65).points(), mm.points()+small/3)
		}
	}
}

// bars draws 100 mm across and down, around a cross in the middle of the sheet, and a cross in each corner.
func (s TestSheet) bars(w *pdf.Writer) {
	x, y := s.Width/2, s.Height/2
	w.Rule((x - 500).points(), y.points(), (x + 500).points(), y.points(), 1)
	w.Rule(x.points(), (y - 500).points(), x.points(), (y + 500).points(), 1)
	for _, end := range []Length{-500, 500} {
		w.Rule((x + end).points(), (y - 30).points(), (x + end).points(), (y + 30).points(), 1)
		w.Rule((x - 30).points(), (y + end).points(), (x + 30).points(), (y + end).points(), 1)
	}
	centred(w, "100 mm", font.Bold, small, (x + 420).points(), (y - 20).points())
	centred(w, "100 mm", font.Bold, small, (x + 70).points(), (y + 480).points())
	for _, cx := range []Length{200, s.Width - 200} {
		for _, cy := range []Length{200, s.Height - 200} {
			w.Rule((cx - 50).points(), cy.points(), (cx + 50).points(), cy.points(), 0.6)
			w.Rule(cx.points(), (cy - 50).points(), cx.points(), (cy + 50).points(), 0.6)
		}
	}
}

// frame draws a box where the printer puts it, with its name and measures.
func (s TestSheet) frame(w *pdf.Writer, b Box, name string) {
	left, top := (b.X + s.On.DX).points(), (b.Y + s.On.DY).points()
	right, bottom := (b.X + b.Width + s.On.DX).points(), (b.Y + b.Height + s.On.DY).points()
	for _, r := range [][4]float64{{left, top, right, top}, {left, bottom, right, bottom}, {left, top, left, bottom}, {right, top, right, bottom}} {
		w.Rule(r[0], r[1], r[2], r[3], 0.6)
	}
	text := fmt.Sprintf("%s: trái %s, trên %s, rộng %s, cao %s mm", name, b.X, b.Y, b.Width, b.Height)
	w.Line(w.Element(w.Root(), "P"), left+2, top+small, 0, []pdf.Span{{Face: font.Italic, Size: small, Text: text}})
}

// advice writes how the sheet is used below the ruler, and which offset it was printed with.
func (s TestSheet) advice(w *pdf.Writer) {
	head := fmt.Sprintf("Tờ thử in lời Bằng khen – khổ %s × %s mm", s.Width, s.Height)
	if s.On.Name != "" {
		head += fmt.Sprintf(" – %s: dx %s mm, dy %s mm", s.On.Name, s.On.DX, s.On.DY)
	}
	room := s.Width - 500
	y := Length(250).points()
	pitch, _ := doc.LinePitch(small + 1)
	for i, text := range append([]string{head}, Advice...) {
		face := font.Regular
		if i == 0 {
			face = font.Bold
		}
		e := w.Element(w.Root(), "P")
		for _, line := range doc.Balanced(text, face, small+1, room.twips()) {
			w.Line(e, Length(250).points(), y, 0, []pdf.Span{{Face: face, Size: small + 1, Text: line}})
			y += pitch
		}
	}
}
