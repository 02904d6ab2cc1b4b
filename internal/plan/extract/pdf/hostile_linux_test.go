package pdf

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	allowedMemory = 256 << 20
	allowedTime   = 20 * time.Second
	largest       = 20 << 20
)

// TestHostileFilesEndInTime gives the reader what should break it, and looks at the memory of both processes.
func TestHostileFilesEndInTime(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			data := h.make(t)
			if len(data) > largest {
				t.Fatalf("%d bytes never come here", len(data))
			}
			debug.FreeOSMemory()
			c, err := start(context.Background(), jobRead, cmp.Or(h.limit, maxTime))
			if err != nil {
				t.Fatal(err)
			}
			peak := watch(c.cmd.Process.Pid)
			begin := time.Now()
			doc, err := c.read(data)
			took := time.Since(begin)
			child := <-peak
			parent := size("self", "VmRSS")
			t.Logf("%d bytes, %v, %d + %d MiB: %v", len(data), took.Round(time.Millisecond), child>>20, parent>>20, err)
			late := errors.Is(err, ErrTooHard) && took >= maxTime // on a machine that does much else, the limit of time comes first
			if !errors.Is(err, h.want) && !late || h.want == nil && len(doc.Lines) == 0 {
				t.Errorf("%v, want %v", err, h.want)
			}
			if took > allowedTime || child+parent > allowedMemory {
				t.Errorf("%v and %d MiB", took, (child+parent)>>20)
			}
		})
	}
}

// TestPagesAreCountedBeforeTheChild refuses a file of many pages at once, and not one of as many as may be.
func TestPagesAreCountedBeforeTheChild(t *testing.T) {
	many := hostile[0].make(t)
	if _, err := Lines(context.Background(), many); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	if !pagesSeen([]byte(strings.Repeat("/Type /Page ", MaxPages+1))) || pagesSeen([]byte(strings.Repeat("/Type /Page /Type/Pages ", MaxPages))) {
		t.Error("counted wrongly")
	}
}

// watch gives the largest memory of a process when it has ended.
func watch(pid int) <-chan int64 {
	peak := make(chan int64, 1)
	go func() {
		var most int64
		for range time.Tick(2 * time.Millisecond) {
			now := size(strconv.Itoa(pid), "VmHWM")
			if now == 0 {
				peak <- most
				return
			}
			most = now
		}
	}()
	return peak
}

// size reads a line of /proc/…/status, in bytes; 0 when the process is gone.
func size(process, name string) int64 {
	status, err := os.ReadFile("/proc/" + process + "/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), name+":")
	var kilobytes int64
	if _, err := fmt.Sscan(after, &kilobytes); err != nil {
		return 0
	}
	return kilobytes << 10
}

var hostile = []struct {
	name  string
	make  func(t testing.TB) []byte
	want  error
	limit time.Duration // shorter than maxTime, to spare the time of the tests
}{
	{"100,000 pages", func(testing.TB) []byte {
		f := &file{}
		f.add("<< /Type /Catalog /Pages 2 0 R >>")
		f.add("")
		var kids strings.Builder
		for range 100_000 {
			fmt.Fprintf(&kids, "%d 0 R ", f.add(pageStart+">>"))
		}
		f.objects[1] = "<< /Type /Pages /Count 100000 /Kids [" + kids.String() + "] >>"
		return f.bytes()
	}, ErrTooLarge, 0},
	{"20,000 pages that are not told", func(testing.TB) []byte {
		f := &file{}
		f.add("<< /Type /Catalog /Pages 2 0 R >>")
		f.add("<< /Type /Pages /Kids [" + strings.Repeat("3 0 R ", 20_000) + "] >>")
		f.add(pageStart + ">>")
		return f.bytes()
	}, ErrTooLarge, 0},
	{"a page tree in a circle", func(testing.TB) []byte {
		f := &file{}
		f.add("<< /Type /Catalog /Pages 2 0 R >>")
		f.add("<< /Type /Pages /Count 3 /Kids [3 0 R 2 0 R] >>")
		f.add("<< /Type /Pages /Parent 2 0 R /Count 3 /Kids [2 0 R 3 0 R] >>")
		return f.bytes()
	}, ErrDamaged, 0},
	{"a deep page tree", func(testing.TB) []byte {
		f := &file{}
		f.add("<< /Type /Catalog /Pages 2 0 R >>")
		for i := range 10_000 {
			f.add(fmt.Sprintf("<< /Type /Pages /Count 1 /Kids [%d 0 R] >>", i+3))
		}
		f.add(pageStart + ">>")
		return f.bytes()
	}, ErrDamaged, 0},
	{"brackets in brackets", func(testing.TB) []byte {
		f := paged("", "BT /F1 12 Tf 72 700 Td "+strings.Repeat("[", 20_000))
		f.objects[0] = "<< /Type /Catalog /Pages 2 0 R /Names " + strings.Repeat("[", 20_000)
		return f.bytes()
	}, ErrDamaged, 0},
	{"a bomb", func(t testing.TB) []byte {
		f := paged("", "")
		f.objects[4] = streamOf("/Filter /FlateDecode", packed(t, bytes.Repeat([]byte("0 0 m 9 9 l S\n"), 300<<20/14)))
		return f.bytes()
	}, ErrTooHard, 0},
	{"a bomb in a bomb", func(t testing.TB) []byte {
		inner := packed(t, make([]byte, 400<<20))
		f := paged("", "")
		f.objects[4] = streamOf("/Filter [/FlateDecode /FlateDecode]", packed(t, []byte(strings.Repeat(inner, 40))))
		return f.bytes()
	}, ErrTooHard, 0},
	{"forms that multiply", func(testing.TB) []byte {
		f := paged("/XObject << /X 7 0 R >>", "/X Do")
		for i := range 12 {
			f.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font %s /XObject << /X %d 0 R >> >>", fonts, 8+i),
				strings.Repeat("/X Do ", 10)+"BT /F1 12 Tf 72 700 Td ("+strings.Repeat("A", 5000)+") Tj ET")
		}
		return f.bytes()
	}, ErrTooHard, 4 * time.Second},
	{"nothing", func(testing.TB) []byte {
		return append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 ob\n"), 40_000)...)
	}, ErrDamaged, 0},
	{"20 MB of objects without a table", func(testing.TB) []byte {
		var b bytes.Buffer
		b.WriteString("%PDF-1.7\n")
		for i := 1; b.Len() < largest-100; i++ {
			fmt.Fprintf(&b, "%d 0 obj<<>>endobj\n", i)
		}
		return b.Bytes()
	}, ErrTooHard, 6 * time.Second},
	{"a million rectangles", func(testing.TB) []byte {
		return paged("", strings.Repeat("1 1 99 99 re f\n", 1_300_000)).bytes()
	}, ErrTooHard, 0},
	{"lines everywhere", func(testing.TB) []byte {
		var b strings.Builder
		for i := range 4_000 {
			fmt.Fprintf(&b, "%d.%02d 10 m %d.%02d 800 l S 10 %d.%02d m 500 %d.%02d l S\n", i%590, i%97, i%590, i%97, i%800, i%89, i%800, i%89)
		}
		return paged("", b.String()+"BT /F1 12 Tf 72 700 Td (Word) Tj ET").bytes()
	}, nil, 0},
	{"letters each on a line of its own", func(testing.TB) []byte {
		return paged("", "BT /F1 2 Tf 0 800 Td "+strings.Repeat("(A) Tj 0.01 -0.02 Td ", 20_000)+"ET").bytes()
	}, nil, 0},
	{"numbers that are none", func(testing.TB) []byte {
		return paged("", "q 1e38 0 0 1e38 1e38 1e38 cm BT /F1 1e38 Tf 1e38 -1e38 Td (Word) Tj ET 99999999999999999999 0 m 1e400 9 l S Q BT /F1 12 Tf 1 0 0 1 72 700 Tm (Word) Tj ET").bytes()
	}, nil, 0},
}
