package record

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
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
	Issuer      doc.Issuer // Superior is the agency, Agency the council
	Number      string     // may be empty
	Subject     string     // "Họp xét, đề nghị khen thưởng …"
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
	Wording     map[string]string `json:",omitempty"` // an agency's own words by part
}

// Document makes the paper.
func (m Minutes) Document() doc.Document {
	blocks := []doc.Block{m.Issuer.Letterhead(m.Number, ""), doc.Title{Kind: m.words().say("kind"), Subject: m.Subject}}
	blocks = append(blocks, m.opening()...)
	blocks = append(blocks, m.course()...)
	blocks = append(blocks, m.result()...)
	blocks = append(blocks,
		m.words().para("end", "clock", doc.Clock(m.End)),
		doc.Signatures{
			Columns: []doc.Signature{
				{Titles: []string{"THƯ KÝ"}, Note: "(Ký, ghi rõ họ tên)", Name: m.Secretary.Name},
				{Titles: []string{"CHỦ TỌA"}, Note: "(Ký, ghi rõ họ tên)", Name: m.Chair.Name},
			},
			Recipients: doc.Recipients(m.Recipients),
		})
	return doc.New("Biên bản "+vi.LowerFirst(m.Subject), m.Date, m.Sample, doc.Unbroken(blocks, m.names()...)...)
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

func (m Minutes) words() words { return words{m.Wording, MinutesName, m.Date} }

func (m Minutes) opening() []doc.Block {
	w := m.words()
	blocks := []doc.Block{
		w.para("start", "clock", doc.Clock(m.Start), "day", doc.LongDate(m.Date)),
		w.para("place", "place", doc.Ended(m.Place, "")),
		w.para("chair", "who", doc.Ended(m.Chair.Line(), "")),
		w.para("secretary", "who", doc.Ended(m.Secretary.name(), "")),
		m.roll("present", m.Present),
	}
	if len(m.Absent) > 0 {
		blocks = append(blocks, m.roll("absent", m.Absent))
	}
	if len(m.Guests) > 0 {
		blocks = append(blocks, w.para("guests", "who", doc.Ended(lines(m.Guests), "")))
	}
	return blocks
}

func (m Minutes) roll(part string, list []Attendee) doc.Block {
	return m.words().para(part, "n", vi.Two(len(list)), "members", vi.Two(m.Members), "who", doc.Ended(lines(list), ""))
}

func (m Minutes) course() []doc.Block {
	w := m.words()
	blocks := []doc.Block{w.head(1, "course")}
	blocks = append(blocks, Listed(w.say("standards"), m.Standards)...)
	blocks = append(blocks, Listed(w.say("considered"), m.Considered)...)
	blocks = append(blocks, w.head(2, "discussion"))
	return append(blocks, doc.Texts(orBlank(m.Discussion))...)
}

func (m Minutes) result() []doc.Block {
	w := m.words()
	blocks := []doc.Block{
		w.head(1, "voting"),
		doc.Para{KeepNext: true, Runs: []doc.Run{{Text: fill(w.clause("method", "threshold", m.Threshold), "method", doc.Ended(m.Method, ""))}}},
		m.votes(),
	}
	blocks = append(blocks, doc.Texts(m.Ballots)...)
	blocks = append(blocks, doc.Texts(m.Remarks)...)
	blocks = append(blocks, w.head(1, "conclusion"))
	blocks = append(blocks, doc.Texts(m.Conclusion)...)
	if m.Undecided {
		return append(blocks, doc.Texts(orBlank(nil))...)
	}
	if m.Collectives+m.Individuals == 0 {
		return append(blocks, w.para("none"))
	}
	return append(blocks, doc.Para{KeepNext: true, Runs: bold(w.say("proposed"), "count", vi.Subjects(m.Collectives, m.Individuals))}, m.proposed())
}

func (m Minutes) votes() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center},
		{Head: "Tập thể, cá nhân", Width: 46, Align: doc.Left},
		{Head: "Hình thức đề nghị", Width: 41, Align: doc.Left},
		{Head: "Đồng ý / tổng số", Width: 24, Align: doc.Center},
		{Head: "Không đồng ý", Width: 20, Align: doc.Center},
		{Head: "Tỷ lệ đồng ý", Width: 22, Align: doc.Right},
	}}
	for i, c := range m.Cases {
		agree := fmt.Sprintf("%d/%d", c.Agree, c.Total)
		if c.Written > 0 {
			agree += fmt.Sprintf("\n(văn bản: %d)", c.Written)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), c.Name, c.Award, agree, fmt.Sprint(c.Disagree), vi.Ratio(c.Agree, c.Total)}})
	}
	return t
}

func (m Minutes) proposed() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 78, Align: doc.Left}, {Head: "Hình thức đề nghị", Width: 75, Align: doc.Left},
	}}
	for _, c := range m.Cases {
		if c.Passed {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(len(t.Rows) + 1), c.Name, c.Award}})
		}
	}
	return t
}

// Line names a member: "ông Trần Mạnh Khôi, Chủ tịch Hội đồng (đi công tác)".
func (a Attendee) Line() string {
	s := doc.Join(a.name(), a.Role)
	if a.Reason != "" {
		s += " (" + a.Reason + ")"
	}
	return s
}

func (a Attendee) name() string { return doc.JoinWith(" ", a.Honorific, a.Name) }

func lines(list []Attendee) string {
	names := make([]string, 0, len(list))
	for _, a := range list {
		names = append(names, a.Line())
	}
	return strings.Join(names, "; ")
}

// Listed prints a heading and its items as "- …;", the last with a full stop.
func Listed(heading string, items []string) []doc.Block {
	if len(items) == 0 {
		return nil
	}
	blocks := []doc.Block{doc.Heading{Text: heading, Level: 2}}
	for _, s := range doc.Recipients(items) {
		blocks = append(blocks, doc.Text("- "+s))
	}
	return blocks
}

// orBlank leaves room to write by hand: nothing is said in the place of people.
func orBlank(list []string) []string {
	if len(list) == 0 {
		return []string{doc.Blank}
	}
	return list
}
