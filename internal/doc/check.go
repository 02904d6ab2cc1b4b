package doc

import (
	"regexp"
	"strings"
)

// Finding is one point in which a paper departs from Annex I of NĐ 30/2020/NĐ-CP, or has not been filled in.
type Finding struct {
	Component string // thành phần thể thức, "Số, ký hiệu"
	Text      string // one sentence
}

// facts is what the checks ask about a paper.
type facts struct {
	head       *Letterhead
	title      *Title
	signatures *Signatures
	closing    string   // text of the paragraph before the signatures
	bases      []string // paragraphs wholly in italics before the first upright body text
}

// Check compares the tree of a paper with the layout rules that its words can break; margins, fonts and sizes are the writers' and cannot differ.
func Check(d Document) []Finding {
	f := gather(d)
	var out []Finding
	for _, c := range checks {
		if text := c.ask(f); text != "" {
			out = append(out, Finding{Component: c.component, Text: text})
		}
	}
	return out
}

func gather(d Document) facts {
	var f facts
	for _, s := range d.Sections {
		for i, b := range s.Blocks {
			switch v := b.(type) {
			case Letterhead:
				f.head = &v
			case Title:
				f.title = &v
			case Para:
				f.paragraph(v, next(s.Blocks, i, isSignatures))
			case Signatures:
				f.signatures = &v
			}
		}
	}
	return f
}

func (f *facts) paragraph(p Para, closing bool) {
	runs := prepare(p.Runs)
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	if closing {
		f.closing = text
	}
	if len(runs) == 1 && runs[0].Italic && strings.HasPrefix(text, "Căn cứ") {
		f.bases = append(f.bases, text)
	}
}

// checks are the rules in the order of the annex; each answers with a sentence, or nothing when it is kept.
var checks = []struct {
	component string
	ask       func(facts) string
}{
	{"Quốc hiệu, Tiêu ngữ", checkNation},
	{"Tên cơ quan ban hành", checkAgency},
	{"Số, ký hiệu", checkNumber},
	{"Địa danh, thời gian", checkPlace},
	{"Tên loại, trích yếu", checkTitle},
	{"Căn cứ", checkBases},
	{"Nội dung", checkEnd},
	{"Chức vụ, họ tên người ký", checkSigner},
	{"Nơi nhận", checkRecipients},
}

func checkNation(f facts) string {
	if f.head == nil {
		return "Văn bản chưa có Quốc hiệu, Tiêu ngữ và tên cơ quan."
	}
	return ""
}

func checkAgency(f facts) string {
	switch {
	case f.head == nil || f.head.Agency == "":
		return "Chưa có tên cơ quan ban hành."
	case f.head.Agency != upper(f.head.Agency) || f.head.Superior != upper(f.head.Superior):
		return "Tên cơ quan phải viết in hoa."
	}
	return ""
}

var numberPattern = regexp.MustCompile(`^Số: (\d{2,}|…+)/\S`)

func checkNumber(f facts) string {
	if f.head != nil && f.head.Number != "" && !numberPattern.MatchString(f.head.Number) {
		return "Số, ký hiệu ghi theo mẫu “Số: 05/TTr-TTr”; số dưới 10 thêm chữ số 0 ở trước."
	}
	return ""
}

var placePattern = regexp.MustCompile(`^(.+, n|N)gày (0[1-9]|[12]\d|3[01]|…+) tháng (0[12]|[3-9]|1[0-2]|…+) năm (\d{4}|…+)$`)

func checkPlace(f facts) string {
	switch {
	case f.head == nil:
		return ""
	case f.title != nil && f.title.Kind == "BIÊN BẢN":
		if f.head.PlaceDate != "" {
			return "Biên bản không ghi địa danh, thời gian ở đầu văn bản."
		}
	case !placePattern.MatchString(f.head.PlaceDate):
		return "Địa danh, thời gian ghi theo mẫu “Lào Cai, ngày 05 tháng 02 năm 2024”."
	}
	return ""
}

func checkTitle(f facts) string {
	switch {
	case f.head != nil && f.head.About != "":
		return checkAbout(f)
	case f.title == nil || f.title.Kind == "":
		return "Chưa có tên loại văn bản."
	case f.title.Kind != upper(f.title.Kind):
		return "Tên loại văn bản phải viết in hoa."
	case f.title.Subject == "":
		return "Chưa có trích yếu nội dung."
	}
	return ""
}

// checkAbout is the rule of a công văn, which has no name of its kind and its subject below the number.
func checkAbout(f facts) string {
	if f.title != nil || !strings.HasPrefix(f.head.About, "V/v ") {
		return "Công văn không ghi tên loại; trích yếu ghi “V/v …” dưới số, ký hiệu."
	}
	return ""
}

func checkBases(f facts) string {
	for _, b := range f.bases {
		if !strings.HasSuffix(b, ";") && !strings.HasSuffix(b, ".") {
			return "Mỗi căn cứ ghi một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng có dấu chấm."
		}
	}
	return ""
}

func checkEnd(f facts) string {
	if !strings.HasSuffix(f.closing, "./.") && !framed(f) && !f.secret() {
		return "Nội dung chưa kết thúc bằng dấu “./.”."
	}
	return ""
}

// BallotKind is the name of the one paper that nobody signs: a voter is never named.
const BallotKind = "PHIẾU BẦU"

func (f facts) secret() bool { return f.title != nil && f.title.Kind == BallotKind }

func framed(f facts) bool { return f.signatures != nil && f.signatures.Framed }

var academic = regexp.MustCompile(`^(GS|PGS|TS|ThS|CN|KS|BS)\b`)

func checkSigner(f facts) string {
	if f.secret() {
		return checkSecret(f)
	}
	if f.signatures == nil || len(f.signatures.Columns) == 0 {
		return "Chưa có phần chữ ký."
	}
	for _, c := range f.signatures.Columns {
		switch {
		case c.Name == "":
			return "Chưa ghi họ tên người ký."
		case academic.MatchString(c.Name):
			return "Không ghi học hàm, học vị trước họ tên người ký."
		case len(c.Titles) == 0 && c.Heading == "":
			return "Chưa ghi chức vụ của người ký."
		}
	}
	return ""
}

func checkSecret(f facts) string {
	if f.signatures != nil {
		return "Phiếu bầu không có chữ ký, không ghi tên người bỏ phiếu."
	}
	return ""
}

func checkRecipients(f facts) string {
	if f.signatures == nil || len(f.signatures.Recipients) == 0 {
		return ""
	}
	last := f.signatures.Recipients[len(f.signatures.Recipients)-1]
	if !strings.HasPrefix(last, "Lưu:") || !strings.HasSuffix(last, ".") {
		return "Dòng cuối của Nơi nhận là “- Lưu: VT, …”, kết thúc bằng dấu chấm."
	}
	return ""
}
