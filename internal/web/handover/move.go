package handover

import (
	"os"
	"slices"

	"thidua"
	uses "thidua/internal/app/handover"
	"thidua/internal/web/handle"
)

// Move saves the words of a handover, hands over, records the signed minutes, or drops it.
func (p Pages) Move(c *handle.Ctx) error {
	id, do := c.Path("handover"), thidua.Action(c.Path("action"))
	if !slices.ContainsFunc(thidua.HandoverFlow.Rules, func(r thidua.Rule) bool { return r.Do == do }) {
		return errUnknown
	}
	_, err := p.Desk.Handover(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	in := uses.Typed{To: c.Form.Get("to"), Words: c.Form.Get("words"), Contacts: c.Form.Get("contacts"), Mark: c.Form.Get("mark"), Reason: c.Form.Get("reason"), Version: c.Form.Version()}
	if do == thidua.SignHandover {
		in.Scan, err = c.Keep(p.App.KeepFile, "scan")
	}
	if err == nil {
		err = p.Desk.Move(c.Context(), c.Actor, id, do, in)
	}
	if err == nil {
		return c.Redirect(handoverURL(id) + "?xong=" + string(do))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.handover(c, status, &form)
}

// File gives the minutes of a handover as DOCX or PDF.
func (p Pages) File(c *handle.Ctx) error {
	name := c.Path("file")
	if name != minutesName+".docx" && name != minutesName+".pdf" {
		return errUnknown
	}
	d, err := p.Desk.Minutes(c.Context(), c.Actor, c.Path("handover"))
	if err != nil {
		return err
	}
	return c.Paper(name, d)
}

// Scan answers with the signed minutes.
func (p Pages) Scan(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.Desk.OpenScan(c.Context(), c.Actor, c.Path("handover"))
	})
}
