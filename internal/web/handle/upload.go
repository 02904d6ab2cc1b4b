package handle

import (
	"io"
	"mime/multipart"

	"golang.org/x/text/unicode/norm"

	"thidua"
)

// Upload is one file that was sent; the caller closes it.
type Upload struct {
	Name string // as the browser told it: shown, never used as a path
	Size int64
	Body io.ReadSeekCloser
}

// CodeOneFile is more than one file in a field, all of which take one.
const CodeOneFile thidua.Code = "file.one"

// Uploads opens the file of a field; a field without a file gives none, one with several is refused there.
func (v Values) Uploads(name string) ([]Upload, error) {
	if len(v.fileHeaders(name)) > 1 {
		return nil, thidua.Faults{{Field: name, Code: CodeOneFile}}.Err()
	}
	return v.EveryUpload(name)
}

// EveryUpload opens every file that was sent as a field.
func (v Values) EveryUpload(name string) ([]Upload, error) {
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
