package sign

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
)

// packed is an object of an object stream: its number and where it begins.
type packed struct {
	num, at int
	data    []byte
}

// inflate unpacks a stream of the file's structure, which is flate or nothing.
func (f *file) inflate(x stream) ([]byte, error) {
	filter := f.resolve(x.dict["Filter"])
	if a, ok := filter.(array); ok && len(a) == 1 {
		filter = f.resolve(a[0])
	}
	if filter == nil {
		return x.raw, nil
	}
	if filter != name("FlateDecode") {
		return nil, errBroken
	}
	z, err := zlib.NewReader(bytes.NewReader(x.raw))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(*f.unpack)+1))
	if err != nil || len(out) > *f.unpack {
		return nil, errBroken
	}
	*f.unpack -= len(out)
	parms := f.resolve(x.dict["DecodeParms"])
	if a, ok := parms.(array); ok && len(a) == 1 {
		parms = f.resolve(a[0])
	}
	d, _ := parms.(dict)
	return f.predicted(out, d)
}

// predicted undoes the PNG predictors, which add to each byte what stands left of it or above.
func (f *file) predicted(b []byte, parms dict) ([]byte, error) {
	p, _ := integer(parms["Predictor"])
	if p <= 1 {
		return b, nil
	}
	columns, ok := integer(parms["Columns"])
	if !ok {
		columns = 1
	}
	if p < 10 || columns < 1 || columns > 1<<16 || parms["Colors"] != nil || len(b)%(columns+1) != 0 {
		return nil, errBroken
	}
	out := make([]byte, 0, len(b))
	above := make([]byte, columns)
	for ; len(b) > 0; b = b[columns+1:] {
		row := bytes.Clone(b[1 : columns+1])
		if b[0] > 4 {
			return nil, errBroken
		}
		unfilter(b[0], row, above)
		out, above = append(out, row...), row
	}
	return out, nil
}

func unfilter(kind byte, row, above []byte) {
	for i := range row {
		var left, corner byte
		if i > 0 {
			left, corner = row[i-1], above[i-1]
		}
		switch kind {
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := distance(p, a), distance(p, b), distance(p, c)
	if da <= db && da <= dc {
		return a
	}
	if db <= dc {
		return b
	}
	return c
}

func distance(p int, x byte) int { return max(p-int(x), int(x)-p) }

// table2 reads cross-references that are a stream.
func (f *file) table2(x stream) error {
	data, err := f.inflate(x)
	if err != nil {
		return err
	}
	var w [3]int
	widths, _ := x.dict["W"].(array)
	if len(widths) != 3 {
		return errBroken
	}
	for i, v := range widths {
		n, ok := integer(v)
		if !ok || n < 0 || n > 7 {
			return errBroken
		}
		w[i] = n
	}
	index, ok := x.dict["Index"].(array)
	if !ok {
		index = array{number("0"), x.dict["Size"]}
	}
	if len(index)%2 != 0 || w[0]+w[1]+w[2] < 2 {
		return errBroken
	}
	for i := 0; i < len(index); i += 2 {
		if data, err = f.rows(data, w, index[i], index[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// rows enters one run of entries and gives the rest of the data.
func (f *file) rows(data []byte, w [3]int, from, many any) ([]byte, error) {
	first, ok1 := integer(from)
	count, ok2 := integer(many)
	size := w[0] + w[1] + w[2]
	if !ok1 || !ok2 || first < 0 || count < 0 || count > len(data)/size {
		return nil, errBroken
	}
	for i := range count {
		kind := 1
		if w[0] > 0 {
			kind = bigEndian(data[:w[0]])
		}
		e := entry{byte(min(kind, 3)), bigEndian(data[w[0] : w[0]+w[1]]), bigEndian(data[w[0]+w[1] : size])}
		if err := f.enter(first+i, e); err != nil || kind > 2 {
			return nil, errBroken
		}
		data = data[size:]
	}
	return data, nil
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// unpacked gives an object of an object stream.
func (f *file) unpacked(num int, e entry) (any, error) {
	list, ok := f.packs[e.at]
	if !ok {
		var err error
		if list, err = f.pack(e.at); err != nil {
			return nil, err
		}
		f.packs[e.at] = list
	}
	if e.gen < 0 || e.gen >= len(list) || list[e.gen].num != num {
		return nil, errBroken
	}
	p := list[e.gen]
	s := &scanner{b: p.data, at: p.at, inside: true}
	return s.element(0)
}

func (f *file) pack(num int) ([]packed, error) {
	if f.entries[num].kind != 1 {
		return nil, errBroken
	}
	x, ok := f.get(ref{num, f.entries[num].gen}).(stream)
	if !ok || x.dict["Type"] != name("ObjStm") {
		return nil, errBroken
	}
	data, err := f.inflate(x)
	if err != nil {
		return nil, err
	}
	count, ok1 := integer(f.resolve(x.dict["N"]))
	first, ok2 := integer(f.resolve(x.dict["First"]))
	if !ok1 || !ok2 || count < 0 || count > len(data)/2 || first < 0 || first > len(data) {
		return nil, errBroken
	}
	return directory(data, count, first)
}

// directory reads the numbers and places with which an object stream begins.
func directory(data []byte, count, first int) ([]packed, error) {
	s := &scanner{b: data[:first], inside: true}
	list := make([]packed, count)
	for i := range list {
		n, err1 := strconv.Atoi(s.word())
		at, err2 := strconv.Atoi(s.word())
		if err1 != nil || err2 != nil || at < 0 || at > len(data)-first {
			return nil, errBroken
		}
		list[i] = packed{n, first + at, data}
	}
	return list, nil
}
