package unit

import (
	"os"

	"thidua"
	"thidua/internal/app/earlier"
	"thidua/internal/web/handle"
)

// SheetLimit is the size of a form with a signed sheet, in bytes.
const SheetLimit = 26 << 20

// Paper gives the papers of a registration to print and sign: the person's sheet, the list of the unit, or the sheet as it was signed.
func (p Pages) Paper(c *handle.Ctx) error {
	id, name := c.Path("registration"), c.Path("file")
	if name == "ban-ky" {
		return c.Stored(func() (thidua.FileRef, *os.File, error) { return p.App.OpenSignedSheet(c.Context(), c.Actor, id) })
	}
	if name == "phieu-dang-ky.pdf" || name == "phieu-dang-ky.docx" {
		d, err := p.App.RegistrationSheetPaper(c.Context(), c.Actor, id)
		if err != nil {
			return err
		}
		return c.Paper(name, d)
	}
	v, err := p.App.Registration(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	return p.signList(c, v.Round.ID, v.Unit.ID, name)
}

// UnitPaper gives the list of a unit that everybody signs on paper.
func (p Pages) UnitPaper(c *handle.Ctx) error {
	return p.signList(c, c.Path("round"), c.Path("unit"), c.Path("file"))
}

func (p Pages) signList(c *handle.Ctx, round, unit, name string) error {
	d, err := p.App.SignList(c.Context(), c.Actor, round, unit)
	if err != nil {
		return err
	}
	return c.Paper(name, d)
}

// EarlierSheet gives a signed sheet that another took the place of.
func (p Pages) EarlierSheet(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return earlier.Desk{App: p.App}.OpenSheet(c.Context(), c.Actor, c.Path("registration"), c.Path("earlier"))
	})
}

func earlierURL(registration string) func(string) string {
	return func(id string) string { return "/dang-ky/" + registration + "/tep-truoc/" + id }
}

// Sheet keeps the signed sheet of somebody for whom the unit entered the registration.
func (p Pages) Sheet(c *handle.Ctx) error {
	id := c.Path("registration")
	sheet, err := c.Keep(p.App.KeepFile, "sheet")
	if err == nil {
		err = p.App.KeepSheet(c.Context(), c.Actor, id, c.Form.Version(), sheet)
	}
	if err != nil {
		return p.again(c, id, err)
	}
	return c.Redirect("/dang-ky/" + id + "?xong=luu-ban-ky")
}
