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

	Wording map[string]string `json:",omitempty"` // an agency's own words by part
}

// Document makes the paper.
func (c CoverSlip) Document() doc.Document {
	w := c.words()
	blocks := []doc.Block{
		c.Issuer.Letterhead("", doc.PlaceDate(c.Issuer.Place, c.Date)),
		doc.Title{Kind: w.say("kind"), Subject: c.Subject},
		doc.Centered(doc.Run{Text: w.say("to", "who", c.To)}),
	}
	parts := []struct{ part, text string }{
		{"matter", c.Matter},
		{"summary", doc.JoinWith(" ", c.Summary...)},
		{"bases", doc.JoinWith("; ", c.Bases...)},
		{"deadline", c.Deadline},
		{"opinion", c.Opinion},
		{"own-case", c.OwnCase},
		{"enclosed", doc.JoinWith("; ", c.Enclosures...)},
	}
	number := 0
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		number++
		blocks = append(blocks, doc.Labelled(string(rune('0'+number))+". "+w.say(p.part), doc.Ended(p.text, ".")))
	}
	return doc.New("Phiếu trình "+vi.LowerFirst(c.Subject), c.Date, c.Sample, append(blocks, c.boxes())...)
}

func (c CoverSlip) words() words { return words{c.Wording, SlipName, c.Date} }

func (c CoverSlip) boxes() doc.Signatures {
	w := c.words()
	office := c.Office.Signature()
	office.Heading = w.say("office")
	office.PlaceDate = vi.UpperFirst(doc.LongDate(c.Date))
	leader := c.Leader.Signature()
	leader.Heading = w.say("leader")
	if c.Instruction == nil {
		for _, s := range c.Choices {
			leader.Text = append(leader.Text, "□ "+s)
		}
		leader.PlaceDate = vi.UpperFirst(doc.LongDate(""))
		return doc.Signatures{Columns: []doc.Signature{office, leader}, Framed: true}
	}
	leader.Text = []string{doc.Ended(c.Instruction.Text, "."), w.say("given", "how", doc.Ended(c.Instruction.Form, ""))}
	if c.Instruction.RecordedBy != "" {
		leader.Text = append(leader.Text, w.say("recorded", "who", doc.Ended(c.Instruction.RecordedBy, "")))
	}
	leader.PlaceDate = vi.UpperFirst(doc.LongDate(c.Instruction.Date))
	return doc.Signatures{Columns: []doc.Signature{office, leader}, Framed: true}
}
