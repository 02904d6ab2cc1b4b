package sign

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// Refusals. The caller says them in its own words.
var (
	// ErrUnreadable is a file whose structure cannot be followed to the letter; nothing is guessed or repaired.
	ErrUnreadable = errors.New("the file is no PDF that can be read")
	// ErrEncrypted is a file behind a password.
	ErrEncrypted = errors.New("the file is encrypted")
)

const (
	maxSections = 200
	maxObjects  = 1 << 21
	maxUnpacked = 96 << 20
	maxBusy     = 50 // objects read for the sake of each other
)

// file is one revision of a PDF file: its objects, found through the cross-references.
type file struct {
	b        []byte
	entries  map[int]entry
	hidden   map[int]entry // said to be free by the table just read; a stream beside it may know better
	trailer  dict          // the newest
	start    int           // of the newest cross-references
	streamed bool          // the newest cross-references are a stream
	cache    map[int]any
	busy     map[int]bool
	packs    map[int][]packed
	lines    int  // of the cross-references, read so far
	unpack   *int // bytes that may still be unpacked
	err      error
}

// entry says where an object lies: at an offset, or as the gen-th of the object stream at.
type entry struct {
	kind    byte // 0 free, 1 in the file, 2 in an object stream
	at, gen int
}

// open reads the cross-references of a file; unpack bounds what all readers of one call may unpack.
func open(b []byte, unpack *int) (*file, error) {
	f := &file{b: b, entries: map[int]entry{}, hidden: map[int]entry{}, cache: map[int]any{}, busy: map[int]bool{}, packs: map[int][]packed{}, unpack: unpack}
	if !bytes.HasPrefix(b, []byte("%PDF-")) {
		return nil, ErrUnreadable
	}
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, ErrUnreadable
	}
	s := scanner{b: b, at: at + len("startxref")}
	start, err := strconv.Atoi(s.word())
	if err != nil {
		return nil, ErrUnreadable
	}
	f.start = start
	if err := f.sections(start); err != nil {
		return nil, err
	}
	if _, ok := f.trailer["Root"].(ref); !ok {
		return nil, ErrUnreadable
	}
	return f, nil
}

// sections follows the chain of cross-references from the newest to the oldest.
func (f *file) sections(start int) error {
	seen := map[int]bool{}
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at <= 0 || at >= len(f.b) || seen[at] || len(seen) > maxSections {
			return ErrUnreadable
		}
		seen[at] = true
		d, err := f.section(at)
		if err != nil {
			return fmt.Errorf("%w: cross-references at %d", ErrUnreadable, at)
		}
		if _, locked := d["Encrypt"]; locked {
			return ErrEncrypted
		}
		if f.trailer == nil {
			f.trailer = d
		}
		if err := f.hybrid(d); err != nil {
			return err
		}
		if prev, ok := integer(d["Prev"]); ok {
			queue = append(queue, prev)
		} else if d["Prev"] != nil {
			return ErrUnreadable
		}
	}
	return nil
}

// hybrid reads the stream that a classic table may have beside it, then what the table says to be free.
func (f *file) hybrid(d dict) error {
	if at, ok := integer(d["XRefStm"]); ok {
		if _, err := f.section(at); err != nil {
			return fmt.Errorf("%w: cross-references at %d", ErrUnreadable, at)
		}
	}
	for num, e := range f.hidden {
		_ = f.enter(num, e) // the number was looked at when it was read
	}
	clear(f.hidden)
	return nil
}

func (f *file) section(at int) (dict, error) {
	if at <= 0 || at >= len(f.b) {
		return nil, errBroken
	}
	s := &scanner{b: f.b, at: at}
	if s.next(); s.has("xref") {
		s.at += len("xref")
		return f.table(s)
	}
	v, _, err := f.objectAt(at)
	if err != nil {
		return nil, err
	}
	x, ok := v.(stream)
	if !ok || x.dict["Type"] != name("XRef") {
		return nil, errBroken
	}
	if f.trailer == nil {
		f.streamed = true
	}
	return x.dict, f.table2(x)
}

// table reads a classic table and its trailer.
func (f *file) table(s *scanner) (dict, error) {
	for digit(s.next()) {
		first, err1 := strconv.Atoi(s.word())
		count, err2 := strconv.Atoi(s.word())
		if err1 != nil || err2 != nil || count < 0 || count > len(s.b)/18 || first < 0 {
			return nil, errBroken
		}
		for i := range count {
			if err := f.line(s, first+i); err != nil {
				return nil, err
			}
		}
	}
	if s.word() != "trailer" {
		return nil, errBroken
	}
	v, err := s.value(0)
	d, ok := v.(dict)
	if err != nil || !ok {
		return nil, errBroken
	}
	return d, nil
}

// line reads one entry of a classic table.
func (f *file) line(s *scanner, num int) error {
	at, err1 := strconv.Atoi(s.word())
	gen, err2 := strconv.Atoi(s.word())
	kind := s.word()
	if err1 != nil || err2 != nil || (kind != "n" && kind != "f") {
		return errBroken
	}
	if num > maxObjects {
		return errBroken
	}
	if kind == "f" {
		f.hidden[num] = entry{gen: gen}
		return nil
	}
	return f.enter(num, entry{1, at, gen})
}

// enter keeps an entry unless a newer revision has one.
func (f *file) enter(num int, e entry) error {
	if f.lines++; num > maxObjects || f.lines > 2*maxObjects {
		return errBroken
	}
	if _, newer := f.entries[num]; !newer {
		f.entries[num] = e
	}
	return nil
}

// objectAt reads the object that begins at an offset and gives its number too.
func (f *file) objectAt(at int) (any, ref, error) {
	if at <= 0 || at >= len(f.b) {
		return nil, ref{}, errBroken
	}
	s := &scanner{b: f.b, at: at}
	num, err1 := strconv.Atoi(s.word())
	gen, err2 := strconv.Atoi(s.word())
	if err1 != nil || err2 != nil || s.word() != "obj" {
		return nil, ref{}, errBroken
	}
	v, err := s.value(0)
	if err != nil {
		return nil, ref{}, err
	}
	if d, ok := v.(dict); ok {
		if s.next(); s.has("stream") {
			v, err = f.stream(s, d)
			if err != nil {
				return nil, ref{}, err
			}
		}
	}
	if s.word() != "endobj" {
		return nil, ref{}, errBroken
	}
	return v, ref{num, gen}, nil
}

func (f *file) stream(s *scanner, d dict) (any, error) {
	s.at += len("stream")
	if s.has("\r\n") {
		s.at += 2
	} else if s.has("\n") {
		s.at++
	} else {
		return nil, errBroken
	}
	length, ok := integer(f.resolve(d["Length"]))
	if !ok || length < 0 || length > len(s.b)-s.at {
		return nil, errBroken
	}
	raw := s.b[s.at : s.at+length]
	s.at += length
	for s.at < len(s.b) && space(s.b[s.at]) {
		s.at++
	}
	if s.word() != "endstream" {
		return nil, errBroken
	}
	return stream{d, raw}, nil
}

// resolve follows references; what cannot be read is null and leaves its error in f.err.
func (f *file) resolve(v any) any {
	for range 20 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.get(r)
	}
	f.err = ErrUnreadable
	return nil
}

func (f *file) get(r ref) any {
	e := f.entries[r.num]
	if e.kind == 0 || (e.kind == 1 && e.gen != r.gen) || (e.kind == 2 && r.gen != 0) {
		return nil
	}
	if v, ok := f.cache[r.num]; ok {
		return v
	}
	if f.busy[r.num] || len(f.busy) > maxBusy {
		f.err = ErrUnreadable
		return nil
	}
	f.busy[r.num] = true
	v, err := f.load(r, e)
	delete(f.busy, r.num)
	if err != nil {
		f.err = fmt.Errorf("%w: object %d", ErrUnreadable, r.num)
		return nil
	}
	f.cache[r.num] = v
	return v
}

func (f *file) load(r ref, e entry) (any, error) {
	if e.kind == 2 {
		return f.unpacked(r.num, e)
	}
	v, found, err := f.objectAt(e.at)
	if err == nil && found != r {
		err = errBroken
	}
	return v, err
}

func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.resolve(v).(array)
	return a
}

func (f *file) catalog() dict { return f.dict(f.trailer["Root"]) }
