package file_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua"
	"thidua/internal/file"
)

var ctx = context.Background()

func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func docx(t testing.TB, paragraphs ...string) []byte {
	t.Helper()
	body := `<w:document xmlns:w="x"><w:body>`
	for _, p := range paragraphs {
		body += `<w:p><w:r><w:t>` + p + `</w:t></w:r></w:p>`
	}
	return archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", body+`</w:body></w:document>`)
}

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func photo(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T) (*file.Store, string) {
	t.Helper()
	dir := t.TempDir()
	s, err := file.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, dir
}

func refusal(t *testing.T, err error, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Code != code {
		t.Errorf("got %v, want %q", err, code)
	}
}

const pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"

func TestKeptFilesComeBackAsTheyWere(t *testing.T) {
	s, dir := open(t)
	for name, c := range map[string]struct {
		data []byte
		mime string
	}{
		"Báo cáo.pdf": {[]byte(pdf), "application/pdf"},
		"Kế hoạch.docx": {docx(t, "Kế hoạch bảo mật", "Số: 12/KH-TT (mẫu)"),
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		"điểm.xlsx": {archive(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		"ảnh.PNG":   {picture(t), "image/png"},
		"ảnh.jpeg":  {photo(t), "image/jpeg"},
		"ghi.txt":   {[]byte("\ufeffKết quả, 5, 7\nMật độ dân số"), "text/plain; charset=utf-8"},
		"le.txt":    {wide(binary.LittleEndian, "\ufeffKẾ HOẠCH\r\nMật độ dân số"), "text/plain; charset=utf-16"},
		"be.txt":    {wide(binary.BigEndian, "\ufeffKẾ HOẠCH"), "text/plain; charset=utf-16"},
	} {
		stored, err := s.Put(ctx, "a", name, bytes.NewReader(c.data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if stored.Name != name || stored.Type != c.mime || stored.Size != int64(len(c.data)) {
			t.Errorf("%s: %+v", name, stored)
		}
		f, err := s.Open("a", stored.Hash)
		if err != nil {
			t.Fatal(err)
		}
		back, err := io.ReadAll(f)
		if err != nil || f.Close() != nil || !bytes.Equal(back, c.data) {
			t.Errorf("%s came back as %d bytes: %v", name, len(back), err)
		}
		if _, err := s.Open("b", stored.Hash); err == nil {
			t.Errorf("another agency opened %s", name)
		}
	}
	empty(t, dir)
}

// wide writes text in UTF-16, as Notepad does under the name Unicode.
func wide(order binary.ByteOrder, text string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, 0, 0)
		order.PutUint16(out[len(out)-2:], u)
	}
	return out
}

// empty checks that no half-received file is left.
func empty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(filepath.Join(dir, "files", "tmp"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestOldWordFileIsKept(t *testing.T) {
	s, _ := open(t)
	f, err := os.Open("testdata/plan.doc")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	stored, err := s.Put(ctx, "a", "Kế hoạch.doc", f)
	if err != nil || stored.Type != "application/msword" {
		t.Errorf("%+v, %v", stored, err)
	}
}

func TestRefusedContent(t *testing.T) {
	s, dir := open(t)
	valid := docx(t, "x")
	bomb := archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", strings.Repeat(" ", 64<<20))
	var many []string
	for i := range 2100 {
		many = append(many, fmt.Sprint(i), "")
	}
	for label, c := range map[string]struct {
		name string
		data []byte
		code thidua.Code
	}{
		"empty":                    {"a.pdf", nil, file.CodeEmpty},
		"page":                     {"a.txt", []byte("<!DOCTYPE html><p>x"), file.CodeType},
		"page as pdf":              {"a.pdf", []byte("<html><script>1</script>"), file.CodeType},
		"late markup in text":      {"a.txt", []byte("xin chào\n<script>alert(1)</script>"), file.CodeType},
		"drawing":                  {"a.png", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>`), file.CodeType},
		"drawing as text":          {"a.txt", []byte(`  <svg onload="x"/>`), file.CodeType},
		"mhtml":                    {"a.txt", []byte("MIME-Version: 1.0\nContent-Type: multipart/related"), file.CodeType},
		"pdf after rubbish":        {"a.pdf", []byte(strings.Repeat("x\x01", 500) + pdf), file.CodeType},
		"pdf that is a page":       {"a.pdf", []byte("%PDF-1.7\n<html><script>x</script>\n%%EOF"), file.CodeType},
		"pdf that is an archive":   {"a.pdf", append([]byte(pdf), valid...), file.CodeType},
		"wide page":                {"a.txt", wide(binary.LittleEndian, "\ufeff<script>alert(1)</script>"), file.CodeType},
		"wide secret":              {"a.txt", wide(binary.LittleEndian, "\ufeffTỐI MẬT\nKẾ HOẠCH"), file.CodeSecret},
		"wide cut off":             {"a.txt", wide(binary.LittleEndian, "\ufeffKẾ HOẠCH")[:9], file.CodeDamaged},
		"wide with NUL":            {"a.txt", wide(binary.BigEndian, "\ufeffa\x00b"), file.CodeType},
		"pdf cut off":              {"a.pdf", []byte("%PDF-1.7\n1 0 obj"), file.CodeDamaged},
		"picture with a page":      {"a.png", append(picture(t), "<script>x</script>"...), file.CodeType},
		"picture with an archive":  {"a.jpg", append(photo(t), valid...), file.CodeType},
		"picture cut off":          {"a.png", picture(t)[:16], file.CodeDamaged},
		"huge picture":             {"a.png", hugePicture(t), file.CodeBomb},
		"gif":                      {"a.gif", []byte("GIF89a\x01\x00\x01\x00"), file.CodeType},
		"program":                  {"a.pdf", []byte("MZ\x90\x00\x03\x00"), file.CodeType},
		"archive":                  {"a.docx", archive(t, "x.txt", "x"), file.CodeType},
		"archive with prefix":      {"a.docx", append([]byte("xx\x01"), valid...), file.CodeType},
		"docx cut off":             {"a.docx", valid[:len(valid)-30], file.CodeDamaged},
		"docx named pdf":           {"a.pdf", valid, file.CodeExtension},
		"docx named docm":          {"a.docm", valid, file.CodeExtension},
		"no extension":             {"a", []byte(pdf), file.CodeExtension},
		"macro":                    {"a.docx", archive(t, "[Content_Types].xml", "<T/>", "word/document.xml", "<d/>", "word/vbaProject.bin", "x"), file.CodeMacro},
		"bomb":                     {"a.docx", bomb, file.CodeBomb},
		"too many entries":         {"a.docx", archive(t, many...), file.CodeBomb},
		"leading outside":          {"a.docx", archive(t, "[Content_Types].xml", "", "word/document.xml", "", "../x", ""), file.CodeDamaged},
		"absolute":                 {"a.docx", archive(t, "/etc/x", ""), file.CodeDamaged},
		"same name twice":          {"a.docx", archive(t, "word/document.xml", "", "Word/Document.xml", ""), file.CodeDamaged},
		"declaration of entities":  {"a.docx", archive(t, "[Content_Types].xml", "<T/>", "word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x/>`), file.CodeType},
		"ole of another program":   {"a.doc", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), file.CodeDamaged},
		"latin text":               {"a.txt", []byte("B\xe1o c\xe1o"), file.CodeType},
		"secret text":              {"a.txt", []byte("THANH TRA TỈNH\n  MẬT  \nSố: 1"), file.CodeSecret},
		"secret text, marks apart": {"a.txt", []byte(norm.NFD.String("x\nTUYỆT MẬT\n")), file.CodeSecret},
		"secret docx":              {"a.docx", docx(t, "THANH TRA TỈNH", "TỐI MẬT", "Số: 1"), file.CodeSecret},
		"secret name":              {"Bao cao (MẬT).pdf", []byte(pdf), file.CodeSecret},
		"secret name, plain":       {"toi-mat 12.pdf", []byte(pdf), file.CodeSecret},
		"secret name, small":       {"công văn tuyệt mật.pdf", []byte(pdf), file.CodeSecret},
	} {
		_, err := s.Put(ctx, "a", c.name, bytes.NewReader(c.data))
		if err == nil {
			t.Errorf("%s: kept", label)
			continue
		}
		t.Run(label, func(t *testing.T) { refusal(t, err, c.code) })
	}
	empty(t, dir)
}

// hugePicture is a picture of 65 535 × 65 535 points as its header says.
func hugePicture(t testing.TB) []byte {
	t.Helper()
	data := picture(t)
	copy(data[16:], "\x00\x00\xff\xff\x00\x00\xff\xff")
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestOrdinaryNamesAreNotSecret(t *testing.T) {
	s, _ := open(t)
	for _, name := range []string{
		"Luật Bảo vệ bí mật nhà nước.pdf", "BẢO MẬT THÔNG TIN.pdf", "BÍ MẬT NHÀ NƯỚC.pdf", "Đổi mật khẩu.pdf", "MẬT KHẨU.pdf", "Mật độ.pdf", "MẶT TRẬN.pdf", "Nguyễn Thị Mắt.pdf",
		"KẾ HOẠCH TỔNG THỂ.pdf", "toi mau.pdf", "tới mặt trận.pdf",
	} {
		if _, err := s.Put(ctx, "a", name, strings.NewReader(pdf)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTooLargeStopsAtTheLimit(t *testing.T) {
	s, dir := open(t)
	endless := io.MultiReader(strings.NewReader(pdf), zeros{})
	_, err := s.Put(ctx, "a", "a.pdf", endless)
	refusal(t, err, file.CodeTooLarge)
	if thidua.KindOf(err) != thidua.TooLarge {
		t.Errorf("kind %d", thidua.KindOf(err))
	}
	empty(t, dir)
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestInterruptedUploadLeavesNothing(t *testing.T) {
	s, dir := open(t)
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Put(ended, "a", "a.pdf", strings.NewReader(pdf)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	empty(t, dir)
}

func TestChangeOnDiskIsNoticed(t *testing.T) {
	s, dir := open(t)
	stored, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(filepath.Join(dir, "files"), func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == stored.Hash {
			return os.WriteFile(p, []byte(strings.Replace(pdf, "1.7", "1.4", 1)), 0o600)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Open("a", stored.Hash)
	refusal(t, err, file.CodeChanged)
}

func TestAddressTellsNothing(t *testing.T) {
	one, _ := open(t)
	two, _ := open(t)
	put := func(s *file.Store, tenant string) string {
		stored, err := s.Put(ctx, tenant, "a.pdf", strings.NewReader(pdf))
		if err != nil {
			t.Fatal(err)
		}
		return stored.Hash
	}
	a := put(one, "a")
	if a == put(one, "b") || a == put(two, "a") || a != put(one, "a") {
		t.Error("the address does not depend on agency and installation alone")
	}
	for _, wrong := range []string{"", "x", "../../etc/passwd", strings.Repeat("0", 64), strings.ToUpper(a)} {
		_, err := one.Open("a", wrong)
		if thidua.KindOf(err) != thidua.NotFound {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if err := one.Remove(a); err != nil {
		t.Error(err)
	}
	if _, err := one.Open("a", a); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("removed file: %v", err)
	}
}

func TestCleanName(t *testing.T) {
	for in, want := range map[string]string{
		"../../x":                      "x",
		`..\..\x.pdf`:                  "x.pdf",
		`C:\Users\a\Báo cáo.docx`:      "Báo cáo.docx",
		"/etc/passwd":                  "passwd",
		"a\x00b.pdf":                   "ab.pdf",
		"CON":                          "tep_CON",
		"com1.txt":                     "tep_com1.txt",
		"nul.tar.gz":                   "tep_nul.tar.gz",
		"A?\u0300.pdf":                 "À.pdf",
		".":                            "tep_",
		"":                             "tep_",
		"a\u202efdp.exe":               "afdp.exe",
		"a.pdf\r\nSet-Cookie: x":       "a.pdf  Set-Cookie x",
		norm.NFD.String("Đề nghị.pdf"): "Đề nghị.pdf",
	} {
		if got := file.CleanName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// A header may hold a name of megabytes; cutting it must not cost the square of its length.
func TestCleanNameOfAnyLength(t *testing.T) {
	if got := file.CleanName(strings.Repeat("ế", 4<<20) + ".pdf"); len(got) > 180 || !strings.HasSuffix(got, "ế.pdf") {
		t.Errorf("%d bytes: %q", len(got), got)
	}
}

func TestCleanNameIsAlwaysSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		long := strings.Repeat(rapid.String().Draw(t, "part"), rapid.IntRange(1, 50).Draw(t, "times"))
		got := file.CleanName(long + rapid.String().Draw(t, "name"))
		if got == "" || len(got) > 200 || strings.ContainsAny(got, "/\\\x00\r\n\"<>") || got == "." || got == ".." || file.CleanName(got) != got {
			t.Fatalf("%q", got)
		}
	})
}

func FuzzInspect(f *testing.F) {
	f.Add("a.docx", docx(f, "TỐI MẬT"))
	f.Add("a.png", picture(f))
	f.Add("a.pdf", []byte(pdf))
	f.Add("a.txt", []byte("xin chào"))
	f.Add("a.doc", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		kind, err := file.Inspect(name, bytes.NewReader(data), int64(len(data)))
		if (kind == "") == (err == nil) {
			t.Errorf("kind %q with %v", kind, err)
		}
	})
}
