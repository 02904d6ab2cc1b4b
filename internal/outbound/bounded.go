package outbound

import (
	"errors"
	"io"
	"net/http"
)

// ErrLarge is an answer that holds more than was to be taken of it.
var ErrLarge = errors.New("the answer is too large")

// Bounded makes such a client whose answers hold at most so many bytes each; reading a larger one fails with ErrLarge.
func Bounded(most int, named ...string) *http.Client {
	c := Client(named...)
	c.Transport = bounded{c.Transport, most}
	return c
}

type bounded struct {
	http.RoundTripper
	most int
}

// RoundTrip asks, and bounds what comes back.
func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		answer.Body = &short{answer.Body, b.most}
	}
	return answer, err
}

type short struct {
	io.ReadCloser
	left int
}

// Read fails once more was sent than is taken.
func (s *short) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	if s.left -= n; s.left < 0 {
		return 0, ErrLarge
	}
	return n, err
}
