// Package clamd asks a ClamAV daemon that the operator set up whether a file holds malware.
package clamd

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// Server is a daemon: Network is "tcp" or "unix".
type Server struct{ Network, Address string }

const (
	wholeOf = 60 * time.Second
	chunk   = 64 << 10
)

// ErrAddress is an address that is neither tcp://HOST:PORT nor unix:/PATH.
var ErrAddress = errors.New("clamd: neither tcp://HOST:PORT nor unix:/PATH")

// Parse reads the address of a daemon.
func Parse(address string) (Server, error) {
	if path, ok := strings.CutPrefix(address, "unix:"); ok && strings.HasPrefix(path, "/") {
		return Server{"unix", path}, nil
	}
	if host, ok := strings.CutPrefix(address, "tcp://"); ok {
		if _, _, err := net.SplitHostPort(host); err == nil {
			return Server{"tcp", host}, nil
		}
	}
	return Server{}, ErrAddress
}

// Scan sends content by INSTREAM and gives the name of what was found; any answer but the two that are known is an error, so that nothing is
// called clean by mistake.
func (s Server) Scan(ctx context.Context, content io.Reader) (found string, err error) {
	ctx, cancel := context.WithTimeout(ctx, wholeOf)
	defer cancel()
	line, err := (&net.Dialer{}).DialContext(ctx, s.Network, s.Address)
	if err != nil {
		return "", fmt.Errorf("clamd: %w", err)
	}
	defer func() { _ = line.Close() }()
	until, _ := ctx.Deadline()
	if err := line.SetDeadline(until); err != nil {
		return "", fmt.Errorf("clamd: %w", err)
	}
	sent := send(line, content)
	answer, err := bufio.NewReader(io.LimitReader(line, 4<<10)).ReadString(0)
	if err = errors.Join(sent, err); err != nil {
		return "", fmt.Errorf("clamd: %w: %q", err, answer)
	}
	return verdict(strings.TrimSuffix(answer, "\x00"))
}

func send(to io.Writer, content io.Reader) error {
	if _, err := io.WriteString(to, "zINSTREAM\x00"); err != nil {
		return err
	}
	for piece := make([]byte, 4+chunk); ; {
		n, err := io.ReadFull(content, piece[4:])
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return err
		}
		binary.BigEndian.PutUint32(piece, uint32(n)) //nolint:gosec // at most chunk; 0 ends the stream
		if _, err := to.Write(piece[:4+n]); err != nil || n == 0 {
			return err
		}
	}
}

func verdict(answer string) (string, error) {
	if answer == "stream: OK" {
		return "", nil
	}
	name, found := strings.CutSuffix(answer, " FOUND")
	if name, ours := strings.CutPrefix(name, "stream: "); found && ours && name != "" {
		return name, nil
	}
	return "", fmt.Errorf("clamd: it answered %q", answer)
}
