package dossier

import (
	"encoding/base64"
	"io"
	"net/http"
	"strconv"
	"time"

	"thidua"
	"thidua/internal/app/outside"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// The greatest certificate file and image of a signature, in bytes.
const (
	maxCertificate = 256 << 10
	maxImage       = 2 << 20
)

// SignLimit is the size of a form that carries certificate and image of a signature, in bytes.
const SignLimit = 8 << 20

// SignForm shows the first step of a signature with a key.
func (p Pages) SignForm(c *handle.Ctx) error {
	return p.signForm(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) signForm(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.outside().ToSign(c.Context(), c.Actor, c.Path("paper"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: signTitle, Faults: form.Faults(), Late: form.Notice(""), Crumbs: signCrumbs(v, Readers.Allows(c.Actor))}
	return c.Page(status, page, signFirst(p.stepOf(c, v, form, "")))
}

// PrepareSign takes the first step and shows the second: nothing is kept.
func (p Pages) PrepareSign(c *handle.Ctx) error {
	o, err := p.order(c)
	if err == nil {
		return p.second(c, http.StatusOK, o, ui.NewForm(nil, nil), p.signAgain)
	}
	return p.signAgain(c, err)
}

// signAgain shows the first step again after a refusal.
func (p Pages) signAgain(c *handle.Ctx, err error) error {
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.signForm(c, status, form)
}

// second shows what has to be signed; refused answers an order that cannot be carried out.
func (p Pages) second(c *handle.Ctx, status int, o outside.Order, form ui.Form, refused func(*handle.Ctx, error) error) error {
	r, err := p.outside().Prepare(c.Context(), c.Actor, c.Path("paper"), o)
	if err != nil {
		return refused(c, err)
	}
	page := ui.Page{Title: signTitle, Faults: form.Faults(), Late: form.Notice(""), Crumbs: signCrumbs(r.PaperView, Readers.Allows(c.Actor))}
	return c.Page(status, page, signSecond(r, form, c.Keys(r.Version)))
}

// BytesToSign gives exactly what the token has to sign.
func (p Pages) BytesToSign(c *handle.Ctx) error {
	o, err := p.order(c)
	if err != nil {
		return err
	}
	r, err := p.outside().Prepare(c.Context(), c.Actor, c.Path("paper"), o)
	if err != nil {
		return err
	}
	return bytesOf(c, "can-ky.bin", "application/octet-stream", r.ToSign)
}

// Sign takes the second step.
func (p Pages) Sign(c *handle.Ctx) error {
	if _, err := p.outside().ToSign(c.Context(), c.Actor, c.Path("paper")); err != nil {
		return err
	}
	o, err := p.order(c)
	if err != nil {
		return err
	}
	files, err := c.Form.Uploads("value")
	if err != nil {
		return err
	}
	if len(files) == 0 {
		err = thidua.Faults{{Field: "value", Code: handle.CodeFileMissing}}.Err()
	} else {
		err = p.outside().Sign(c.Context(), c.Actor, c.Path("paper"), c.Form.Version(), o, files[0].Body)
	}
	for _, f := range files {
		_ = f.Body.Close() // it was only read
	}
	if err == nil {
		return c.Redirect("/van-ban/" + c.Path("paper") + done(thidua.SignPaper))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.second(c, status, o, form, func(*handle.Ctx, error) error { return err })
}

// order reads what is to be signed: typed and chosen in the first step, carried along in hidden fields by the second.
func (p Pages) order(c *handle.Ctx) (o outside.Order, err error) {
	o = outside.Order{As: outside.As(c.Form.Get("as")), Number: c.Form.Text("number"), On: c.Form.Day("issued"), At: p.App.Now().Truncate(time.Second)}
	if typed := c.Form.Text("width"); typed != "" {
		width, ok := vi.ParseNumber(typed)
		if !ok {
			return o, thidua.Faults{{Field: "width", Code: outside.CodeWidth}}.Err()
		}
		o.Width = thidua.Points(width)
	}
	if c.Form.Has("carried") {
		seconds, err := strconv.ParseInt(c.Form.Get("at"), 10, 64)
		if err != nil {
			return o, handle.ErrMalformed
		}
		o.At = time.Unix(seconds, 0).In(thidua.Zone)
		return o, carried(c, &o)
	}
	if o.Certificate, err = smallFile(c, "certificate", maxCertificate); err == nil {
		o.Image, err = smallFile(c, "image", maxImage)
	}
	return o, err
}

func carried(c *handle.Ctx, o *outside.Order) (err error) {
	if o.Certificate, err = base64.StdEncoding.DecodeString(c.Form.Get("carried")); err != nil {
		return handle.ErrMalformed
	}
	if o.Image, err = base64.StdEncoding.DecodeString(c.Form.Get("carried-image")); err != nil {
		return handle.ErrMalformed
	}
	return nil
}

// smallFile reads a small file of a form; none is empty, and of a greater one too much is read for anything to understand it.
func smallFile(c *handle.Ctx, field string, limit int64) (data []byte, err error) {
	files, err := c.Form.Uploads(field)
	for i, f := range files {
		if i == 0 {
			data, err = io.ReadAll(io.LimitReader(f.Body, limit))
		}
		if shut := f.Body.Close(); err == nil {
			err = shut
		}
	}
	return data, err
}
