package handle

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"os"
	"strconv"
	"time"
)

// Download answers with a file that is made in its turn, under a name; nothing is sent before all of it is made. Inline lets a browser show it.
func (c *Ctx) Download(name, kind string, inline bool, write func(io.Writer) error) error {
	done, err := c.Turn()
	if err != nil {
		return err
	}
	defer done()
	var body bytes.Buffer
	if err := write(&body); err != nil {
		return err
	}
	done() // the line of an office is slow; the next file is made meanwhile
	return c.give(name, kind, inline, &body)
}

// give answers with what was made or is kept.
func (c *Ctx) give(name, kind string, inline bool, body *bytes.Buffer) error {
	c.offer(name, kind, inline, int64(body.Len()))
	if c.R.Method != http.MethodHead {
		_, _ = c.W.Write(body.Bytes())
	}
	return nil
}

// Picture answers with a picture of a page. It has no name: it is looked at where it stands, and the log does not tell that a file left.
func (c *Ctx) Picture(kind string, write func(io.Writer) error) error {
	var body bytes.Buffer
	if err := write(&body); err != nil {
		return err
	}
	h := c.W.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "private, no-store")
	if c.R.Method != http.MethodHead {
		_, _ = c.W.Write(body.Bytes())
	}
	return nil
}

// slowLine is the time that a large file may take on the line of an office.
const slowLine = 10 * time.Minute

// Send answers with a whole file from disk, under a name, without holding it in memory. What breaks while it is sent shows as a file that is
// too short.
func (c *Ctx) Send(name, kind string, f *os.File) error {
	about, err := f.Stat()
	if err != nil {
		return err
	}
	_ = http.NewResponseController(c.W).SetWriteDeadline(time.Now().Add(slowLine))
	c.offer(name, kind, false, about.Size())
	_, _ = io.Copy(c.W, f)
	return nil
}

// offer writes the head of an answer that is a file.
func (c *Ctx) offer(name, kind string, inline bool, size int64) {
	way := "attachment"
	if inline {
		way = "inline"
	}
	h := c.W.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType(way, map[string]string{"filename": name}))
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	h.Set("Cache-Control", "private, no-store")
	c.W.WriteHeader(http.StatusOK)
}
