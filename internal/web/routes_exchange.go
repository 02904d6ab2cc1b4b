package web

import (
	"thidua"
	uses "thidua/internal/app/exchange"
	"thidua/internal/web/exchange"
	"thidua/internal/web/handle"
)

// exchange is the addresses on which lists go out to Excel and come back.
func (s *Server) exchange() []handle.Group {
	pages := exchange.Pages{App: s.config.Core, Lists: uses.New(s.config.Core)}
	who := handle.For(thidua.MayExchange)
	return []handle.Group{{Name: "exchange", Routes: []handle.Route{
		{Pattern: "GET /excel", Who: who, Do: pages.Index},
		{Pattern: "GET /excel/{list}", Who: who, Do: pages.Current},
		{Pattern: "GET /excel/{list}/{round}", Who: who, Do: pages.Of},
		{Pattern: "POST /excel/{list}/{round}", Who: who, Limit: exchange.FileLimit, Do: pages.Look},
		{Pattern: "GET /excel/{list}/{round}/{file}", Who: who, Do: pages.File},
		{Pattern: "POST /excel/{list}/{round}/ap-dung", Who: who, Limit: exchange.ApplyLimit, Do: pages.Apply},
		{Pattern: "POST /excel/{list}/{round}/loi", Who: who, Limit: exchange.ApplyLimit, Do: pages.Faults},
		{Pattern: "POST /excel/{list}/{round}/hoan-tac/{import}", Who: who, Limit: exchange.UndoLimit, Do: pages.Undo},
	}}}
}
