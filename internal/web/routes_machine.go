package web

import (
	"thidua/internal/web/backup"
	"thidua/internal/web/custody"
	"thidua/internal/web/handle"
	"thidua/internal/web/public"
)

// onThisMachine is the addresses for who looks after the machine: the beginning of an installation, backups, and kept files.
func (s *Server) onThisMachine() (groups []handle.Group) {
	if s.config.Core != nil {
		kept := custody.Pages{Desk: s.config.Core.Custody()}
		groups = append(groups, handle.Group{Name: "kept files", Routes: []handle.Route{
			{Pattern: "GET /tep-luu", Who: custody.Who, Do: kept.List},
			{Pattern: "GET /tep-luu/{kept}", Who: custody.Who, Do: kept.One},
			{Pattern: "POST /tep-luu/{kept}", Who: custody.Who, Do: kept.Purge},
		}})
	}
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
