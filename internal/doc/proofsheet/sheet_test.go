package proofsheet_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os/exec"
	"strings"
	"testing"
	"time"

	"thidua/internal/doc/proofsheet"
	"thidua/internal/testkit/oracle"
)

func sample(files int) proofsheet.Sheet {
	at := time.Date(2025, 1, 14, 3, 0, 0, 0, time.UTC)
	sum := strings.TrimSpace(strings.Repeat("0123abcd ", 8))
	s := proofsheet.Sheet{Agency: "Thanh tra tỉnh Lào Cai", Title: "Tờ trình đề nghị khen thưởng phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2024", Number: "15/TTr-TT (mẫu)",
		Dated: "2025-01-14", Code: "7KQ4-0000-ABCD-EFGH", Fingerprint: sum, IssueSeq: 1233, SheetSeq: 1240, IssuedAt: at, MadeAt: at, Moment: at, Size: 1250,
		Root: "QOs2qXzsoBA1kyFEYDcYr04wv5J9TCjgfgWef4XNS2M=", Key: "0123 4567 89ab cdef 0123 4567 89ab cdef", Link: "https://thidua.example.vn/kiem-chung?ma=7KQ4-0000-ABCD-EFGH",
		Address: "https://thidua.example.vn/kiem-chung"}
	for range files {
		s.Files = append(s.Files, proofsheet.File{Name: "Tờ trình đã ký.pdf", Sum: sum})
	}
	return s
}

func TestTheSheetHasOnePage(t *testing.T) {
	for _, files := range []int{0, 1, 3, 40} {
		d := sample(files).Document()
		if n := d.Pages(); n != 1 {
			t.Errorf("%d files: %d pages", files, n)
		}
		text := d.Dump()
		if files == 40 && !strings.Contains(text, "Các tệp khác") || files == 1 && strings.Contains(text, "Các tệp khác") {
			t.Errorf("%d files:\n%s", files, text)
		}
		for _, want := range []string{"7KQ4-0000-ABCD-EFGH", "Sự kiện số 1234, lúc 14/01/2025, 10:00", "1.250 sự kiện", "QOs2qXz", "15/TTr-TT (mẫu)", "không phải văn bản hành chính"} {
			if !strings.Contains(text, want) {
				t.Errorf("%d files: the sheet lacks %q", files, want)
			}
		}
		if strings.Contains(text, "CỘNG HÒA") {
			t.Error("the sheet looks like an official paper")
		}
	}
}

// TestAReaderReadsTheCode draws the sheet and reads the code with a reader of others.
func TestAReaderReadsTheCode(t *testing.T) {
	draw, read := oracle.Need(t, "pdftoppm", "poppler-utils"), oracle.Need(t, "zbarimg", "zbar-tools")
	s := sample(2)
	_, file := oracle.Write(t, t.TempDir(), "phieu", s.Document())
	if out, err := exec.Command(draw, "-r", "150", "-png", "-singlefile", file, file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := exec.Command(read, "-q", "--raw", file+".png").Output()
	if err != nil || strings.TrimSpace(string(out)) != s.Link {
		t.Errorf("the reader reads %q, %v", out, err)
	}
}

// TestTheCodeIsInEveryFormat looks for its outline in Word and in the preview.
func TestTheCodeIsInEveryFormat(t *testing.T) {
	d := sample(1).Document()
	docx, _ := oracle.Write(t, t.TempDir(), "phieu", d)
	parts, err := zip.OpenReader(docx)
	if err != nil {
		t.Fatal(err)
	}
	defer parts.Close()
	body, err := fs.ReadFile(parts, "word/document.xml")
	if err != nil || bytes.Count(body, []byte("<a:moveTo>")) < 200 || !bytes.Contains(body, []byte(`descr="Mã QR của phiếu kiểm chứng 7KQ4`)) {
		t.Errorf("Word has %d outlines, %v", bytes.Count(body, []byte("<a:moveTo>")), err)
	}
	var html bytes.Buffer
	if err := d.HTML(&html); err != nil || !strings.Contains(html.String(), `aria-label="Mã QR của phiếu kiểm chứng 7KQ4`) || strings.Count(html.String(), "v1h-") < 200 {
		t.Errorf("the preview has no code, %v", err)
	}
}
