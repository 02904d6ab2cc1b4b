package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"io"
)

// grip is how a camera was held, as the notes of a photo say: 1 to 8, of which 1 is upright.
type grip uint16

const (
	straight grip = 1
	// headBytes is how much of a photo is searched for its notes, which stand before the picture.
	headBytes = 128 << 10
	tagGrip   = 0x0112
)

// gripOf reads the grip of a photo and goes back to its beginning; a picture without it, or with notes that cannot be read, stands upright.
func gripOf(file io.ReadSeeker) (grip, error) {
	head, err := io.ReadAll(io.LimitReader(file, headBytes))
	if err != nil {
		return straight, err
	}
	_, err = file.Seek(0, io.SeekStart)
	_, notes, found := bytes.Cut(head, []byte("Exif\x00\x00"))
	if !found || len(notes) < 8 || !bytes.HasPrefix(head, []byte("\xff\xd8\xff")) {
		return straight, err
	}
	return gripIn(notes), err
}

// gripIn finds the grip in the first list of the notes, which are laid out as a TIFF file.
func gripIn(notes []byte) grip {
	order := binary.ByteOrder(binary.BigEndian)
	if bytes.HasPrefix(notes, []byte("II")) {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(notes[4:]))
	if at < 8 || at+2 > len(notes) {
		return straight
	}
	for n := range int(order.Uint16(notes[at:])) {
		entry := at + 2 + 12*n
		if entry+12 > len(notes) {
			break
		}
		if t := grip(order.Uint16(notes[entry+8:])); order.Uint16(notes[entry:]) == tagGrip && t >= 1 && t <= 8 {
			return t
		}
	}
	return straight
}

// turned is a picture as it is seen upright; nothing of it is copied.
type turned struct {
	image.Image
	how grip
}

func upright(i image.Image, how grip) image.Image {
	if how == straight {
		return i
	}
	return turned{i, how}
}

// lies tells whether width and height change places.
func (t turned) lies() bool { return t.how >= 5 }

// Bounds is that of the picture as it is seen.
func (t turned) Bounds() image.Rectangle {
	b := t.Image.Bounds()
	if t.lies() {
		return image.Rect(0, 0, b.Dy(), b.Dx())
	}
	return image.Rect(0, 0, b.Dx(), b.Dy())
}

// At gives the point that is seen at a place.
func (t turned) At(x, y int) color.Color {
	b := t.Image.Bounds()
	if t.lies() {
		x, y = y, x
	}
	if t.how == 2 || t.how == 3 || t.how == 7 || t.how == 8 {
		x = b.Dx() - 1 - x
	}
	if t.how == 3 || t.how == 4 || t.how == 6 || t.how == 7 {
		y = b.Dy() - 1 - y
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
