package web

import (
	outside "thidua/internal/app/anchor"
	personal "thidua/internal/app/privacy"
	"thidua/internal/web/anchor"
	"thidua/internal/web/backup"
	"thidua/internal/web/custody"
	"thidua/internal/web/handle"
	"thidua/internal/web/privacy"
	"thidua/internal/web/public"
)

// anchors is the addresses by which what the log says reaches others.
func (s *Server) anchors() handle.Group {
	desk := s.config.Anchors
	if desk == nil {
		desk = outside.Over(s.config.Core)
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

// privacy is the addresses about personal data: one's own, the register, and what who answers does.
func (s *Server) privacy() []handle.Group {
	pages := privacy.Pages{App: s.config.Core, Desk: personal.Over(s.config.Core)}
	return []handle.Group{{Name: "personal data", Routes: []handle.Route{
		{Pattern: "GET /tai-khoan/du-lieu", Who: handle.Anywhere, Do: pages.Mine},
		{Pattern: "POST /tai-khoan/du-lieu/tai-ve", Who: handle.Anywhere, Do: pages.TakeMine},
		{Pattern: "POST /tai-khoan/du-lieu/yeu-cau", Who: handle.Anywhere, Do: pages.Ask},
		{Pattern: "GET /du-lieu-ca-nhan", Who: privacy.Readers, Do: pages.Register},
		{Pattern: "GET /du-lieu-ca-nhan/so.xlsx", Who: privacy.Readers, Do: pages.Workbook},
		{Pattern: "POST /du-lieu-ca-nhan/{request}", Who: privacy.Keepers, Do: pages.Answer},
		{Pattern: "GET /du-lieu-ca-nhan/nguoi/{person}", Who: privacy.Keepers, Do: pages.Person},
		{Pattern: "POST /du-lieu-ca-nhan/nguoi/{person}/tai-ve", Who: privacy.Keepers, Do: pages.TakePerson},
		{Pattern: "POST /du-lieu-ca-nhan/nguoi/{person}/che", Who: privacy.Maskers, Do: pages.Mask},
	}}}
}
