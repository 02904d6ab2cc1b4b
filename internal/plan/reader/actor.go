package reader

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/plan"
	"thidua/internal/vi"
)

// bodies begin the name of one who acts or to whom something goes: an office, a unit, a post.
const bodies = `Văn phòng|Phòng|Ban|Sở|Bộ|Hội đồng|Hội|Hiệp hội|Liên đoàn|Liên hiệp|Công đoàn|Lãnh đạo|Trưởng|Phó|Thủ trưởng|Giám đốc|Tổng Giám đốc|Tổng giám đốc|Chủ tịch|Chánh|` +
	`Bí thư|Hiệu trưởng|Viện trưởng|Cục trưởng|Chi cục trưởng|Hạt trưởng|Đội trưởng|Tổ trưởng|UBND|HĐND|UBMTTQ|MTTQ|Ủy ban|Uỷ ban|Thanh tra|Đoàn|Huyện Đoàn|Huyện đoàn|Tỉnh Đoàn|Tỉnh đoàn|Thành Đoàn|Thành đoàn|Chi cục|Chi bộ|Chi đoàn|Chi hội|Cục|Tổng cục|Vụ|Viện|Bộ phận|Tổ|Đội|Nhóm|` +
	`Thường trực|Cụm|Khối|Cá nhân|Tập thể|Khoa|Trung tâm|Trường|Bệnh viện|Trạm|Hạt|Xí nghiệp|Nhà máy|Công ty|Tổng công ty|Quỹ|Đảng ủy|Đảng bộ|Huyện ủy|Tỉnh ủy|Thành ủy|Mặt trận|` +
	`Cơ quan|Đơn vị|Đồng chí|Ông|Bà|ông|bà|đồng chí|BHXH|BCH|BTV|LHPN|MTTQVN|LĐLĐ|CĐCS|Công an viên|Cơ sở|Nhà trường|Kế toán|Kho bạc|Bảo hiểm|Công an|Tòa án|Viện kiểm sát|Thư viện|Bảo tàng|Liên minh|Hợp tác xã|Ngân hàng|Học viện|Đại học|Đài|Báo|Tạp chí|Trang|Cổng|Văn thư|Bưu điện|Viễn thông|Điện lực|Hải quan|Điều dưỡng trưởng|Giảng viên|Sinh viên|Nhà thầu|Hộ gia đình|Tổ dân phố|Cán bộ|Công chức|Viên chức|Người đứng đầu`

// unitWords are bodies within a name, or several of them: các phòng, ban.
const unitWords = `phòng|ban|đơn vị|trung tâm|khoa|trạm|đội|tổ|xã|phường|thị trấn|thành phố|huyện|cơ quan|tổ chức|bộ phận|sở|ngành|cá nhân|tập thể|trưởng|phó|hạt|xí nghiệp|công chức|viên chức|cán bộ|` +
	`người lao động|thủ trưởng|thị xã|chi|trường|cơ sở|phân xưởng|thôn|bản|nhà trường|hội|doanh nghiệp|địa phương|cụm|khối|lãnh đạo|đồng chí|thành viên|hội viên|giáo viên|đoàn viên|UBND|khu phố|tổ dân phố|chi hội|chi đoàn|trường học|bệnh viện|nhà thầu|hộ gia đình|huyện ủy|thành ủy|đảng ủy|tỉnh ủy|giảng viên|liên đoàn|công đoàn|vị|khen thưởng|quầy`

// many begins the name of several who act.
const many = `(?i:các|mỗi|từng|toàn thể|những)\s+(?i:` + unitWords + `)(?:$|[^\p{L}])`

// noBody are words that only look like one: to organise, to issue, united.
var noBody = regexp.MustCompile(`^(?:Tổ chức|Đoàn kết|Báo cáo|Ban hành|Bộ (?:chỉ số|tiêu chí|thủ tục)|Sở hữu|Khối lượng|Đội ngũ|Vụ việc|Trường hợp|Hội (?:nghị|thi|thảo|họp)|Phòng,? (?:chống|ngừa|cháy)|Trưởng thành|Đài thọ|Viện dẫn)(?:$|[^\p{L}])`)

// stopWords end the name of a body: what offices and people do, and words that begin another part of a sentence.
var stopWords = words(`tổng hợp|tăng cường|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|căn cứ|quyết tâm|chủ trì|chủ động|phối hợp|tham mưu|theo dõi|gửi|nộp|trình|thực hiện|đăng ký|triển khai|
	xây dựng|tổ chức|hướng dẫn|kiểm tra|báo cáo|lập|rà soát|đôn đốc|tuyên truyền|phát động|xem xét|hoàn thành|giúp|tiếp nhận|định kỳ|họp|tổng kết|sơ kết|là|nghiêm túc|vận động|ưu tiên|cung cấp|mở|
	bảo đảm|đảm bảo|khảo sát|cân đối|bố trí|tự|thẩm định|phổ biến|quán triệt|chuẩn bị|công khai|công bố|công nhận|kèm|đánh giá|bình xét|chấm|lồng ghép|đưa|cử|hoàn thiện|biên soạn|cấp|tặng|cho|phát hiện|
	biểu dương|đề xuất|đề nghị|phản ánh|ký|giám sát|thông báo|giới thiệu|lựa chọn|khen thưởng|quyết định|phê duyệt|ban hành|chỉ đạo|phân công|đăng tải|đăng|viết|nhận|ghi nhận|cập nhật|
	dự toán|quản lý|vận hành|duy trì|khuyến khích|hỗ trợ|nêu cao|nâng cao|tích cực|gương mẫu|phấn đấu|cam kết|hưởng ứng|tham gia|bảo quản|lưu trữ|lưu|đề ra|cụ thể hóa|cụ thể hoá|thống nhất|
	phải|cần|có|được|sẽ|không|hằng|hàng|thường xuyên|kịp thời|trực tiếp|phụ trách|quan tâm|động viên|xác nhận|xét|bỏ phiếu|tập huấn|số hóa|niêm yết|ra quân|làm|điều phối|đối chiếu|tiến hành|đồng thời|trên cơ sở|
	theo|tại|nếu|huy động|thanh toán|chi trả|tiếp tục|đối với|danh sách|hồ sơ|kết quả|bản|khi|sau|trước|trong|từ|vào|để|nhằm|qua|chậm nhất|muộn nhất|đến|bằng|tuần|ngày|tháng|quý|lúc|hết|nào|ngay|xong`)

// Bodies whose name may go on with a word that is a verb elsewhere, and those words: Quỹ hỗ trợ nông dân, Ban quản lý các khu công nghiệp.
var (
	namedByVerb = words(`Quỹ|phận|Tổ|Nhóm|Ban|Phòng|tâm|trạm|Trạm`)
	nameVerbs   = words(`hỗ trợ|quản lý|chỉ đạo|tổ chức|tiếp nhận|giúp|kiểm tra|thẩm định|giám sát|tuyên truyền|vận động|đánh giá`)
)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.SplitSeq(list, "|") {
		out[strings.TrimSpace(w)] = true
	}
	return out
}

var (
	body   = regexp.MustCompile(`^(?:(?:` + bodies + `)(?:$|[^\p{L}])|` + many + `)`)
	leadIn = regexp.MustCompile(`^(?:(?:Giao|Đề nghị|Yêu cầu|Phân công|Ủy quyền|Mời)\s+(?:cho\s+)?()|[^,.;:]{0,300}[,:]\s+())`)
	token  = regexp.MustCompile(`[^\s]+`)
)

// longestName is how far the name of a body is followed, in bytes.
const longestName = 200

// named gives where the name of a body that begins a text ends, and what word stops it; 0 when no body begins it.
func named(s string) (end int, stop string) {
	if !body.MatchString(s) || noBody.MatchString(s) {
		return 0, ""
	}
	s = s[:cut(s, longestName)]
	at := token.FindAllStringIndex(s, -1)
	for i := 1; i < len(at); i++ {
		before := s[at[i-1][0]:at[i-1][1]]
		if mark := stopMark(before, s[at[i][0]:]); mark != "" {
			return at[i-1][1] - len(strings.TrimSuffix(mark, "(")), mark
		}
		if v := stopAt(s[at[i][0]:]); v != "" && !partOfName(s, before, v, i) {
			return at[i-1][1], v
		}
	}
	return len(strings.TrimRight(s, " .;:,/)")), ""
}

// partOfName tells whether a word that may end a name is part of it: the word before makes a noun of it, or the name of a kind of body goes on with it.
func partOfName(s, before, word string, i int) bool {
	return several[before] || compounds[strings.ToLower(before+" "+word)] || word == "cấp" && level.MatchString(s) || word == "khen thưởng" && strings.HasPrefix(before, "đua") || word == "phụ trách" && comrade.MatchString(s) || i <= 2 && namedByVerb[before] && nameVerbs[word]
}

// several are words behind which a noun stands, although it may look like a verb: các tổ chức.
var several = words(`các|Các|những|Những|mọi|từng|mỗi`)

// compounds are words of two whose second looks like one that ends a name.
var compounds = words(`hậu cần|thư ký|công trình|chương trình|quy trình|lộ trình|hành trình|công lập|dân lập|thành lập|độc lập|tư lập|trung cấp|cao cấp|sơ cấp|phụ cấp|trợ cấp|phân cấp|liên cấp|bản tin|văn bản|
	kịch bản|xuất bản|kho bạc|tiếp nhận|đăng ký|công nhận|xác nhận|chứng nhận|ghi nhận|giao nhận|cung cấp|bình xét|khám xét|trả kết quả`)

// level is the level of a body within its name: Ủy ban nhân dân cấp xã.
var level = regexp.MustCompile(`\scấp\s+(?:xã|huyện|tỉnh|trên|dưới|ủy|cơ sở|phòng)`)

// comrade is one person, who may be named by what they have charge of.
var comrade = regexp.MustCompile(`^[Đđ]ồng chí\s`)

// stopMark gives the mark between two words that ends a name.
func stopMark(before, rest string) string {
	switch last := before[len(before)-1:]; {
	case strings.Contains(".;:)", last) && !abbreviated(before), last == "," && !goesOn(rest):
		return last
	case rest[0] == '(':
		return "("
	}
	return ""
}

// cut gives a place in a text of at most n bytes that parts no letter.
func cut(s string, n int) int {
	n = min(n, len(s))
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// abbreviated tells a full stop within a name: HĐ. TĐKT.
func abbreviated(word string) bool {
	return word[len(word)-1] == '.' && len(word) <= 5 && strings.ToUpper(word) == word && len(word) > 2
}

// goesOn tells whether a name goes on behind a comma: with another body, a word in capitals, or a unit.
func goesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (stopAt(s) == "" || strings.HasPrefix(s, "khen thưởng")) && !noBody.MatchString(s) && (unicode.IsUpper(r) || units.MatchString(s) || severalUnits.MatchString(s))
}

var severalUnits = regexp.MustCompile(`^` + many)

var units = regexp.MustCompile(`^(?:` + unitWords + `)(?:[\s,.;:]|$)`)

// stopAt gives the word that ends a name, if a text begins with one.
func stopAt(s string) string {
	at := token.FindAllStringIndex(s[:cut(s, 60)], 3)
	for n := min(len(at), 3); n > 0; n-- {
		v := strings.TrimRight(s[:at[n-1][1]], ",.;:")
		if stopWords[v] {
			return v
		}
	}
	return ""
}

// actorIn gives who is to act in a sentence, an empty clip when it names nobody first.
func actorIn(c clip) clip {
	if a, ok := actorAt(c, 0); ok {
		return a
	}
	m := leadIn.FindStringSubmatchIndex(c.text())
	if m == nil {
		return clip{p: c.p}
	}
	a, _ := actorAt(c, max(m[2], m[4]))
	return a
}

func actorAt(c clip, at int) (clip, bool) {
	end, stop := named(c.text()[at:])
	if end == 0 || stop != ":" && !stopWords[stop] && stop != "" {
		return clip{p: c.p}, false
	}
	if stop == "" && at+end < len(strings.TrimRight(c.text(), " .;:,/")) {
		return clip{p: c.p}, false
	}
	return c.sub(at, at+end).trim(), true
}

var headActor = regexp.MustCompile(`^(?:(?:Giao|Đề nghị|Đối với|Trách nhiệm của|Nhiệm vụ của)\s+)?()`)

const unsureActor = "Người thực hiện lấy theo tiêu đề của mục, cần xem lại."

// actorOver gives the actor that a heading over the node names: "1. Văn phòng"; sure tells whether it is the name of a body that is known.
func (r *reader) actorOver(n *node) (who plan.Value, sure bool) {
	for p := n.parent; p != nil; p = p.parent {
		if !p.heading() && !p.namesActor() || len(p.topics()) > 0 {
			continue
		}
		m := headActor.FindStringSubmatchIndex(p.body.text())
		c := p.body.sub(m[2], len(p.body.text())).trim()
		end, _ := named(c.text())
		if known := end > 0 && (end == len(c.text()) || strings.HasSuffix(p.body.text(), ":")); known || p.unknownActor(c.text()) {
			if known {
				c = c.sub(0, end)
			}
			who = plan.Value(c.trim().text())
			return who, known || slices.Contains(r.names, string(who))
		}
	}
	return "", true
}

// namesActor tells an item that only names who has to do what stands below it: "- Văn phòng:".
func (n *node) namesActor() bool { return len(n.kids) > 0 && n.isActor() }

// isActor tells an item of a list that is nothing but the name of a body.
func (n *node) isActor() bool {
	if n.rank < rankDash {
		return false
	}
	return isName(n.body.trim().text())
}

// isName tells whether a text is nothing but the name of a body.
func isName(s string) bool {
	end, _ := named(s)
	return end > 0 && end == len(s)
}

// bodiesNamed gives the headings of tổ chức thực hiện that begin with a body and go on with a word that is a verb elsewhere (Văn phòng tổng hợp),
// where the plan uses the name again.
func bodiesNamed(root *node, source string) (out []string) {
	root.each(func(n *node) {
		s := n.body.trim().text()
		end, _ := named(s)
		if n.rank < rankDash && end > 0 && end < len(s) && utf8.RuneCountInString(s) <= bareLength && !strings.ContainsAny(s, ",.;:") && strings.Count(source, s) > 1 {
			out = append(out, s)
		}
	})
	return out
}

// whole gives the name that begins at a place as the plan's headings write it, where they write more than is told by grammar.
func (r *reader) whole(s string, end int) int {
	for _, name := range r.names {
		if len(name) > end && strings.HasPrefix(s, name) {
			end = len(name)
		}
	}
	return end
}

var aboutWork = regexp.MustCompile(`^(?:Công tác|Về|Việc|Kinh phí|Chế độ|Thời|Nội dung|Phân công|Tổ chức|Kiểm tra|Tuyên truyền|Các bước|Giai đoạn|Nhiệm vụ|Phương pháp|Yêu cầu|Điều)\s`)

// unknownActor tells a short heading directly below tổ chức thực hiện that begins with no work to do: whatever its words, it names who acts.
func (n *node) unknownActor(s string) bool {
	over := n.parent
	return over != nil && over.within(topicAssignments) && over.announces() && utf8.RuneCountInString(s) <= bareLength && !aboutWork.MatchString(s) && stopAt(vi.LowerFirst(s)) == ""
}

func (n *node) announces() bool { return len(topicsIn(n.body.text())) > 0 }
