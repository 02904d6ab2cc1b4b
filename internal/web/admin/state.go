package admin

import (
	"net/http"

	"thidua/internal/app/state"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// State shows how the installation stands.
func (p Pages) State(c *handle.Ctx) error {
	s, err := state.Read(c.Context(), p.App, c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: stateTitle}, statePage(s))
}
