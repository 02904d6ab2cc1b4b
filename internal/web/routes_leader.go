package web

import (
	"net/http"
	"thidua"

	"thidua/internal/app/opinion"
	"thidua/internal/web/handle"
	"thidua/internal/web/leader"
)

// leader is the addresses of the links for leaders. The page of a link is open to whoever has its secret, which stands in the path: the log of
// requests names the pattern of the route alone.
func (s *Server) leader() []handle.Group {
	pages := leader.Pages{Desk: opinion.Over(s.config.Core), Base: s.address}
	return []handle.Group{{Name: "link for leaders", Routes: []handle.Route{
		{Pattern: "GET /lanh-dao/{secret}", Who: handle.For(thidua.MayUseLink), Do: pages.Page},
		{Pattern: "POST /lanh-dao/{secret}", Who: handle.For(thidua.MayUseLink), Limit: 4 << 10, Do: pages.Open},
		{Pattern: "GET /lanh-dao/{secret}/{slip}/tap-trinh-ky.pdf", Who: handle.For(thidua.MayUseLink), Do: pages.File},
		{Pattern: "POST /lanh-dao/{secret}/{slip}/y-kien", Who: handle.For(thidua.MayUseLink), Limit: 64 << 10, Do: pages.Say},
		{Pattern: "GET /lien-ket-lanh-dao", Who: leader.Office, Do: pages.Links},
		{Pattern: "POST /lien-ket-lanh-dao", Who: leader.Office, Do: pages.Make},
		{Pattern: "POST /lien-ket-lanh-dao/lua-chon", Who: leader.Office, Do: pages.SetWords},
		{Pattern: "POST /lien-ket-lanh-dao/{link}/thu-hoi", Who: leader.Office, Do: pages.End},
	}}}
}

// configured is the address that people use, as the operator named it; empty where he named none.
func (s *Server) configured() string {
	if s.base == nil {
		return ""
	}
	return s.base.Scheme + "://" + s.base.Host
}

// address is how people reach the program: as configured, else as this request came.
func (s *Server) address(r *http.Request) string {
	if s.base != nil {
		return s.configured()
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
