package province

import (
	"io"
	"strconv"

	"thidua"
	uses "thidua/internal/app/province"
	"thidua/internal/sheet"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Compare shows the proposed collectives or people side by side.
func (p Pages) Compare(c *handle.Ctx) error { return p.compare(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) compare(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.comparison(c, page(c))
	if err != nil {
		return err
	}
	return show(c, status, compareTitle, form, compare(v, form, c.Keys(0), status == ok && c.R.URL.Query().Has("xong")), ui.Link{Text: inboxTitle, URL: at("/tiep-nhan", v.Look)})
}

func page(c *handle.Ctx) int {
	if n, err := strconv.Atoi(c.R.URL.Query().Get("trang")); err == nil && n > 0 {
		return n
	}
	return 1
}

func (p Pages) comparison(c *handle.Ctx, page int) (uses.Comparison, error) {
	return p.Bureau.Compare(c.Context(), c.Actor, period(c), kindOf(c), orderOf(c), page)
}

func orderOf(c *handle.Ctx) string { return c.R.URL.Query().Get("xep") }

// Choose keeps the choice and the notes of a page of the comparison.
func (p Pages) Choose(c *handle.Ctx) error {
	var choices []uses.Choice
	for _, id := range c.Form.All("truong-hop") {
		version, err := strconv.ParseInt(c.Form.Get("ban-"+id), 10, 64)
		if err != nil {
			version = 0
		}
		choices = append(choices, uses.Choice{Case: id, Version: version, Chosen: c.Form.Has("chon-" + id), Note: c.Form.Text("ghi-chu-" + id)})
	}
	err := p.Bureau.Choose(c.Context(), c.Actor, period(c), choices)
	if err == nil && c.Form.Has("lap") {
		if _, err = p.Bureau.MakeList(c.Context(), c.Actor, period(c)); err == nil {
			return c.Redirect(withQuery(c, "/trinh-ubnd-tinh", "ky"))
		}
	}
	if err != nil {
		return c.AgainOn(err, p.compare)
	}
	return c.Redirect(at("/so-sanh", uses.Look{}, append(kept(c, "ky", "loai", "xep", "trang"), "xong", "1")...))
}

// withQuery gives an address with what the present one says under some names.
func withQuery(c *handle.Ctx, path string, names ...string) string {
	return at(path, uses.Look{}, kept(c, names...)...)
}

func kept(c *handle.Ctx, names ...string) (out []string) {
	for _, n := range names {
		out = append(out, n, c.R.URL.Query().Get(n))
	}
	return out
}

// Workbook gives the whole comparison as a workbook, collectives and people on a sheet each.
func (p Pages) Workbook(c *handle.Ctx) error {
	agency, err := p.App.Agency(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	var tables []sheet.Table
	for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
		v, err := p.Bureau.Compare(c.Context(), c.Actor, period(c), kind, orderOf(c), 0)
		if err != nil {
			return err
		}
		tables = append(tables, table(v, agency))
	}
	return c.Download("so-sanh-de-nghi.xlsx", handle.TypeXLSX, false, func(w io.Writer) error { return sheet.WriteTables(w, tables...) })
}

func (h heads) by(key string) string {
	return at("/so-sanh", h.Look, "loai", kindKey(h.Kind), "xep", key)
}

// The orders as addresses have them.
const (
	byIndex = "chi-so"
	byRank  = "thu-hang"
)

// heads is a comparison as the heads of its table need it.
type heads struct{ uses.Comparison }

func (h heads) order(key string) string {
	first := h.Order == "" && key == byIndex
	switch {
	case string(h.Order) != key && !first:
		return ""
	case key == byRank:
		return "ascending"
	}
	return "descending"
}

func paged(v uses.Comparison, page int) string {
	if page < 1 || page > v.Pages {
		return ""
	}
	return at("/so-sanh", v.Look, "loai", kindKey(v.Kind), "xep", string(v.Order), "trang", strconv.Itoa(page))
}
