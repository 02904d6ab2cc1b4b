package sign

import (
	"bytes"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/internal/testkit/oracle"
)

// drawn renders the first page at 72 dots per inch, a dot for each point.
func drawn(t *testing.T, pdf []byte) image.Image {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(oracle.Need(t, "pdftoppm", "poppler-utils"), "-r", "72", "-png", "-singlefile", path, filepath.Join(dir, "a")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	b, err := os.ReadFile(filepath.Join(dir, "a.png"))
	if err != nil {
		t.Fatal(err)
	}
	i, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// red gives the box of what is red in a picture.
func red(i image.Image) image.Rectangle {
	var box image.Rectangle
	for y := i.Bounds().Min.Y; y < i.Bounds().Max.Y; y++ {
		for x := i.Bounds().Min.X; x < i.Bounds().Max.X; x++ {
			if r, g, _, _ := i.At(x, y).RGBA(); r > 0x8000 && g < 0x8000 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// TestMarkStandsWhereItShould asks a renderer for the place of a seal: on a page as it lies, and on pages that are shown turned.
func TestMarkStandsWhereItShould(t *testing.T) {
	p := everybody()
	for _, rotate := range []int{0, 90, 180, 270} {
		paper := appended(t, smallPaper(t), func(u *update) {
			on, err := u.f.page(1)
			if err != nil {
				t.Fatal(err)
			}
			u.put(on.ref, with(on.dict, "Rotate", whole(rotate)))
		})
		seal := &Mark{X: 50, Y: 20, Width: 36, Image: picture(t)}
		i := drawn(t, signed(t, paper, p.seal, Options{Mark: seal}))
		box := red(i)
		want := image.Rect(142, 57, 244, 159) // 50 and 20 mm, 36 mm wide, the ring about a dot inside
		for _, d := range []int{box.Min.X - want.Min.X, box.Min.Y - want.Min.Y, box.Max.X - want.Max.X, box.Max.Y - want.Max.Y} {
			if d < -2 || d > 2 {
				t.Errorf("turned by %d: the seal stands at %v, want about %v", rotate, box, want)
				break
			}
		}
		if _, g, _, _ := i.At(192, 108).RGBA(); g < 0xF000 {
			t.Errorf("turned by %d: the seal is not transparent inside", rotate)
		}
	}
}

var word = regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">\+07:00<`)

func TestMarkOnAnAttachment(t *testing.T) {
	p := everybody()
	for _, paper := range [][]byte{ownPaper(t), fixture(t, "libreoffice.pdf")} {
		file := signed(t, paper, p.seal, Options{Mark: OnAttachment("15/QĐ-TTr", noon.UTC())})
		out, err := textOf(t, file)
		if err != nil || !strings.Contains(out, "15/QĐ-TTr;</word>") {
			t.Fatalf("the number cannot be read back: %v\n%.500s", err, out)
		}
		m := word.FindStringSubmatch(out)
		if m == nil {
			t.Fatalf("no zone in %.500s", out)
		}
		right, _ := strconv.ParseFloat(m[3], 64)
		bottom, _ := strconv.ParseFloat(m[4], 64)
		if right < 595-20*point || right > 596-15*point || bottom > 20*point {
			t.Errorf("the line stands at %v", m[1:])
		}
		fonts, err := run(t, "pdffonts", "poppler-utils", file)
		if err != nil || strings.Contains(fonts, " no  no ") {
			t.Errorf("a font is not embedded: %v\n%s", err, fonts)
		}
	}
}

func TestLettersOfAMarkAreComposed(t *testing.T) {
	mark := &Mark{X: 10, Y: 10, Lines: []string{norm.NFD.String("Nguyễn Thị Bích Hường"), "Chữ ký số"}}
	out, err := textOf(t, signed(t, smallPaper(t), everybody().seal, Options{Mark: mark}))
	if err != nil || !strings.Contains(out, ">Nguyễn<") || !strings.Contains(out, ">Hường<") || !strings.Contains(out, ">Chữ<") {
		t.Errorf("%v\n%s", err, out)
	}
}

// textOf gives the words of the first page with their places.
func textOf(t *testing.T, pdf []byte) (string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(oracle.Need(t, "pdftotext", "poppler-utils"), "-l", "1", "-bbox", path, "-").CombinedOutput()
	return string(out), err
}

// TestSignedPaperKeepsToPDFA2b looks at what a signature adds: forms for all annotations, printed, colours that the output intent covers, no
// interpolation, fonts inside, hexadecimal strings of whole bytes; and the parts that claim PDF/A stay.
func TestSignedPaperKeepsToPDFA2b(t *testing.T) {
	p := everybody()
	paper := ownPaper(t)
	file := signed(t, paper, p.chief, Options{Mark: &Mark{Width: 30, Image: picture(t), Lines: []string{"Trần Mạnh Khôi"}}})
	file = signed(t, file, p.seal, Options{})
	f, before := opened(t, file), opened(t, paper)
	for _, key := range []name{"Metadata", "OutputIntents", "MarkInfo", "StructTreeRoot"} {
		if string(appendValue(nil, f.catalog()[key])) != string(appendValue(nil, before.catalog()[key])) {
			t.Errorf("%s changed", key)
		}
	}
	on, err := f.page(1)
	if err != nil {
		t.Fatal(err)
	}
	widgets := f.array(on.dict["Annots"])
	if len(widgets) != 2 {
		t.Fatalf("%d annotations", len(widgets))
	}
	for _, w := range widgets {
		d := f.dict(w)
		if flags, _ := integer(d["F"]); flags&4 == 0 || flags&(1|2|32|256) != 0 {
			t.Errorf("flags %v", d["F"])
		}
		if _, ok := f.resolve(f.dict(d["AP"])["N"]).(stream); !ok || len(f.dict(d["AP"])) != 1 {
			t.Errorf("appearance %v", d["AP"])
		}
	}
	if f.dict(f.catalog()["AcroForm"])["NeedAppearances"] != nil {
		t.Error("appearances would be made by the reader")
	}
	added := string(file[len(paper):])
	for _, never := range []string{"/Interpolate", "/DeviceCMYK", "/BM", "/JavaScript", "/AA"} {
		if strings.Contains(added, never) {
			t.Errorf("%s has no place in PDF/A", never)
		}
	}
	if id, old := f.array(f.trailer["ID"]), before.array(before.trailer["ID"]); len(id) != 2 || id[0].(text).s != old[0].(text).s || id[1].(text).s == old[1].(text).s {
		t.Error("the first identifier stays and the second changes with the revision")
	}
}
