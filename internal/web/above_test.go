package web_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"testing"

	"thidua"
	"thidua/internal/app"
	post "thidua/internal/app/parcel"
	"thidua/internal/app/province"
	"thidua/internal/doc"
	"thidua/internal/pack/parcel"
)

// above is what Sở Nội vụ and UBND tỉnh have before them: a dossier that waits, one whose list was raised, and that list where it is decided about.
type above struct {
	t    *testing.T
	core *app.App
	*province.Bureau
	post         *post.Post
	home, decide thidua.Actor
	object       string // of what the next package is made; of a test when it is empty
}

// fillAbove lets an agency of the season send two dossiers, and takes the second one as far as UBND tỉnh.
func fillAbove(t *testing.T, core *app.App, sender, home, decide thidua.Actor) {
	t.Helper()
	a := above{t: t, core: core, Bureau: province.Over(core), post: post.Over(core), home: home, decide: decide}
	ctx := context.Background()
	a.must(a.Enlist(ctx, home, thidua.Partner{ID: sender.Tenant, Block: "Sở, ngành"}))
	for _, year := range []int{2023, 2024} {
		a.must(a.Take(ctx, home, a.send(sender, year).ID))
	}
	a.must(a.SaveQuota(ctx, home, "", thidua.Quota{Kind: thidua.Collective, Number: 5, Document: "Công văn số …/UBND-NC (mẫu)"}))
	a.must(a.SaveIndex(ctx, home, thidua.IndexPoint{Agency: sender.Tenant, Year: 2023, Points: 90_00, Rank: 1, Document: "Quyết định số …/QĐ-UBND (mẫu)"}))
	in, err := a.Inbox(ctx, home, province.Filter{})
	a.must(err)
	for _, do := range []thidua.Action{thidua.AcceptDossier, thidua.MarkEligible} {
		d, err := a.Dossier(ctx, home, in.Rows[0].ID)
		a.must(err)
		a.must(a.Tick(ctx, home, d.ID, d.Version, []bool{true, true, true}))
		a.must(a.Bureau.Move(ctx, home, d.ID, province.Move{Do: do, Version: d.Version + 1}))
	}
	v, err := a.Compare(ctx, home, "", thidua.Collective, "", 0)
	a.must(err)
	a.must(a.Choose(ctx, home, "", []province.Choice{{Case: v.Cases[0].ID, Version: v.Cases[0].Version, Chosen: true}}))
	list, err := a.MakeList(ctx, home, "")
	a.must(err)
	list.Number, list.Dated = "21/TTr-SNV (mẫu)", a.Today()
	list.Paper, err = core.KeepFile(ctx, home, "paper", "to-trinh.pdf", bytes.NewReader(a.pdf()))
	a.must(err)
	a.must(a.Raise(ctx, home, list))
	waiting, err := a.WaitingHere(ctx, decide)
	a.must(err)
	a.must(a.Take(ctx, decide, waiting[0].ID))
}

func (a above) must(err error) {
	a.t.Helper()
	if err != nil {
		a.t.Fatal(err)
	}
}

func (a above) pdf() []byte {
	var b bytes.Buffer
	a.must(doc.New("Bản mẫu", "2025-01-10", true, doc.Text("Bản mẫu")).PDF(&b))
	return b.Bytes()
}

// send seals a dossier of one collective with every part that it has to have.
func (a above) send(sender thidua.Actor, year int) thidua.Parcel {
	a.t.Helper()
	data := parcel.Data{Movement: parcel.Movement{Name: "Cải cách hành chính trên địa bàn tỉnh Lào Cai", From: 2021, To: 2025, Year: year},
		Letter: parcel.Letter{Number: "12/TTr (mẫu)", Dated: "2025-01-10"}, Proposals: []parcel.Proposal{{ID: "mot", Award: "Bằng khen của Chủ tịch UBND tỉnh",
			Subject: parcel.Subject{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ 2"}, Authority: "Chủ tịch UBND tỉnh", OnTime: 95, Yes: 8, Votes: 9}}}
	var papers []parcel.Content
	for kind, about := range map[thidua.PaperKind]string{thidua.PaperProposal: "", thidua.PaperMinutes: "", thidua.PaperReport: "mot"} {
		name := string(kind) + ".pdf"
		data.Papers = append(data.Papers, parcel.Paper{ID: string(kind), Kind: kind, Title: string(kind), About: about, Signed: true, File: parcel.PaperFile(name)})
		papers = append(papers, parcel.Content{Name: name, Data: a.pdf()})
	}
	sent, err := a.post.Seal(context.Background(), sender, post.Outgoing{Kind: thidua.ParcelDossier, To: a.home.Tenant, Object: cmp.Or(a.object, "test:1"), Data: data, Papers: papers})
	a.must(err)
	return sent
}

// foundAbove founds Sở Nội vụ and UBND tỉnh, each with somebody who works there.
func foundAbove(core *app.App) (home, decide thidua.Actor, err error) {
	found := func(name string, kind thidua.AgencyKind, role thidua.Role) thidua.Actor {
		a, wrong := core.FoundAgency(context.Background(), thidua.Actor{Account: "operator"}, thidua.Agency{Name: name, Kind: kind, Sample: true})
		err = errors.Join(err, wrong)
		return thidua.Actor{Tenant: a.ID, Account: "a-" + a.ID, Name: "Người của " + name, Kind: kind, Roles: []thidua.Role{role}}
	}
	return found("Sở Nội vụ tỉnh Lào Cai", thidua.AgencyHomeAffairs, thidua.RoleAppraiser), found("UBND tỉnh Lào Cai", thidua.AgencyProvince, thidua.RoleProvince), err
}
