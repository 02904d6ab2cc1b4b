package held

import (
	"strings"

	"thidua"
)

// DataFile is the name of the file with all data about a person, without its ending.
const DataFile = "Du lieu ve mot nguoi"

// ZipFile is the name of the ZIP with it.
const ZipFile = "du-lieu-ca-nhan.zip"

// RegisterFile is the name of the workbook with the register.
const RegisterFile = "so-dang-ky-du-lieu-ca-nhan.xlsx"

const sampleMark = "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ"

// Way names rows of a table by what ties them to the person: "Minh chứng (người ghi)".
func Way(table, column string) string {
	of := ways[table+"."+column]
	if of == "" {
		of = ways[column]
	}
	if of == "" {
		return tables[table]
	}
	return tables[table] + " (" + of + ")"
}

var ways = map[string]string{
	"by_person": "người ghi", "owner_id": "được giao", "from_person": "bên giao", "to_person": "bên nhận", "reviewer_id": "người rà soát", "leader_id": "lãnh đạo",
	"behalf_id": "được ghi thay", "chair_id": "chủ trì", "secretary_id": "thư ký", "actor": "người thực hiện", "object": "được nói tới",
	"data_view.person_id": "được xem", "data_view.account_id": "người xem",
}

// Tab names a sheet of a workbook, at most 31 characters and none twice: the number stands before the name.
func Tab(number, name string) string {
	r := []rune(number + ". " + strings.NewReplacer(":", "", "/", ",", "?", "", "*", "", "[", "", "]", "").Replace(name))
	return string(r[:min(len(r), 31)])
}

// Notes stand below the title of each sheet of somebody's data.
func Notes(agency, person, day string, sample bool) []string {
	return marked(sample, agency, "Dữ liệu về "+person+", lập ngày "+day,
		"Không có dữ liệu về người khác; nội dung Hội đồng đang xét chỉ có sau khi công bố.")
}

// RegisterNotes stand below the title of each sheet of the register.
func RegisterNotes(agency, day string, sample bool, s Subject) []string {
	return marked(sample, agency+", ngày "+day, "Mục đích: "+s.Purpose, "Căn cứ: "+s.Ground, "Thời gian giữ: "+s.Kept, "Người xem: "+s.Seen)
}

func marked(sample bool, lines ...string) []string {
	if sample {
		return append([]string{sampleMark}, lines...)
	}
	return lines
}

// RegisterHeads are the headings of the register.
var RegisterHeads = []string{"Nơi giữ", "Dữ liệu cá nhân", "Hạn chế xem"}

// Kinds lists kinds of data as one phrase; what only ties a row to somebody is named where nothing else is held.
func Kinds(codes []string) string {
	var out []string
	for _, c := range codes {
		if c != "ref" || len(codes) == 1 {
			out = append(out, kinds[c])
		}
	}
	return strings.Join(out, "; ")
}

// Request names what somebody asks about his data.
func Request(k thidua.RequestKind) string {
	switch k {
	case thidua.RequestCopy:
		return "Cung cấp dữ liệu về tôi"
	case thidua.RequestCorrect:
		return "Chỉnh sửa dữ liệu chưa đúng"
	case thidua.RequestErase:
		return "Xóa hoặc che dữ liệu"
	}
	return ""
}

// Mail says how somebody wants to be reminded.
func Mail(choice string) string {
	switch thidua.MailChoice(choice) {
	case thidua.MailDaily:
		return "Thư buổi sáng ngày làm việc"
	case thidua.MailAtOnce:
		return "Thư ngay khi có việc"
	}
	return "Không nhận thư"
}
