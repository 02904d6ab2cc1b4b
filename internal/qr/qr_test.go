package qr_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/qr"
)

func TestAReaderFindsTheText(t *testing.T) {
	for _, text := range []string{
		"otpauth://totp/Thi%20%C4%90ua:nttha?secret=JBSWY3DPEHPK3PXP&issuer=Thi%20%C4%90ua",
		"Thanh tra tỉnh Minh Sơn – Quyết định số 12/QĐ-TTr",
	} {
		rows, err := qr.Matrix(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := scan(t, rows); got != text {
			t.Errorf("a reader finds %q, want %q", got, text)
		}
	}
}

func TestTooLongATextIsRefused(t *testing.T) {
	if _, err := qr.Matrix(strings.Repeat("đ", 1500)); err == nil {
		t.Error("3,000 bytes were taken")
	}
}

// scan draws the modules at four points each with the quiet zone and has zbarimg read them.
func scan(t *testing.T, rows [][]bool) string {
	t.Helper()
	const scale, quiet = 4, 4
	side := (len(rows) + 2*quiet) * scale
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			r, c := y/scale-quiet, x/scale-quiet
			white := r < 0 || c < 0 || r >= len(rows) || c >= len(rows) || !rows[r][c]
			if white {
				picture.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	name := filepath.Join(t.TempDir(), "qr.png")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(out), "\n")
}
