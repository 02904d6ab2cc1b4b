package council

import (
	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// readEarlier reads the sessions whose programme a new one may take over, and the proposal after the one that the address names.
func (p Pages) readEarlier(c *handle.Ctx, y *year) (err error) {
	if !y.plans {
		return nil
	}
	if y.earlier, err = p.Former.Sessions(c.Context(), c.Actor); err != nil || c.Form.Get("theo") == "" {
		return err
	}
	after, err := p.Former.Programme(c.Context(), c.Actor, y.season.Round.ID, c.Form.Get("theo"))
	y.after = &after
	return err
}

// proposed fills the form of a new session with what the earlier one had; nobody has saved it yet.
func (y year) proposed() ui.Form {
	if y.after == nil {
		return fresh("number", "", "kind", string(thidua.ShowOfHands))
	}
	s := y.after.Session
	clock := y.after.Earlier.At
	form := fresh("number", "", "time", vi.Time(clock), "place", s.Place, "kind", string(s.VoteKind))
	if !s.At.IsZero() {
		form = fresh("number", "", "day", vi.Date(thidua.DateOf(s.At)), "time", vi.Time(clock), "place", s.Place, "kind", string(s.VoteKind))
	}
	values := form.Raw()
	values["counter"] = s.Counters
	return ui.NewForm(values, nil)
}
