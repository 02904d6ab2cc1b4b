package handle

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"strconv"
)

// Download answers with a file under a name; nothing is sent before all of it is made. Inline lets a browser show it.
func (c *Ctx) Download(name, kind string, inline bool, write func(io.Writer) error) error {
	var body bytes.Buffer
	if err := write(&body); err != nil {
		return err
	}
	way := "attachment"
	if inline {
		way = "inline"
	}
	h := c.W.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType(way, map[string]string{"filename": name}))
	h.Set("Content-Length", strconv.Itoa(body.Len()))
	h.Set("Cache-Control", "private, no-store")
	c.W.WriteHeader(http.StatusOK)
	if c.R.Method != http.MethodHead {
		_, _ = c.W.Write(body.Bytes())
	}
	return nil
}
