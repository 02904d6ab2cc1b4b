package privacy

import (
	"io"
	"net/http"
	"slices"

	"thidua"
	uses "thidua/internal/app/privacy"
	"thidua/internal/vi/held"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type register struct {
	holdings map[string][]uses.Holding
	requests []thidua.DataRequest
	form     ui.Form
	at       string // the request to whose form the faults belong
	keeper   bool
	own      string // the person of the reader, who does not answer himself
	done     bool
	keys     func(version int64) ui.Keys
	filter   ui.Form // what the list of tables is narrowed to
	subject  string  // one group; empty for all
	limited  bool    // only what few may see
}

// shown gives the tables of a group that the filter leaves.
func (r register) shown(subject string) (out []uses.Holding) {
	if r.subject != "" && r.subject != subject {
		return nil
	}
	for _, h := range r.holdings[subject] {
		if !r.limited || h.Restricted() {
			out = append(out, h)
		}
	}
	return out
}

// Register shows what personal data are held and why, and the requests about them.
func (p Pages) Register(c *handle.Ctx) error {
	return p.register(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) register(c *handle.Ctx, status int, form ui.Form) error {
	requests, err := p.Desk.Requests(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	r := register{holdings: uses.Register(), requests: requests, form: form, at: c.Path("request"), keeper: c.Actor.Has(uses.Keepers...), own: c.Actor.Person,
		done: c.Form.Get("xong") != "", keys: c.Keys, filter: ui.NewForm(c.Form.Raw(), nil), limited: c.Form.Get("pham-vi") == limitedOnly}
	if s := c.Form.Get("nhom"); slices.Contains(uses.Subjects, s) {
		r.subject = s
	}
	return c.Page(status, ui.Page{Title: registerTitle, Wide: true, Faults: form.Faults(), Late: form.Notice(registerURL)}, registerPage(r))
}

// Workbook gives the register as a workbook.
func (p Pages) Workbook(c *handle.Ctx) error {
	return c.Download(held.RegisterFile, handle.TypeXLSX, false, func(w io.Writer) error { return p.Desk.WriteRegister(c.Context(), c.Actor, w) })
}

// Answer records the answer to a request.
func (p Pages) Answer(c *handle.Ctx) error {
	err := p.Desk.Answer(c.Context(), c.Actor, c.Path("request"), c.Form.Version(), thidua.State(c.Form.Get("result")), c.Form.Get("answer"))
	if err == nil {
		return c.Redirect(registerURL + "?xong=1")
	}
	return c.AgainOn(err, p.register)
}
