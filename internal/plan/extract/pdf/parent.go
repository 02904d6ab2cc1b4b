package pdf

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

const (
	maxTime   = 15 * time.Second // for one file, from start to end
	maxStderr = 2 << 10
)

// seats has one place: two children at once would need twice the memory.
var seats = make(chan struct{}, 1)

func seat(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
	}
	select {
	case seats <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func rise() { <-seats }

// process is a running child as the parent sees it.
type process struct {
	asked  context.Context // of the caller
	ctx    context.Context // with the limit of time
	cancel context.CancelFunc
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    io.Reader
	stderr *head
	drawn  []byte
}

// start starts a child for a job, that is ended after the time limit.
func start(ctx context.Context, job string, limit time.Duration) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	p := &process{asked: ctx, stderr: &head{left: maxStderr}}
	p.ctx, p.cancel = context.WithTimeout(ctx, limit)
	p.cmd = exec.CommandContext(p.ctx, self)
	p.cmd.Env = []string{mark + "=" + job}
	p.cmd.SysProcAttr = attributes()
	p.cmd.Stderr = p.stderr
	p.cmd.WaitDelay = time.Second
	if p.in, err = p.cmd.StdinPipe(); err == nil {
		p.out, err = p.cmd.StdoutPipe()
	}
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		p.cancel()
		return nil, fmt.Errorf("pdf: start the child: %w", err)
	}
	return p, nil
}

// read lets the child read data; the child has ended when it returns.
func (p *process) read(data []byte) (Document, error) {
	defer p.cancel()
	doc, err := p.converse(data)
	if err != nil {
		p.cancel()
	}
	_ = p.in.Close()
	_ = p.cmd.Wait() // how it ended stands in its state
	switch {
	case p.asked.Err() != nil:
		return Document{}, p.asked.Err()
	case err == nil:
		return doc, nil
	case known(err):
		return Document{}, err
	}
	return Document{}, fmt.Errorf("%w: %w; %v; %s", ErrTooHard, err, p.cmd.ProcessState, p.stderr.text.String())
}

func known(err error) bool {
	for _, f := range faults {
		if errors.Is(err, f) {
			return true
		}
	}
	return false
}

// converse hands out pieces of the file until the child has told everything.
func (p *process) converse(data []byte) (Document, error) {
	if err := binary.Write(p.in, binary.BigEndian, int64(len(data))); err != nil {
		return Document{}, err
	}
	var doc Document
	left := MaxCharacters
	answers := json.NewDecoder(io.LimitReader(p.out, maxAnswer))
	for {
		var m message
		if err := answers.Decode(&m); err != nil {
			return Document{}, err
		}
		switch {
		case m.Piece != nil:
			if err := p.hand(data, *m.Piece); err != nil {
				return Document{}, err
			}
		case m.Line != nil:
			if left -= len(m.Line.Text); left < -3*MaxCharacters {
				return Document{}, ErrTooLong
			}
			doc.Lines = append(doc.Lines, *m.Line)
		case m.Drawn != nil:
			p.drawn = m.Drawn
		case m.End != nil:
			doc.Pages, doc.Scans = m.End.Pages, m.End.Scans
			return doc, m.End.err()
		default:
			return Document{}, errors.New("an empty message")
		}
	}
}

func (e *end) err() error {
	switch {
	case e.Fault == 0:
		return nil
	case e.Fault < 0 || e.Fault > len(faults):
		return errors.New("an unknown fault")
	}
	fault := faults[e.Fault-1]
	if e.Detail == "" {
		return fault
	}
	return fmt.Errorf("%w: %.*s", fault, maxDetail, e.Detail)
}

func (p *process) hand(data []byte, piece int64) error {
	if piece < 0 || piece > int64(len(data)/pieceSize) {
		return errors.New("a piece outside the file")
	}
	from := int(piece) * pieceSize
	_, err := p.in.Write(data[from:min(from+pieceSize, len(data))])
	return err
}

// head keeps the beginning of what is written to it.
type head struct {
	text bytes.Buffer
	left int
}

func (h *head) Write(b []byte) (int, error) {
	n := min(len(b), h.left)
	h.left -= n
	h.text.Write(b[:n])
	return len(b), nil
}
