package pdf

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// What passes between parent and child: the parent says the size of the file and hands out the pieces that the child asks for, so that only
// one of them holds the whole; the child answers in JSON, one message after the other.
const (
	pieceSize  = 64 << 10
	keptPieces = 16
	maxDetail  = 200      // bytes of what went wrong
	maxAnswer  = 32 << 20 // bytes of all messages of a child; MaxCharacters letters take less
)

// message is one of: a piece asked for, a line, a picture, the end.
type message struct {
	Piece *int64 `json:",omitempty"`
	Line  *Line  `json:",omitempty"`
	Drawn []byte `json:",omitempty"` // a JPEG, before the end
	End   *end   `json:",omitempty"`
}

// end closes the answer. Fault is the place of the refusal in faults, from 1.
type end struct {
	Fault  int
	Detail string
	Pages  int
	Scans  []int
}

var faults = []error{ErrDamaged, ErrLocked, ErrScanned, ErrTooLarge, ErrTooLong, ErrTooHard}

func ended(doc Document, err error) *end {
	e := &end{Pages: doc.Pages, Scans: doc.Scans}
	if err == nil {
		return e
	}
	e.Fault = len(faults)
	for i, f := range faults {
		if errors.Is(err, f) {
			e.Fault = i + 1
		}
	}
	e.Detail = detail(err)
	return e
}

// detail is the first line of what an error says beyond the refusal.
func detail(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\n")
	for _, f := range faults {
		text = strings.TrimPrefix(text, f.Error())
	}
	text = strings.TrimPrefix(text, ": ")
	return strings.ToValidUTF8(text[:min(len(text), maxDetail)], "")
}

// remote is the file as the child sees it: pieces come from the parent and a few are kept.
type remote struct {
	in   io.Reader
	out  *answer
	size int64
	at   int64
	kept map[int64][]byte
	old  []int64
}

func openRemote(in io.Reader, out *answer) (*remote, error) {
	r := &remote{in: in, out: out, kept: map[int64][]byte{}}
	return r, binary.Read(in, binary.BigEndian, &r.size)
}

func (r *remote) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += r.size
	}
	if offset < 0 {
		return 0, errors.New("before the file")
	}
	r.at = offset
	return offset, nil
}

func (r *remote) Read(b []byte) (int, error) {
	if r.at >= r.size {
		return 0, io.EOF
	}
	piece, err := r.piece(r.at / pieceSize)
	if err != nil {
		return 0, err
	}
	n := copy(b, piece[r.at%pieceSize:])
	r.at += int64(n)
	return n, nil
}

func (r *remote) piece(i int64) ([]byte, error) {
	if p, ok := r.kept[i]; ok {
		return p, nil
	}
	var p []byte
	if len(r.old) == keptPieces {
		p = r.kept[r.old[0]]
		delete(r.kept, r.old[0])
		r.old = r.old[1:]
	} else {
		p = make([]byte, pieceSize)
	}
	p = p[:min(pieceSize, r.size-i*pieceSize)]
	if err := r.out.send(message{Piece: &i}); err != nil {
		return nil, err
	}
	if _, err := io.ReadFull(r.in, p); err != nil {
		return nil, err
	}
	r.kept[i] = p
	r.old = append(r.old, i)
	return p, nil
}

// answer is where the child speaks.
type answer struct {
	to   *bufio.Writer
	json *json.Encoder
}

func newAnswer(w io.Writer) *answer {
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return &answer{to: b, json: e}
}

// send says m now.
func (a *answer) send(m message) error {
	if err := a.json.Encode(m); err != nil {
		return err
	}
	return a.to.Flush()
}

func (a *answer) document(doc Document, err error) error {
	if err == nil {
		for i := range doc.Lines {
			if err := a.json.Encode(message{Line: &doc.Lines[i]}); err != nil {
				return err
			}
		}
	}
	return a.send(message{End: ended(doc, err)})
}

func (a *answer) picture(p Picture, err error) error {
	if err == nil {
		err = a.json.Encode(message{Drawn: p.JPEG})
	}
	return a.send(message{End: ended(Document{Pages: p.Pages}, err)})
}
