package launch

import (
	"net/http"
	"net/url"
	"os"
	"slices"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func pledgeURL(id string) string { return "/giao-uoc/" + url.PathEscape(id) }

type pledge struct {
	uses.PledgeView
	form ui.Form
	keys ui.Keys
	done bool
}

// may tells whether an act is offered.
func (p pledge) may(do thidua.Action) bool {
	return slices.ContainsFunc(p.Offers, func(o thidua.Offer) bool { return o.Do == do })
}

// Pledge shows one pledge with its words and its signing.
func (p Pages) Pledge(c *handle.Ctx) error { return p.pledge(c, http.StatusOK, nil) }

func (p Pages) pledge(c *handle.Ctx, status int, refused *ui.Form) error {
	v, err := p.Desk.Pledge(c.Context(), c.Actor, c.Path("pledge"))
	if err != nil {
		return err
	}
	saved := url.Values{"text": {v.Text}, "signers": {v.Signers}, "block": {v.Block}, "signed": {vi.Date(v.Today)}}
	form := ui.NewForm(saved, nil)
	if refused != nil {
		form = refused.Beside(saved)
	}
	page := ui.Page{Title: v.Whose(), Faults: form.Faults(), Late: form.Notice(pledgeURL(v.ID)), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: pledgesTitle, URL: pledgesURL(v.Round)}, ui.Link{Text: v.Whose()})}
	return c.Page(status, page, pledgePage(pledge{v, form, c.Keys(v.Version), c.Form.Get("xong") != ""}))
}

// MovePledge saves, signs or drops a pledge.
func (p Pages) MovePledge(c *handle.Ctx) error {
	do := thidua.Action(c.Path("action"))
	if !slices.ContainsFunc(thidua.PledgeFlow.Rules, func(r thidua.Rule) bool { return r.Do == do }) {
		return errUnknown
	}
	in := thidua.Pledge{ID: c.Path("pledge"), Block: c.Form.Get("block"), Text: c.Form.Get("text"), Signers: c.Form.Get("signers"), SignedOn: c.Form.Day("signed"), Version: c.Form.Version()}
	_, err := p.Desk.Pledge(c.Context(), c.Actor, in.ID)
	if err != nil {
		return err
	}
	if do == thidua.SignPledge {
		in.Scan, err = c.KeepAny(p.App.KeepFile, "scan")
	}
	if err == nil {
		err = p.Desk.MovePledge(c.Context(), c.Actor, do, in, c.Form.Get("reason"))
	}
	switch {
	case err == nil && do == thidua.DropPledge:
		v, err := p.Desk.Pledge(c.Context(), c.Actor, in.ID)
		if err != nil {
			return err
		}
		return c.Redirect(pledgesURL(v.Round) + "?xong=1")
	case err == nil:
		return c.Redirect(pledgeURL(in.ID) + "?xong=1")
	}
	return c.AgainOn(err, func(c *handle.Ctx, status int, form ui.Form) error { return p.pledge(c, status, &form) })
}

// PledgeScan answers with the scan of a signed pledge.
func (p Pages) PledgeScan(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.Desk.OpenPledge(c.Context(), c.Actor, c.Path("pledge"))
	})
}
