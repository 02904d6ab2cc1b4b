// Package certificate prints the words of a Bằng khen or Giấy khen on stock that is printed already: text at places in millimetres and nothing else.
// Border, emblem and fixed words belong to the stock and are never imitated.
package certificate

import "thidua"

// Length is a measure on the sheet in tenths of a millimetre.
type Length int

func (l Length) points() float64 { return float64(l) * 72 / 254 }

func (l Length) twips() int { return int(l) * 1440 / 254 }

// Part is one of the texts of a certificate.
type Part string

// The texts of a certificate, from top to bottom.
const (
	PartName     Part = "ten"        // tên tập thể, cá nhân
	PartPost     Part = "chuc-vu"    // chức vụ, đơn vị
	PartCitation Part = "thanh-tich" // "Đã có thành tích …"
	PartPlace    Part = "dia-danh"   // địa danh, ngày tháng
	PartTitle    Part = "chuc-danh"  // chức danh người ký
	PartSigner   Part = "nguoi-ky"   // họ tên người ký
	PartDecision Part = "quyet-dinh" // số, ngày của quyết định
	PartGold     Part = "so-vang"    // số sổ vàng
)

// Parts are all texts, in the order of the page.
var Parts = []Part{PartName, PartPost, PartCitation, PartPlace, PartTitle, PartSigner, PartDecision, PartGold}

// Side is where the lines of a box stand.
type Side string

// The sides.
const (
	AtLeft   Side = "trai"
	AtCentre Side = "giua"
	AtRight  Side = "phai"
)

// Box is the place of one text: its first line begins at the upper edge, more lines follow below. A text that is too long is set smaller, down
// to Least; one that does not fit even so is not printed.
type Box struct {
	On            bool
	X, Y          Length // of the upper left corner, from that of the sheet
	Width, Height Length
	Size, Least   int // of the letters, in points
	Side          Side
	Bold, Italic  bool
}

// Printer is how far a printer is off (độ lệch): what it prints is moved by so much, to the right and down.
type Printer struct {
	Name   string
	DX, DY Length
}

// Template is the agency's own measure of its stock (mẫu in).
type Template struct {
	Width, Height Length // of the stock
	Boxes         map[Part]Box
	Title, Signer string // of who signs; empty: the issuer of the decision, and no name
	Printers      []Printer
}

// The sizes of stock that are offered, width before height.
var (
	A4 = [2]Length{2970, 2100}
	A3 = [2]Length{4200, 2970}
)

// Default is a template to begin with. NĐ 98/2023/NĐ-CP, Điều 104 speaks of A4 across, 297 × 210 mm; the places on it are ours, no official
// measure: every agency sets them by its own stock.
func Default(stock [2]Length) Template {
	t := Template{Width: stock[0], Height: stock[1], Boxes: map[Part]Box{
		PartName:     {X: 400, Y: 900, Width: 2170, Height: 160, Size: 26, Least: 14, Side: AtCentre, Bold: true},
		PartPost:     {X: 400, Y: 1070, Width: 2170, Height: 160, Size: 16, Least: 11, Side: AtCentre},
		PartCitation: {X: 400, Y: 1240, Width: 2170, Height: 220, Size: 17, Least: 11, Side: AtCentre},
		PartPlace:    {X: 1600, Y: 1480, Width: 1100, Height: 80, Size: 14, Least: 10, Side: AtCentre, Italic: true},
		PartTitle:    {X: 1600, Y: 1560, Width: 1100, Height: 130, Size: 14, Least: 10, Side: AtCentre, Bold: true},
		PartSigner:   {X: 1600, Y: 1880, Width: 1100, Height: 80, Size: 14, Least: 10, Side: AtCentre, Bold: true},
		PartDecision: {X: 300, Y: 1800, Width: 1150, Height: 80, Size: 12, Least: 9, Side: AtLeft},
		PartGold:     {X: 300, Y: 1880, Width: 1150, Height: 70, Size: 12, Least: 9, Side: AtLeft},
	}}
	for p, b := range t.Boxes {
		b.On = true
		b.X, b.Width = b.X*stock[0]/A4[0], b.Width*stock[0]/A4[0]
		b.Y, b.Height = b.Y*stock[1]/A4[1], b.Height*stock[1]/A4[1]
		b.Size, b.Least = scaled(b.Size, stock[1]), scaled(b.Least, stock[1])
		t.Boxes[p] = b
	}
	return t
}

// scaled gives a size for a sheet of another height.
func scaled(size int, height Length) int {
	return min(max(size*int(height)/int(A4[1]), LeastSize), MostSize)
}

// The bounds of what may be set.
const (
	LeastStock  Length = 1000 // the shorter side of the smallest stock
	MostStock   Length = 6000
	MostOffset  Length = 300
	LeastSize          = 6
	MostSize           = 72
	longestName        = 60
)

// The faults of a template; each stands at its field, "ten-x".
const (
	CodeStock       thidua.Code = "certificate.stock"        // least and most, in whole millimetres
	CodeNegative    thidua.Code = "certificate.negative"     // a place before the edge of the sheet
	CodeBeyond      thidua.Code = "certificate.beyond-sheet" // by how much, in millimetres
	CodeNoRoom      thidua.Code = "certificate.no-room"      // a box without width or height
	CodeSize        thidua.Code = "certificate.size"         // least and most, in points
	CodeLeast       thidua.Code = "certificate.least"        // the smallest size is above the size
	CodeSide        thidua.Code = "certificate.side"
	CodeOffset      thidua.Code = "certificate.offset"  // most, in whole millimetres
	CodePrinterName thidua.Code = "certificate.printer" // a printer without a name, or with one that is too long or taken
)

// Check says what is wrong with the measures.
func (t Template) Check() error {
	var f thidua.Faults
	for field, side := range map[string]Length{"rong": t.Width, "cao": t.Height} {
		if side < LeastStock || side > MostStock {
			f.Add(field, CodeStock, int(LeastStock/10), int(MostStock/10))
		}
	}
	for _, p := range Parts {
		if b := t.Boxes[p]; b.On {
			b.check(&f, string(p), t)
		}
	}
	return f.Err()
}

func (b Box) check(f *thidua.Faults, part string, t Template) {
	for _, side := range []struct {
		at, room    string
		from, along Length
		sheet       Length
	}{{"-x", "-rong", b.X, b.Width, t.Width}, {"-y", "-cao", b.Y, b.Height, t.Height}} {
		switch {
		case side.from < 0:
			f.Add(part+side.at, CodeNegative)
		case side.along <= 0:
			f.Add(part+side.room, CodeNoRoom)
		case side.from+side.along > side.sheet:
			f.Add(part+side.room, CodeBeyond, (side.from + side.along - side.sheet).String())
		}
	}
	switch {
	case b.Size < LeastSize || b.Size > MostSize:
		f.Add(part+"-co", CodeSize, LeastSize, MostSize)
	case b.Least < LeastSize || b.Least > b.Size:
		f.Add(part+"-nho-nhat", CodeLeast, LeastSize)
	}
	if b.Side != AtLeft && b.Side != AtCentre && b.Side != AtRight {
		f.Add(part+"-canh", CodeSide)
	}
}

// Check says what is wrong with a printer.
func (p Printer) Check() error {
	var f thidua.Faults
	if p.Name == "" || len([]rune(p.Name)) > longestName {
		f.Add("may-in", CodePrinterName, longestName)
	}
	for field, off := range map[string]Length{"dx": p.DX, "dy": p.DY} {
		if off > MostOffset || off < -MostOffset {
			f.Add(field, CodeOffset, int(MostOffset/10))
		}
	}
	return f.Err()
}

// Printer gives a printer of the template by its name; one that is not off for any other name.
func (t Template) Printer(name string) Printer {
	for _, p := range t.Printers {
		if p.Name == name {
			return p
		}
	}
	return Printer{}
}
