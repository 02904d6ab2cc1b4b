package web

import (
	"thidua/internal/app/former"
	panel "thidua/internal/web/council"
	"thidua/internal/web/handle"
)

// council is the addresses of the council: sessions, cases, votes, minutes.
func (s *Server) council() []handle.Group {
	hold := panel.Pages{App: s.config.Core, Former: former.Over(s.config.Core), Known: s.known}
	return []handle.Group{
		{Name: "council", Routes: []handle.Route{
			{Pattern: "GET /hoi-dong", Who: panel.Readers, Do: hold.Year},
			{Pattern: "POST /hoi-dong", Who: panel.Makers, Do: hold.PlanSession},
			{Pattern: "GET /ket-qua-hop", Who: panel.Readers, Do: hold.Latest},
			{Pattern: "GET /hoi-dong/{session}", Who: panel.Readers, Do: hold.Room},
			{Pattern: "GET /hoi-dong/{session}/sua", Who: panel.Makers, Do: hold.EditSession},
			{Pattern: "GET /hoi-dong/{session}/tai-lieu", Who: panel.Readers, Do: hold.Papers},
			{Pattern: "GET /hoi-dong/{session}/ket-qua", Who: panel.Readers, Do: hold.Result},
			{Pattern: "GET /hoi-dong/{session}/bien-ban/{format}", Who: panel.Readers, Do: hold.Minutes},
			{Pattern: "GET /hoi-dong/{session}/y-kien/{person}", Who: panel.Readers, Do: hold.Scan},
			{Pattern: "POST /hoi-dong/{session}/{action}", Who: panel.Council, Limit: panel.ScanLimit, Do: hold.ActOnSession},
			{Pattern: "POST /bien-ban/{paper}/{action}", Who: panel.Signing, Limit: panel.ScanLimit, Do: hold.ActOnMinutes},
			{Pattern: "GET /bien-ban/{paper}/ban-ky", Who: panel.Readers, Do: hold.Signed},
			{Pattern: "GET /nam/{round}/truong-hop", Who: panel.Preparers, Do: hold.Slate},
			{Pattern: "POST /nam/{round}/truong-hop", Who: panel.Writers, Do: hold.Propose},
			{Pattern: "GET /truong-hop/{nominee}", Who: panel.Proposal, Do: hold.Case},
			{Pattern: "POST /truong-hop/{nominee}/{action}", Who: panel.Writers, Do: hold.ActOnCase},
		}},
	}
}
