package launch

import (
	"net/http"
	"os"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type delivery struct {
	uses.Distribution
	line thidua.Delivery
	form ui.Form
	keys ui.Keys
	head bool // the reader acknowledges for the own unit
}

// Delivery shows one line of a distribution with the form of its acknowledgement.
func (p Pages) Delivery(c *handle.Ctx) error {
	return p.delivery(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) delivery(c *handle.Ctx, status int, form ui.Form) error {
	l, err := p.Desk.Delivery(c.Context(), c.Actor, c.Path("delivery"))
	if err != nil {
		return err
	}
	v, err := p.Desk.Distribution(c.Context(), c.Actor, l.Movement, l.Document)
	if err != nil {
		return err
	}
	d := delivery{v, l, form, c.Keys(l.Version), c.Actor.Leads(l.Unit)}
	list := distribution{Distribution: v}
	page := ui.Page{Title: l.Recipient, Faults: form.Faults(), Late: form.Notice("/noi-nhan/" + l.ID),
		Crumbs: crumbs(v.Movement.ID, ui.Link{Text: distributionTitle, URL: list.url()}, ui.Link{Text: l.Recipient})}
	return c.Page(status, page, deliveryPage(d, list.url()))
}

// MoveDelivery records an acknowledgement, or takes a line out.
func (p Pages) MoveDelivery(c *handle.Ctx) error {
	l, err := p.Desk.Delivery(c.Context(), c.Actor, c.Path("delivery"))
	if err != nil {
		return err
	}
	in := thidua.Delivery{ID: l.ID, AckOn: c.Form.Day("on"), AckBy: c.Form.Get("by"), Version: c.Form.Version()}
	switch thidua.Action(c.Path("action")) {
	case thidua.Acknowledge:
		if in.Scan, err = c.KeepAny(p.App.KeepFile, "scan"); err == nil {
			err = p.Desk.Acknowledge(c.Context(), c.Actor, in)
		}
	case thidua.TakeBack:
		err = p.Desk.TakeBack(c.Context(), c.Actor, l.ID, in.Version, c.Form.Get("reason"))
	default:
		return errUnknown
	}
	if err == nil {
		list := distribution{Distribution: uses.Distribution{Movement: thidua.Movement{ID: l.Movement}, Document: thidua.MovementDocument{ID: l.Document}}}
		return c.Redirect(list.url() + "?xong=1")
	}
	return c.AgainOn(err, p.delivery)
}

// DeliveryScan answers with the scan of an acknowledgement.
func (p Pages) DeliveryScan(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.Desk.OpenDelivery(c.Context(), c.Actor, c.Path("delivery"))
	})
}
