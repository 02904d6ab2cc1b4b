package sign

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// update adds objects behind the last byte of a file; nothing before it changes.
type update struct {
	f      *file
	out    []byte
	size   int
	places map[int]entry
}

func newUpdate(f *file) (*update, error) {
	size, ok := integer(f.trailer["Size"])
	if !ok || size < 1 || size > maxObjects {
		return nil, ErrUnreadable
	}
	for num := range f.entries {
		size = max(size, num+1)
	}
	u := &update{f: f, out: bytes.Clone(f.b), size: size, places: map[int]entry{}}
	if last := f.b[len(f.b)-1]; last != '\n' && last != '\r' {
		u.out = append(u.out, '\n')
	}
	return u, nil
}

// reserve gives the number of a new object.
func (u *update) reserve() ref {
	u.size++
	return ref{num: u.size - 1}
}

// put writes an object, new or in its next state.
func (u *update) put(r ref, v any) {
	u.places[r.num] = entry{1, len(u.out), r.gen}
	u.out = fmt.Appendf(u.out, "%d %d obj\n", r.num, r.gen)
	u.out = append(appendValue(u.out, v), "\nendobj\n"...)
}

func (u *update) add(v any) ref {
	r := u.reserve()
	u.put(r, v)
	return r
}

// finish writes cross-references of the kind that the file has, as the format asks.
func (u *update) finish() {
	id := sha256.Sum256(u.out)
	trailer := dict{"Root": u.f.trailer["Root"], "Prev": whole(u.f.start)}
	if info := u.f.trailer["Info"]; info != nil {
		trailer["Info"] = info
	}
	first := text{s: string(id[:16])}
	if old := u.f.array(u.f.trailer["ID"]); len(old) == 2 {
		if t, ok := u.f.resolve(old[0]).(text); ok {
			first = t
		}
	}
	trailer["ID"] = array{first, text{s: string(id[:16])}}
	start := len(u.out)
	if u.f.streamed {
		u.stream(trailer)
	} else {
		u.table(trailer)
	}
	u.out = fmt.Appendf(u.out, "startxref\n%d\n%%%%EOF\n", start)
}

// runs gives the numbers of the written objects as runs of neighbours.
func (u *update) runs() [][]int {
	var out [][]int
	for _, num := range slices.Sorted(maps.Keys(u.places)) {
		if n := len(out); n > 0 && out[n-1][len(out[n-1])-1] == num-1 {
			out[n-1] = append(out[n-1], num)
		} else {
			out = append(out, []int{num})
		}
	}
	return out
}

func (u *update) table(trailer dict) {
	u.out = append(u.out, "xref\n"...)
	for _, run := range u.runs() {
		u.out = fmt.Appendf(u.out, "%d %d\n", run[0], len(run))
		for _, num := range run {
			u.out = fmt.Appendf(u.out, "%010d %05d n \n", u.places[num].at, u.places[num].gen)
		}
	}
	u.out = append(u.out, "trailer\n"...)
	u.out = append(appendValue(u.out, with(trailer, "Size", whole(u.size))), '\n')
}

func (u *update) stream(trailer dict) {
	self := u.reserve()
	u.places[self.num] = entry{1, len(u.out), 0}
	var rows []byte
	index := array{}
	for _, run := range u.runs() {
		index = append(index, whole(run[0]), whole(len(run)))
		for _, num := range run {
			rows = binary.BigEndian.AppendUint32(append(rows, 1), uint32(u.places[num].at))
			rows = binary.BigEndian.AppendUint16(rows, uint16(u.places[num].gen))
		}
	}
	maps.Copy(trailer, dict{"Type": name("XRef"), "Size": whole(u.size), "Index": index, "W": array{number("1"), number("4"), number("2")}})
	u.put(self, stream{trailer, rows})
}

// adopt copies a value of another file with all that it refers to, under new numbers.
func (u *update) adopt(from *file, v any, known map[int]ref) any {
	switch v := v.(type) {
	case ref:
		if r, ok := known[v.num]; ok {
			return r
		}
		r := u.reserve()
		known[v.num] = r
		u.put(r, u.adopt(from, from.get(v), known))
		return r
	case array:
		out := make(array, len(v))
		for i, x := range v {
			out[i] = u.adopt(from, x, known)
		}
		return out
	case dict:
		out := dict{}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			out[key] = u.adopt(from, v[key], known)
		}
		return out
	case stream:
		d, _ := u.adopt(from, v.dict, known).(dict)
		return stream{d, v.raw}
	}
	return v
}
