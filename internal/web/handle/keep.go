package handle

import (
	"context"
	"io"

	"thidua"
)

// CodeFileMissing is a form without the file that it is about.
const CodeFileMissing thidua.Code = "file.missing"

// Keeper keeps an uploaded file; what is wrong with it stands at the field.
type Keeper func(ctx context.Context, actor thidua.Actor, field, name string, body io.Reader) (thidua.FileRef, error)

// Keep keeps the file of a field; a form without one is refused at the field.
func (c *Ctx) Keep(keep Keeper, field string) (thidua.FileRef, error) {
	ref, err := c.KeepAny(keep, field)
	if err == nil && ref.Missing() {
		err = thidua.Faults{{Field: field, Code: CodeFileMissing}}.Err()
	}
	return ref, err
}

// KeepAny keeps the file of a field, if one was sent and its name ends as the field takes it.
func (c *Ctx) KeepAny(keep Keeper, field string) (ref thidua.FileRef, err error) {
	files, err := c.Form.Uploads(field)
	for _, f := range files {
		if err = c.fits(field, f.Name); err == nil {
			ref, err = keep(c.Context(), c.Actor, field, f.Name, f.Body)
		}
		if shut := f.Body.Close(); err == nil {
			err = shut
		}
	}
	return ref, err
}
