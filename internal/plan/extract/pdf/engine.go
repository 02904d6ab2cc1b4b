package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/klippa-app/go-pdfium"
	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	wasmPage  = 64 << 10
	wasmPages = 768 // 48 MiB for pdfium to work in, of which it takes 16 at once
	reserved  = wasmPages * wasmPage
)

// memory is the memory of pdfium: asked for once and as a whole, so that growing neither copies nor leaves garbage; what is not used
// takes no room.
type memory []byte

func (m memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m)) {
		return nil
	}
	return m[:size]
}

func (m memory) Free() {}

func allocate(_, limit uint64) experimental.LinearMemory {
	return make(memory, min(limit, reserved))
}

// newEngine starts pdfium, interpreted: compiled it would start four times as slowly and take twice the memory. It sees no files.
func newEngine() (pdfium.Pdfium, error) {
	pool, err := webassembly.Init(webassembly.Config{
		Context:  experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(allocate)),
		MaxIdle:  1,
		MaxTotal: 1,
		RuntimeConfig: wazero.NewRuntimeConfigInterpreter().WithMemoryLimitPages(wasmPages).WithDebugInfoEnabled(false).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
		FSConfig: wazero.NewFSConfig(),
		Stdout:   io.Discard,
		Stderr:   io.Discard,
	})
	if err != nil {
		return nil, err
	}
	return pool.GetInstance(maxTime)
}

// read gives the lines of a file.
func read(file io.ReadSeeker, size int64) (Document, error) {
	if size == 0 {
		return Document{}, ErrDamaged
	}
	engine, err := newEngine()
	if err != nil {
		return Document{}, fmt.Errorf("%w: %w", ErrTooHard, err)
	}
	return readWith(engine, file, size)
}

func readWith(engine pdfium.Pdfium, file io.ReadSeeker, size int64) (Document, error) {
	opened, err := engine.OpenDocument(&requests.OpenDocument{FileReader: file, FileReaderSize: size})
	switch {
	case errors.Is(err, pdfium_errors.ErrPassword), errors.Is(err, pdfium_errors.ErrSecurity):
		return Document{}, ErrLocked
	case errors.Is(err, pdfium_errors.ErrFormat), errors.Is(err, pdfium_errors.ErrFile), errors.Is(err, pdfium_errors.ErrUnknown),
		errors.Is(err, pdfium_errors.ErrPage), errors.Is(err, pdfium_errors.ErrSuccess):
		return Document{}, ErrDamaged
	case err != nil:
		return Document{}, fmt.Errorf("%w: %w", ErrTooHard, err)
	}
	r := &reader{engine: engine, doc: opened.Document, characters: MaxCharacters, objects: maxObjects, modes: maxModes}
	return r.document()
}

// reader reads the pages of one opened file, within what is left of its limits.
type reader struct {
	engine     pdfium.Pdfium
	doc        references.FPDF_DOCUMENT
	characters int
	objects    int
	modes      int
}

func (r *reader) document() (Document, error) {
	count, err := r.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: r.doc})
	switch {
	case err != nil:
		return Document{}, fmt.Errorf("%w: %w", ErrTooHard, err)
	case count.PageCount == 0:
		return Document{}, ErrDamaged
	case count.PageCount > MaxPages:
		return Document{}, fmt.Errorf("%w: %d", ErrTooLarge, count.PageCount)
	}
	sheets, err := r.sheets(count.PageCount)
	if err != nil {
		return Document{}, err
	}
	return compose(sheets)
}

// sheets reads all pages; one that is damaged is empty, as long as others are not.
func (r *reader) sheets(count int) ([]*sheet, error) {
	var out []*sheet
	damaged := 0
	for i := range count {
		s, err := r.sheet(i)
		switch {
		case errors.Is(err, pdfium_errors.ErrPage):
			s = &sheet{}
			damaged++
		case errors.Is(err, ErrTooLong):
			return nil, err
		case err != nil:
			return nil, fmt.Errorf("%w: page %d: %w", ErrTooHard, i+1, err)
		}
		s.number = i + 1
		out = append(out, s)
	}
	if damaged == count {
		return nil, ErrDamaged
	}
	return out, nil
}
