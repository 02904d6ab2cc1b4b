package dossier

import (
	"bytes"
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

// The greatest certificate file, image and time-stamp answer of a signature, in bytes.
const (
	maxCertificate = 256 << 10
	maxImage       = 2 << 20
	maxReply       = 64 << 10
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
	return c.AgainOn(err, p.signForm)
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

// TimestampQuery gives what a time-stamping authority has to be asked about the signature value that was chosen.
func (p Pages) TimestampQuery(c *handle.Ctx) error {
	return p.withValue(c, func(o outside.Order, value io.Reader) error {
		query, err := p.outside().TimestampQuery(c.Context(), c.Actor, c.Path("paper"), o, value)
		if err != nil {
			return err
		}
		return bytesOf(c, "dau-thoi-gian.tsq", "application/timestamp-query", query)
	})
}

// Sign takes the second step.
func (p Pages) Sign(c *handle.Ctx) error {
	return p.withValue(c, func(o outside.Order, value io.Reader) error {
		if err := p.outside().Sign(c.Context(), c.Actor, c.Path("paper"), c.Form.Version(), o, value); err != nil {
			return err
		}
		return c.Redirect("/van-ban/" + c.Path("paper") + done(thidua.SignPaper))
	})
}

// withValue does something with the signature value of the second step, and shows that step again after a refusal.
func (p Pages) withValue(c *handle.Ctx, do func(o outside.Order, value io.Reader) error) error {
	if _, err := p.outside().ToSign(c.Context(), c.Actor, c.Path("paper")); err != nil {
		return err
	}
	o, err := p.order(c)
	if err != nil {
		return err
	}
	value, err := smallFile(c, "value", maxCertificate)
	switch {
	case err != nil:
		return err
	case len(value) == 0:
		err = thidua.Faults{{Field: "value", Code: handle.CodeFileMissing}}.Err()
	default:
		err = do(o, bytes.NewReader(value))
	}
	if err == nil {
		return nil
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	o.Reply = nil // a file is chosen again
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
		if o.Reply, err = smallFile(c, "reply", maxReply); err != nil {
			return o, err
		}
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
