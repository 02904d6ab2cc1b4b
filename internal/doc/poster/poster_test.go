package poster_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"thidua/internal/doc/poster"
)

func draw(t *testing.T, p poster.Poster) (w, h int, data []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return img.Bounds().Dx(), img.Bounds().Dy(), b.Bytes()
}

func TestAPosterIsAsHighAsItsRowsAndDrawsEveryLetter(t *testing.T) {
	p := poster.Poster{From: "Văn phòng", Title: "Đăng ký thi đua năm 2025", Rows: []poster.Row{{Name: "Phòng Nghiệp vụ 1", State: "Đã gửi", Done: true}}, Due: "Hạn 17/01/2025"}
	w, one, first := draw(t, p)
	if w != 1080 || one < 400 {
		t.Fatalf("%d × %d", w, one)
	}
	p.Rows = append(p.Rows, poster.Row{Name: "Phòng Nghiệp vụ 2", State: "Chưa gửi"})
	if _, two, _ := draw(t, p); two <= one {
		t.Errorf("a second row leaves the height at %d", two)
	}
	p.Rows = p.Rows[:1]
	p.Rows[0].Name = strings.Repeat("Phòng Thanh tra kinh tế ", 6) + strings.Repeat("dài", 60)
	if _, high, _ := draw(t, p); high < one+100 {
		t.Errorf("a name of many lines makes %d of %d", high, one)
	}
	for _, pair := range [][2]string{{"ữ", "ư"}, {"ặ", "ă"}, {"đ", "d"}, {"Ộ", "Ô"}} {
		p.Rows[0].Name = pair[0]
		_, _, marked := draw(t, p)
		p.Rows[0].Name = pair[1]
		_, _, plain := draw(t, p)
		if bytes.Equal(marked, plain) {
			t.Errorf("%s is drawn like %s", pair[0], pair[1])
		}
	}
	p.Rows[0].Name = "Phòng Nghiệp vụ 1"
	if _, _, again := draw(t, p); !bytes.Equal(first, again) {
		t.Error("the same poster is drawn otherwise")
	}
	p.Rows[0].Name = "Pho\u0300ng Nghie\u0323\u0302p vu\u0323 1"
	if _, _, apart := draw(t, p); !bytes.Equal(first, apart) {
		t.Error("letters that come in parts are drawn otherwise")
	}
}
