package handle

import (
	"errors"
	"maps"
	"mime/multipart"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// ErrMalformed is a request that is broken in itself: framing, encoding, not its content. It is answered with status 400.
var ErrMalformed = errors.New("malformed request")

// Values is what was posted, or the query of a GET: as typed, in NFC.
type Values struct {
	values url.Values
	form   *multipart.Form
}

// Get gives the first value of a field.
func (v Values) Get(name string) string { return v.values.Get(name) }

// Text gives the first value of a field without the space around it.
func (v Values) Text(name string) string { return strings.TrimSpace(v.Get(name)) }

// Day gives a day as typed (dd/mm/yyyy); one that cannot be read stays as it is, so that the use case refuses it at its field.
func (v Values) Day(name string) thidua.Date {
	typed := v.Text(name)
	if d, ok := vi.ParseDate(typed); ok {
		return d
	}
	return thidua.Date(typed)
}

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
