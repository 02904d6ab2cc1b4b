package pack

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

func TestNamesAreThoseThatWindowsTakes(t *testing.T) {
	for title, want := range map[string]string{
		"Báo cáo thành tích: Phòng Nghiệp vụ 2": "Báo cáo thành tích - Phòng Nghiệp vụ 2",
		norm.NFD.String("Tờ trình đề nghị"):     "Tờ trình đề nghị",
		`a/b\c|d:e`:                            "a-b-c-d-e",
		"hỏi? <sao> * \"nháy\"":                "hỏi sao nháy",
		"../../etc/passwd":                     "..-..-etc-passwd",
		"dòng\r\nhai\u202e\u0000 ba\u00a0bốn ": "dòng hai ba bốn",
		"Kết thúc bằng chấm...":                "Kết thúc bằng chấm",
		"con":                                  "con_",
		"LPT1.x":                               "LPT1.x_",
		"???":                                  "_",
		"":                                     "_",
		strings.Repeat("Quyết định khen ", 12):     "Quyết định khen Quyết định khen Quyết định khen Quyết định khen Quyết định khen Quyết định khen Quyết định khen Quyết",
		strings.Repeat("ệ", 200):                   strings.Repeat("ệ", 66),
		strings.Repeat("😀", 100):                   strings.Repeat("😀", 50),
		"Hội đồng\u200bThi đua – Khen thưởng (kỳ)": "Hội đồngThi đua – Khen thưởng (kỳ)",
	} {
		if got := Name(title); got != want {
			t.Errorf("%q gave %q, want %q", title, got, want)
		}
	}
}

func TestEndingsAreLettersAndFigures(t *testing.T) {
	for name, want := range map[string]string{"ban-ky.PDF": ".pdf", "a.tar.7z": ".7z", "không đuôi": "", "x.": "", `x.p/d:f`: "", "x.pdf exe": "", "x.đuôi": "", "x.quádài1234": ""} {
		if got := Ending(name); got != want {
			t.Errorf("%q gave %q, want %q", name, got, want)
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("Báo cáo: thành tích?")
	f.Add("\xff\xfe..")
	f.Fuzz(func(t *testing.T, title string) {
		got := Name(title)
		if got == "" || strings.ContainsAny(got, "/\\:*?\"<>|\x00\r\n") || strings.TrimRight(got, ". ") != got || strings.TrimLeft(got, " ") != got ||
			!norm.NFC.IsNormalString(got) || len(got) > longestBytes+1 || len(utf16.Encode([]rune(got))) > longestUnits+1 || Name(got) != got {
			t.Errorf("%q gave %q", title, got)
		}
	})
}

func packed(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w := New(&out, time.Date(2025, 1, 17, 0, 0, 0, 0, time.FixedZone("+07", 7*3600)))
	for _, name := range []string{"01. Tờ trình đề nghị khen thưởng", "02. Biên bản họp xét (bản đã ký)", "02. BIÊN BẢN HỌP XÉT (bản đã ký)"} {
		_, err := w.Add(context.Background(), name, ".pdf", func(out io.Writer) error {
			_, err := io.WriteString(out, strings.Repeat(name, 1000))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestOthersOpenAndCheckIt asks unzip, Python and sha256sum.
func TestOthersOpenAndCheckIt(t *testing.T) {
	data, dir := packed(t), t.TempDir()
	if !bytes.Equal(data, packed(t)) {
		t.Error("the same files gave other bytes")
	}
	file := filepath.Join(dir, "ho-so.zip")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	names := run(t, dir, "python3", "-c", "import zipfile; z = zipfile.ZipFile('ho-so.zip'); assert z.testzip() is None\n"+
		"for i in z.infolist(): print(i.filename, i.flag_bits & 0x800 or i.filename.isascii(), i.date_time[:3])")
	want := "01. Tờ trình đề nghị khen thưởng.pdf 2048 (2025, 1, 17)\n02. Biên bản họp xét (bản đã ký).pdf 2048 (2025, 1, 17)\n" +
		"02. BIÊN BẢN HỌP XÉT (bản đã ký) (2).pdf 2048 (2025, 1, 17)\nSHA256SUMS True (2025, 1, 17)\n"
	if names != want {
		t.Errorf("Python reads:\n%s", names)
	}
	run(t, dir, "unzip", "-q", "ho-so.zip", "-d", "out")
	if got := run(t, filepath.Join(dir, "out"), "sha256sum", "-c", "--strict", Sums); strings.Count(got, ": OK\n") != 3 {
		t.Errorf("sha256sum says:\n%s", got)
	}
}

func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), "LC_ALL=C.UTF-8", "PYTHONUTF8=1")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestACancelledPackStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	w := New(io.Discard, time.Time{})
	_, err := w.Add(ctx, "a", ".txt", func(out io.Writer) error {
		cancel()
		_, err := io.Copy(out, strings.NewReader(strings.Repeat("x", 1<<20)))
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it went on: %v", err)
	}
}

// TestNothingIsHeldInMemory packs far more than it may use.
func TestNothingIsHeldInMemory(t *testing.T) {
	w, piece := New(io.Discard, time.Time{}), bytes.Repeat([]byte("hồ sơ "), 8<<10)
	used := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err := w.Add(context.Background(), "a", ".pdf", func(out io.Writer) error {
				for range 100 {
					if _, err := out.Write(piece); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	}).AllocedBytesPerOp()
	if used > 1<<20 {
		t.Errorf("%d bytes for a file of %d", used, 100*len(piece))
	}
	z, err := zip.NewReader(bytes.NewReader(packed(t)), int64(len(packed(t))))
	if err != nil || z.File[0].NonUTF8 {
		t.Error("a name without its UTF-8 flag", err)
	}
}
