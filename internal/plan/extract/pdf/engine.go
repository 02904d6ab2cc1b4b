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

const wasmPage = 64 << 10

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

func allocator(pages uint32) experimental.MemoryAllocatorFunc {
	return func(_, limit uint64) experimental.LinearMemory {
		return make(memory, min(limit, uint64(pages)*wasmPage))
	}
}

// newPool makes pdfium ready, to be interpreted: compiled it would start four times as slowly and take twice the memory. It sees no files.
func newPool(pages uint32) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context:  experimental.WithMemoryAllocator(context.Background(), allocator(pages)),
		MaxIdle:  1,
		MaxTotal: 1,
		RuntimeConfig: wazero.NewRuntimeConfigInterpreter().WithMemoryLimitPages(pages).WithDebugInfoEnabled(false).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
		FSConfig: wazero.NewFSConfig(),
		Stdout:   io.Discard,
		Stderr:   io.Discard,
	})
}

// read gives the lines of a file.
func read(file io.ReadSeeker, size int64) (Document, error) {
	r, err := newReader(size, reading)
	if err != nil {
		return Document{}, err
	}
	if err := r.open(file, size); err != nil {
		return Document{}, err
	}
	return r.document()
}

func newReader(size int64, own room) (*reader, error) {
	if size == 0 {
		return nil, ErrDamaged
	}
	pool, err := newPool(own.pages)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTooHard, err)
	}
	engine, err := pool.GetInstance(maxTime)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTooHard, err)
	}
	return &reader{engine: engine, characters: MaxCharacters, objects: maxObjects, modes: maxModes}, nil
}

// reader reads one file, within what is left of its limits.
type reader struct {
	engine     pdfium.Pdfium
	doc        references.FPDF_DOCUMENT
	characters int
	objects    int
	modes      int
}

func (r *reader) open(file io.ReadSeeker, size int64) error {
	opened, err := r.engine.OpenDocument(&requests.OpenDocument{FileReader: file, FileReaderSize: size})
	switch {
	case errors.Is(err, pdfium_errors.ErrPassword), errors.Is(err, pdfium_errors.ErrSecurity):
		return ErrLocked
	case errors.Is(err, pdfium_errors.ErrFormat), errors.Is(err, pdfium_errors.ErrFile), errors.Is(err, pdfium_errors.ErrUnknown),
		errors.Is(err, pdfium_errors.ErrPage), errors.Is(err, pdfium_errors.ErrSuccess):
		return ErrDamaged
	case err != nil:
		return fmt.Errorf("%w: %w", ErrTooHard, err)
	}
	r.doc = opened.Document
	return nil
}

// pages counts the pages of the open file.
func (r *reader) pages() (int, error) {
	count, err := r.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: r.doc})
	switch {
	case err != nil:
		return 0, fmt.Errorf("%w: %w", ErrTooHard, err)
	case count.PageCount == 0:
		return 0, ErrDamaged
	case count.PageCount > MaxPages:
		return 0, fmt.Errorf("%w: %d", ErrTooLarge, count.PageCount)
	}
	return count.PageCount, nil
}

func (r *reader) document() (Document, error) {
	count, err := r.pages()
	if err != nil {
		return Document{}, err
	}
	sheets, err := r.sheets(count)
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
