package web

import (
	"thidua"
	uses "thidua/internal/app/clerk"
	"thidua/internal/web/clerk"
	"thidua/internal/web/handle"
	"thidua/internal/web/public"
)

// clerk is the addresses of văn thư.
func (s *Server) clerk() []handle.Group {
	pages := clerk.Pages{App: s.config.Core, Desk: uses.Over(s.config.Core)}
	look := public.LookPages{Desk: pages.Desk}
	return []handle.Group{{Name: "clerk", Routes: []handle.Route{
		{Pattern: "GET /ghi-so", Who: clerk.Keepers, Do: pages.Numbers},
		{Pattern: "POST /ghi-so/{paper}", Who: clerk.Keepers, Limit: clerk.UploadLimit, Do: pages.Number},
		{Pattern: "GET /so-van-ban", Who: clerk.Readers, Do: pages.Register},
		{Pattern: "GET /so-van-ban/{year}/so.xlsx", Who: clerk.Readers, Do: pages.RegisterTable},
		{Pattern: "GET /gui-nhan", Who: clerk.Readers, Do: pages.Sent},
		{Pattern: "GET /ho-so-luu", Who: clerk.Readers, Do: pages.Archive},
		{Pattern: "GET /ho-so-luu/{dossier}", Who: clerk.Readers, Do: pages.Index},
		{Pattern: "POST /ho-so-luu/{dossier}", Who: clerk.Keepers, Do: pages.Place},
		{Pattern: "GET /tra-cuu", Who: handle.For(thidua.MayReadPublished), Do: look.LookUp},
	}}}
}
