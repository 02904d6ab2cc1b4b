// Package qr turns a text into the black and white modules of a QR code; how they are drawn is the caller's.
package qr

import (
	"fmt"
	"image/color"

	"github.com/boombuler/barcode/qr"
)

// Matrix gives the modules of the code row by row, true for black, without the quiet zone of four modules that every reader needs
// around it. The error correction is M (15 %); a text beyond 2,331 bytes is an error.
func Matrix(text string) ([][]bool, error) {
	code, err := qr.Encode(text, qr.M, qr.Unicode)
	if err != nil {
		return nil, fmt.Errorf("qr: %w", err)
	}
	size := code.Bounds().Dx()
	rows := make([][]bool, size)
	for y := range rows {
		rows[y] = make([]bool, size)
		for x := range rows[y] {
			rows[y][x] = code.At(x, y) == color.Black
		}
	}
	return rows, nil
}
