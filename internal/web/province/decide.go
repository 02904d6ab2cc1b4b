package province

import (
	"io"
	"strings"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Waiting shows UBND tỉnh what waits for its decision.
func (p Pages) Waiting(c *handle.Ctx) error { return p.waiting(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) waiting(c *handle.Ctx, status int, form ui.Form) error {
	parcels, err := p.Bureau.WaitingHere(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	all, err := p.Bureau.Lists(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(c, status, waitTitle, form, waiting(parcels, inState(all, thidua.ListRaised), form, c.Keys(0)))
}

func inState(all []thidua.RaisedList, state thidua.State) (out []thidua.RaisedList) {
	for _, l := range all {
		if l.State == state {
			out = append(out, l)
		}
	}
	return out
}

// TakeList takes in a package of Sở Nội vụ.
func (p Pages) TakeList(c *handle.Ctx) error {
	if err := p.Bureau.Take(c.Context(), c.Actor, c.Form.Get("goi")); err != nil {
		return c.AgainOn(err, p.waiting)
	}
	return c.Redirect("/cho-quyet-dinh")
}

// TakeListFile takes in a package of Sở Nội vụ that was carried as a file.
func (p Pages) TakeListFile(c *handle.Ctx) error {
	if err := takeFile(c, p.Bureau); err != nil {
		return c.AgainOn(err, p.waiting)
	}
	return c.Redirect("/cho-quyet-dinh")
}

// List shows one list with its papers and, while it waits, the form of the decision.
func (p Pages) List(c *handle.Ctx) error { return p.list(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) list(c *handle.Ctx, status int, form ui.Form) error {
	l, err := p.Bureau.List(c.Context(), c.Actor, c.Path("raised"))
	if err != nil {
		return err
	}
	return show(c, status, listTitle(l), form, onList(l, c.Actor.Has(thidua.RoleProvince), form, c.Keys(l.Version)), ui.Link{Text: listsTitle, URL: "/danh-sach-trinh"})
}

// Decide records the decision of UBND tỉnh.
func (p Pages) Decide(c *handle.Ctx) error {
	l, err := p.Bureau.List(c.Context(), c.Actor, c.Path("raised"))
	if err != nil {
		return err
	}
	if err := p.decide(c, l); err != nil {
		return c.AgainOn(err, p.list)
	}
	return c.Redirect("/danh-sach-trinh/" + l.ID)
}

// Lists shows every list that came with its Tờ trình.
func (p Pages) Lists(c *handle.Ctx) error {
	all, err := p.Bureau.Lists(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(c, ok, listsTitle, ui.NewForm(nil, nil), lists(listsTitle, listsLead, all))
}

// Decided shows the decisions that were issued.
func (p Pages) Decided(c *handle.Ctx) error {
	all, err := p.Bureau.Roll(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(c, ok, decidedTitle, ui.NewForm(nil, nil), lists(decidedTitle, decidedLead, all))
}

// Senders shows the agencies with their blocks and what they sent each year.
func (p Pages) Senders(c *handle.Ctx) error {
	all, err := p.Bureau.Senders(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(c, ok, sendersTitle, ui.NewForm(nil, nil), senders(all))
}

// Draft gives a draft of the Tờ trình or of the decision as Word or PDF file.
func (p Pages) Draft(c *handle.Ctx) error {
	which, format, _ := strings.Cut(c.Path("file"), ".")
	d, err := p.Bureau.Draft(c.Context(), c.Actor, c.Path("raised"), which)
	if err != nil {
		return err
	}
	switch format {
	case "docx":
		return c.Download(which+".docx", handle.TypeDOCX, false, func(w io.Writer) error { return d.DOCX(w) })
	case "pdf":
		return c.Download(which+".pdf", handle.TypePDF, false, func(w io.Writer) error { return d.PDF(w) })
	}
	return thidua.Refuse(thidua.NotFound, codeNoSuchAct)
}
