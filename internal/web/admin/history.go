package admin

import (
	"net/http"

	"thidua/internal/app/agency"
	"thidua/internal/web/handle"
)

// UnitHistory shows what a unit was called, what it came from and what came of it, its people and its awards.
func (p Pages) UnitHistory(c *handle.Ctx) error {
	h, err := p.App.UnitHistory(c.Context(), c.Actor, c.Path("unit"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(unitsTitle, "/don-vi", h.Name), unitHistory(h))
}

func decisionWords(h agency.UnitHistory, change string) string {
	return h.Decisions[change]
}
