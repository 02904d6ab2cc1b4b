package web

import (
	"thidua"
	"thidua/internal/app/parcel"
	"thidua/internal/app/writing"
	"thidua/internal/web/dossier"
	"thidua/internal/web/handle"
	"thidua/internal/web/paper"
	"thidua/internal/web/public"
)

// papers is the addresses of dossier, papers, answers and the roll of honour.
func (s *Server) papers() []handle.Group {
	desk := writing.Over(s.config.Core)
	file := dossier.Pages{App: s.config.Core, Desk: desk, Post: parcel.Over(s.config.Core)}
	forms := paper.Pages{App: s.config.Core, Desk: desk}
	hall := public.RollPages{App: s.config.Core}
	read, write := handle.For(thidua.MayReadPaper), handle.For(thidua.MayWorkPaper)
	return []handle.Group{
		{Name: "dossier", Routes: []handle.Route{
			{Pattern: "GET /ho-so", Who: dossier.Readers, Do: file.Current},
			{Pattern: "GET /nam/{round}/ho-so", Who: dossier.Readers, Do: file.Of},
			{Pattern: "POST /nam/{round}/ho-so", Who: dossier.Office, Do: file.Make},
			{Pattern: "GET /ho-so/{dossier}/tep/{file}", Who: dossier.Readers, Do: file.File},
			{Pattern: "POST /ho-so/{dossier}/tron-bo.zip", Who: dossier.Readers, Do: file.Zip},
			{Pattern: "POST /ho-so/{dossier}/{action}", Who: dossier.Workers, Do: file.Act},
			{Pattern: "GET /bao-cao", Who: read, Do: file.Reports},
			{Pattern: "GET /van-ban", Who: dossier.Registrars, Do: file.Register},
			{Pattern: "GET /van-ban/{paper}", Who: read, Do: file.Paper},
			{Pattern: "GET /van-ban/{paper}/tep/{file}", Who: read, Do: file.PaperFile},
			{Pattern: "GET /van-ban/{paper}/tep-truoc/{earlier}", Who: read, Do: file.EarlierFile},
			{Pattern: "GET /van-ban/{paper}/ban-sua/{edit}", Who: read, Do: file.Edit},
			{Pattern: "GET /van-ban/{paper}/ban-sua/{edit}/tep", Who: read, Do: file.EditFile},
			{Pattern: "POST /van-ban/{paper}/ban-sua/{edit}/{action}", Who: write, Do: file.Decide},
			{Pattern: "GET /van-ban/{paper}/ky-so", Who: write, Do: file.SignForm},
			{Pattern: "POST /van-ban/{paper}/ky-so/chuan-bi", Who: write, Limit: dossier.SignLimit, Do: file.PrepareSign},
			{Pattern: "POST /van-ban/{paper}/ky-so/can-ky", Who: write, Limit: dossier.SignLimit, Do: file.BytesToSign},
			{Pattern: "POST /van-ban/{paper}/ky-so/dau-thoi-gian", Who: write, Limit: dossier.SignLimit, Do: file.TimestampQuery},
			{Pattern: "POST /van-ban/{paper}/ky-so", Who: write, Limit: dossier.SignLimit, Do: file.Sign},
			{Pattern: "POST /van-ban/{paper}/{action}", Who: write, Limit: dossier.UploadLimit, Do: file.ActPaper},
		}},
		{Name: "forms", Routes: []handle.Route{
			{Pattern: "GET /lap-van-ban", Who: paper.Makers, Do: forms.Current},
			{Pattern: "GET /nam/{round}/lap-van-ban", Who: paper.Makers, Do: forms.List},
			{Pattern: "POST /nam/{round}/lap-van-ban", Who: paper.Makers, Do: forms.Make},
			{Pattern: "GET /loi-van", Who: paper.Keepers, Do: forms.Wordings},
			{Pattern: "GET /loi-van/{form}", Who: paper.Keepers, Do: forms.Wording},
			{Pattern: "POST /loi-van/{form}", Who: paper.Keepers, Do: forms.SaveWording},
		}},
		{Name: "answers and honour", Routes: []handle.Route{
			{Pattern: "GET /ket-qua-so-noi-vu", Who: dossier.Readers, Do: file.CurrentResult},
			{Pattern: "GET /nam/{round}/ket-qua-so-noi-vu", Who: dossier.Readers, Do: file.Result},
			{Pattern: "POST /lan-gui/{submission}/ket-qua", Who: dossier.Office, Limit: dossier.UploadLimit, Do: file.Answer},
			{Pattern: "GET /lan-gui/{submission}/ban-quet/{reply}", Who: dossier.Readers, Do: file.Scan},
			{Pattern: "GET /nam/{round}/in-bang-khen", Who: dossier.Office, Do: file.Press},
			{Pattern: "GET /nam/{round}/in-bang-khen/{file}", Who: dossier.Office, Do: file.PressFile},
			{Pattern: "POST /nam/{round}/in-bang-khen/{action}", Who: dossier.Office, Do: file.ActPress},
			{Pattern: "POST /nam/{round}/bang-vang/{action}", Who: dossier.Workers, Limit: dossier.UploadLimit, Do: file.Honour},
			{Pattern: "GET /thanh-tich", Who: handle.For(thidua.MayReadRanking), Do: file.History},
			{Pattern: "GET /bang-vang", Who: handle.For(thidua.MayReadPublished), Do: hall.Roll},
		}},
	}
}
