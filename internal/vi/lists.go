package vi

import (
	"fmt"
	"strconv"
	"strings"

	"thidua"
)

// Column is the title of a column of an Excel list with the key by which the program knows it.
type Column struct {
	Key, Title string
	Needed     bool
}

// The lists of units and of people as they stand in Excel workbooks, with the names of their sheets.
var (
	UnitSheet   = "Đơn vị"
	UnitColumns = []Column{
		{"code", "Mã", true}, {"name", "Tên đơn vị", true}, {"short", "Tên ngắn", false}, {"kind", "Loại", false}, {"order", "Thứ tự", false},
		{"from", "Từ ngày", false}, {"to", "Đến ngày", false},
	}
	LogSheet   = "Nhật ký"
	LogColumns = []Column{
		{"seq", "Số thứ tự", true}, {"at", "Thời điểm (UTC)", true}, {"who", "Người thực hiện", false}, {"for", "Ghi thay, nhập thay", false}, {"act", "Việc", false},
		{"kind", "Loại đối tượng", false}, {"name", "Đối tượng", false}, {"reason", "Lý do", false}, {"change", "Trước và sau", false}, {"origin", "Từ địa chỉ", false},
		{"event", "Mã sự kiện", true}, {"leaf", "Mã băm trong cây", true}, {"size", "Điểm chốt gồm (sự kiện)", true}, {"moment", "Điểm chốt ký lúc (UTC)", true},
		{"anchored", "Đã neo (điểm chốt đã ra ngoài)", true},
	}
	PersonSheet   = "Người"
	PersonColumns = []Column{
		{"code", "Mã", true}, {"name", "Họ và tên", true}, {"sex", "Ông, bà", true}, {"civil", "Công chức", false}, {"birth", "Năm sinh", false},
		{"unit", "Mã đơn vị", false}, {"title", "Chức vụ", true}, {"rank", "Vị trí trong đơn vị", false}, {"from", "Từ ngày", false},
	}
)

// The words that may stand in a cell of a short list, as a refusal names them.
var (
	SexWords      = "Ông, Bà, Nam hoặc Nữ"
	UnitKindWords = "Phòng hoặc Văn phòng"
	YesNoWords    = "Có hoặc Không"
	RankWords     = "Lãnh đạo cơ quan, Trưởng đơn vị, Phó trưởng đơn vị, hoặc Công chức, người lao động"
)

// ParseSex reads ông, bà, nam or nữ.
func ParseSex(word string) (thidua.Sex, bool) {
	switch Fold(word) {
	case "ong", "nam":
		return thidua.Male, true
	case "ba", "nu":
		return thidua.Female, true
	}
	return "", false
}

// ParseRank reads the name of a rank, in short or in full.
func ParseRank(word string) (thidua.Rank, bool) {
	for rank, label := range rankLabels {
		if Fold(label) == Fold(word) {
			return rank, true
		}
	}
	switch Fold(word) {
	case "truong", "truong phong", "chanh van phong":
		return thidua.RankHead, true
	case "pho", "pho phong", "pho truong phong", "pho chanh van phong":
		return thidua.RankDeputy, true
	case "cong chuc", "nguoi lao dong", "nhan vien":
		return thidua.RankMember, true
	case "lanh dao":
		return thidua.RankLeader, true
	}
	return "", false
}

// ParseYesNo reads a tick or its word.
func ParseYesNo(word string) (yes, ok bool) {
	switch Fold(word) {
	case "co", "x", "1", "cong chuc":
		return true, true
	case "khong", "0", "-":
		return false, true
	}
	return false, false
}

// ParseUnitKind reads the kind of a unit: Văn phòng, or a division whatever it is called.
func ParseUnitKind(word string) (thidua.UnitKind, bool) {
	switch Fold(word) {
	case "van phong":
		return thidua.UnitOffice, true
	case "phong", "phong nghiep vu", "phong chuyen mon", "ban", "trung tam", "chi cuc", "don vi":
		return thidua.UnitDivision, true
	}
	return "", false
}

// YesNo writes a tick as a word.
func YesNo(yes bool) string {
	if yes {
		return "Có"
	}
	return "Không"
}

// Year writes a year, nothing for an unknown one.
func Year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Cell names a cell of a workbook before what is wrong with it: "Dòng 5, cột Họ và tên: Hãy nhập tên."
func Cell(line int, column, sentence string) string {
	return fmt.Sprintf("Dòng %d, cột %s: %s", line, column, sentence)
}

// BoardTitle is the title of the board of a year as a table.
func BoardTitle(year int) string { return fmt.Sprintf("BẢNG THEO DÕI THỰC HIỆN NĂM %d", year) }

// BoardTab is the name of its tab.
func BoardTab(year int) string { return fmt.Sprintf("Theo dõi %d", year) }

// BoardNote says what the cells of the board are, and up to which day.
func BoardNote(on thidua.Date) string {
	return "Ô theo tiêu chí: mức hoàn thành bình quân các chỉ tiêu (%). Số liệu đến " + Date(on) + "."
}

// BoardHeads are its column heads around those of the leaves.
func BoardHeads(leaves []string) []string {
	out := append([]string{"STT", "Đơn vị"}, leaves...)
	return append(out, "Chung", "Chỉ tiêu đăng ký", "Hoàn thành", "Chờ kiểm tra minh chứng")
}

// YearOf names the movement in one of its years: "Phong trào thi đua “…” năm 2024".
func YearOf(m thidua.Movement, year int) string {
	return fmt.Sprintf("Phong trào thi đua “%s” năm %d", m.Name, year)
}

// ScaleSentence says whose the points are: never the plan's.
func ScaleSentence(s thidua.Scale) string {
	if !s.Agreed() {
		return "Thang điểm do Văn phòng đề xuất; chưa ghi ngày Hội đồng thông qua."
	}
	return "Thang điểm do Văn phòng đề xuất, Hội đồng thông qua ngày " + Date(s.AgreedOn) + "."
}

// NoPoints says that a sheet goes by the standards of the plan.
const NoPoints = "Không dùng điểm: đạt, chưa đạt theo tiêu chuẩn của Kế hoạch."

// RanksHidden stands on a ranking that is not published.
const RanksHidden = "Chưa công bố."

// PeopleUnranked stands beside every ranking.
const PeopleUnranked = "Chỉ xếp hạng đơn vị; cá nhân không chấm điểm, không xếp hạng."

// Total heads the sum of a score sheet.
const Total = "Tổng điểm"

// Move says how a unit's rank changed: "Tăng 2 bậc".
func Move(s thidua.Standing) string {
	switch gain := s.Gain(); {
	case s.Origins == thidua.NoOrigin:
		return "Cần xem xét: đơn vị mới, không có tiền thân"
	case s.Origins != 0:
		return fmt.Sprintf("Cần xem xét: hợp thành từ %d đơn vị", s.Origins)
	case s.Was == 0:
		return "năm trước không xếp hạng"
	case gain > 0:
		return fmt.Sprintf("Tăng %d bậc", gain)
	case gain < 0:
		return fmt.Sprintf("Giảm %d bậc", -gain)
	}
	return "Giữ nguyên"
}

// YearFigures are the counts of a year as a report says them, each with its label.
type YearFigures struct {
	Units, AllUnits, People, AllPeople, Targets, Reached, Awaited, ReachedFrom, Initiatives int
}

// Lines writes the figures down.
func (f YearFigures) Lines() [][2]string {
	targets := Whole(f.Targets)
	if f.Targets > 0 {
		targets += fmt.Sprintf("; %d hoàn thành (%s; tính từ %d%% mức đăng ký), %d chưa hoàn thành, %d chờ kiểm tra", f.Reached, Ratio(f.Reached, f.Targets),
			f.ReachedFrom, f.Targets-f.Reached-f.Awaited, f.Awaited)
	}
	people := fmt.Sprintf("%d/%d", f.People, f.AllPeople)
	if f.AllPeople > 0 {
		people += " (" + Ratio(f.People, f.AllPeople) + ")"
	}
	return [][2]string{{"Tham gia", fmt.Sprintf("%d/%d đơn vị, %s cá nhân; %d sáng kiến được công nhận", f.Units, f.AllUnits, people, f.Initiatives)},
		{"Chỉ tiêu của các đơn vị", targets}}
}

// YearNote stands under the report of a year: what the percents are, whose points they are, up to which day.
func YearNote(on thidua.Date, byPoints bool, s thidua.Scale) string {
	scale := NoPoints
	if byPoints {
		scale = ScaleSentence(s)
	}
	return "Số liệu đến ngày " + Date(on) + "; mức hoàn thành là bình quân các chỉ tiêu. " + strings.TrimSuffix(scale, ".") + "./."
}

// What every workbook says that goes out to be filled in: the tabs beside the lists, the heads of the columns that they all have, and hints.
const (
	GuideTab   = "Hướng dẫn"
	MarkTab    = "Nguồn tệp"
	CodeHead   = "Mã dòng"
	FaultHead  = "Lỗi cần sửa"
	ChoiceHint = "Chọn một giá trị trong danh sách của ô."
	NumberHint = "Nhập số, dấu phẩy trước phần thập phân, ví dụ 92,5."
	DayHint    = "Nhập ngày dạng dd/mm/yyyy, ví dụ 31/12/2025."
)

// MarkHeads name what the hidden sheet of such a workbook says of it.
var MarkHeads = []string{"Danh sách", "Cơ quan", "Năm", "Kế hoạch", "Tải ra lúc"}

// ExchangeHeads are the heads of the columns of the lists that go out to Excel and come back, by the key of the column.
var ExchangeHeads = map[string]string{
	"unit": "Đơn vị", "person": "Họ và tên", "subject": "Đơn vị, cá nhân", "state": "Trạng thái", "criterion": "Tiêu chí", "content": "Nội dung", "value": "Chỉ tiêu",
	"measure": "Đơn vị tính", "direction": "Cách tính", "due": "Hạn", "award": "Hình thức khen thưởng phấn đấu", "annual": "Danh hiệu năm",
	"max": "Điểm tối đa", "self": "Đơn vị tự chấm", "note": "Ghi chú của đơn vị", "review": "Điểm chấm", "reason": "Lý do khác tự chấm",
	"goal": "Chỉ tiêu đăng ký", "latest": "Kết quả đã ghi", "day": "Ngày đã ghi", "result": "Kết quả mới", "on": "Tính đến ngày", "text": "Việc đã làm",
	"code": "Mã", "name": "Họ và tên", "sex": "Ông, bà", "civil": "Công chức", "birth": "Năm sinh", "post": "Chức vụ", "rank": "Vị trí trong đơn vị", "from": "Từ ngày (chức vụ mới)",
	"named": "Tên đơn vị", "short": "Tên ngắn", "kind": "Loại", "order": "Thứ tự", "begins": "Từ ngày", "to": "Đến ngày",
}

// The tabs of those lists.
const (
	UnitTargetsTab   = "Tập thể"
	PersonTargetsTab = "Cá nhân"
	AimsTab          = "Hình thức, danh hiệu"
	ProgressTab      = "Tiến độ"
	ScoresTab        = "Phiếu chấm"
	PeopleTab        = "Người"
	UnitsTab         = "Đơn vị"
)

// ExchangeName names a list that goes out to Excel and comes back, by the word of its address; empty for none.
func ExchangeName(list string) string {
	return map[string]string{"dang-ky": "Đăng ký thi đua", "tien-do": "Tiến độ chỉ tiêu", "phieu-cham": "Phiếu chấm điểm đơn vị", "nguoi": "Danh sách người", "don-vi": "Danh sách đơn vị"}[list]
}

// ExchangeTitle heads a sheet of such a list: "ĐĂNG KÝ THI ĐUA NĂM 2025 – TẬP THỂ"; a list without a year has none.
func ExchangeTitle(list, tab string, year int) string {
	title := strings.ToUpper(ExchangeName(list))
	if year > 0 {
		title += " NĂM " + strconv.Itoa(year)
	}
	if tab = strings.ToUpper(tab); strings.HasSuffix(title, tab) || list == "tien-do" || list == "phieu-cham" || list == "nguoi" || list == "don-vi" {
		return title
	}
	return title + " – " + tab
}

// ExchangeGuide says how to fill in a workbook of a list, one paragraph for each line, the title first.
func ExchangeGuide(list string) []string {
	lines := []string{
		"CÁCH ĐIỀN BIỂU",
		"Chỉ sửa các ô nền trắng. Ô nền xám chỉ để xem; cột mã dòng được ẩn và khóa để chương trình nhận ra từng dòng khi nhập lại.",
		"Giữ nguyên dòng tiêu đề và tên các trang tính. Được đổi chỗ cột, lọc, đổi độ rộng; muốn sắp xếp thì bỏ bảo vệ trang tính (không có mật khẩu) và chọn cả bảng.",
		"Ô để trống khi nhập lại được hiểu là giữ giá trị đang có. Dòng xóa khỏi tệp không bị xóa trong chương trình.",
		"Ngày nhập dạng dd/mm/yyyy. Số dùng dấu phẩy cho phần thập phân. Không dùng công thức; nếu có, dán lại thành giá trị.",
		"Lưu tệp dạng .xlsx rồi nhập lại ở trang Nhập, xuất Excel. Chương trình cho xem khác biệt từng dòng; chưa có gì thay đổi cho đến khi bấm Áp dụng.",
	}
	return append(lines, map[string][]string{
		"dang-ky": {"Thêm chỉ tiêu: ghi vào các dòng trống ở cuối trang tính, chọn đơn vị hoặc người và tiêu chí trong danh sách của ô. Mỗi cá nhân đăng ký nhiều nhất 3 dòng.",
			"Nhập xong bản đăng ký vẫn là nháp; việc gửi Văn phòng thực hiện trên chương trình."},
		"tien-do": {"Mỗi lần nhập là một lần ghi tiến độ mới: điền kết quả, ngày và việc đã làm. Lần ghi trước vẫn giữ trong quá trình."},
		"phieu-cham": {"Đơn vị điền cột tự chấm và ghi chú; người chấm điền cột điểm chấm và lý do. Điểm theo bước 0,5, từ 0 đến điểm tối đa.",
			"Nhập xong phiếu vẫn đang chấm; gửi và chốt phiếu thực hiện trên chương trình."},
		"nguoi": {"Thêm người: ghi vào các dòng trống ở cuối. Đổi đơn vị, chức vụ hoặc vị trí là một chức vụ mới; ghi ngày bắt đầu ở cột “Từ ngày (chức vụ mới)”, để trống là từ hôm nay."},
		"don-vi": {"Thêm đơn vị: ghi vào các dòng trống ở cuối. Mã đơn vị là duy nhất.",
			"Biểu này để lập và sửa cho đúng danh sách đơn vị: sửa tên ở đây là chữa lại tên đang dùng, kể cả trên những năm đơn vị đã mang tên ấy. Đổi tên, sáp nhập, chia tách theo quyết định thực hiện ở trang Thay đổi tổ chức để năm cũ giữ tên cũ."},
	}[list]...)
}

// ExchangeFile names the workbook of a list as it is downloaded, without its ending.
func ExchangeFile(list string, year int) string {
	name := map[string]string{"dang-ky": "Dang-ky-thi-dua", "tien-do": "Tien-do-chi-tieu", "phieu-cham": "Phieu-cham-diem", "nguoi": "Danh-sach-nguoi", "don-vi": "Danh-sach-don-vi"}[list]
	if year > 0 {
		name += "-" + strconv.Itoa(year)
	}
	return name
}

// DirectionWords say when a target is reached.
var DirectionWords = map[thidua.Direction]string{thidua.AtLeast: "Từ mức này trở lên", thidua.AtMost: "Không quá mức này"}

// CriterionWords name a criterion in a list of choices: "TC2 · Kết quả thực hiện".
func CriterionWords(c thidua.Criterion) string { return c.Code + " · " + c.Name }
