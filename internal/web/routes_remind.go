package web

import (
	"thidua"
	uses "thidua/internal/app/remind"
	"thidua/internal/web/desk"
	"thidua/internal/web/handle"
	"thidua/internal/web/remind"
)

// remind is the addresses of reminders: notices, the calendar and its secret address, messages for units.
func (s *Server) remind() []handle.Group {
	reminders := s.config.Reminders
	if reminders == nil {
		reminders = uses.Over(s.config.Core)
	}
	pages := remind.Pages{App: s.config.Core, Desk: reminders, Base: s.config.BaseURL,
		Where: func(t thidua.Task) string { return desk.Where(t, s.known) }}
	return []handle.Group{{Name: "reminders", Routes: []handle.Route{
		{Pattern: "GET /thong-bao", Who: handle.SignedIn, Do: pages.Notices},
		{Pattern: "POST /thong-bao", Who: handle.SignedIn, Do: pages.MarkRead},
		{Pattern: "GET /cach-nhan-nhac", Who: handle.SignedIn, Do: pages.Ways},
		{Pattern: "POST /cach-nhan-nhac", Who: handle.SignedIn, Do: pages.SaveContact},
		{Pattern: "POST /cach-nhan-nhac/lich", Who: handle.SignedIn, Do: pages.Feed},
		{Pattern: "GET /lich", Who: handle.SignedIn, Do: pages.Calendar},
		{Pattern: "GET /lich/{file}", Who: handle.Public, Quiet: true, Do: pages.ICal},
	}}}
}
