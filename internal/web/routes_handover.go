package web

import (
	uses "thidua/internal/app/handover"
	"thidua/internal/web/handle"
	"thidua/internal/web/handover"
)

// handover is the addresses on which work is handed over.
func (s *Server) handover() []handle.Group {
	pages := handover.Pages{App: s.config.Core, Desk: uses.Over(s.config.Core)}
	return []handle.Group{{Name: "handover", Routes: []handle.Route{
		{Pattern: "GET /ban-giao", Who: handle.SignedIn, Do: pages.List},
		{Pattern: "POST /ban-giao", Who: handle.SignedIn, Do: pages.Begin},
		{Pattern: "GET /ban-giao/{handover}", Who: handle.SignedIn, Do: pages.Handover},
		{Pattern: "GET /ban-giao/{handover}/ban-quet", Who: handle.SignedIn, Do: pages.Scan},
		{Pattern: "GET /ban-giao/{handover}/{file}", Who: handle.SignedIn, Do: pages.File},
		{Pattern: "POST /ban-giao/{handover}/{action}", Who: handle.SignedIn, Limit: handover.UploadLimit, Do: pages.Move},
	}}}
}
