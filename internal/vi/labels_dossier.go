package vi

import (
	"fmt"
	"strings"

	"thidua"
)

var paperActions = map[thidua.Action]wording{
	thidua.MakeDossier:    {"Lập hồ sơ", "đã lập hồ sơ đề nghị khen thưởng"},
	thidua.MakePaper:      {"Lập văn bản", "đã lập văn bản"},
	thidua.SaveWording:    {"Lưu lời văn", "đã sửa lời văn của mẫu"},
	thidua.RenewPaper:     {"Làm bản mới theo dữ liệu", "đã làm bản mới theo dữ liệu"},
	thidua.RecordConfirm:  {"Ghi nhận xác nhận", "đã ghi nhận xác nhận của cấp trình"},
	thidua.SealParcel:     {"Gửi gói hồ sơ", "đã niêm phong và gửi gói hồ sơ"},
	thidua.TakeParcel:     {"Nhận gói hồ sơ", "đã nhận gói hồ sơ"},
	thidua.AddPartner:     {"Thêm đối tác", "đã thêm đối tác trao đổi gói hồ sơ"},
	thidua.ChangePartner:  {"Lưu đối tác", "đã sửa đối tác trao đổi gói hồ sơ"},
	thidua.RecordHardCopy: {"Ghi nhận đã nộp", "đã ghi nhận nộp 01 bộ bản chính giấy"},
	thidua.ExportDossier:  {"Tải hồ sơ (ZIP)", "đã xuất hồ sơ"},
	thidua.SetCertificate: {"Lưu vị trí in", "đã lưu vị trí in lời Bằng khen"},
	thidua.SetPrinter:     {"Lưu máy in", "đã lưu độ lệch của máy in"},
	thidua.DropPrinter:    {"Bỏ máy in", "đã bỏ máy in"},
	thidua.PublishHonour:  {"Đưa lên Bảng vàng", "đã công bố Bảng vàng"},
	thidua.HideHonour:     {"Gỡ khỏi Bảng vàng", "đã gỡ Bảng vàng"},
}

var paperKindLabels = map[thidua.PaperKind]string{
	thidua.PaperProposal:     "Tờ trình",
	thidua.PaperMinutes:      "Biên bản họp xét",
	thidua.PaperReport:       "Báo cáo thành tích",
	thidua.PaperRegistration: "Danh sách đăng ký thi đua",
	thidua.PaperOther:        "Văn bản khác",
}

// PaperKind gives the name of a kind of paper: "Tờ trình".
func PaperKind(k thidua.PaperKind) string { return paperKindLabels[k] }

// PaperTitle names a paper with whom it is about: "Báo cáo thành tích: Phòng Nghiệp vụ 2".
func PaperTitle(k thidua.PaperKind, about string) string {
	if about == "" {
		return PaperKind(k)
	}
	return PaperKind(k) + ": " + about
}

// PartName names a part of a dossier: "Báo cáo thành tích: Phòng Nghiệp vụ 2".
func PartName(c thidua.Component) string {
	if c.Kind == thidua.PaperReport {
		return PaperTitle(c.Kind, c.Name)
	}
	return c.Name
}

// PartNote says where a part of a dossier stands, in one line; sent is the day on which it went to be signed, empty where that is not known.
func PartNote(c thidua.Component, sent thidua.Date) string {
	switch {
	case c.Paper == nil && c.Kind == thidua.PaperMinutes:
		return "lập ở phiên họp Hội đồng"
	case c.Paper == nil:
		return "chưa có dự thảo"
	case c.Kind == thidua.PaperProposal && c.Paper.State == thidua.PaperInSign && sent != "":
		return fmt.Sprintf("Bản %d, trình %s", c.Paper.Edition, DayMonth(sent))
	case len(c.Open) > 0:
		return "Còn kết quả ở " + openCriteria(c)
	case !c.Fresh && c.Paper.State == thidua.PaperDraft:
		return "Số liệu đã thay đổi: làm bản mới theo dữ liệu"
	case c.Kind == thidua.PaperReport:
		return reportNote(c)
	}
	return editionNote(*c.Paper)
}

func reportNote(c thidua.Component) string {
	switch {
	case !c.Fresh:
		return "Đã trình ký với số liệu cũ"
	case c.Confirmed():
		return "Xác nhận của cấp trình: đã có"
	case c.Paper.State == thidua.PaperInSign:
		return "Xác nhận của cấp trình: đang chờ"
	}
	return editionNote(*c.Paper)
}

// editionNote gives number and day of what is issued, the edition of what is not.
func editionNote(p thidua.Paper) string {
	if p.State == thidua.PaperIssued {
		return strings.TrimPrefix(p.Number+", "+DayMonth(p.IssuedOn), ", ")
	}
	return fmt.Sprintf("Bản %d", p.Edition)
}

func openCriteria(c thidua.Component) string {
	var names []string
	for _, x := range c.Open {
		names = append(names, strings.TrimPrefix(x.Code, "TC"))
	}
	return "tiêu chí " + List(names)
}

// Missing says what keeps a dossier from going up; empty when nothing does.
func Missing(f thidua.File) string {
	var out []string
	reports := 0
	for _, c := range f.Components {
		switch {
		case c.Done():
		case c.Kind == thidua.PaperProposal:
			out = append(out, "Tờ trình chưa có số, ngày")
		case c.Kind == thidua.PaperMinutes:
			out = append(out, "Biên bản họp xét chưa có bản đã ký")
		case c.Kind == thidua.PaperOther:
			out = append(out, c.Name+": chưa có bản đã ký")
		default:
			reports++
		}
	}
	if reports > 0 {
		out = append(out, fmt.Sprintf("%d báo cáo chưa xong", reports))
	}
	facts := f.Facts()
	for _, fact := range []thidua.Fact{thidua.InQuota, thidua.NamesAgree} {
		if !facts[fact] {
			out = append(out, Fact(fact))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, "; ") + "."
}

// DossierOf names the dossier of a round: "Hồ sơ đề nghị khen thưởng năm 2024".
func DossierOf(m thidua.Movement, r thidua.Round) string {
	return "Hồ sơ đề nghị khen thưởng " + Term(m, r)
}

// SignBundle names the set of papers that is taken to the leader: "Tập trình ký: Tờ trình đề nghị khen thưởng".
func SignBundle(of string) string { return "Tập trình ký: " + of }

// CertificateRun names the certificates of a year as they are printed: "Lời Bằng khen năm 2024".
func CertificateRun(year int) string { return fmt.Sprintf("Lời Bằng khen năm %d", year) }

// The files of a dossier that was packed, and what is said of each.
const (
	ContentsFile = "00. Mục lục hồ sơ"
	SlipPart     = "Phiếu trình"
	DraftPDF     = "Dự thảo, bản PDF"
	DraftWord    = "Dự thảo, bản Word"
	WordOfSigned = "Bản Word, không thay bản ký"
	EditedWord   = "Bản sửa trên Word, là bản trình ký"
	SignedFile   = "Bản đã ký, giữ nguyên như đã lưu"
	PDFAlone     = "chỉ có bản PDF"
	NoSignedYet  = "soạn ngoài chương trình, chưa có bản đã ký"
)

var formLabels = map[thidua.OpinionForm]string{
	thidua.OpinionOnSlip:    "Bút phê trên Phiếu trình",
	thidua.OpinionInSystem:  "Ký trên hệ thống quản lý văn bản",
	thidua.OpinionAtMeeting: "Ý kiến tại cuộc họp",
	thidua.OpinionHere:      "Trong chương trình",
	thidua.OpinionByLink:    "Qua liên kết dành cho lãnh đạo",
}

// OpinionForm gives the words of how a leader gave an opinion: "Bút phê trên Phiếu trình".
func OpinionForm(f thidua.OpinionForm) string { return formLabels[f] }

var resultActions = map[thidua.Action]wording{
	thidua.ReportProgress:    {"Cập nhật tiến độ", "đã cập nhật tiến độ chỉ tiêu"},
	thidua.AttachEvidence:    {"Thêm minh chứng", "đã thêm minh chứng"},
	thidua.RecordInitiative:  {"Ghi sáng kiến", "đã ghi sáng kiến"},
	thidua.WriteInitiative:   {"Lưu sáng kiến", "đã viết sáng kiến"},
	thidua.SubmitInitiative:  {"Nộp sáng kiến", "đã nộp sáng kiến"},
	thidua.CheckForm:         {"Kiểm tra hình thức", "đã nhận sáng kiến để kiểm tra hình thức"},
	thidua.BeginAssessment:   {"Đưa ra chấm", "đã đưa sáng kiến ra chấm"},
	thidua.RecordMeeting:     {"Ghi nhận phiên họp", "đã ghi nhận phiên họp Hội đồng sáng kiến"},
	thidua.RecogniseWork:     {"Công nhận sáng kiến", "đã ghi quyết định công nhận sáng kiến"},
	thidua.RefuseRecognition: {"Không công nhận", "đã ghi kết quả không công nhận sáng kiến"},
	thidua.RecordRecognised:  {"Ghi nhận sáng kiến đã được công nhận", "đã ghi nhận sáng kiến đã được công nhận"},
	thidua.RecordReplication: {"Ghi nhân rộng", "đã ghi nơi nhân rộng sáng kiến"},
	thidua.WriteRemark:       {"Lưu nhận xét", "đã nhận xét về phẩm chất, đoàn kết, gương mẫu"},
	thidua.PlanPublicity:     {"Thêm vào kế hoạch", "đã thêm nội dung vào kế hoạch tuyên truyền"},
	thidua.AddPublicity:      {"Ghi tin, bài", "đã ghi tin, bài tuyên truyền"},
	thidua.VerifyPublicity:   {"Xác nhận", "đã xác nhận tin, bài tuyên truyền"},
	thidua.MendPublicity:     {"Gửi lại", "đã bổ sung tin, bài tuyên truyền"},
	thidua.ProposeExemplar:   {"Đề xuất gương", "đã đề xuất gương điển hình"},
	thidua.VerifyExemplar:    {"Xác minh", "đã xác minh gương điển hình"},
	thidua.RefuseExemplar:    {"Không nêu gương", "đã ghi việc không nêu gương"},
	thidua.AgreeToPublish:    {"Đồng ý nêu gương", "đã ghi sự đồng ý nêu gương"},
	thidua.PublishExemplar:   {"Nêu gương", "đã nêu gương điển hình"},
	thidua.TakeDown:          {"Gỡ khỏi trang nêu gương", "đã gỡ gương điển hình"},
	thidua.RecordSpread:      {"Ghi phạm vi lan tỏa", "đã ghi phạm vi lan tỏa của gương điển hình"},
	thidua.RecordEvaluation:  {"Ghi xếp loại", "đã ghi kết quả xếp loại hằng năm"},
	thidua.RecordIndex:       {"Ghi chỉ số", "đã ghi thứ hạng chỉ số cải cách hành chính"},
	thidua.SetScale:          {"Lưu thang điểm", "đã ghi thang điểm"},
	thidua.OpenSheets:        {"Mở phiếu chấm", "đã mở phiếu chấm điểm cho các đơn vị"},
	thidua.CommentSheet:      {"Ghi ý kiến", "đã ghi ý kiến vào phiếu chấm"},
}

var classLabels = map[thidua.EvaluationClass]string{
	thidua.ClassExcellent: "Hoàn thành xuất sắc nhiệm vụ",
	thidua.ClassGood:      "Hoàn thành tốt nhiệm vụ",
	thidua.ClassCompleted: "Hoàn thành nhiệm vụ",
	thidua.ClassNot:       "Không hoàn thành nhiệm vụ",
}

// Class gives the words of a class of the yearly evaluation: "Hoàn thành tốt nhiệm vụ".
func Class(c thidua.EvaluationClass) string { return classLabels[c] }

var answerLabels = map[thidua.Answer]string{thidua.AnswerYes: "Đạt", thidua.AnswerNo: "Chưa đạt"}

// Answer gives the words of an answer of the yes/no sheet; empty for none.
func Answer(a thidua.Answer) string { return answerLabels[a] }

var figureLabels = map[thidua.FigureKind]string{
	thidua.FigureTarget: "chỉ tiêu", thidua.FigureActual: "thực hiện", thidua.FigureLevel: "mức đạt", thidua.FigureEvidence: "minh chứng",
	thidua.FigureLine: "chỉ tiêu", thidua.FigureFact: "số liệu chung", thidua.FigureSentence: "số liệu trong câu", thidua.FigureName: "tên, chức vụ",
	thidua.FigureInitiative: "sáng kiến", thidua.FigureAward: "khen thưởng đã nhận",
}

// FigureKind names what a figure of a report tells: "thực hiện", "minh chứng".
func FigureKind(k thidua.FigureKind) string { return figureLabels[k] }

var parcelKindLabels = map[thidua.ParcelKind]string{
	thidua.ParcelRegistrations: "Đăng ký thi đua",
	thidua.ParcelDossier:       "Hồ sơ đề nghị khen thưởng",
	thidua.ParcelAnswer:        "Trả lời",
}

// ParcelKind says what a package carries: "Hồ sơ đề nghị khen thưởng".
func ParcelKind(k thidua.ParcelKind) string { return parcelKindLabels[k] }

// ParcelTitle names a package: "Hồ sơ đề nghị khen thưởng, năm 2025".
func ParcelTitle(k thidua.ParcelKind, year int) string {
	return fmt.Sprintf("%s, năm %d", ParcelKind(k), year)
}

var agencyKindLabels = map[thidua.AgencyKind]string{
	thidua.AgencyOrdinary:    "Cơ quan, đơn vị",
	thidua.AgencyHomeAffairs: "Sở Nội vụ",
	thidua.AgencyProvince:    "UBND tỉnh",
}

// AgencyKind says what an agency is in the exchange of packages: "Sở Nội vụ".
func AgencyKind(k thidua.AgencyKind) string { return agencyKindLabels[k] }

// LinkMessage is the message with which Văn phòng sends a leader his link.
func LinkMessage(l thidua.LeaderLink, address string) string {
	return "Kính gửi đồng chí " + l.LeaderName + ": liên kết xem việc chờ ý kiến và tình hình phong trào thi đua: " + address + " (dùng đến hết ngày " + Date(l.Until) +
		"; xin không chuyển tiếp). Văn phòng."
}
