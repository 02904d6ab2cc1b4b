package record

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Nominee is one collective or person proposed for an award, as the Tờ trình lists them.
type Nominee struct {
	Honorific string // "Ông", "Bà"; empty for a collective
	Name      string
	Post      string // chức vụ, đơn vị
	Award     string // hình thức đề nghị
	Summary   string // tóm tắt thành tích
}

// ProposalLetter is the Tờ trình that proposes awards to Chủ tịch UBND tỉnh through Sở Nội vụ (domain: Mẫu 01).
type ProposalLetter struct {
	Sample      bool
	Issuer      doc.Issuer
	Number      string // "15/TTr-TTr"; "/TTr-TTr" while the number is not given out
	Date        thidua.Date
	Subject     string   // "Về việc đề nghị tặng Bằng khen …"
	Addressee   string   // "Chủ tịch UBND tỉnh Lào Cai (qua Sở Nội vụ)"
	Bases       []string // căn cứ in force on Date, one per line, without end marks
	Proposer    string   // "Thanh tra tỉnh Lào Cai", as sentences name the agency
	Council     string   // "Hội đồng Thi đua - Khen thưởng"
	MinutesDate thidua.Date
	Award       string // "Bằng khen của Chủ tịch UBND tỉnh"
	Merit       string // "có thành tích xuất sắc trong phong trào thi đua …"
	Collectives []Nominee
	Individuals []Nominee
	Enclosures  []string // "01 Biên bản họp xét", "04 Báo cáo thành tích"
	Recipients  []string
	Signer      doc.Signer
	Wording     map[string]string `json:",omitempty"` // an agency's own words by part
}

// Document makes the paper.
func (p ProposalLetter) Document() doc.Document {
	w := p.words()
	blocks := []doc.Block{
		p.Issuer.Letterhead(p.Number, doc.PlaceDate(p.Issuer.Place, p.Date)),
		doc.Title{Kind: w.say("kind"), Subject: p.Subject},
		doc.Centered(doc.Run{Text: w.say("to", "who", p.Addressee)}),
	}
	blocks = append(blocks, doc.Bases(p.Bases, ".")...)
	blocks = append(blocks, p.proposal(), p.table())
	if len(p.Enclosures) > 0 {
		blocks = append(blocks, doc.Para{Runs: []doc.Run{{Text: w.say("enclosed", "papers", doc.Join(p.Enclosures...)), Italic: true}}})
	}
	blocks = append(blocks,
		w.para("duty", "agency", p.Proposer),
		w.para("close", "agency", p.Proposer),
		doc.Signatures{Columns: []doc.Signature{p.Signer.Signature()}, Recipients: doc.Recipients(p.Recipients)},
	)
	return doc.New("Tờ trình "+vi.LowerFirst(p.Subject), p.Date, p.Sample, blocks...)
}

func (p ProposalLetter) words() words { return words{p.Wording, LetterName, p.Date} }

func (p ProposalLetter) proposal() doc.Para {
	s := fill(p.words().clause("proposal", "merit", strings.TrimSpace(p.Merit)), "day", doc.LongDate(p.MinutesDate), "council", p.Council, "agency", p.Proposer, "award", p.Award)
	return doc.Para{KeepNext: true, Runs: bold(s, "count", vi.Subjects(len(p.Collectives), len(p.Individuals)))}
}

func (p ProposalLetter) table() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 11, Align: doc.Center},
		{Head: "Tên tập thể, họ và tên cá nhân", Width: 36, Align: doc.Left},
		{Head: "Chức vụ, đơn vị", Width: 33, Align: doc.Left},
		{Head: "Hình thức đề nghị", Width: 28, Align: doc.Left},
		{Head: "Tóm tắt thành tích", Width: 57, Align: doc.Left},
	}}
	both := len(p.Collectives) > 0 && len(p.Individuals) > 0
	add := func(head string, list []Nominee) {
		if both {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprintf("%s (%02d)", head, len(list))}, Bold: true})
		}
		for i, n := range list {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), doc.JoinWith(" ", n.Honorific, n.Name), n.Post, doc.Or(n.Award, p.Award), n.Summary}})
		}
	}
	add(p.words().say("units"), p.Collectives)
	add(p.words().say("people"), p.Individuals)
	return t
}
