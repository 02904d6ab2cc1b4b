package form

import (
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Field is a part of a form that a person writes: words, and what the data do not know. Figures have no field.
type Field struct {
	Part     string
	Label    string
	Hint     string
	Rows     int // lines of the box; 1 is a single line
	Optional bool
	Value    string // the words that stand there
	say      func(Paper) string
	write    func(Paper, string) (Paper, *Fault)
}

// Fault is what is wrong with the words of a part; the arguments are those of the sentence.
type Fault struct {
	Code thidua.Code
	Args []any
}

// The faults of words.
const (
	CodeDay     thidua.Code = "paper.day"
	CodeAmount  thidua.Code = "paper.amount"
	CodeSheets  thidua.Code = "paper.sheets"
	CodeClock   thidua.Code = "paper.clock"
	CodeItem    thidua.Code = "paper.item"    // the line
	CodeTimes   thidua.Code = "paper.times"   // the line
	CodeUnknown thidua.Code = "paper.unknown" // what stands in braces
)

// Write puts typed words into the form and keeps those that differ from what the form says by itself: an optional part may be emptied, a
// needed one falls back. What cannot be read is a fault at its part, and the words of the other parts stand.
func (k Kind) Write(figures []byte, kept, typed map[string]string) (map[string]string, thidua.Faults, error) {
	bare, err := k.Open(figures, nil)
	if err != nil {
		return nil, nil, err
	}
	words, faults, head := map[string]string{}, thidua.Faults{}, k.Head(bare)
	for _, f := range k.Fields(bare) {
		text, sent := typed[f.Part]
		if !sent {
			text, sent = kept[f.Part]
		}
		text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
		if !sent || text == f.Value || text == "" && !f.Optional {
			continue
		}
		if name, strange := head.unknown(text); strange {
			faults.Add(f.Part, CodeUnknown, name)
			continue
		}
		if _, fault := f.write(bare, text); fault != nil {
			faults.Add(f.Part, fault.Code, fault.Args...)
			continue
		}
		words[f.Part] = text
	}
	return words, faults, nil
}

// spot is a field at a place of the form.
func spot[P Paper, V any](f Field, at func(*P) *V, show func(V) string, read func(string) (V, *Fault)) Field {
	f.say = func(p Paper) string {
		one := p.(P)
		return show(*at(&one))
	}
	f.write = func(p Paper, text string) (Paper, *Fault) {
		one := p.(P)
		v, fault := read(text)
		*at(&one) = v
		return one, fault
	}
	return f
}

func text[P Paper](f Field, at func(*P) *string) Field {
	if f.Rows == 0 {
		f.Rows = 1
	}
	return spot(f, at, strings.TrimSpace, func(s string) (string, *Fault) { return s, nil })
}

// lines is a field with one entry on each line.
func lines[P Paper](f Field, at func(*P) *[]string) Field {
	return spot(f, at, func(v []string) string { return strings.Join(v, "\n") }, func(s string) ([]string, *Fault) { return doc.Lines(s), nil })
}

func day[P Paper](f Field, at func(*P) *thidua.Date) Field {
	f.Rows, f.Hint = 1, doc.Or(f.Hint, "Ngày/tháng/năm")
	return spot(f, at, vi.Date, func(s string) (thidua.Date, *Fault) {
		d, ok := vi.ParseDate(s)
		if s != "" && !ok {
			return "", &Fault{Code: CodeDay}
		}
		return d, nil
	})
}

// clock is a time of day, "14:00".
func clock[P Paper](f Field, at func(*P) *string) Field {
	f.Rows = 1
	return spot(f, at, strings.TrimSpace, func(s string) (string, *Fault) {
		h, m, ok := vi.ParseClock(s)
		if s == "" || !ok {
			return "", &Fault{Code: CodeClock}
		}
		return vi.Two(h) + ":" + vi.Two(m), nil
	})
}

// number is a whole number from 0 to most; nothing is 0.
func number[P Paper](f Field, most int, code thidua.Code, at func(*P) *int) Field {
	f.Rows, f.Optional = 1, true
	show := func(n int) string {
		if n == 0 {
			return ""
		}
		return vi.Whole(n)
	}
	return spot(f, at, show, func(s string) (int, *Fault) {
		n, err := strconv.Atoi(strings.NewReplacer(".", "", " ", "", "\u00a0", "", "đồng", "").Replace(doc.Or(s, "0")))
		if err != nil || n < 0 || n > most {
			return 0, &Fault{Code: code}
		}
		return n, nil
	})
}

// person is a field of one person: "ông Lý Văn Dũng, Ủy viên Hội đồng".
func person1[P Paper](f Field, at func(*P) *record.Attendee) Field {
	f.Rows = 1
	return spot(f, at, said, func(s string) (record.Attendee, *Fault) { return attendee(s), nil })
}

// people is a field with one person on each line.
func people[P Paper](f Field, at func(*P) *[]record.Attendee) Field {
	show := func(list []record.Attendee) string {
		out := make([]string, 0, len(list))
		for _, a := range list {
			out = append(out, said(a))
		}
		return strings.Join(out, "\n")
	}
	return spot(f, at, show, func(s string) (list []record.Attendee, _ *Fault) {
		for _, line := range doc.Lines(s) {
			list = append(list, attendee(line))
		}
		return list, nil
	})
}

func said(a record.Attendee) string { return doc.Join(called(a.Honorific, a.Name), a.Role) }

func attendee(line string) (a record.Attendee) {
	a.Name, a.Role, _ = strings.Cut(strings.TrimSpace(line), ",")
	a.Role = strings.TrimSpace(a.Role)
	for _, address := range []string{"ông ", "bà "} {
		if len(a.Name) > len(address) && strings.EqualFold(a.Name[:len(address)], address) {
			a.Honorific, a.Name = strings.TrimSpace(address), strings.TrimSpace(a.Name[len(address):])
			break
		}
	}
	return a
}

// around puts what every form has about the fields of its own: the subject before them, recipients and signer after.
func around[P Paper](at func(*P) *Head, own []Field) []Field {
	out := append([]Field{text(Field{Part: "trich-yeu", Label: "Trích yếu", Rows: 2}, func(p *P) *string { return &at(p).Subject })}, own...)
	foot := []Field{
		lines(Field{Part: "noi-nhan", Label: "Nơi nhận", Hint: "Mỗi nơi một dòng; dòng cuối là “Lưu: …”", Rows: 4, Optional: true}, func(p *P) *[]string { return &at(p).Recipients }),
		spot(Field{Part: "nguoi-ky", Label: "Người ký", Hint: "Mỗi chức danh một dòng, dòng cuối là họ và tên", Rows: 3},
			func(p *P) *doc.Signer { return &at(p).Signer }, signer, readSigner),
	}
	for i, f := range out {
		switch f.Label {
		case unsigned.Label:
			return slices.Delete(out, i, i+1)
		case kept.Label:
			return append(slices.Delete(out, i, i+1), foot[1])
		}
	}
	return append(out, foot...)
}

// unsigned stands last among the fields of a form that nobody signs and that goes to nobody; kept in those of one that is signed and goes to
// nobody.
var unsigned, kept = Field{Label: "unsigned"}, Field{Label: "kept"}

func signer(s doc.Signer) string {
	return strings.Join(doc.Lines(strings.Join(append(slices.Clone(s.Titles), s.Name), "\n")), "\n")
}

func readSigner(s string) (doc.Signer, *Fault) {
	list := doc.Lines(s)
	if len(list) == 0 {
		return doc.Signer{}, nil
	}
	return doc.Signer{Titles: list[:len(list)-1], Name: list[len(list)-1]}, nil
}
