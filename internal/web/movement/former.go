package movement

import (
	"net/http"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/former"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func formerURL(round string) string { return settingsURL(round) + "/nam-truoc" }

// Former shows what the year before has set and this one has not, each setting to be chosen.
func (p Pages) Former(c *handle.Ctx) error {
	s, err := p.Years.Settings(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, formerFrame(s), formerPage(s, firstChoice(s), c.Keys(s.Round.Version)))
}

// TakeFormer writes the chosen settings into the year.
func (p Pages) TakeFormer(c *handle.Ctx) error {
	s, err := p.Years.Settings(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	if err := p.Years.Take(c.Context(), c.Actor, s.Round.ID, c.Form.Version(), c.Form.All("row")); err != nil {
		return c.ShowAgain(err, formerFrame(s), func(f ui.Form) templ.Component { return formerPage(s, f, c.Keys(s.Round.Version)) })
	}
	return c.Redirect(settingsURL(s.Round.ID) + "?xong=" + string(thidua.TakeSettings))
}

func formerFrame(s former.Settings) ui.Page {
	return ui.Page{Title: formerTitle(s), Crumbs: []ui.Link{{Text: movementTitle, URL: yearURL(s.Movement.ID, s.Round.Year)},
		{Text: settingsTitle, URL: settingsURL(s.Round.ID)}, {Text: formerTitle(s)}}}
}

// firstChoice ticks what the year has not set itself.
func firstChoice(s former.Settings) ui.Form {
	var rows []string
	for _, x := range s.Offered {
		if !x.Set && !x.Lost {
			rows = append(rows, x.Name)
		}
	}
	return ui.NewForm(map[string][]string{"row": rows}, nil)
}
