package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// endless is a file that takes longer to read than any test waits.
func endless() []byte {
	return append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 ob\n"), 2_000_000)...)
}

func startForTest(t *testing.T, ctx context.Context) *process {
	t.Helper()
	p, err := start(ctx, jobRead, maxTime)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestChildThatDies(t *testing.T) {
	p := startForTest(t, context.Background())
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := p.read(fixture(t, "lao-cai.pdf")); !errors.Is(err, ErrTooHard) {
		t.Errorf("%v", err)
	}
	if p.cmd.ProcessState == nil {
		t.Error("the child was not waited for")
	}
}

func TestChildIsEndedWithTheRequest(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	p := startForTest(t, ctx)
	p.out = &afterFirst{p.out, cancel}
	if _, err := p.read(endless()); !errors.Is(err, context.Canceled) || errors.Is(err, ErrTooHard) {
		t.Errorf("%v", err)
	}
	if p.cmd.ProcessState == nil || p.cmd.ProcessState.Success() {
		t.Errorf("the child was not ended: %v", p.cmd.ProcessState)
	}
}

// afterFirst calls done when something was read: the child is at work then.
type afterFirst struct {
	r    io.Reader
	done func()
}

func (a *afterFirst) Read(b []byte) (int, error) {
	n, err := a.r.Read(b)
	a.done()
	return n, err
}

func TestTimeIsLimited(t *testing.T) {
	begin := time.Now()
	p, err := start(context.Background(), jobRead, 100*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.read(endless()); !errors.Is(err, ErrTooHard) || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if took := time.Since(begin); took > maxTime/2 {
		t.Errorf("%v", took)
	}
}

func TestOneFileAtATime(t *testing.T) {
	if err := seat(context.Background()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	if _, err := Lines(ctx, fixture(t, "lao-cai.pdf")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting for the other: %v", err)
	}
	rise()
	if _, err := Lines(ctx, fixture(t, "lao-cai.pdf")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("too late to start: %v", err)
	}
	if len(seats) != 0 {
		t.Error("the seat was not given back")
	}
}

func TestChildInheritsNothing(t *testing.T) {
	t.Setenv("THIDUA_SECRET", "an-ngon-uong-nuoc")
	p := startForTest(t, context.Background())
	if want := []string{mark + "=1"}; !slices.Equal(p.cmd.Env, want) || p.cmd.ExtraFiles != nil {
		t.Errorf("%q %v", p.cmd.Env, p.cmd.ExtraFiles)
	}
	if doc, err := p.read(fixture(t, "lao-cai.pdf")); err != nil || doc.Pages != 4 {
		t.Errorf("%d pages, %v", doc.Pages, err)
	}
}

// TestChildIsNotTrusted lets a child say what it should not.
func TestChildIsNotTrusted(t *testing.T) {
	line := func(n int) string { return `{"Line":{"Text":"` + strings.Repeat("a", n) + `"}}` + "\n" }
	for name, answer := range map[string]string{
		"too many lines":      strings.Repeat(line(10_000), 200),
		"a line without end":  `{"Line":{"Text":"` + strings.Repeat("a", maxAnswer+1),
		"an unknown refusal":  `{"End":{"Fault":99}}`,
		"a negative refusal":  `{"End":{"Fault":-1}}`,
		"a piece far outside": `{"Piece":1000000}`,
		"a negative piece":    `{"Piece":-1}`,
		"nothing":             "",
		"an empty message":    "{}",
		"no JSON":             "fatal error: out of memory",
		"no end":              line(10),
	} {
		p := &process{in: nowhere{}, out: strings.NewReader(answer)}
		if _, err := p.converse([]byte("%PDF-1.7")); err == nil {
			t.Errorf("%s is believed", name)
		}
	}
}

type nowhere struct{}

func (nowhere) Write(b []byte) (int, error) { return len(b), nil }
func (nowhere) Close() error                { return nil }

func TestRemoteReadsWhatIsThere(t *testing.T) {
	data := make([]byte, pieceSize*(keptPieces+3)+1234)
	for i := range data {
		data[i] = byte(i * i >> 7)
	}
	toChild, fromParent := io.Pipe()
	fromChild, toParent := io.Pipe()
	p := &process{in: fromParent, out: fromChild}
	said := make(chan error, 1)
	go func() {
		_, err := p.converse(data)
		said <- err
	}()
	to := newAnswer(toParent)
	r, err := openRemote(toChild, to)
	if err != nil || r.size != int64(len(data)) {
		t.Fatalf("%d, %v", r.size, err)
	}
	for _, at := range []int{0, len(data) - 10, pieceSize - 3, 5 * pieceSize, len(data) - 2000, 100} {
		if _, err := r.Seek(int64(at), io.SeekStart); err != nil {
			t.Fatal(err)
		}
		got := make([]byte, min(3*pieceSize, len(data)-at))
		if _, err := io.ReadFull(r, got); err != nil || !bytes.Equal(got, data[at:at+len(got)]) {
			t.Errorf("at %d: %v", at, err)
		}
	}
	if _, err := r.Read(make([]byte, 1)); err != nil {
		t.Errorf("inside: %v", err)
	}
	if err := to.document(Document{Pages: 1}, fmt.Errorf("%w: why", ErrLocked)); err != nil {
		t.Fatal(err)
	}
	if err := <-said; !errors.Is(err, ErrLocked) || err.Error() != ErrLocked.Error()+": why" {
		t.Errorf("%v", err)
	}
}
