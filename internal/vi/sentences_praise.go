package vi

import (
	"strings"

	"thidua"
)

// praiseSentences say what is wrong with an initiative, an item of publicity, an exemplar or a remark.
var praiseSentences = map[thidua.Code]string{
	thidua.CodeSharesWrong:     "Tỷ lệ đóng góp của các tác giả cộng lại phải bằng 100 phần trăm; hiện là %s.",
	thidua.CodeShareMissing:    "Ghi tỷ lệ đóng góp của %s, lớn hơn 0 và không quá 100.",
	thidua.CodeAuthorTwice:     "%s được ghi hai lần trong danh sách tác giả.",
	thidua.CodeAuthorUnknown:   "Không tìm thấy tác giả trong danh sách người của cơ quan.",
	thidua.CodeMeetingVotes:    "Số thành viên đồng ý không được lớn hơn số thành viên dự họp.",
	thidua.CodePlaceMissing:    "Ghi nơi áp dụng, nhân rộng sáng kiến.",
	thidua.CodeRemarkVerdict:   "Chọn Đạt hoặc Cần xem xét.",
	thidua.CodeRemarkWords:     "Ghi nhận xét bằng lời.",
	thidua.CodeRemarkDay:       "Ghi ngày họp đơn vị đã trao đổi nhận xét này.",
	thidua.CodePublicityTitle:  "Ghi nội dung tuyên truyền.",
	thidua.CodePublicityForm:   "Chọn hình thức tuyên truyền.",
	thidua.CodePublicityDay:    "Ghi ngày đăng, ngày tổ chức.",
	thidua.CodePublicityProof:  "Ghi nơi đăng, đường dẫn, số văn bản hoặc tải tệp minh chứng.",
	thidua.CodePublicityLink:   "Đường dẫn bắt đầu bằng https:// hoặc http://.",
	thidua.CodeExemplarKind:    "Chọn điển hình tiên tiến hoặc người tốt việc tốt.",
	thidua.CodeExemplarSubject: "Chọn tập thể hoặc cá nhân được nêu gương.",
	thidua.CodeExemplarTitle:   "Ghi việc làm nổi bật trong một dòng.",
	thidua.CodeExemplarDeed:    "Ghi việc làm, kết quả cụ thể.",
	"evaluation.line":          "Dòng %d chưa đọc được: ghi họ và tên (hoặc tên đơn vị), dấu chấm phẩy, rồi xếp loại.",
	"evaluation.who":           "Dòng %d: không tìm thấy “%s” trong danh sách của cơ quan.",
	"evaluation.several":       "Dòng %d: có nhiều người tên “%s”; ghi thêm đơn vị sau họ tên, ví dụ “Nguyễn Văn A; Văn phòng; Hoàn thành tốt nhiệm vụ”.",
	"evaluation.class":         "Dòng %d: xếp loại “%s” không có trong bốn mức xếp loại.",
	"evaluation.own":           "Dòng %d: không ai tự ghi xếp loại của mình; để người khác của Văn phòng ghi.",
	"evaluation.twice":         "Dòng %d: “%s” được ghi hai lần.",
	"evaluation.none":          "Ghi ít nhất một dòng.",
	"remark.not-yours":         "Nhận xét do thủ trưởng đơn vị viết; không ai tự nhận xét mình.",
}

var reachLabels = map[thidua.Reach]string{
	thidua.ReachAgency: "Cấp cơ sở", thidua.ReachSector: "Ngành", thidua.ReachProvince: "Cấp tỉnh", thidua.ReachNation: "Toàn quốc",
}

// Reach gives the words of how far an initiative reaches: "Cấp cơ sở"; empty for none.
func Reach(r thidua.Reach) string { return reachLabels[r] }

var publicityForms = map[thidua.PublicityForm]string{
	thidua.FormArticle: "Tin, bài viết", thidua.FormMeeting: "Hội nghị, tọa đàm", thidua.FormBanner: "Pa-nô, áp phích, khẩu hiệu", thidua.FormSocial: "Mạng xã hội",
	thidua.FormContest: "Hội thi, cuộc thi", thidua.FormOther: "Hình thức khác",
}

// PublicityForm gives the words of a form of publicity: "Tin, bài viết".
func PublicityForm(f thidua.PublicityForm) string { return publicityForms[f] }

var exemplarKinds = map[thidua.ExemplarKind]string{thidua.KindModel: "Điển hình tiên tiến", thidua.KindDeed: "Người tốt việc tốt"}

// ExemplarKind gives the words of a kind of exemplar: "Người tốt việc tốt".
func ExemplarKind(k thidua.ExemplarKind) string { return exemplarKinds[k] }

// Outreach tells whether a criterion is the one on publicity: its name or its words speak of tuyên truyền.
func Outreach(c thidua.Criterion) bool {
	return strings.Contains(Fold(c.Name), "tuyen truyen") || c.Name == "" && strings.Contains(Fold(c.Text), "tuyen truyen")
}

// Published cites an item of publicity: "Bài viết …, Báo Lào Cai ngày 12/05/2024".
func Published(p thidua.PublicityItem) string {
	out := p.Title
	for _, part := range []string{p.Media, p.DocNumber} {
		if part != "" {
			out += ", " + part
		}
	}
	return out + " ngày " + Date(p.On)
}

// Authors names the authors of an initiative with their shares: "Phạm Mai Anh (60%), Giàng A Páo (40%)"; the one author stands without.
func Authors(i thidua.Initiative) string {
	if len(i.Authors) == 1 {
		return i.Authors[0].Name
	}
	var out []string
	for _, a := range i.Authors {
		out = append(out, a.Name+" ("+Number(a.Share)+"%)")
	}
	return strings.Join(out, ", ")
}
