package province

import (
	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
)

// Decision is the draft of the decision of Chủ tịch UBND tỉnh about a list.
type Decision struct {
	Sample   bool
	Issuer   doc.Issuer
	Number   string
	Date     thidua.Date
	Above    string // "UBND tỉnh Lào Cai", whose Chủ tịch decides
	Bases    []string
	Proposer string // "Sở Nội vụ tỉnh Lào Cai"
	Letter   string // number of its Tờ trình
	Dated    thidua.Date
	Award    string
	Movement string
	Period   string
	Signer   string // name; empty on a draft
	Lines    []Line
}

// Document makes the paper with the form of a decision that an agency has.
func (d Decision) Document() doc.Document {
	f := form.Decision{
		Head: form.Head{Sample: d.Sample, Issuer: d.Issuer, Number: doc.Or(d.Number, "/QĐ-UBND"), Date: d.Date,
			Subject: "Về việc tặng " + d.Award, Recipients: []string{"Như Điều 2", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Lưu: VT"},
			Signer: doc.Signer{Titles: []string{"Chủ tịch"}, Name: d.Signer}},
		Leader: "Chủ tịch " + d.Above, Bases: d.Bases, Office: "Giám đốc " + d.Proposer + " tại Tờ trình số " + d.Letter + " " + doc.LongDate(d.Dated), Award: d.Award,
		Merit: "vì đã có thành tích xuất sắc trong phong trào thi đua “" + d.Movement + "” " + d.Period,
		Duty:  "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các cơ quan, đơn vị liên quan",
	}
	for _, l := range d.Lines {
		f.Praised = append(f.Praised, form.Praised{Honorific: l.Honorific, Name: l.Name, Post: l.Post})
	}
	return f.Document()
}
