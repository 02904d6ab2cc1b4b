package doc

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// Attendee is a member of a council as the minutes name them.
type Attendee struct {
	Honorific string // "ông", "bà"
	Name      string
	Role      string // "Chủ tịch Hội đồng"
	Reason    string // why absent, "đi công tác"
}

// VoteCase is the result of the vote on one collective or person.
type VoteCase struct {
	Name     string // with Ông/Bà for a person
	Award    string
	Agree    int // raised hands or ballots that agree, written opinions included
	Disagree int
	Written  int // of those that agree, how many came as written opinions
	Total    int // the denominator of the ratio
	Passed   bool
}

// Minutes is the Biên bản họp xét of the council: no place and date at the head, two signatures.
type Minutes struct {
	Sample      bool
	Issuer      Issuer // Superior is the agency, Agency the council
	Number      string // may be empty
	Subject     string // "Họp xét, đề nghị khen thưởng …"
	Date        thidua.Date
	Start       string // "14:00"
	End         string // "15:20"
	Place       string // where the council met
	Chair       Attendee
	Secretary   Attendee
	Members     int // number of members of the council
	Present     []Attendee
	Absent      []Attendee
	Guests      []Attendee
	Standards   []string // restated as the movement has them
	Considered  []string // the list considered, collectives and persons
	Discussion  []string
	Method      string // "giơ tay", "phiếu giấy"
	Threshold   string // the rule of the vote as the edition has it, a sentence
	Cases       []VoteCase
	Ballots     []string // what became of the papers of a ballot, and who counted them
	Remarks     []string // own cases and overlaps, dissenting opinions
	Conclusion  []string
	Undecided   bool // the session has not concluded yet: room is left
	Collectives int  // how many the council proposes
	Individuals int
	Recipients  []string
}

// Document makes the paper.
func (m Minutes) Document() Document {
	blocks := []Block{m.Issuer.Letterhead(m.Number, ""), Title{Kind: "BIÊN BẢN", Subject: m.Subject}}
	blocks = append(blocks, m.opening()...)
	blocks = append(blocks, m.course()...)
	blocks = append(blocks, m.result()...)
	blocks = append(blocks,
		Text(fmt.Sprintf("Cuộc họp kết thúc vào hồi %s cùng ngày; biên bản đã được đọc cho các thành viên dự họp cùng nghe và thông qua./.", Clock(m.End))),
		Signatures{
			Columns: []Signature{
				{Titles: []string{"THƯ KÝ"}, Note: "(Ký, ghi rõ họ tên)", Name: m.Secretary.Name},
				{Titles: []string{"CHỦ TỌA"}, Note: "(Ký, ghi rõ họ tên)", Name: m.Chair.Name},
			},
			Recipients: Recipients(m.Recipients),
		})
	return New("Biên bản "+LowerFirst(m.Subject), m.Date, m.Sample, Unbroken(blocks, m.names()...)...)
}

// names are the people whom the minutes name. The form of address may stay on the line before: one long word less for the line to hold.
func (m Minutes) names() []string {
	var out []string
	for _, list := range [][]Attendee{{m.Chair, m.Secretary}, m.Present, m.Absent, m.Guests} {
		for _, a := range list {
			out = append(out, a.Name)
		}
	}
	for _, c := range m.Cases {
		for _, address := range []string{"Ông ", "Bà "} {
			if name, person := strings.CutPrefix(c.Name, address); person {
				out = append(out, name)
			}
		}
	}
	return out
}

func (m Minutes) opening() []Block {
	blocks := []Block{
		Text(fmt.Sprintf("Thời gian bắt đầu: %s, %s.", Clock(m.Start), LongDate(m.Date))),
		Text("Địa điểm: " + Ended(m.Place, ".")),
		Text("Chủ tọa: " + Ended(m.Chair.Line(), ".")),
		Text("Thư ký: " + Ended(m.Secretary.name(), ".")),
		Text(fmt.Sprintf("Thành viên có mặt (%02d/%02d): %s", len(m.Present), m.Members, Ended(lines(m.Present), "."))),
	}
	if len(m.Absent) > 0 {
		blocks = append(blocks, Text(fmt.Sprintf("Thành viên vắng mặt (%02d/%02d): %s", len(m.Absent), m.Members, Ended(lines(m.Absent), "."))))
	}
	if len(m.Guests) > 0 {
		blocks = append(blocks, Text("Mời dự: "+Ended(lines(m.Guests), ".")))
	}
	return blocks
}

func (m Minutes) course() []Block {
	blocks := []Block{Heading{Text: "I. NỘI DUNG", Level: 1}}
	blocks = append(blocks, Listed("1. Tiêu chuẩn xét", m.Standards)...)
	blocks = append(blocks, Listed("2. Danh sách đưa ra xét", m.Considered)...)
	blocks = append(blocks, Heading{Text: "3. Thảo luận", Level: 2})
	return append(blocks, Texts(orBlank(m.Discussion))...)
}

func (m Minutes) result() []Block {
	blocks := []Block{
		Heading{Text: "II. BIỂU QUYẾT", Level: 1},
		Para{KeepNext: true, Runs: []Run{{Text: joinWith(" ", Ended("Hình thức: "+m.Method, "."), m.Threshold) + " Kết quả:"}}},
		m.votes(),
	}
	blocks = append(blocks, Texts(m.Ballots)...)
	blocks = append(blocks, Texts(m.Remarks)...)
	blocks = append(blocks, Heading{Text: "III. KẾT LUẬN", Level: 1})
	blocks = append(blocks, Texts(m.Conclusion)...)
	if m.Undecided {
		return append(blocks, Texts(orBlank(nil))...)
	}
	if m.Collectives+m.Individuals == 0 {
		return append(blocks, Text("Không có trường hợp nào được đề nghị khen thưởng."))
	}
	return append(blocks, Para{KeepNext: true, Runs: []Run{
		{Text: "Hội đồng thống nhất đề nghị khen thưởng "}, {Text: vi.Subjects(m.Collectives, m.Individuals), Bold: true}, {Text: ", gồm:"},
	}}, m.proposed())
}

func (m Minutes) votes() Table {
	t := Table{Columns: []Column{
		{Head: "STT", Width: 12, Align: Center},
		{Head: "Tập thể, cá nhân", Width: 46, Align: Left},
		{Head: "Hình thức đề nghị", Width: 41, Align: Left},
		{Head: "Đồng ý / tổng số", Width: 24, Align: Center},
		{Head: "Không đồng ý", Width: 20, Align: Center},
		{Head: "Tỷ lệ đồng ý", Width: 22, Align: Right},
	}}
	for i, c := range m.Cases {
		agree := fmt.Sprintf("%d/%d", c.Agree, c.Total)
		if c.Written > 0 {
			agree += fmt.Sprintf("\n(văn bản: %d)", c.Written)
		}
		t.Rows = append(t.Rows, Row{Cells: []string{fmt.Sprint(i + 1), c.Name, c.Award, agree, fmt.Sprint(c.Disagree), vi.Ratio(c.Agree, c.Total)}})
	}
	return t
}

func (m Minutes) proposed() Table {
	t := Table{Columns: []Column{
		{Head: "STT", Width: 12, Align: Center}, {Head: "Tập thể, cá nhân", Width: 78, Align: Left}, {Head: "Hình thức đề nghị", Width: 75, Align: Left},
	}}
	for _, c := range m.Cases {
		if c.Passed {
			t.Rows = append(t.Rows, Row{Cells: []string{fmt.Sprint(len(t.Rows) + 1), c.Name, c.Award}})
		}
	}
	return t
}

// Line names a member: "ông Trần Mạnh Khôi, Chủ tịch Hội đồng (đi công tác)".
func (a Attendee) Line() string {
	s := join(a.name(), a.Role)
	if a.Reason != "" {
		s += " (" + a.Reason + ")"
	}
	return s
}

func (a Attendee) name() string { return joinWith(" ", a.Honorific, a.Name) }

func lines(list []Attendee) string {
	names := make([]string, 0, len(list))
	for _, a := range list {
		names = append(names, a.Line())
	}
	return strings.Join(names, "; ")
}

// Listed prints a heading and its items as "- …;", the last with a full stop.
func Listed(heading string, items []string) []Block {
	if len(items) == 0 {
		return nil
	}
	blocks := []Block{Heading{Text: heading, Level: 2}}
	for _, s := range Recipients(items) {
		blocks = append(blocks, Text("- "+s))
	}
	return blocks
}

// orBlank leaves room to write by hand: nothing is said in the place of people.
func orBlank(list []string) []string {
	if len(list) == 0 {
		return []string{Blank}
	}
	return list
}

// LowerFirst continues a sentence with a text that began one.
func LowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
