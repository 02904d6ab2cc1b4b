package province

import (
	"io"
	"path"
	"strconv"
	"strings"

	"thidua"
	uses "thidua/internal/app/province"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Dossier shows one dossier with its parts and its cases.
func (p Pages) Dossier(c *handle.Ctx) error {
	return p.dossier(c, ok, refused{Form: ui.NewForm(nil, nil)})
}

// refused is what was typed for an act that was refused; the forms of the other acts stand empty.
type refused struct {
	ui.Form
	do thidua.Action
}

func (r refused) of(do thidua.Action) ui.Form {
	if r.do == do {
		return r.Form
	}
	return ui.NewForm(nil, nil)
}

func (p Pages) dossier(c *handle.Ctx, status int, form refused) error {
	v, err := p.Bureau.Dossier(c.Context(), c.Actor, c.Path("appraisal"))
	if err != nil {
		return err
	}
	return show(c, status, v.FromName, form.Form, dossier(v, form, c.Keys(v.Version)), ui.Link{Text: inboxTitle, URL: "/tiep-nhan"})
}

// Act does one thing to a dossier: the check of its parts, or a step of its way.
func (p Pages) Act(c *handle.Ctx) error {
	id, do := c.Path("appraisal"), thidua.Action(c.Path("action"))
	v, err := p.Bureau.Dossier(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	if do == thidua.TickParts {
		err = p.Bureau.Tick(c.Context(), c.Actor, id, c.Form.Version(), ticked(c, v))
	} else {
		err = p.Bureau.Move(c.Context(), c.Actor, id, uses.Move{Do: do, Version: c.Form.Version(), Reason: c.Form.Text("reason"), Until: c.Form.Day("until"), Parts: typedParts(c, v)})
	}
	if err != nil {
		return c.AgainOn(err, func(_ *handle.Ctx, status int, form ui.Form) error { return p.dossier(c, status, refused{form, do}) })
	}
	return c.Redirect("/tiep-nhan/" + id)
}

func ticked(c *handle.Ctx, v uses.Dossier) []bool {
	out := make([]bool, len(v.Parts))
	for i := range out {
		out[i] = c.Form.Has("du-" + strconv.Itoa(i))
	}
	return out
}

func typedParts(c *handle.Ctx, v uses.Dossier) []thidua.PartCheck {
	out := append([]thidua.PartCheck(nil), v.Parts...)
	for i := range out {
		out[i].Asked, out[i].Reason = c.Form.Has("xin-"+strconv.Itoa(i)), c.Form.Text("vi-sao-"+strconv.Itoa(i))
	}
	return out
}

// Paper gives a paper of the dossier as it stands in the sealed package.
func (p Pages) Paper(c *handle.Ctx) error {
	name, body, err := p.Bureau.PaperOf(c.Context(), c.Actor, c.Path("appraisal"), c.R.URL.Query().Get("van-ban"))
	if err != nil {
		return err
	}
	return c.Download(name, typeOf(name), false, func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	})
}

// typeOf is the type of a paper of a package by its name; it is given as a file in any case, since somebody else made it.
func typeOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return handle.TypePDF
	case ".docx":
		return handle.TypeDOCX
	}
	return "application/octet-stream"
}

// offered finds an act that the actor may take now.
func offered(v uses.Dossier, do thidua.Action) (thidua.Offer, bool) {
	for _, o := range v.Offers {
		if o.Do == do {
			return o, true
		}
	}
	return thidua.Offer{}, false
}

func missingWords(o thidua.Offer) string {
	var out []string
	for _, f := range o.Missing {
		out = append(out, vi.Fact(f))
	}
	return vi.UpperFirst(vi.List(out)) + "."
}
