package form

import (
	"fmt"
	"strings"

	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// CountingMinutes is the Biên bản kiểm phiếu: no place and date at the head, signed by secretary, witness if there is one, and head of the board.
type CountingMinutes struct {
	Head
	Meeting   string // "Phiên họp xét, đề nghị khen thưởng …"
	Start     string // "14:45"
	End       string
	Place     string
	Chief     record.Attendee // trưởng ban
	Secretary record.Attendee
	Members   []record.Attendee
	Witness   record.Attendee // may be empty
	Council   int             // number of members of the council
	Present   int
	Issued    int
	Returned  int
	Valid     int
	Each      []string // what became of the papers case by case, in the place of the three figures, where it is not the same
	Cases     []record.VoteCase
	Keeper    string // "Thư ký Hội đồng"
	Copies    int
}

// Document makes the paper.
func (m CountingMinutes) Document() doc.Document {
	f := m.form("bien-ban-kiem-phieu", m.people()...)
	blocks := []doc.Block{
		m.Issuer.Letterhead(m.Number, ""), doc.Title{Kind: f.say("kind"), Subject: m.Subject},
		f.para("start", "clock", doc.Clock(m.Start), "day", doc.LongDate(m.Date)),
		f.para("place", "place", doc.Ended(filled(m.Place), "")),
		f.para("meeting", "meeting", doc.Ended(filled(m.Meeting), "")),
	}
	blocks = append(blocks, m.board(f)...)
	blocks = append(blocks, m.ballots(f)...)
	blocks = append(blocks, m.result(f)...)
	blocks = append(blocks,
		f.para("sealed", "keeper", m.Keeper),
		f.para("end", "clock", doc.Clock(m.End), "copies", vi.Two(m.Copies)), m.signatures(f))
	return f.made(blocks...)
}

func (m CountingMinutes) people() []string {
	names := []string{m.Chief.Name, m.Secretary.Name, m.Witness.Name}
	for _, a := range m.Members {
		names = append(names, a.Name)
	}
	for _, c := range m.Cases {
		names = append(names, person(c.Name))
	}
	return names
}

// person is the name without its form of address; empty for a collective.
func person(named string) string {
	for _, address := range []string{"Ông ", "Bà "} {
		if name, found := strings.CutPrefix(named, address); found {
			return name
		}
	}
	return ""
}

func (m CountingMinutes) board(f form) []doc.Block {
	blocks := []doc.Block{doc.Heading{Text: f.say("board"), Level: 1}, f.para("head", "who", m.Chief.Line()), f.para("secretary", "who", m.Secretary.Line())}
	if len(m.Members) > 0 {
		lines := make([]string, 0, len(m.Members))
		for _, a := range m.Members {
			lines = append(lines, a.Line())
		}
		blocks = append(blocks, f.para("members", "who", strings.Join(lines, "; ")))
	}
	if m.Witness.Name != "" {
		blocks = append(blocks, f.para("witness", "who", m.Witness.Line()))
	}
	return blocks
}

func (m CountingMinutes) ballots(f form) []doc.Block {
	count := func(part string, n int) doc.Block { return f.para(part, "n", vi.Two(n), "words", vi.Words(n)) }
	blocks := []doc.Block{
		doc.Heading{Text: f.say("ballots"), Level: 1},
		f.para("council", "members", vi.Two(m.Council), "present", vi.Two(m.Present), "absent", vi.Two(m.Council-m.Present)),
	}
	if len(m.Each) > 0 {
		return append(blocks, doc.Texts(m.Each)...)
	}
	blocks = append(blocks, count("issued", m.Issued), count("returned", m.Returned))
	if kept := m.Issued - m.Returned; kept > 0 {
		blocks = append(blocks, count("kept", kept))
	}
	blocks = append(blocks, count("valid", m.Valid))
	if m.Returned == m.Valid {
		return append(blocks, f.para("invalid-none"))
	}
	return append(blocks, count("invalid", m.Returned-m.Valid))
}

func (m CountingMinutes) result(f form) []doc.Block {
	var passed, failed []string
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 44, Align: doc.Left}, {Head: "Đồng ý (phiếu)", Width: 22, Align: doc.Center},
		{Head: "Không đồng ý (phiếu)", Width: 24, Align: doc.Center}, {Head: "Văn bản đồng ý", Width: 22, Align: doc.Center}, {Head: "Đồng ý / tổng số", Width: 22, Align: doc.Center},
		{Head: "Tỷ lệ đồng ý", Width: 22, Align: doc.Right},
	}}
	for i, c := range m.Cases {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), c.Name, fmt.Sprint(c.Agree - c.Written), fmt.Sprint(c.Disagree),
			fmt.Sprint(c.Written), fmt.Sprintf("%d/%d", c.Agree, c.Total), vi.Ratio(c.Agree, c.Total)}})
		if c.Passed {
			passed = append(passed, inSentence(c.Name))
		} else {
			failed = append(failed, inSentence(c.Name))
		}
	}
	blocks := []doc.Block{doc.Heading{Text: f.say("result"), Level: 1}, f.lead("base"), t}
	if len(passed) > 0 {
		blocks = append(blocks, f.para("passed", "who", vi.List(passed)))
	}
	if len(failed) > 0 {
		blocks = append(blocks, f.para("failed", "who", vi.List(failed)))
	}
	return blocks
}

// inSentence gives a name as a sentence has it: "bà Trần Thị Hạnh", but "Phòng Nghiệp vụ 2".
func inSentence(name string) string {
	if person(name) != "" {
		return vi.LowerFirst(name)
	}
	return name
}

func (m CountingMinutes) signatures(f form) doc.Signatures {
	columns := []doc.Signature{f.hand("THƯ KÝ", m.Secretary.Name)}
	if m.Witness.Name != "" {
		columns = append(columns, f.hand("NGƯỜI CHỨNG KIẾN", m.Witness.Name))
	}
	return doc.Signatures{Columns: append(columns, f.hand("TRƯỞNG BAN KIỂM PHIẾU", m.Chief.Name)), Recipients: doc.Recipients(m.Recipients)}
}

// Ballot is the Phiếu bầu of a secret vote: nothing on it points to the voter, and only who is eligible stands on it.
type Ballot struct {
	Head
	Cases []record.Nominee
}

// Document makes the paper.
func (b Ballot) Document() doc.Document {
	f := b.form("phieu-bau")
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 42, Align: doc.Left}, {Head: "Chức vụ, đơn vị", Width: 40, Align: doc.Left},
		{Head: "Hình thức đề nghị", Width: 38, Align: doc.Left}, {Head: "Đồng ý", Width: 17, Align: doc.Center}, {Head: "Không đồng ý", Width: 18, Align: doc.Center},
	}}
	for i, c := range b.Cases {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), called(c.Honorific, c.Name), c.Post, c.Award, "□", "□"}})
	}
	return f.made(append(f.opening(), f.lead("how"), t, f.para("invalid"), f.para("count", "n", vi.Two(len(b.Cases))), doc.Basis(f.say("stamp")))...)
}
