package doc

import "thidua"

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
	Issuer      Issuer // Superior is the agency, Agency the office that submits
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
	Office      Signer
	Leader      Signer
	Choices     []string       // what the leader may tick, used while Instruction is nil
	Instruction *LeaderOpinion // ý kiến chỉ đạo, once given
}

// Document makes the paper.
func (c CoverSlip) Document() Document {
	blocks := []Block{
		c.Issuer.Letterhead("", PlaceDate(c.Issuer.Place, c.Date)),
		Title{Kind: "PHIẾU TRÌNH", Subject: c.Subject},
		Centered(Run{Text: "Kính trình: " + c.To}),
	}
	parts := []struct{ label, text string }{
		{"Nội dung trình:", c.Matter},
		{"Tóm tắt:", joinWith(" ", c.Summary...)},
		{"Căn cứ:", joinWith("; ", c.Bases...)},
		{"Thời hạn:", c.Deadline},
		{"Ý kiến của Văn phòng:", c.Opinion},
		{"Trường hợp của người phê duyệt:", c.OwnCase},
		{"Tài liệu kèm theo:", joinWith("; ", c.Enclosures...)},
	}
	number := 0
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		number++
		blocks = append(blocks, Labelled(string(rune('0'+number))+". "+p.label, Ended(p.text, ".")))
	}
	return New("Phiếu trình "+LowerFirst(c.Subject), c.Date, c.Sample, append(blocks, c.boxes())...)
}

func (c CoverSlip) boxes() Signatures {
	office := c.Office.Signature()
	office.Heading = "VĂN PHÒNG"
	office.PlaceDate = sentence(LongDate(c.Date))
	leader := c.Leader.Signature()
	leader.Heading = "Ý KIẾN CHỈ ĐẠO"
	if c.Instruction == nil {
		for _, s := range c.Choices {
			leader.Text = append(leader.Text, "□ "+s)
		}
		leader.PlaceDate = sentence(LongDate(""))
		return Signatures{Columns: []Signature{office, leader}, Framed: true}
	}
	leader.Text = []string{Ended(c.Instruction.Text, "."), joinWith(": ", "Hình thức", Ended(c.Instruction.Form, "."))}
	if c.Instruction.RecordedBy != "" {
		leader.Text = append(leader.Text, "Ghi thay: "+Ended(c.Instruction.RecordedBy, "."))
	}
	leader.PlaceDate = sentence(LongDate(c.Instruction.Date))
	return Signatures{Columns: []Signature{office, leader}, Framed: true}
}
