package web

import (
	"thidua/internal/web/admin"
	"thidua/internal/web/handle"
)

// reorganisation is the addresses on which the organisation is changed by a decision.
func (s *Server) reorganisation(keep admin.Pages) handle.Group {
	return handle.Group{Name: "reorganisation", Routes: []handle.Route{
		{Pattern: "GET /thay-doi-to-chuc", Who: admin.Keepers, Do: keep.Changes},
		{Pattern: "GET /thay-doi-to-chuc/moi", Who: admin.Keepers, Do: keep.NewChange},
		{Pattern: "POST /thay-doi-to-chuc", Who: admin.Keepers, Limit: admin.ChangeLimit, Do: keep.DraftChange},
		{Pattern: "GET /thay-doi-to-chuc/{change}", Who: admin.Keepers, Do: keep.Change},
		{Pattern: "POST /thay-doi-to-chuc/{change}", Who: admin.Keepers, Do: keep.SaveChange},
		{Pattern: "GET /thay-doi-to-chuc/{change}/quyet-dinh", Who: admin.Keepers, Do: keep.ChangeScan},
		{Pattern: "POST /thay-doi-to-chuc/{change}/ghi-nhan", Who: admin.Keepers, Do: keep.RecordChange},
		{Pattern: "POST /thay-doi-to-chuc/{change}/bo", Who: admin.Keepers, Do: keep.DropChange},
		{Pattern: "POST /thay-doi-to-chuc/{change}/hoan-tac", Who: admin.Keepers, Do: keep.UndoChange},
		{Pattern: "GET /co-quan/thay-doi", Who: admin.Admins, Do: keep.NewAgencyChange},
		{Pattern: "POST /co-quan/thay-doi", Who: admin.Admins, Limit: admin.ChangeLimit, Do: keep.DraftAgencyChange},
	}}
}
