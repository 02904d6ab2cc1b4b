package web

import (
	"thidua"
	uses "thidua/internal/app/closing"
	"thidua/internal/app/writing"
	"thidua/internal/web/closing"
	"thidua/internal/web/handle"
)

// closing is the addresses on which a movement is summed up.
func (s *Server) closing() []handle.Group {
	pages := closing.Pages{App: s.config.Core, Closing: uses.Over(s.config.Core), Desk: writing.Over(s.config.Core), Known: s.known}
	return []handle.Group{{Name: "closing", Routes: []handle.Route{
		{Pattern: "GET /tong-ket", Who: handle.For(thidua.MayReadMovement), Do: pages.Latest},
		{Pattern: "GET /tong-ket/{movement}", Who: handle.For(thidua.MayReadMovement), Do: pages.Page},
		{Pattern: "GET /tong-ket/{movement}/bieu-so-lieu.xlsx", Who: handle.For(thidua.MayReadMovement), Do: pages.Table},
		{Pattern: "POST /tong-ket/{movement}/bat-dau", Who: closing.Office, Do: pages.Begin},
		{Pattern: "POST /tong-ket/{movement}/bao-cao", Who: closing.Office, Do: pages.Review},
		{Pattern: "GET /tong-ket/{movement}/so-luong", Who: closing.Office, Do: pages.Quota},
		{Pattern: "POST /tong-ket/{movement}/so-luong", Who: closing.Office, Do: pages.SaveQuota},
		{Pattern: "GET /ke-hoach/{plan}/chep", Who: closing.Office, Do: pages.Proposal},
		{Pattern: "POST /ke-hoach/{plan}/chep", Who: closing.Office, Do: pages.Carry},
	}}}
}
