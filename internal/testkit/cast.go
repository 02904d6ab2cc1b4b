package testkit

import "thidua"

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
