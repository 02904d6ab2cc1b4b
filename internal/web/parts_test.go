package web_test

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"thidua/internal/web/ui"
)

// all renders components one after another.
func all(parts ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, p := range parts {
			if err := p.Render(ctx, w); err != nil {
				return err
			}
		}
		return nil
	})
}

// with gives a component its children.
func with(parent templ.Component, children ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return parent.Render(templ.WithChildren(ctx, all(children...)), w)
	})
}

func emptyPage() templ.Component {
	return all(
		ui.Head("Sáng kiến", "Giải pháp, sáng kiến trong thực hiện nhiệm vụ cải cách hành chính (tiêu chí 5, mục II.2)."),
		with(ui.Card(ui.Panel{Title: "Danh sách sáng kiến", Hidden: true}),
			with(ui.EmptyWith("Chưa có sáng kiến nào trong năm 2025",
				templ.Raw(`Mô tả ngắn vấn đề và cách giải quyết là đủ để bắt đầu. Hạn nộp xét công nhận: <b>31/10/2025</b>.`)),
				ui.Btn(ui.Button{Text: "Đề xuất sáng kiến", Icon: ui.IconPlus, Kind: "pri", URL: "/sang-kien"}),
				ui.Btn(ui.Button{Text: "Xem sáng kiến được Chánh Thanh tra công nhận", URL: "/sang-kien"}))))
}

func jobPage() templ.Component {
	return all(
		ui.Head("Đang tạo trọn bộ hồ sơ năm 2024 để trình ký", "Có thể rời trang này. Khi xong, hệ thống báo ở chuông thông báo và gửi thư điện tử (nếu đã cài đặt)."),
		with(ui.Progress(ui.Job{
			Title: "Đã xong 27/42 tài liệu", Done: 27, Total: 42, Now: "Đang tạo: Báo cáo thành tích, Văn phòng", Left: "còn khoảng 40 giây",
			Parts: []ui.Item{
				{Is: "up", Text: "Kiểm tra dữ liệu", Note: "42/42 tài liệu"},
				{Is: "wt", Text: "Tạo văn bản theo NĐ 30/2020/NĐ-CP", Note: "27/42 · .docx và .pdf"},
				{Text: "Ghép phụ lục minh chứng", Note: "chưa bắt đầu"}, {Text: "Nén trọn bộ", Note: "chưa bắt đầu"},
			},
			Stop: "/thu/tien-trinh", Remark: "Tài liệu đã tạo được giữ lại.",
		}), with(ui.Note(ui.Amber, ui.IconAlertTriangle),
			templ.Raw(`2 minh chứng không mở được nên bỏ qua: <a href="#">Anh-hop-giao-ban.heic</a>, <a href="#">Phu-luc-2.rar</a>. Các tài liệu khác vẫn tiếp tục.`))))
}

// formPage holds every control and list of package ui, some of them refused.
func formPage(faults []ui.Fault) templ.Component {
	form := ui.NewForm(map[string][]string{"tl": {"964"}, "ng": {"20-11/24"}, "nhom": {"b"}}, faults)
	number := form.Field("tl", "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "Số thập phân dùng dấu phẩy, ví dụ 96,4")
	number.Unit = "%"
	optional := form.Field("gc", "Ghi chú", "")
	optional.Optional = true
	choices := []ui.Choice{{Value: "a", Text: "Bằng khen của Chủ tịch UBND tỉnh", Note: "mục III.1"}, {Value: "b", Text: "Chỉ tham gia phong trào"}}
	return all(
		ui.Head("Báo cáo thành tích: Phạm Mai Anh", "Thanh tra viên, Phòng Nghiệp vụ 2"),
		ui.Steps("Các bước", []ui.Step{{Text: "Nháp", Is: "ok"}, {Text: "Văn phòng rà soát", Note: "đến 20/01", Is: "now"}, {Text: "Ban hành"}}),
		ui.StateBar("Trạng thái", []ui.Step{{Text: "Đã gửi", Is: "ok", Note: "13/01"}, {Text: "Cần bổ sung", Is: "now"}, {Text: "Văn phòng đã rà soát"}}),
		ui.Kpis([]ui.Figure{{Label: "Đơn vị tham gia", Value: "6", Unit: " / 6", Note: "Văn phòng và 5 phòng Nghiệp vụ"}, {Label: "Chỉ tiêu", Value: "64"}}),
		with(ui.Card(ui.Panel{Title: "Nội dung", Number: 3, Meta: "mục IV.2"}), with(ui.CardStack(),
			ui.Number(number), ui.Input(optional), ui.Day(form.Field("ng", "Ngày công nhận", "Ngày/tháng/năm")), ui.Area(form.Field("t4", "Tiêu chí 4", "")),
			ui.Select(form.Field("ht", "Hình thức", ""), choices), ui.Pick(form.Field("nhom", "Phấn đấu", ""), choices),
			ui.Checks(form.Field("vt", "Vai trò", ""), form, choices), ui.Upload(form.Field("tep", "Minh chứng", "PDF, DOCX hoặc ảnh"), ".pdf,.docx,.jpg", true),
			ui.Hidden(ui.Keys{Version: 3, Key: "k"}), with(ui.Sheet("Đã lưu lúc 09:41"), ui.Btn(ui.Button{Text: "Lưu nháp"}),
				ui.Btn(ui.Button{Text: "Gửi Văn phòng", Kind: "pri", Icon: ui.IconSend, Blocked: "vs"})),
			ui.Reason("vs", "Chưa gửi được:", "còn tiêu chí 4."))),
		with(ui.Card(ui.Panel{Title: "Bảng"}), with(ui.Table(ui.Grid{Label: "Đăng ký", Fit: true, Cols: []ui.Col{
			{Text: "Chọn", Hidden: true, Class: "c w2"}, {Text: "Đơn vị", Sort: "?sap=ten", Order: "ascending"}, {Text: "Trạng thái"}, {Text: "Chỉ tiêu", Class: "num", Sort: "?sap=ct"}}}),
			with(ui.Row(true), ui.PickRow("id", "1", "Phòng Nghiệp vụ 1", true), with(ui.RowHead(), ui.T("Phòng Nghiệp vụ 1")),
				with(ui.Cell("Trạng thái", ""), ui.State("Đã gửi")), ui.TextCell("Chỉ tiêu", "num", ""))), ui.Pager("1 đơn vị", "?trang=1", "?trang=3")),
		with(ui.Card(ui.Panel{Title: "Việc"}), ui.Tasks([]ui.Task{{Icon: ui.IconFlag, Text: "Rà soát đăng ký", URL: "/tong-hop", Due: "Hạn 10/01/2025", DueTone: ui.Red,
			Overdue: true, Facts: []string{"gửi ngày 13/01"}, Button: ui.Button{Text: "Rà soát", URL: "/tong-hop", Small: true}}})),
		with(ui.Card(ui.Panel{Title: "Trao đổi"}), with(ui.CardStack(),
			ui.Comments([]ui.Comment{{Who: "Văn phòng", When: "14/01/2025 09:05", About: "Tiêu chí 3", Text: "Nhất trí."}}),
			ui.Timeline([]ui.Step{{Text: "Tạo nháp", Is: "ok", Note: "13/01"}, {Text: "Gửi", Is: "now"}}), ui.Bar("son", 67, 85),
			ui.Files([]ui.FileLine{{Icon: ui.IconFileText, Text: "Tờ trình.docx", URL: "#", Note: "bản 3", State: "Dự thảo"}}),
			ui.Facts([]ui.Fact{{Term: "Chỉ tiêu", Value: "8", Num: true}}))),
		with(ui.Paper("Bản xem trước Tờ trình", true, true), templ.Raw(`<p class="vbt"><b>TỜ TRÌNH</b></p>`)),
	)
}

// isStatus tells that a console line only repeats the status of an error page.
func isStatus(line string) bool {
	return strings.HasPrefix(line, "Failed to load resource: the server responded with a status of ")
}
