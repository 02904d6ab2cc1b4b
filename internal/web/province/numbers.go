package province

import (
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Numbers shows the numbers of awards of a period with their documents.
func (p Pages) Numbers(c *handle.Ctx) error { return p.numbers(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) numbers(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Bureau.Numbers(c.Context(), c.Actor, period(c))
	if err != nil {
		return err
	}
	return show(c, status, numbersTitle, form, numbers(v, form, c.Keys(0)))
}

// SaveNumber records a number of awards.
func (p Pages) SaveNumber(c *handle.Ctx) error {
	kind := thidua.Collective
	if c.Form.Get("loai") == "ca-nhan" {
		kind = thidua.Individual
	}
	err := p.Bureau.SaveQuota(c.Context(), c.Actor, period(c), thidua.Quota{Kind: kind, Block: c.Form.Text("khoi"), Number: whole(c, "number"), Document: c.Form.Text("document")})
	if err != nil {
		return c.AgainOn(err, p.numbers)
	}
	return c.Redirect(withQuery(c, "/so-luong", "ky"))
}

func whole(c *handle.Ctx, field string) int {
	n, err := strconv.Atoi(c.Form.Text(field))
	if err != nil {
		return -1
	}
	return n
}

// Indexes shows the reform index of every agency in a year.
func (p Pages) Indexes(c *handle.Ctx) error { return p.indexes(c, ok, nil) }

func (p Pages) indexes(c *handle.Ctx, status int, typed *ui.Form) error {
	year, err := strconv.Atoi(c.R.URL.Query().Get("nam"))
	if err != nil || year < 0 {
		year = 0
	}
	v, err := p.Bureau.Indexes(c.Context(), c.Actor, year)
	if err != nil {
		return err
	}
	form := ui.NewForm(nil, nil)
	if v.Year != 0 {
		form = ui.NewForm(url.Values{"year": {strconv.Itoa(v.Year)}}, nil)
	}
	if typed != nil {
		form = *typed
	}
	return show(c, status, indexTitle, form, indexes(v, form, c.Keys(0)), ui.Link{Text: numbersTitle, URL: "/so-luong"})
}

// SaveIndex records the index of an agency in a year.
func (p Pages) SaveIndex(c *handle.Ctx) error {
	points, readable := vi.ParseNumber(c.Form.Text("points"))
	if !readable {
		points = -1
	}
	i := thidua.IndexPoint{Agency: c.Form.Get("agency"), Year: whole(c, "year"), Points: thidua.Quantity(points), Rank: whole(c, "rank"),
		PublishedOn: c.Form.Day("published"), Document: c.Form.Text("document")}
	if err := p.Bureau.SaveIndex(c.Context(), c.Actor, i); err != nil {
		return c.AgainOn(err, func(_ *handle.Ctx, status int, form ui.Form) error { return p.indexes(c, status, &form) })
	}
	return c.Redirect("/chi-so-co-quan?nam=" + strconv.Itoa(i.Year))
}
