package province_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
	"thidua/internal/app/province"
	"thidua/internal/doc"
	"thidua/internal/file"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

// hall is an installation with Sở Nội vụ, UBND tỉnh and two senders.
type hall struct {
	*province.Bureau
	app    *app.App
	post   *parcel.Post
	db     *store.DB
	t      *testing.T
	clock  *testkit.Clock
	home   thidua.Actor
	decide thidua.Actor
	a, h   thidua.Actor
}

func open(t *testing.T) *hall {
	t.Helper()
	return openWith(t, func(*store.Config) {})
}

func openWith(t *testing.T, change func(*store.Config)) *hall {
	t.Helper()
	clock := testkit.NewClock("2025-01-20")
	clock.Add(9 * time.Hour)
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now }, change)
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	core := app.New(db, app.WithFiles(files), app.WithSeal(sealed.NewKey()))
	l := &hall{Bureau: province.Over(core), app: core, post: parcel.Over(core), db: db, t: t, clock: clock}
	l.home = l.found("Sở Nội vụ tỉnh Lào Cai", thidua.AgencyHomeAffairs, thidua.RoleAppraiser)
	l.decide = l.found("UBND tỉnh Lào Cai", thidua.AgencyProvince, thidua.RoleProvince)
	l.a, l.h = l.found("Sở A (mẫu)", thidua.AgencyOrdinary, thidua.RoleOffice), l.found("UBND huyện H (mẫu)", thidua.AgencyOrdinary, thidua.RoleOffice)
	for block, who := range map[string]thidua.Actor{"Sở, ngành": l.a, "Huyện, thị xã, thành phố": l.h} {
		l.must(l.Enlist(bg, l.home, thidua.Partner{ID: who.Tenant, Block: block}))
	}
	return l
}

func (l *hall) found(name string, kind thidua.AgencyKind, role thidua.Role) thidua.Actor {
	l.t.Helper()
	a, err := l.app.FoundAgency(bg, thidua.Actor{Account: "may", Name: "Cài đặt"}, thidua.Agency{Name: name, Kind: kind, Parent: "UBND tỉnh Lào Cai", Place: "Lào Cai",
		Symbol: "X", LeaderTitle: "Giám đốc", Sample: true})
	l.must(err)
	return thidua.Actor{Tenant: a.ID, Account: "a-" + a.ID, Name: "Người của " + name, Kind: kind, Roles: []thidua.Role{role}}
}

func (l *hall) must(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l *hall) refused(what string, err error, code thidua.Code) {
	l.t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Code != code && (len(e.Faults) == 0 || e.Faults[0].Code != code) {
		l.t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func pdf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text("Bản mẫu")).PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// send seals the dossier of an agency with a collective and a person; without minutes when asked.
func (l *hall) send(who thidua.Actor, of string, minutes bool) thidua.Parcel {
	l.t.Helper()
	data := sealed.Data{Movement: sealed.Movement{Name: "Cải cách hành chính trên địa bàn tỉnh Lào Cai", From: 2021, To: 2025, Year: 2024}, Letter: sealed.Letter{Number: "12/TTr", Dated: "2025-01-17"}}
	var papers []sealed.Content
	add := func(kind thidua.PaperKind, name, about string) {
		data.Papers = append(data.Papers, sealed.Paper{ID: name, Kind: kind, Title: name, About: about, Signed: true, File: sealed.PaperFile(name + ".pdf")})
		papers = append(papers, sealed.Content{Name: name + ".pdf", Data: pdf(l.t)})
	}
	add(thidua.PaperProposal, "Tờ trình", "")
	if minutes {
		add(thidua.PaperMinutes, "Biên bản họp xét", "")
	}
	for i, s := range []sealed.Subject{{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ"}, {Kind: thidua.Individual, Name: "Trần Văn Mẫu", Sex: thidua.Male, Title: "Chuyên viên", Home: "Phòng Nghiệp vụ"}} {
		id := who.Tenant + []string{"-t", "-c"}[i]
		data.Proposals = append(data.Proposals, sealed.Proposal{ID: id, Subject: s, Award: "Bằng khen của Chủ tịch UBND tỉnh", Authority: "Chủ tịch UBND tỉnh", OnTime: 95, Initiatives: 2,
			Yes: 8, Votes: 9, Earlier: []sealed.Award{{Year: 2022}}})
		add(thidua.PaperReport, "Báo cáo "+s.Name, id)
	}
	sent, err := l.post.Seal(bg, who, parcel.Outgoing{Kind: thidua.ParcelDossier, To: l.home.Tenant, Of: of, Object: "test:1", Data: data, Papers: papers})
	l.must(err)
	return sent
}

// only gives the one dossier of a sender.
func (l *hall) only(from thidua.Actor) province.Dossier {
	l.t.Helper()
	v, err := l.Inbox(bg, l.home, province.Filter{})
	l.must(err)
	for _, r := range v.Rows {
		if r.From == from.Tenant {
			d, err := l.Dossier(bg, l.home, r.ID)
			l.must(err)
			return d
		}
	}
	l.t.Fatal("no dossier of ", from.Name)
	return province.Dossier{}
}

func (l *hall) move(from thidua.Actor, do thidua.Action) {
	l.t.Helper()
	d := l.only(from)
	l.must(l.Move(bg, l.home, d.ID, province.Move{Do: do, Version: d.Version}))
}

func (l *hall) tick(from thidua.Actor) {
	l.t.Helper()
	d := l.only(from)
	good := make([]bool, len(d.Parts))
	for i := range good {
		good[i] = true
	}
	l.must(l.Tick(bg, l.home, d.ID, d.Version, good))
}

// answers lists the kinds of answer that an agency finds waiting.
func (l *hall) answers(who thidua.Actor) (out []thidua.Action) {
	l.t.Helper()
	waiting, err := l.post.Waiting(bg, who)
	l.must(err)
	for _, p := range waiting {
		body, err := l.app.Content(thidua.Actor{Tenant: p.From}, p.File)
		l.must(err)
		open, err := sealed.Open(body)
		l.must(err)
		out = append(out, open.Data.Answer.Kind)
	}
	return out
}

func (l *hall) keep(who thidua.Actor) thidua.FileRef {
	l.t.Helper()
	ref, err := l.app.KeepFile(bg, who, "paper", "ban-ky.pdf", bytes.NewReader(pdf(l.t)))
	l.must(err)
	return ref
}
