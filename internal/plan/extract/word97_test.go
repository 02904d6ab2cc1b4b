package extract

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"

	"thidua"
)

func streams(t testing.TB, name string) map[string]record {
	t.Helper()
	b, err := os.ReadFile("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := streamsOf(b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestDamagedWord97 changes what the head of a real file says.
func TestDamagedWord97(t *testing.T) {
	for name, c := range map[string]struct {
		change func(main record)
		code   thidua.Code
	}{
		"another magic":     {func(m record) { m[atMagic] = 0 }, CodeDamaged},
		"Word 95":           {func(m record) { binary.LittleEndian.PutUint16(m[atVersion:], 0x68) }, CodeNotReadYet},
		"a password":        {func(m record) { m[atFlags+1] |= flagLocked >> 8 }, CodeLocked},
		"the other table":   {func(m record) { m[atFlags+1] ^= flagTable1 >> 8 }, CodeDamaged},
		"pieces outside":    {func(m record) { binary.LittleEndian.PutUint32(m[atPieces:], 1<<31) }, CodeDamaged},
		"pieces of nothing": {func(m record) { binary.LittleEndian.PutUint32(m[atPieces+4:], 3) }, CodeDamaged},
	} {
		s := streams(t, "chu-cu.doc")
		c.change(s["WordDocument"])
		_, err := readStreams(context.Background(), s)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

// TestTextOutsideOfTheFile cuts the end off the text stream, so that a piece points behind it.
func TestTextOutsideOfTheFile(t *testing.T) {
	s := streams(t, "lao-cai.doc")
	whole, err := readStreams(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	s["WordDocument"] = s["WordDocument"][:len(Document{Lines: whole}.Text())/2]
	var e *thidua.Error
	if text, err := readStreams(context.Background(), s); !errors.As(err, &e) || e.Code != CodeDamaged {
		t.Errorf("%d lines of %d are read, %v", len(text), len(whole), err)
	}
}

func TestWord97HasItsLimits(t *testing.T) {
	s := streams(t, "lao-cai.doc")
	main := s["WordDocument"]
	binary.LittleEndian.PutUint32(main[atRuns+4:], 0)
	binary.LittleEndian.PutUint32(main[atParas+4:], 0)
	whole, err := readStreams(context.Background(), s)
	if err != nil || !strings.Contains(Document{Lines: whole}.Text(), "KẾ HOẠCH") {
		t.Fatalf("without properties the text is %v, %v", whole[:min(len(whole), 5)], err)
	}
	long := append(record{}, main...)
	text := []byte(strings.Repeat(strings.Repeat("dài ", 40)+"\r", MaxCharacters/40))
	binary.LittleEndian.PutUint32(long[atLengths:], uint32(len(text)))
	clx := binary.LittleEndian.AppendUint32([]byte{pieceTable}, 16)
	clx = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(clx, 0), uint32(len(text)))
	clx = append(clx, 0, 0)
	clx = append(binary.LittleEndian.AppendUint32(clx, uint32(2*len(long))|narrowPiece), 0, 0)
	table := append(append(record{}, s["0Table"]...), s["1Table"]...)
	binary.LittleEndian.PutUint32(long[atPieces:], uint32(len(table)))
	binary.LittleEndian.PutUint32(long[atPieces+4:], uint32(len(clx)))
	table = append(table, clx...)
	var e *thidua.Error
	_, err = readStreams(context.Background(), map[string]record{"WordDocument": append(long, text...), "0Table": table, "1Table": table})
	if !errors.As(err, &e) || e.Code != CodeTooLong || e.Kind != thidua.TooLarge {
		t.Errorf("a text without end: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := readStreams(ctx, streams(t, "lao-cai.doc")); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context: %v", err)
	}
}

func FuzzWord97(f *testing.F) {
	for _, name := range []string{"lao-cai.doc", "chu-cu.doc"} {
		s := streams(f, name)
		f.Add([]byte(s["WordDocument"]), append([]byte(s["0Table"]), s["1Table"]...))
	}
	f.Fuzz(func(t *testing.T, main, table []byte) {
		_, err := readStreams(context.Background(), map[string]record{"WordDocument": main, "0Table": table, "1Table": table})
		var e *thidua.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("a strange error: %v", err)
		}
	})
}
