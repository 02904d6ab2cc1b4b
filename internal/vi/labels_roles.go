package vi

import "thidua"

var roleLabels = map[thidua.Role]string{
	thidua.RoleStaff:     "Cá nhân",
	thidua.RoleHead:      "Trưởng, phó phòng; lãnh đạo Văn phòng",
	thidua.RoleOffice:    "Chuyên viên Văn phòng",
	thidua.RoleLeader:    "Lãnh đạo cơ quan",
	thidua.RoleCouncil:   "Thành viên Hội đồng",
	thidua.RoleSecretary: "Thư ký Hội đồng",
	thidua.RoleChair:     "Chủ tịch Hội đồng",
	thidua.RoleClerk:     "Văn thư",
	thidua.RoleHelper:    "Công đoàn hoặc đầu mối vận động",
	thidua.RoleInspector: "Kiểm tra, giám sát",
	thidua.RoleAdmin:     "Quản trị",
	thidua.RoleReviewer:  "Trưởng phòng được giao chấm phiếu của Văn phòng",
}
