package province

import (
	"bytes"
	"thidua"
	uses "thidua/internal/app/province"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Raising shows the list of a period that goes to Chủ tịch UBND tỉnh.
func (p Pages) Raising(c *handle.Ctx) error { return p.raising(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) raising(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Bureau.Raising(c.Context(), c.Actor, period(c))
	if err != nil {
		return err
	}
	var version int64
	if v.List != nil {
		version = v.List.Version
	}
	return show(c, status, raiseTitle, form, raising(v, form, c.Keys(version)))
}

// MakeList makes the list of what is chosen.
func (p Pages) MakeList(c *handle.Ctx) error {
	if _, err := p.Bureau.MakeList(c.Context(), c.Actor, period(c)); err != nil {
		return c.AgainOn(err, p.raising)
	}
	return c.Redirect(withQuery(c, "/trinh-ubnd-tinh", "ky"))
}

// ActList does one thing to a list: raises it, drops it, records the decision, answers the senders.
func (p Pages) ActList(c *handle.Ctx) error {
	l, err := p.Bureau.List(c.Context(), c.Actor, c.Path("raised"))
	if err != nil {
		return err
	}
	switch thidua.Action(c.Path("action")) {
	case thidua.RaiseList:
		l.Version, l.Number, l.Dated = c.Form.Version(), c.Form.Text("number"), c.Form.Day("dated")
		if l.Paper, err = c.KeepAny(p.App.KeepFile, "paper"); err == nil {
			err = p.Bureau.Raise(c.Context(), c.Actor, l)
		}
	case thidua.DropRaiseList:
		err = p.Bureau.DropList(c.Context(), c.Actor, l.ID)
	case thidua.RecordDecision:
		err = p.decide(c, l)
	case thidua.AnswerSenders:
		err = p.Bureau.AnswerSenders(c.Context(), c.Actor, l.ID, c.Form.Version())
	default:
		return thidua.Refuse(thidua.NotFound, codeNoSuchAct)
	}
	if err != nil {
		return c.AgainOn(err, p.raising)
	}
	key := uses.PeriodKey(l.Period)
	if c.R.URL.Query().Get("ky") == "" {
		key = ""
	}
	return c.Redirect(at("/trinh-ubnd-tinh", uses.Look{}, "ky", key))
}

const codeNoSuchAct thidua.Code = "page-unknown"

// decide records the decision as it was typed.
func (p Pages) decide(c *handle.Ctx, l thidua.RaisedList) (err error) {
	l.Version, l.Decision, l.Decided, l.Signer = c.Form.Version(), c.Form.Text("number"), c.Form.Day("dated"), c.Form.Text("signer")
	for i := range l.Lines {
		id := l.Lines[i].Case
		l.Lines[i].Granted = c.Form.Has("tang-" + id)
		l.Lines[i].Reason, l.Lines[i].Gold = c.Form.Text(whyName(i)), c.Form.Text("so-vang-"+id)
	}
	if l.Scan, err = c.KeepAny(p.App.KeepFile, "scan"); err != nil {
		return err
	}
	return p.Bureau.Decide(c.Context(), c.Actor, l)
}

// ListFile gives the signed Tờ trình or the decision of a list.
func (p Pages) ListFile(c *handle.Ctx) error {
	ref, body, err := p.Bureau.ListFile(c.Context(), c.Actor, c.Path("raised"), c.R.URL.Query().Get("tep"))
	if err != nil {
		return err
	}
	return c.Kept(ref, bytes.NewReader(body))
}
