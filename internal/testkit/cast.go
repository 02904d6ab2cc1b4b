package testkit

import (
	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

var castUnits = []thidua.Unit{
	{Code: "VP", Name: "Văn phòng", Short: "Văn phòng", Kind: thidua.UnitOffice},
	{Code: "NV1", Name: "Phòng Nghiệp vụ 1", Short: "Phòng NV 1", Kind: thidua.UnitDivision},
	{Code: "NV2", Name: "Phòng Nghiệp vụ 2", Short: "Phòng NV 2", Kind: thidua.UnitDivision},
	{Code: "NV3", Name: "Phòng Nghiệp vụ 3", Short: "Phòng NV 3", Kind: thidua.UnitDivision},
	{Code: "NV4", Name: "Phòng Nghiệp vụ 4", Short: "Phòng NV 4", Kind: thidua.UnitDivision},
	{Code: "NV5", Name: "Phòng Nghiệp vụ 5", Short: "Phòng NV 5", Kind: thidua.UnitDivision},
}

type castMember struct {
	name, post, unit string
	sex              thidua.Sex
	rank             thidua.Rank
	seat             thidua.Seat
	roles            []thidua.Role
}

// cast is invented; council members stand in the order of the council.
var cast = []castMember{
	{"Trần Mạnh Khôi", "Chánh Thanh tra", "", thidua.Male, thidua.RankLeader, thidua.SeatChair, []thidua.Role{thidua.RoleLeader}},
	{"Nguyễn Thị Bích Liên", "Phó Chánh Thanh tra", "", thidua.Female, thidua.RankLeader, thidua.SeatDeputy, []thidua.Role{thidua.RoleLeader}},
	{"Phạm Quốc Hưng", "Phó Chánh Thanh tra", "", thidua.Male, thidua.RankLeader, thidua.SeatMember, nil},
	{"Hoàng Minh Tuấn", "Chánh Văn phòng", "VP", thidua.Male, thidua.RankHead, thidua.SeatMember, nil},
	{"Trần Thị Hạnh", "Trưởng phòng Nghiệp vụ 1", "NV1", thidua.Female, thidua.RankHead, thidua.SeatMember, nil},
	{"Lý Văn Dũng", "Trưởng phòng Nghiệp vụ 2", "NV2", thidua.Male, thidua.RankHead, thidua.SeatMember, nil},
	{"Bùi Đức Long", "Trưởng phòng Nghiệp vụ 4", "NV4", thidua.Male, thidua.RankHead, thidua.SeatMember, nil},
	{"Nguyễn Hải Yến", "Trưởng phòng Nghiệp vụ 5", "NV5", thidua.Female, thidua.RankHead, thidua.SeatMember, nil},
	{"Nguyễn Thị Thu Hà", "Chuyên viên Văn phòng", "VP", thidua.Female, thidua.RankMember, thidua.SeatSecretary, []thidua.Role{thidua.RoleOffice}},
	{"Vũ Quang Sơn", "Trưởng phòng Nghiệp vụ 3", "NV3", thidua.Male, thidua.RankHead, "", nil},
	{"Trần Quốc Bảo", "Chuyên viên Văn phòng", "VP", thidua.Male, thidua.RankMember, "", nil},
	{"Lê Thu Trang", "Văn thư", "VP", thidua.Female, thidua.RankMember, "", []thidua.Role{thidua.RoleClerk}},
	{"Đinh Thu Thảo", "Phó Trưởng phòng Nghiệp vụ 1", "NV1", thidua.Female, thidua.RankDeputy, "", nil},
	{"Phạm Mai Anh", "Thanh tra viên", "NV2", thidua.Female, thidua.RankMember, "", nil},
	{"Giàng A Páo", "Thanh tra viên", "NV2", thidua.Male, thidua.RankMember, "", nil},
	{"Lê Văn Thanh", "Người lao động", "NV4", thidua.Male, thidua.RankMember, "", nil},
	{"Đỗ Đức Đạt", "Quản trị hệ thống", "VP", thidua.Male, thidua.RankMember, "", []thidua.Role{thidua.RoleAdmin}},
	{"Sùng Thị Mai", "Thanh tra viên", "NV3", thidua.Female, thidua.RankMember, "", []thidua.Role{thidua.RoleInspector}},
}

func (s *Season) fillPeople(tx *store.Tx) error {
	for i, u := range castUnits {
		u.ID, u.Order, u.From = store.NewID(), i+1, "2021-01-01"
		s.Units[u.Code] = u
		if err := tx.InsertUnit(u, store.Keys{Fold: vi.Fold(u.Name), Sort: vi.SortKey(u.Name)}); err != nil {
			return err
		}
	}
	for _, c := range cast {
		p := thidua.Person{ID: store.NewID(), Code: vi.Fold(c.name), Name: c.name, Sex: c.sex, Civil: true, From: "2021-01-01"}
		s.People[c.name] = p
		if err := tx.InsertPerson(p, store.Keys{Fold: vi.Fold(p.Name), Sort: vi.NameKey(p.Name)}); err != nil {
			return err
		}
		post := thidua.Post{ID: store.NewID(), Person: p.ID, Unit: s.Units[c.unit].ID, Title: c.post, Rank: c.rank, From: "2021-01-01"}
		if err := tx.InsertPost(post); err != nil {
			return err
		}
		s.actors[c.name] = s.actorOf(c, p, post)
	}
	return nil
}

func (s *Season) actorOf(c castMember, p thidua.Person, post thidua.Post) thidua.Actor {
	a := thidua.Actor{Tenant: s.Tenant, Account: "tk-" + p.Code, Person: p.ID, Name: p.Name, Post: post.Title, Unit: post.Unit,
		Roles: append([]thidua.Role{thidua.RoleStaff}, c.roles...)}
	if c.rank == thidua.RankHead || c.rank == thidua.RankDeputy {
		a.Roles, a.Heads = append(a.Roles, thidua.RoleHead), []string{post.Unit}
	}
	if c.seat != "" {
		a.Roles = append(a.Roles, thidua.RoleCouncil)
	}
	switch c.seat {
	case thidua.SeatChair:
		a.Roles = append(a.Roles, thidua.RoleChair)
	case thidua.SeatSecretary:
		a.Roles = append(a.Roles, thidua.RoleSecretary)
	}
	return a
}

// Subject gives a unit by code or a person by name.
func (s *Season) Subject(name string) thidua.Subject {
	if u, ok := s.Units[name]; ok {
		return thidua.Subject{Kind: thidua.Collective, Unit: u.ID, Name: u.Name}
	}
	a := s.actors[name]
	return thidua.Subject{Kind: thidua.Individual, Unit: a.Unit, Person: a.Person, Name: name, Title: a.Post, Sex: s.People[name].Sex}
}
