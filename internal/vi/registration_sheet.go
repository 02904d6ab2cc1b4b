package vi

import "fmt"

// ListTitle is the title of the table of registrations: of units, or of people.
func ListTitle(people bool, year int) string {
	if people {
		return fmt.Sprintf("BIỂU TỔNG HỢP ĐĂNG KÝ THI ĐUA CỦA CÁ NHÂN NĂM %d", year)
	}
	return fmt.Sprintf("BIỂU TỔNG HỢP NỘI DUNG, CHỈ TIÊU ĐĂNG KÝ CỦA TẬP THỂ NĂM %d", year)
}

// ListTab is the name of the tab of such a table.
func ListTab(people bool) string {
	if people {
		return "Cá nhân"
	}
	return "Tập thể"
}

// ListHeads are the column heads of such a table.
func ListHeads(people bool) []string {
	if people {
		return []string{"STT", "Họ và tên", "Chức vụ", "Đơn vị", "Tiêu chí", "Nội dung đăng ký", "Chỉ tiêu", "Đơn vị tính", "Thời hạn", "Hình thức đăng ký", "Trạng thái"}
	}
	return []string{"STT", "Tên tập thể", "Tiêu chí", "Nội dung đăng ký", "Chỉ tiêu", "Đơn vị tính", "Thời hạn", "Chủ trì", "Hình thức đăng ký", "Trạng thái"}
}
