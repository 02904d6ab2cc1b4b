package web

import (
	uses "thidua/internal/app/province"
	"thidua/internal/web/handle"
	"thidua/internal/web/province"
)

// province is the addresses of Sở Nội vụ and UBND tỉnh.
func (s *Server) province() []handle.Group {
	pages := province.Pages{App: s.config.Core, Bureau: uses.Over(s.config.Core)}
	return []handle.Group{
		{Name: "appraisal", Routes: []handle.Route{
			{Pattern: "GET /tiep-nhan", Who: province.Appraisers, Do: pages.Inbox},
			{Pattern: "POST /tiep-nhan/nhan-goi", Who: province.Appraisers, Do: pages.TakeIn},
			{Pattern: "POST /tiep-nhan/nhan-tep", Who: province.Appraisers, Limit: province.UploadLimit, Do: pages.TakeFile},
			{Pattern: "GET /tiep-nhan/{appraisal}", Who: province.Appraisers, Do: pages.Dossier},
			{Pattern: "GET /tiep-nhan/{appraisal}/van-ban", Who: province.Appraisers, Do: pages.Paper},
			{Pattern: "POST /tiep-nhan/{appraisal}/{action}", Who: province.Appraisers, Do: pages.Act},
			{Pattern: "GET /so-sanh", Who: province.Appraisers, Do: pages.Compare},
			{Pattern: "GET /so-sanh/bang.xlsx", Who: province.Appraisers, Do: pages.Workbook},
			{Pattern: "POST /so-sanh", Who: province.Appraisers, Do: pages.Choose},
			{Pattern: "GET /so-luong", Who: province.Appraisers, Do: pages.Numbers},
			{Pattern: "POST /so-luong", Who: province.Appraisers, Do: pages.SaveNumber},
			{Pattern: "GET /chi-so-co-quan", Who: province.Appraisers, Do: pages.Indexes},
			{Pattern: "POST /chi-so-co-quan", Who: province.Appraisers, Do: pages.SaveIndex},
			{Pattern: "GET /trinh-ubnd-tinh", Who: province.Appraisers, Do: pages.Raising},
			{Pattern: "POST /trinh-ubnd-tinh", Who: province.Appraisers, Do: pages.MakeList},
			{Pattern: "POST /trinh-ubnd-tinh/{raised}/{action}", Who: province.Appraisers, Limit: province.UploadLimit, Do: pages.ActList},
			{Pattern: "GET /co-quan-dia-phuong", Who: province.Appraisers, Do: pages.Senders},
		}},
		{Name: "decision", Routes: []handle.Route{
			{Pattern: "GET /cho-quyet-dinh", Who: province.Deciders, Do: pages.Waiting},
			{Pattern: "POST /cho-quyet-dinh/nhan-goi", Who: province.Deciders, Do: pages.TakeList},
			{Pattern: "POST /cho-quyet-dinh/nhan-tep", Who: province.Deciders, Limit: province.UploadLimit, Do: pages.TakeListFile},
			{Pattern: "GET /danh-sach-trinh", Who: province.Deciders, Do: pages.Lists},
			{Pattern: "GET /danh-sach-trinh/{raised}", Who: province.Both, Do: pages.List},
			{Pattern: "POST /danh-sach-trinh/{raised}", Who: province.Deciders, Limit: province.UploadLimit, Do: pages.Decide},
			{Pattern: "GET /danh-sach-trinh/{raised}/tep", Who: province.Both, Do: pages.ListFile},
			{Pattern: "GET /danh-sach-trinh/{raised}/du-thao/{file}", Who: province.Both, Do: pages.Draft},
			{Pattern: "GET /quyet-dinh-tinh", Who: province.Deciders, Do: pages.Decided},
			{Pattern: "GET /bang-vang-tinh", Who: province.Both, Do: pages.Roll},
		}},
	}
}
