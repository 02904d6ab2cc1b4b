package handle

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thidua"
)

// ErrMalformed is a request that is broken in itself: framing, encoding, not its content. It is answered with status 400.
var ErrMalformed = errors.New("malformed request")

// CodeTooLarge names the sentence for a body above the limit of its route; its argument is the limit, such as 20 MB.
const CodeTooLarge thidua.Code = "body-too-large"

// Values is what was posted, or the query of a GET: as typed, in NFC.
type Values struct {
	values url.Values
	form   *multipart.Form
}

// Get gives the first value of a field.
func (v Values) Get(name string) string { return v.values.Get(name) }

// All gives every value of a field.
func (v Values) All(name string) []string { return v.values[name] }

// Has tells whether a field was sent.
func (v Values) Has(name string) bool { return v.values.Has(name) }

// Raw gives all values, for ui.NewForm.
func (v Values) Raw() url.Values { return v.values }

// Version gives the hidden field "version"; 0 when it is missing or no number.
func (v Values) Version() int64 {
	n, err := strconv.ParseInt(v.Get("version"), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// Key gives the hidden field "key", which makes a repeat harmless.
func (v Values) Key() string { return v.Get("key") }

// Upload is one file that was sent; the caller closes it.
type Upload struct {
	Name string // as the browser told it: shown, never used as a path
	Size int64
	Body io.ReadSeekCloser
}

// Uploads opens every file of a field; a field without a file gives none.
func (v Values) Uploads(name string) ([]Upload, error) {
	var out []Upload
	for _, h := range v.fileHeaders(name) {
		body, err := h.Open()
		if err != nil {
			for _, u := range out {
				_ = u.Body.Close()
			}
			return nil, err
		}
		out = append(out, Upload{Name: norm.NFC.String(h.Filename), Size: h.Size, Body: body})
	}
	return out, nil
}

func (v Values) fileHeaders(name string) []*multipart.FileHeader {
	if v.form == nil {
		return nil
	}
	return v.form.File[name]
}

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
		return Values{}, tooLarge(limit)
	}
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case kind == "multipart/form-data":
		err = r.ParseMultipartForm(1 << 20)
	case err == nil || r.Header.Get("Content-Type") == "":
		err = r.ParseForm()
	}
	if err != nil {
		return Values{}, bodyError(err, limit)
	}
	if r.MultipartForm != nil {
		return clean(r.MultipartForm.Value, r.MultipartForm)
	}
	return clean(r.PostForm, nil)
}

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

func clean(in url.Values, form *multipart.Form) (Values, error) {
	out := make(url.Values, len(in))
	for name, values := range in {
		for _, v := range append([]string{name}, values...) {
			if !utf8.ValidString(v) || containsNUL(v) {
				return Values{}, fmt.Errorf("%w: text is not UTF-8", ErrMalformed)
			}
		}
		for _, v := range values {
			out.Add(name, norm.NFC.String(v))
		}
	}
	return Values{values: out, form: form}, nil
}

func containsNUL(s string) bool {
	for i := range len(s) {
		if s[i] == 0 {
			return true
		}
	}
	return false
}

// Names gives the names of the fields that were sent, sorted.
func (v Values) Names() []string { return slices.Sorted(maps.Keys(v.values)) }

// FileNames gives the names of the fields with files, sorted.
func (v Values) FileNames() []string {
	if v.form == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(v.form.File))
}

// Close removes the temporary files of uploads.
func (v Values) Close() {
	if v.form != nil {
		_ = v.form.RemoveAll()
	}
}
