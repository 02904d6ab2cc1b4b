package web

import (
	uses "thidua/internal/app/anchor"
	"thidua/internal/web/anchor"
	"thidua/internal/web/backup"
	"thidua/internal/web/handle"
	"thidua/internal/web/public"
)

// anchors is the addresses by which what the log says reaches others.
func (s *Server) anchors() handle.Group {
	desk := s.config.Anchors
	if desk == nil {
		desk = uses.Over(s.config.Core)
	}
	pages := anchor.Pages{Desk: desk}
	return handle.Group{Name: "anchors", Routes: []handle.Route{
		{Pattern: "GET /kiem-chung", Who: handle.Public, Do: pages.LookUp},
		{Pattern: "GET /phieu-kiem-chung", Who: anchor.Readers, Do: pages.List},
		{Pattern: "GET /phieu-kiem-chung/{proof}", Who: handle.SignedIn, Do: pages.Sheet},
		{Pattern: "GET /phieu-kiem-chung/{proof}/{file}", Who: handle.SignedIn, Do: pages.File},
		{Pattern: "POST /van-ban/{paper}/phieu-kiem-chung", Who: anchor.Makers, Do: pages.OfPaper},
		{Pattern: "POST /nam/{round}/phieu-kiem-chung", Who: anchor.Makers, Do: pages.OfDossier},
		{Pattern: "GET /neo-nhat-ky", Who: anchor.Auditors, Do: pages.Standing},
		{Pattern: "POST /neo-nhat-ky/bang-chung.jsonl", Who: anchor.Exporters, Do: pages.Export},
	}}
}

// onThisMachine is the addresses for who looks after the machine: the beginning of an installation, and backups.
func (s *Server) onThisMachine() (groups []handle.Group) {
	if s.config.Founding {
		first := public.BeginPages{Core: s.config.Core}
		groups = append(groups, handle.Group{Name: "beginning", Routes: []handle.Route{
			{Pattern: "GET /bat-dau", Who: handle.Public, Do: first.Begin},
			{Pattern: "POST /bat-dau", Who: handle.Public, Limit: 16 << 10, Do: first.Found},
		}})
	}
	if s.config.Backups != nil {
		desk := backup.Pages{Desk: s.config.Backups}
		groups = append(groups, handle.Group{Name: "backups", Routes: []handle.Route{
			{Pattern: "GET /sao-luu", Who: backup.Who, Do: desk.Show},
			{Pattern: "POST /sao-luu", Who: backup.Who, Do: desk.Make},
			{Pattern: "POST /sao-luu/kiem-tra", Who: backup.Who, Do: desk.Check},
			{Pattern: "POST /sao-luu/dung", Who: backup.Who, Do: desk.Stop},
		}})
	}
	return groups
}
