package web

import (
	"thidua"
	sample "thidua/internal/app/bank"
	uses "thidua/internal/app/remind"
	"thidua/internal/web/bank"
	"thidua/internal/web/desk"
	"thidua/internal/web/handle"
	"thidua/internal/web/remind"
)

// remind is the addresses of reminders: notices, the calendar and its secret address, messages for units; and of the bank of sample targets.
func (s *Server) remind() []handle.Group {
	reminders := s.config.Reminders
	if reminders == nil {
		reminders = uses.Over(s.config.Core)
	}
	pages := remind.Pages{App: s.config.Core, Desk: reminders, Second: s.config.Second, Base: s.config.BaseURL,
		Where: func(t thidua.Task) string { return desk.Where(t, s.known) }}
	phrases := bank.Pages{App: s.config.Core, Bank: sample.Over(s.config.Core)}
	read, keepers := handle.For(thidua.MayReadBank), handle.For(thidua.MayKeepBank)
	return []handle.Group{{Name: "bank", Routes: []handle.Route{
		{Pattern: "GET /chi-tieu-mau", Who: read, Do: phrases.List},
		{Pattern: "POST /chi-tieu-mau", Who: keepers, Do: phrases.Add},
		{Pattern: "POST /chi-tieu-mau/an", Who: keepers, Do: phrases.Hide},
	}}, {Name: "reminders", Routes: []handle.Route{
		{Pattern: "GET /thong-bao", Who: handle.SignedIn, Do: pages.Notices},
		{Pattern: "POST /thong-bao", Who: handle.SignedIn, Do: pages.MarkRead},
		{Pattern: "GET /cach-nhan-nhac", Who: handle.SignedIn, Do: pages.Ways},
		{Pattern: "POST /cach-nhan-nhac", Who: handle.SignedIn, Do: pages.SaveContact},
		{Pattern: "POST /cach-nhan-nhac/lich", Who: handle.SignedIn, Do: pages.Feed},
		{Pattern: "GET /nam/{round}/nhac", Who: handle.For(thidua.MayRemindUnits), Do: pages.Messages},
		{Pattern: "GET /nam/{round}/nhac/{file}", Who: handle.For(thidua.MayRemindUnits), Do: pages.Picture},
		{Pattern: "GET /lich", Who: handle.SignedIn, Do: pages.Calendar},
		{Pattern: "GET /lich/{file}", Who: handle.For(thidua.MayUseLink), Quiet: true, Do: pages.ICal},
	}}}
}
