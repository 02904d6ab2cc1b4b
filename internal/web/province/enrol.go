package province

import (
	"io"
	"net/url"
	"strconv"

	"thidua"
	uses "thidua/internal/app/province"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

const enrolURL = "/dang-ky-cac-co-quan"

// Enrolments shows who has registered in a year, who has not, and who is late.
func (p Pages) Enrolments(c *handle.Ctx) error { return p.enrolments(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) enrolments(c *handle.Ctx, status int, form ui.Form) error {
	q := c.R.URL.Query()
	f := uses.EnrolmentFilter{Period: q.Get("ky"), Text: q.Get("q"), Show: uses.Show(q.Get("tinh-trang")), Block: q.Get("khoi"), Page: page(c)}
	v, err := p.Bureau.Enrolments(c.Context(), c.Actor, f)
	if err != nil {
		return err
	}
	if len(form.Names()) == 0 {
		form = ui.NewForm(dueValues(v), nil)
	}
	return show(c, status, enrolTitle, form, enrolments(overview{v, f}, form, c.Keys(0)))
}

// overview is the page of all agencies with what was asked for.
type overview struct {
	uses.Enrolments
	f uses.EnrolmentFilter
}

// at gives the address of a page of the overview, every filter kept.
func (o overview) at(page int) string {
	if page < 1 || page > o.Pages {
		return ""
	}
	trang := ""
	if page > 1 {
		trang = strconv.Itoa(page)
	}
	return at(enrolURL, o.Look, "q", o.f.Text, "tinh-trang", string(o.f.Show), "khoi", o.f.Block, "trang", trang)
}

// dueValues fills the form of the deadline with what is known.
func dueValues(v uses.Enrolments) url.Values {
	out := url.Values{"movement": {v.Period.Movement}, "due": {vi.Date(v.Due.Day)}, "document": {v.Due.Document}}
	if v.Due.Inclusive {
		out.Set("inclusive", "1")
	}
	if v.Period.Year != 0 {
		out.Set("year", strconv.Itoa(v.Period.Year))
	}
	return out
}

// SaveDue records the day by which lists are due.
func (p Pages) SaveDue(c *handle.Ctx) error {
	period := thidua.Period{Movement: c.Form.Text("movement"), Year: whole(c, "year")}
	due := thidua.DueDay{Day: c.Form.Day("due"), Inclusive: c.Form.Has("inclusive"), Document: c.Form.Text("document")}
	if err := p.Bureau.SaveEnrolmentDue(c.Context(), c.Actor, period, due); err != nil {
		return c.AgainOn(err, p.enrolments)
	}
	return c.Redirect(enrolURL + "?ky=" + url.QueryEscape(uses.PeriodKey(period)))
}

// TakeEnrolment takes in a list of registrations that waits in the installation.
func (p Pages) TakeEnrolment(c *handle.Ctx) error {
	if err := p.Bureau.Take(c.Context(), c.Actor, c.Form.Get("goi")); err != nil {
		return c.AgainOn(err, p.enrolments)
	}
	return c.Redirect(enrolURL)
}

// Enrolment shows one list of registrations.
func (p Pages) Enrolment(c *handle.Ctx) error { return p.enrolment(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) enrolment(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Bureau.Enrolment(c.Context(), c.Actor, c.Path("enrolment"))
	if err != nil {
		return err
	}
	return show(c, status, v.FromName, form, enrolment(v, form, c.Keys(v.Version)), ui.Link{Text: enrolTitle, URL: enrolURL})
}

// ActEnrolment confirms a list of registrations or returns it.
func (p Pages) ActEnrolment(c *handle.Ctx) error {
	id := c.Path("enrolment")
	v, err := p.Bureau.Enrolment(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	m := uses.EnrolmentMove{Do: thidua.Action(c.Path("action")), Version: c.Form.Version(), Number: c.Form.Text("number"), Dated: c.Form.Day("dated"),
		Note: c.Form.Text("note"), Until: c.Form.Day("until")}
	if m.Do == thidua.ReturnEnrolment {
		m.Note, m.Asked = c.Form.Text("reason"), askedParts(c, v)
	}
	if err := p.Bureau.MoveEnrolment(c.Context(), c.Actor, id, m); err != nil {
		return c.AgainOn(err, p.enrolment)
	}
	return c.Redirect(enrolURL + "/" + id)
}

func askedParts(c *handle.Ctx, v uses.Enrolment) (out []thidua.AskedPart) {
	for i, p := range enrolmentParts(v) {
		if n := strconv.Itoa(i); c.Form.Has("xin-" + n) {
			p.Reason = c.Form.Text("vi-sao-" + n)
			out = append(out, p)
		}
	}
	return out
}

// enrolmentParts lists what may be asked for again: the papers, the collectives, the people.
func enrolmentParts(v uses.Enrolment) (out []thidua.AskedPart) {
	for _, p := range v.Data.Papers {
		out = append(out, thidua.AskedPart{ID: p.ID, Name: p.Title})
	}
	for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
		for _, r := range v.Data.Registrations {
			if r.Subject.Kind == kind {
				out = append(out, thidua.AskedPart{ID: r.ID, Name: r.Subject.Name})
			}
		}
	}
	return out
}

// EnrolmentPaper gives a paper of a list as it stands in the sealed package.
func (p Pages) EnrolmentPaper(c *handle.Ctx) error {
	name, body, err := p.Bureau.EnrolmentPaper(c.Context(), c.Actor, c.Path("enrolment"), c.R.URL.Query().Get("van-ban"))
	if err != nil {
		return err
	}
	return c.Download(name, "application/octet-stream", false, func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	})
}
