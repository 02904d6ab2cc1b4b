package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAPageIsDrawn(t *testing.T) {
	all, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(all) == 0 {
		t.Fatalf("no file to draw: %v", err)
	}
	data, err := os.ReadFile(all[0])
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Lines(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []int{1, doc.Pages, doc.Pages + 7} {
		p, err := Page(t.Context(), data, page)
		if err != nil || p.Pages != doc.Pages {
			t.Fatalf("page %d: %d pages, %v", page, p.Pages, err)
		}
		got, err := jpeg.Decode(bytes.NewReader(p.JPEG))
		if err != nil || got.Bounds().Dx() > widest || got.Bounds().Dx() < widest/2 || !inked(got) {
			t.Errorf("page %d: %v, %v", page, got.Bounds(), err)
		}
	}
	if _, err := Page(t.Context(), []byte("%PDF-1.7\nnothing\n%%EOF"), 1); !errors.Is(err, ErrDamaged) {
		t.Errorf("a damaged file: %v", err)
	}
}

// inked tells a page with something on it from an empty one.
func inked(i image.Image) bool {
	dark := 0
	for y := range i.Bounds().Dy() {
		for x := range i.Bounds().Dx() {
			if g, ok := color.GrayModel.Convert(i.At(x, y)).(color.Gray); ok && g.Y < 100 {
				dark++
			}
		}
	}
	return dark > 200
}

// photo is a JPEG with a note of a place in it, as telephones write.
func photo(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 3000, 2000)), nil); err != nil {
		t.Fatal(err)
	}
	exif := "Exif\x00\x00MM\x00*GPSLatitude 22.48 Lao Cai"
	note := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(append([]byte{}, b.Bytes()[:2]...), append(note, exif...)...), b.Bytes()[2:]...)
}

func TestCase67APictureIsShownWithoutItsHiddenNotes(t *testing.T) {
	data := photo(t)
	if !strings.Contains(string(data), "GPSLatitude") {
		t.Fatal("the picture holds no note")
	}
	p, err := Again(t.Context(), data)
	if err != nil || p.Pages != 1 || bytes.Contains(p.JPEG, []byte("Exif")) || bytes.Contains(p.JPEG, []byte("GPSLatitude")) {
		t.Fatalf("%d bytes, %v", len(p.JPEG), err)
	}
	got, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil || got.Bounds().Dx() != widest || got.Bounds().Dy() != widest*2/3 {
		t.Errorf("%v, %v", got.Bounds(), err)
	}
}

func TestAPictureOfTooManyPointsIsNotDecoded(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	copy(data[16:], "\x00\x00\xff\xff\x00\x00\xff\xff")
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	if _, err := Again(t.Context(), data); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v", err)
	}
	if _, err := Again(t.Context(), []byte("GIF89a")); !errors.Is(err, ErrDamaged) {
		t.Errorf("another kind: %v", err)
	}
}

// TestCase67APhotoIsShownUpright turns a photo whose upper left quarter is black in all eight ways that a camera notes: seen upright, the black lies
// where the note says, in both orders of bytes.
func TestCase67APhotoIsShownUpright(t *testing.T) {
	i := image.NewGray(image.Rect(0, 0, 60, 40))
	for n := range i.Pix {
		if i.Pix[n] = 255; n%60 < 30 && n/60 < 20 {
			i.Pix[n] = 0
		}
	}
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, i, nil); err != nil {
		t.Fatal(err)
	}
	for how, corner := range []image.Point{1: {0, 0}, 2: {1, 0}, 3: {1, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 1}, 8: {0, 1}} {
		for name, order := range map[string]binary.AppendByteOrder{"MM\x00*": binary.BigEndian, "II*\x00": binary.LittleEndian} {
			if how == 0 {
				continue
			}
			exif := order.AppendUint32([]byte("Exif\x00\x00"+name), 8)
			exif = order.AppendUint32(order.AppendUint16(order.AppendUint16(order.AppendUint16(exif, 1), 0x0112), 3), 1)
			exif = order.AppendUint16(order.AppendUint16(exif, uint16(how)), 0)
			data := slices.Concat([]byte("\xff\xd8"), binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2)), exif, plain.Bytes()[2:])
			p, err := again(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			got, err := jpeg.Decode(bytes.NewReader(p.JPEG))
			if err != nil || bytes.Contains(p.JPEG, []byte("Exif")) || (got.Bounds().Dx() < got.Bounds().Dy()) != (how >= 5) {
				t.Errorf("%d: %v, %v", how, got.Bounds(), err)
				continue
			}
			for x := range 2 {
				for y := range 2 {
					at := image.Pt((1+2*x)*got.Bounds().Dx()/4, (1+2*y)*got.Bounds().Dy()/4)
					if dark, _, _, _ := got.At(at.X, at.Y).RGBA(); (dark < 0x8000) != (corner == image.Pt(x, y)) {
						t.Errorf("%d in %q: at %d,%d stands %x", how, name, x, y, dark)
					}
				}
			}
		}
	}
}
