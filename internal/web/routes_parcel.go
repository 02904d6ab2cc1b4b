package web

import (
	uses "thidua/internal/app/parcel"
	"thidua/internal/web/handle"
	"thidua/internal/web/parcel"
)

// parcels is the addresses on which sealed packages go and come.
func (s *Server) parcels() []handle.Group {
	pages := parcel.Pages{Post: uses.Over(s.config.Core)}
	return []handle.Group{{Name: "packages", Routes: []handle.Route{
		{Pattern: "GET /goi-ho-so", Who: parcel.Readers, Do: pages.Book},
		{Pattern: "POST /goi-ho-so", Who: parcel.Office, Limit: parcel.UploadLimit, Do: pages.ReceiveFile},
		{Pattern: "GET /goi-ho-so/{parcel}/tep", Who: parcel.Readers, Do: pages.File},
		{Pattern: "POST /goi-ho-so/{parcel}/nhan", Who: parcel.Office, Do: pages.Receive},
		{Pattern: "POST /lan-gui/{submission}/goi", Who: parcel.Office, Do: pages.Send},
		{Pattern: "GET /doi-tac", Who: parcel.Keepers, Do: pages.Partners},
		{Pattern: "POST /doi-tac", Who: parcel.Admin, Do: pages.AddPartner},
		{Pattern: "GET /doi-tac/{partner}", Who: parcel.Admin, Do: pages.Partner},
		{Pattern: "POST /doi-tac/{partner}", Who: parcel.Admin, Do: pages.ChangePartner},
	}}}
}
