package vi

import (
	"fmt"
	"strings"

	"thidua"
)

// dossierSentences are of papers, dossiers, decisions and the roll of honour.
var dossierSentences = map[thidua.Code]string{
	thidua.CodeNobodyPassed:    "Chưa lập được hồ sơ: chưa có tập thể, cá nhân nào được Hội đồng thông qua.",
	thidua.CodeDossierFixed:    "Hồ sơ đã xác nhận đủ hoặc đã gửi nên không sửa được văn bản, danh sách. Hãy mở lại hồ sơ trước.",
	thidua.CodePaperWords:      "Phần này của văn bản do chương trình ghi từ dữ liệu, không sửa bằng tay.",
	thidua.CodeDecisionSooner:  "Ngày của quyết định không được trước ngày Hội đồng họp (%s).",
	thidua.CodeNoResult:        "Hãy chọn kết quả.",
	thidua.CodeWhyMissing:      "Hãy ghi lý do không khen thưởng.",
	thidua.CodeIssuerMissing:   "Hãy nhập cơ quan, người ký quyết định.",
	thidua.CodeScanMissing:     "Hãy tải bản quét quyết định.",
	thidua.CodeSignedMissing:   "Hãy tải bản đã ký.",
	thidua.CodeAskDecision:     "Quyết định khen thưởng được ghi cùng danh sách kết quả của từng tập thể, cá nhân.",
	thidua.CodeNoAwards:        "Chưa công bố được: năm này chưa có tập thể, cá nhân nào được khen thưởng.",
	thidua.CodeCeremonySooner:  "Ngày trao không được trước ngày của quyết định (%s).",
	"export.copy-lost":         "Không mở được bản đã ký của “%s” trong kho tệp. Hãy khôi phục thư mục tệp từ bản sao lưu, hoặc thu hồi văn bản rồi tải lại bản đã ký.",
	"certificate.beyond-sheet": "Khung vượt mép phôi %s mm. Hãy thu nhỏ khung hoặc dời vị trí.",
	"certificate.misfit":       "Chưa in được: lời Bằng khen của %s không vừa khung ở cỡ chữ nhỏ nhất. Hãy nới khung hoặc rút gọn lời.",
	"certificate.stock":        "Mỗi cạnh của phôi phải từ %d đến %d mm.",
	"certificate.negative":     "Vị trí phải từ 0 mm trở lên, tính từ mép trái và mép trên của phôi.",
	"certificate.no-room":      "Khung phải rộng, cao hơn 0 mm.",
	"certificate.size":         "Cỡ chữ phải từ %d đến %d.",
	"certificate.least":        "Cỡ chữ nhỏ nhất phải từ %d và không lớn hơn cỡ chữ.",
	"certificate.side":         "Hãy chọn căn trái, giữa hoặc phải.",
	"certificate.offset":       "Độ lệch chỉ được đến %d mm về mỗi phía.",
	"certificate.printer":      "Hãy đặt tên máy in, tối đa %d ký tự.",
	"certificate.millimetres":  "Hãy nhập số mm, tối đa một chữ số sau dấu phẩy, ví dụ 12,5.",
	"certificate.points":       "Hãy nhập cỡ chữ là số nguyên, ví dụ 14.",
	"certificate.nobody":       "Hãy chọn ít nhất một tập thể, cá nhân.",
	"certificate.paper":        "Hãy chọn khổ phôi trong danh sách.",
	"paper.elsewhere":          "Văn bản này không do chương trình soạn; chỉ có bản đã ký được lưu.",
	"report.figure-unknown":    "%s không có trong số liệu của phần này. Số liệu là %s. Hãy sửa lại đúng số liệu, hoặc bỏ dấu ngoặc vuông.",
	"report.figure-none":       "%s không có trong số liệu: phần này chưa có số liệu nào. Hãy bỏ dấu ngoặc vuông.",
	thidua.CodeEditKind:        "Đây không phải tệp Word (.docx). Hãy lưu văn bản dạng Word (.docx) rồi chọn lại.",
	thidua.CodeEditUnread:      "Không đọc được chữ trong tệp Word này. Hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại.",
	thidua.CodeEditLong:        "Tệp Word dài hơn mọi văn bản; hãy kiểm tra lại tệp đã chọn.",
	thidua.CodeEditFigures:     "Bản sửa có %d chỗ khác dữ liệu. Hãy ghi lý do dùng bản này.",
	thidua.CodeEditPDF:         "Bản phát hành là tệp Word đã sửa; chương trình không đổi tệp ấy sang PDF. Hãy mở bằng Word và lưu thành PDF.",
	thidua.CodeSignedBroken:    "Nội dung tệp PDF này đã bị thay đổi sau khi ký nên không nhận. Hãy tải lại bản gốc đã ký, hoặc bản quét.",
	"paper.day":                "Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2025.",
	"paper.clock":              "Hãy nhập giờ theo dạng giờ:phút, ví dụ 14:00.",
	"paper.amount":             "Hãy nhập số tiền bằng đồng, chỉ gồm chữ số, không quá 1.000.000.000.",
	"paper.sheets":             "Hãy nhập số tờ từ 0 đến 2.000.",
	"paper.item":               "Dòng %d: mỗi nội dung gồm giờ, nội dung và người thực hiện, cách nhau bằng dấu gạch đứng “|”.",
	"paper.times":              "Dòng %d: hãy ghi giờ theo dạng 14:00 – 14:10, giờ kết thúc không trước giờ bắt đầu.",
	"paper.entry":              "Dòng %d: tên này không có trong danh sách. Hãy ghi họ và tên; năm sinh; trình độ chuyên môn.",
	"paper.unknown":            "Không có số liệu nào tên là {%s}. Hãy dùng đúng tên trong ngoặc nhọn của mẫu.",
	"paper.no-form":            "Không có mẫu văn bản này ở đây.",
	"paper.not-yet":            "Chưa lập được văn bản: %s",
	"paper.made":               "Văn bản này đã được lập: %s. Hãy mở văn bản đó để sửa.",
	"paper.no-news":            "Số liệu không thay đổi từ khi lập văn bản, không cần làm bản mới.",
	"paper.issued-is":          "Văn bản không còn là dự thảo nên không làm lại theo dữ liệu được.",
	"wording.figure":           "Lời văn mới không còn {%s}. Số liệu không được bỏ: hãy giữ cụm này trong câu.",
	"wording.drops":            "Lời văn mới không còn {%s}. Nếu đúng ý, đánh dấu “Vẫn lưu” rồi lưu lại.",
	"wording.long":             "Lời văn quá dài: nhiều nhất %d ký tự.",
	"wording.day":              "Lời văn mới có hiệu lực từ hôm nay (%s) hoặc một ngày sau đó; văn bản đã lập giữ lời văn cũ.",
	"wording.nothing":          "Không có phần nào thay đổi.",
}

// Check gives the name of an automatic check and what it found.
func Check(c thidua.Check) (name, found string) {
	good := c.Grade == thidua.GradeGood
	switch c.Kind {
	case thidua.CheckParts:
		return "Đủ thành phần, có bản đã ký", fmt.Sprintf("%d/%d văn bản", c.Args...)
	case thidua.CheckConfirm:
		return "Báo cáo có xác nhận của cấp trình", when(!good, "còn %d báo cáo chưa có xác nhận", c.Args)
	case thidua.CheckVote:
		return "Đã được Hội đồng thông qua", when(!good, "%d trường hợp chưa được thông qua", c.Args)
	case thidua.CheckNames:
		return "Tên, chức vụ khớp giữa các tài liệu", when(!good, "có tài liệu khác danh sách: làm bản mới theo dữ liệu", nil)
	case thidua.CheckFigures:
		return "Số liệu báo cáo khớp dữ liệu theo dõi", staleFound(c)
	case thidua.CheckQuota:
		return "Trong số lượng được đề nghị", quotaFound(c.Args)
	case thidua.CheckCriteria:
		return "Nêu kết quả trên từng tiêu chí", when(!good, "%d báo cáo còn tiêu chí chưa nêu kết quả", c.Args)
	case thidua.CheckDeadline:
		return "Trong thời hạn gửi Sở Nội vụ", deadlineFound(c)
	case thidua.CheckBases:
		return "Căn cứ còn hiệu lực vào ngày Tờ trình", when(!good, "%d căn cứ cần kiểm chứng", c.Args)
	}
	return "", ""
}

// staleFound says how many papers state old figures, at which criteria, and what is to be done.
func staleFound(c thidua.Check) string {
	if c.Grade == thidua.GradeGood {
		return ""
	}
	out := fmt.Sprintf("%d văn bản khác dữ liệu hiện tại", c.Args[0])
	if codes, _ := c.Args[1].([]string); len(codes) > 0 {
		out += ": tiêu chí " + strings.ReplaceAll(List(codes), "TC", "")
	}
	if c.Grade == thidua.GradeWarn {
		out += "; đã ký với số liệu cũ: thu hồi rồi lập lại, hoặc giữ nếu số đã ký là đúng"
	}
	return out
}

func when(say bool, text string, args []any) string {
	if !say {
		return ""
	}
	return fmt.Sprintf(text, args...)
}

func quotaFound(args []any) string {
	share := func(n, of any) string {
		if of.(int) < 0 {
			return fmt.Sprintf("%d", n)
		}
		return fmt.Sprintf("%d/%d", n, of)
	}
	text := share(args[0], args[1]) + " tập thể, " + share(args[2], args[3]) + " cá nhân"
	if args[1].(int) < 0 || args[3].(int) < 0 {
		text += "; chưa nhập số lượng được đề nghị"
	}
	return text
}

func deadlineFound(c thidua.Check) string {
	due, _ := c.Args[0].(thidua.Date)
	switch {
	case due == "":
		return "chưa biết thời hạn (theo văn bản mà kế hoạch dẫn chiếu)"
	case c.Grade != thidua.GradeGood:
		return "đã quá hạn " + Date(due) + "; ghi lý do khi gửi"
	}
	return "đến " + Date(due)
}
