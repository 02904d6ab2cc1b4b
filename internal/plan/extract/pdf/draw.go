package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // beside JPEG, the one kind of picture that is kept
	"io"
	"strconv"

	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	scale "golang.org/x/image/draw"
)

// The jobs of a child; any other is the number of a page to draw, from 0.
const (
	jobRead    = "1"
	jobPicture = "picture"
	jobPage    = "page "
)

// The size of what is drawn, in points of the screen.
const (
	widest    = 1240 // A4 at 150 to the inch
	highest   = 3508
	maxPixels = 40_000_000 // of a picture that came
	quality   = 82
)

// Picture is one page as a JPEG that holds nothing of the file but what one sees, and how many pages there are.
type Picture struct {
	JPEG  []byte
	Pages int
}

// Page draws a page of a PDF, from 1; the last one for a greater number. Refusals are those of Lines.
func Page(ctx context.Context, data []byte, page int) (Picture, error) {
	if pagesSeen(data) {
		return Picture{}, ErrTooLarge
	}
	return pictured(inChild(ctx, jobPage+strconv.Itoa(max(page, 1)-1), data))
}

// Again draws a PNG or JPEG anew, no larger than a screen needs: what was hidden in the file, such as where a photograph was taken, is gone.
func Again(ctx context.Context, data []byte) (Picture, error) {
	return pictured(inChild(ctx, jobPicture, data))
}

func pictured(doc Document, data []byte, err error) (Picture, error) {
	if err != nil {
		return Picture{}, err
	}
	if !bytes.HasPrefix(data, []byte("\xff\xd8\xff")) {
		return Picture{}, fmt.Errorf("%w: no picture came", ErrTooHard)
	}
	return Picture{JPEG: data, Pages: doc.Pages}, nil
}

// draw does a job of drawing inside the child.
func draw(job string, file io.ReadSeeker, size int64) (Picture, error) {
	if job == jobPicture {
		return again(file)
	}
	page, err := strconv.Atoi(job[len(jobPage):])
	if err != nil {
		return Picture{}, err
	}
	r, err := newReader(size, drawing)
	if err != nil {
		return Picture{}, err
	}
	if err := r.open(file, size); err != nil {
		return Picture{}, err
	}
	return r.draw(page)
}

func (r *reader) draw(page int) (Picture, error) {
	count, err := r.pages()
	if err != nil {
		return Picture{}, err
	}
	got, err := r.engine.RenderPageInPixels(&requests.RenderPageInPixels{Width: widest, Height: highest,
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: r.doc, Index: min(page, count-1)}}})
	switch {
	case errors.Is(err, pdfium_errors.ErrPage):
		return Picture{}, ErrDamaged
	case err != nil:
		return Picture{}, fmt.Errorf("%w: %w", ErrTooHard, err)
	}
	defer got.Cleanup()
	p, err := encode(got.Result.RenderedImage)
	p.Pages = count
	return p, err
}

func again(file io.ReadSeeker) (Picture, error) {
	about, _, err := image.DecodeConfig(file)
	if err != nil {
		return Picture{}, ErrDamaged
	}
	if int64(about.Width)*int64(about.Height) > maxPixels {
		return Picture{}, ErrTooLarge
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return Picture{}, err
	}
	held, err := gripOf(file)
	if err != nil {
		return Picture{}, err
	}
	whole, _, err := image.Decode(file)
	if err != nil {
		return Picture{}, ErrDamaged
	}
	p, err := encode(shrunk(upright(whole, held)))
	p.Pages = 1
	return p, err
}

// shrunk lays a picture on white, no larger than a page is drawn.
func shrunk(whole image.Image) image.Image {
	w, h := whole.Bounds().Dx(), whole.Bounds().Dy()
	if w > widest {
		w, h = widest, max(1, h*widest/w)
	}
	if h > highest {
		w, h = max(1, w*highest/h), highest
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	scale.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, scale.Src)
	scale.ApproxBiLinear.Scale(out, out.Bounds(), whole, whole.Bounds(), scale.Over, nil)
	return out
}

func encode(i image.Image) (Picture, error) {
	var out bytes.Buffer
	err := jpeg.Encode(&out, i, &jpeg.Options{Quality: quality})
	return Picture{JPEG: out.Bytes()}, err
}
