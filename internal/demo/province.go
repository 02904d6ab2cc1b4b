package demo

import (
	"bytes"
	"context"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	post "thidua/internal/app/parcel"
	"thidua/internal/app/province"
	"thidua/internal/doc"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

// above is Sở Nội vụ and UBND tỉnh of the sample with the agencies that send to them beside the one whose season is played.
type above struct {
	*player
	bureau *province.Bureau
	post   *post.Post
	home   thidua.Actor
	decide thidua.Actor
	senders
	sent map[string]string // last package of a sender
}

type senders map[string]thidua.Actor

// PlayProvince plays the season with Sở Nội vụ and UBND tỉnh as tenants of the same installation.
func PlayProvince(ctx context.Context, a *app.App, clock *Clock, today thidua.Date, password string) error {
	s, err := Begin(ctx, a, clock, password)
	if err != nil {
		return err
	}
	if err := s.Province(); err != nil {
		return err
	}
	return s.Until(today)
}

// Province founds the agencies and plans what they do, before anything of the season is played.
func (s *Season) Province() error {
	b := &above{player: s.p, bureau: province.Over(s.p.App), post: post.Over(s.p.App), senders: senders{}, sent: map[string]string{}}
	if err := b.found(); err != nil {
		return err
	}
	for _, r := range provinceRows("co-quan") {
		if r[6] != "" {
			b.plan(moment(day(r[6]), 8, 30), b.seal(r[0], r[7] != "thieu"))
			b.plan(moment(day(r[6]), 9, 0), b.take)
		}
		if r[7] == "du" || r[7] == "dang" || r[7] == "thieu" {
			b.plan(minutesAfter(moment(day(r[6]), 14, 0), len(b.acts)), b.look(r[0], r[7]))
		}
	}
	b.registrations()
	b.plan(moment("2025-01-24", 10, 5), b.own)
	b.plan(moment("2025-01-20", 15, 0), b.numbers)
	b.plan(moment("2025-02-05", 8, 30), b.seal("H", true))
	b.plan(moment("2025-02-05", 9, 0), b.take)
	b.plan(moment("2025-02-12", 9, 0), b.finish)
	b.plan(moment("2025-02-13", 9, 0), b.choose)
	b.plan(moment("2025-02-20", 9, 0), b.raise)
	b.plan(moment("2025-03-05", 9, 0), b.decideOn)
	b.plan(moment("2025-03-06", 9, 0), b.tell)
	slices.SortStableFunc(s.p.acts, func(a, b act) int { return a.at.Compare(b.at) })
	return nil
}

func provinceRows(kind string) (out [][]string) {
	for _, r := range rows("province.txt") {
		if r[0] == kind {
			out = append(out, r[1:])
		}
	}
	return out
}

func told(key string) string {
	for _, r := range provinceRows("loi") {
		if r[0] == key {
			return r[1]
		}
	}
	panic("no such phrase of the province: " + key)
}

// AccountsAbove lists the account of Sở Nội vụ and that of UBND tỉnh, which the sample of a province has beside those of Accounts.
func AccountsAbove() []Account {
	return []Account{
		{UserName: "sonoivu", Person: thidua.Person{Name: told("appraiser")}, Post: told("appraiser-post"), Roles: []thidua.Role{thidua.RoleAppraiser}},
		{UserName: "ubndtinh", Person: thidua.Person{Name: told("decider")}, Post: told("decider-post"), Roles: []thidua.Role{thidua.RoleProvince}},
	}
}

// found makes the agencies with one account each above, and the list of those that send.
func (b *above) found() (err error) {
	up := AccountsAbove()
	if b.home, err = b.tenant(told("home"), thidua.AgencyHomeAffairs, &up[0]); err != nil {
		return err
	}
	if b.decide, err = b.tenant(told("above"), thidua.AgencyProvince, &up[1]); err != nil {
		return err
	}
	if err := b.enlist(b.player.tenant, told("own-block"), []string{"90,4", "6", "8"}); err != nil {
		return err
	}
	for _, r := range provinceRows("co-quan") {
		if b.senders[r[0]], err = b.tenant(r[1], thidua.AgencyOrdinary, nil); err != nil {
			return err
		}
		if err := b.enlist(b.senders[r[0]].Tenant, r[2], r[3:6]); err != nil {
			return err
		}
	}
	return nil
}

func (b *above) tenant(name string, kind thidua.AgencyKind, with *Account) (thidua.Actor, error) {
	chief := told("chief")
	if kind == thidua.AgencyProvince {
		chief = told("head")
	}
	a, err := b.FoundAgency(b.ctx, b.maker, thidua.Agency{Name: name, Kind: kind, Parent: told("parent"), Place: told("place"), Symbol: "SNV", LeaderTitle: chief, Sample: true})
	who := thidua.Actor{Tenant: a.ID, Account: "demo", Name: name, Kind: kind, Roles: []thidua.Role{thidua.RoleOffice}}
	if err != nil || with == nil {
		return who, err
	}
	maker := b.maker
	maker.Tenant = a.ID
	if err := b.holidays(maker); err != nil {
		return who, err
	}
	u, err := b.SaveUnit(b.ctx, maker, thidua.Unit{Code: "VP", Name: told("office"), Short: told("office"), Kind: thidua.UnitOffice, Order: 1, From: founded})
	if err != nil {
		return who, err
	}
	one, err := b.AddPerson(b.ctx, maker, thidua.Person{Code: strings.ToUpper(with.UserName), Name: with.Person.Name, Sex: thidua.Female, Civil: true, From: founded}, thidua.Post{Unit: u.ID, Title: with.Post, Rank: thidua.RankMember, From: founded})
	if err != nil {
		return who, err
	}
	who.Person, who.Name, who.Post, who.Roles = one.ID, one.Name, with.Post, with.Roles
	who.Account, _, err = b.AddAccount(b.ctx, maker, agency.NewAccount{UserName: with.UserName, Person: one.ID, Roles: with.Roles, Password: b.password})
	return who, err
}

// enlist names the block of a sender and its index of two years, as Sở Nội vụ entered them.
func (b *above) enlist(tenant, block string, index []string) error {
	if err := b.bureau.Enlist(b.ctx, b.home, thidua.Partner{ID: tenant, Block: block}); err != nil {
		return err
	}
	for i, year := range []int{2023, 2022} {
		rank, err := strconv.Atoi(index[1+i])
		if err != nil {
			return err
		}
		b.plan(moment("2025-01-06", 9, 0), func() error {
			return b.bureau.SaveIndex(b.ctx, b.home, thidua.IndexPoint{Agency: tenant, Year: year, Points: thidua.Quantity(number(index[0])), Rank: rank, Document: told("index")})
		})
	}
	return nil
}

// paper is a page that says that it is a sample.
func paper() []byte {
	var out bytes.Buffer
	if err := doc.New(told("scan"), "2025-01-15", true, doc.Text(told("scan"))).PDF(&out); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// seal packs the sample dossier of a sender.
func (b *above) seal(key string, minutes bool) func() error {
	return func() error {
		data, papers := caseData(key, minutes)
		sent, err := b.post.Seal(b.ctx, b.senders[key], post.Outgoing{Kind: thidua.ParcelDossier, To: b.home.Tenant, Of: b.sent[key], Object: "sample:" + key, Data: data, Papers: papers})
		b.sent[key] = sent.ID
		return err
	}
}

func caseData(key string, minutes bool) (parcel.Data, []parcel.Content) {
	d := parcel.Data{Movement: parcel.Movement{Name: told("movement"), From: 2021, To: 2025, Year: 2024}, Letter: parcel.Letter{Number: told("letter"), Dated: "2025-01-15"}}
	var papers []parcel.Content
	add := func(kind thidua.PaperKind, about, of string) {
		name := strconv.Itoa(len(papers)+1) + ". " + vi.PaperKind(kind) + ".pdf"
		d.Papers = append(d.Papers, parcel.Paper{ID: strconv.Itoa(len(papers) + 1), Kind: kind, Title: vi.PaperTitle(kind, of), About: about, Signed: true, File: parcel.PaperFile(name)})
		papers = append(papers, parcel.Content{Name: name, Data: paper()})
	}
	add(thidua.PaperProposal, "", "")
	if minutes {
		add(thidua.PaperMinutes, "", "")
	}
	for i, r := range provinceRows("truong-hop") {
		if r[0] != key {
			continue
		}
		p := parcel.Proposal{ID: key + "-" + strconv.Itoa(i), Subject: parcel.Subject{Kind: thidua.Collective, Name: r[2]}, Award: told("award"), Authority: told("authority"),
			Summary: told("summary"), OnTime: int(number(r[6]) / 100), Initiatives: int(number(r[7]) / 100)}
		if r[1] == "cn" {
			p.Subject = parcel.Subject{Kind: thidua.Individual, Name: r[2], Title: r[4], Home: r[5], Sex: map[string]thidua.Sex{"nam": thidua.Male, "nu": thidua.Female}[r[3]]}
		}
		if r[8] != "" {
			p.Earlier = []parcel.Award{{Year: int(number(r[8]) / 100), Form: told("award")}}
		}
		d.Proposals = append(d.Proposals, p)
		add(thidua.PaperReport, p.ID, p.Subject.Name)
	}
	return d, papers
}

// own sends the dossier of the agency whose season is played, once its office has recorded that it went.
func (b *above) own() error {
	all, err := b.Submissions(b.ctx, b.as(office), b.rounds[2024], thidua.SentDossier)
	if err != nil || len(all) == 0 {
		return err
	}
	if _, err := b.post.Send(b.ctx, b.as(office), all[len(all)-1].ID, b.home.Tenant); err != nil {
		return err
	}
	return b.take()
}

// take takes in everything that waits at Sở Nội vụ.
func (b *above) take() error {
	v, err := b.bureau.Inbox(b.ctx, b.home, province.Filter{})
	for _, w := range v.Waiting {
		if err == nil {
			err = b.bureau.Take(b.ctx, b.home, w.ID)
		}
	}
	return err
}
