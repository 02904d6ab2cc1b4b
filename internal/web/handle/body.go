package handle

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thidua"
)

// CodeTooLarge names the sentence for a body above the limit of its route; its argument is the limit, such as 20 MB.
const CodeTooLarge thidua.Code = "body-too-large"

// Read reads the form of a request within the limit of its route.
func Read(w http.ResponseWriter, r *http.Request, limit int64) (Values, error) {
	if !Changes(r.Method) {
		query, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil {
			return Values{}, fmt.Errorf("%w: query: %w", ErrMalformed, err)
		}
		return clean(query, nil)
	}
	if r.ContentLength > limit {
		drain(r.Body)
		return Values{}, tooLarge(limit)
	}
	sent := r.Body
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case kind == "multipart/form-data":
		err = r.ParseMultipartForm(1 << 20)
	case err == nil || r.Header.Get("Content-Type") == "":
		err = r.ParseForm()
	}
	if err != nil {
		err = bodyError(err, limit)
		if thidua.KindOf(err) == thidua.TooLarge {
			drain(sent)
		}
		return Values{}, err
	}
	if r.MultipartForm != nil {
		v, err := clean(r.MultipartForm.Value, r.MultipartForm)
		if err != nil {
			err = errors.Join(err, r.MultipartForm.RemoveAll())
		}
		return v, err
	}
	return clean(r.PostForm, nil)
}

// maxDrain is how much is read only to be thrown away.
const maxDrain = 300 << 20

// drain reads on what is refused for its size, within the time that the request has: a browser shows the answer when it has sent all, and
// a broken connection when it is cut off.
func drain(body io.Reader) { _, _ = io.CopyN(io.Discard, body, maxDrain) }

func tooLarge(limit int64) error {
	size := strconv.FormatInt(limit, 10) + " byte"
	switch {
	case limit >= 1<<20:
		size = strconv.FormatInt(limit>>20, 10) + " MB"
	case limit >= 1<<10:
		size = strconv.FormatInt(limit>>10, 10) + " KB"
	}
	return thidua.Refuse(thidua.TooLarge, CodeTooLarge, size)
}

func bodyError(err error, limit int64) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) || errors.Is(err, multipart.ErrMessageTooLarge) {
		return tooLarge(limit)
	}
	return fmt.Errorf("%w: %w", ErrMalformed, err)
}

// maxFieldName bounds the name of a field, in bytes; the longest of the program has less than 100.
const maxFieldName = 1 << 10

func clean(in url.Values, form *multipart.Form) (Values, error) {
	for name := range in {
		if len(name) > maxFieldName {
			return Values{}, tooLarge(maxFieldName)
		}
	}
	out := make(url.Values, len(in))
	for name, values := range in {
		for _, v := range append([]string{name}, values...) {
			if !utf8.ValidString(v) || containsNUL(v) {
				return Values{}, fmt.Errorf("%w: text is not UTF-8", ErrMalformed)
			}
		}
		for _, v := range values {
			out.Add(name, strings.Map(plain, norm.NFC.String(v)))
		}
	}
	return Values{values: out, form: form}, nil
}

// plain leaves out what nobody types and what makes a text look other than it is: control characters but tabs and line ends, and marks that turn
// the direction of what follows.
func plain(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return r
	case r < ' ', r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return -1
	}
	return r
}

func containsNUL(s string) bool {
	for i := range len(s) {
		if s[i] == 0 {
			return true
		}
	}
	return false
}
