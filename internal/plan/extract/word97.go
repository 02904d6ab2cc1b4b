package extract

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"thidua/internal/plan"

	"github.com/richardlehane/mscfb"
)

// word97 is an opened file of Word 97 to 2003 ([MS-DOC]): the stream with the text, and the stream with the tables that describe it.
type word97 struct {
	ctx    context.Context
	main   record
	table  record
	pieces []piece97
	runs   []stretch[runProps]
	paras  []stretch[paraProps]
	styles []style97
	fonts  []string
	font   int // of the document, where no style names one
	num    *numbering
}

// record is bytes of which any may be missing in a damaged file: what lies outside reads as nothing.
type record []byte

func (r record) part(at, n int) record {
	if at < 0 || n < 0 || at > len(r) || n > len(r)-at {
		return nil
	}
	return r[at : at+n]
}

func (r record) u8(at int) int {
	if b := r.part(at, 1); b != nil {
		return int(b[0])
	}
	return 0
}

func (r record) u16(at int) int {
	if b := r.part(at, 2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}

func (r record) u32(at int) int {
	if b := r.part(at, 4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

// Places in the head of the text stream: flags, lengths of the texts in characters, and where a table stands in the table stream.
const (
	atMagic   = 0x00
	atVersion = 0x02
	atFlags   = 0x0a
	atLengths = 0x4c
	atStyles  = 0xa2
	atHeads   = 0xf2
	atRuns    = 0xfa
	atParas   = 0x102
	atFonts   = 0x112
	atPieces  = 0x1a2
	atLists   = 0x2e2
	atUses    = 0x2ea

	magic97     = 0xa5ec
	version97   = 0xc1 // an earlier one is Word 6 or 95
	flagLocked  = 0x100
	flagTable1  = 0x200
	textsBefore = 6 // kinds of text before that of the text boxes: main, footnotes, heads, macros, remarks, endnotes
)

// readDoc gives the lines of an old Word file: the head of the first page, then paragraphs and cells, automatic numbers written out, tracked
// deletions left out.
func readDoc(ctx context.Context, data []byte) (Document, error) {
	streams, err := streamsOf(data)
	if err != nil {
		return Document{}, err
	}
	lines, err := readStreams(ctx, streams)
	return Document{Unit: plan.InParagraphs, Lines: lines}, err
}

func readStreams(ctx context.Context, streams map[string]record) ([]Line, error) {
	w, err := openDoc(ctx, streams)
	if err != nil {
		return nil, err
	}
	w.readStyles()
	w.readFonts()
	w.readLists()
	w.runs, err = stretches(w, w.at(atRuns), 1, runsOf)
	if err != nil {
		return nil, err
	}
	w.paras, err = stretches(w, w.at(atParas), 13, parasOf)
	if err != nil {
		return nil, err
	}
	text := w.read()
	if err := w.ctx.Err(); err != nil {
		return nil, err
	}
	if text.missing {
		return nil, refuse(CodeDamaged)
	}
	if text.full() {
		return nil, text.out.refusal()
	}
	if text.places == 0 && text.pictures {
		return nil, refuse(CodeScanned)
	}
	return text.out.lines, nil
}

// at gives the table whose place and length stand at a place of the head.
func (w *word97) at(head int) record { return w.table.part(w.main.u32(head), w.main.u32(head+4)) }

func openDoc(ctx context.Context, streams map[string]record) (*word97, error) {
	w := &word97{ctx: ctx, main: streams["WordDocument"], num: &numbering{}}
	switch flags := w.main.u16(atFlags); {
	case w.main.u16(atMagic) != magic97:
		return nil, refuse(CodeDamaged)
	case w.main.u16(atVersion) < version97:
		return nil, refuse(CodeNotReadYet, "Word 95")
	case flags&flagLocked != 0:
		return nil, refuse(CodeLocked)
	case flags&flagTable1 != 0:
		w.table = streams["1Table"]
	default:
		w.table = streams["0Table"]
	}
	if w.pieces = piecesOf(w.at(atPieces)); len(w.pieces) == 0 {
		return nil, refuse(CodeDamaged)
	}
	return w, nil
}

// streamsOf reads the streams of Word out of the compound file; none is longer than the file itself.
func streamsOf(data []byte) (map[string]record, error) {
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, refuse(CodeDamaged)
	}
	out := map[string]record{}
	for range MaxEntries {
		e, err := doc.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, refuse(CodeDamaged)
		}
		if len(e.Path) == 0 && (e.Name == "WordDocument" || e.Name == "0Table" || e.Name == "1Table") {
			b, err := io.ReadAll(io.LimitReader(e, int64(len(data))))
			if err != nil {
				return nil, refuse(CodeDamaged)
			}
			out[e.Name] = b
		}
	}
	return nil, refuse(CodeBomb)
}
