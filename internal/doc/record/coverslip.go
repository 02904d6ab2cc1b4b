package record

import (
	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// LeaderOpinion is the opinion that a leader gave on paper or in a meeting and that the office recorded in their place (ghi thay).
type LeaderOpinion struct {
	Text       string
	Form       string // "Bút phê trên Phiếu trình"
	Date       thidua.Date
	RecordedBy string // who recorded it; empty when the leader entered it
}

// CoverSlip is the Phiếu trình of one page that goes to the leader with a paper.
type CoverSlip struct {
	Sample      bool
	Issuer      doc.Issuer // Superior is the agency, Agency the office that submits
	Date        thidua.Date
	Subject     string
	To          string // "Chánh Thanh tra"
	Matter      string // vấn đề trình
	Summary     []string
	Bases       []string
	Deadline    string
	Opinion     string   // ý kiến của Văn phòng
	OwnCase     string   // who approved what stands in the list of the leader's own
	Enclosures  []string // tài liệu kèm theo
	Office      doc.Signer
	Leader      doc.Signer
	Choices     []string       // what the leader may tick, used while Instruction is nil
	Instruction *LeaderOpinion // ý kiến chỉ đạo, once given
}

// Document makes the paper.
func (c CoverSlip) Document() doc.Document {
	blocks := []doc.Block{
		c.Issuer.Letterhead("", doc.PlaceDate(c.Issuer.Place, c.Date)),
		doc.Title{Kind: "PHIẾU TRÌNH", Subject: c.Subject},
		doc.Centered(doc.Run{Text: "Kính trình: " + c.To}),
	}
	parts := []struct{ label, text string }{
		{"Nội dung trình:", c.Matter},
		{"Tóm tắt:", doc.JoinWith(" ", c.Summary...)},
		{"Căn cứ:", doc.JoinWith("; ", c.Bases...)},
		{"Thời hạn:", c.Deadline},
		{"Ý kiến của Văn phòng:", c.Opinion},
		{"Trường hợp của người phê duyệt:", c.OwnCase},
		{"Tài liệu kèm theo:", doc.JoinWith("; ", c.Enclosures...)},
	}
	number := 0
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		number++
		blocks = append(blocks, doc.Labelled(string(rune('0'+number))+". "+p.label, doc.Ended(p.text, ".")))
	}
	return doc.New("Phiếu trình "+vi.LowerFirst(c.Subject), c.Date, c.Sample, append(blocks, c.boxes())...)
}

func (c CoverSlip) boxes() doc.Signatures {
	office := c.Office.Signature()
	office.Heading = "VĂN PHÒNG"
	office.PlaceDate = vi.UpperFirst(doc.LongDate(c.Date))
	leader := c.Leader.Signature()
	leader.Heading = "Ý KIẾN CHỈ ĐẠO"
	if c.Instruction == nil {
		for _, s := range c.Choices {
			leader.Text = append(leader.Text, "□ "+s)
		}
		leader.PlaceDate = vi.UpperFirst(doc.LongDate(""))
		return doc.Signatures{Columns: []doc.Signature{office, leader}, Framed: true}
	}
	leader.Text = []string{doc.Ended(c.Instruction.Text, "."), doc.JoinWith(": ", "Hình thức", doc.Ended(c.Instruction.Form, "."))}
	if c.Instruction.RecordedBy != "" {
		leader.Text = append(leader.Text, "Ghi thay: "+doc.Ended(c.Instruction.RecordedBy, "."))
	}
	leader.PlaceDate = vi.UpperFirst(doc.LongDate(c.Instruction.Date))
	return doc.Signatures{Columns: []doc.Signature{office, leader}, Framed: true}
}
