// Package record holds the papers that are composed from the records of a season: Tờ trình, biên bản họp xét, báo cáo thành tích, Phiếu trình, lists and score
// sheets. Each form is a typed input that gives the block tree of package doc.
package record

import (
	"fmt"
	"regexp"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Occasion is what every paper of a round says of the agency, its movement and the award.
type Occasion struct {
	Agency   thidua.Agency
	Movement thidua.Movement
	Year     int
	Closing  bool // the closing round: the whole period counts
	Award    thidua.AwardForm
	Leader   string // name of the head of the agency
}

// Issuer gives the head of the agency's papers; the place is not said twice in it.
func (o Occasion) Issuer() doc.Issuer {
	return doc.Issuer{Superior: o.Agency.Parent, Agency: o.shortAgency(), Place: o.Agency.Place}
}

func (o Occasion) shortAgency() string {
	if strings.HasSuffix(o.Agency.Parent, " "+o.Agency.Place) {
		return strings.TrimSuffix(o.Agency.Name, " "+o.Agency.Place)
	}
	return o.Agency.Name
}

// unitIssuer gives the head of a paper of one of the agency's units.
func (o Occasion) unitIssuer(unit string) doc.Issuer {
	return doc.Issuer{Superior: o.Agency.Name, Agency: unit, Place: o.Agency.Place}
}

func (o Occasion) signer() doc.Signer {
	return doc.Signer{Titles: []string{o.Agency.LeaderTitle}, Name: o.Leader}
}

// award gives the award with its authority: "Bằng khen của Chủ tịch UBND tỉnh".
func (o Occasion) award() string { return o.Award.Full("của") }

// merit says what the award is for.
func (o Occasion) merit() string {
	return "có thành tích xuất sắc trong " + o.drive()
}

// drive names the movement with the year, or the period of a closing round.
func (o Occasion) drive() string {
	return fmt.Sprintf("phong trào thi đua “%s” %s", o.Movement.Name, o.when())
}

// when is the year, or the period of a closing round.
func (o Occasion) when() string {
	if o.Closing {
		return fmt.Sprintf("giai đoạn %d-%d", o.Movement.From, o.Movement.To)
	}
	return fmt.Sprintf("năm %d", o.Year)
}

// Citation is the achievement as an award names it, when nobody has written a summary.
func (o Occasion) Citation() string { return "Đã " + o.merit() }

// who says for whom: "tập thể, cá nhân", or the one kind that there is.
func who(units, people int) string {
	switch {
	case people == 0:
		return "tập thể"
	case units == 0:
		return "cá nhân"
	}
	return "tập thể, cá nhân"
}

// Proposal is what the data say for a Tờ trình.
type Proposal struct {
	Occasion
	Laws     []thidua.Law       // in force on the day of the paper
	Bases    []thidua.LegalBase // of the plan
	Council  string
	Met      thidua.Date
	Nominees []thidua.Nominee
	Reports  int
}

// Letter writes the Tờ trình from the data; its words may then be edited.
func (p Proposal) Letter() ProposalLetter {
	l := ProposalLetter{
		Sample: p.Agency.Sample, Issuer: p.Issuer(), Number: "/TTr-" + p.Agency.Symbol,
		Addressee: "Chủ tịch " + p.Agency.Parent + " (qua Sở Nội vụ)", Proposer: p.Agency.Name, Council: p.Council, MinutesDate: p.Met,
		Award: p.award(), Merit: p.merit(), Bases: p.bases(), Signer: p.signer(),
		Recipients: []string{"Như trên", "Sở Nội vụ", "Lãnh đạo " + p.shortAgency(), "Hội đồng TĐ-KT cơ quan", "Lưu: VT, VP"},
		Enclosures: []string{"01 Biên bản họp xét", vi.Two(p.Reports) + " Báo cáo thành tích"},
	}
	for _, n := range p.Nominees {
		row := Nominee{Name: n.Subject.Name, Post: p.Agency.Name, Award: p.award(), Summary: n.Summary}
		if n.Subject.Kind == thidua.Collective {
			l.Collectives = append(l.Collectives, row)
			continue
		}
		row.Honorific, row.Post = vi.Sex(n.Subject.Sex), vi.PostIn(n.Subject.Title, n.Subject.Home)
		l.Individuals = append(l.Individuals, row)
	}
	l.Subject = fmt.Sprintf("Về việc đề nghị tặng %s cho %s %s", p.award(), who(len(l.Collectives), len(l.Individuals)), p.merit())
	return l
}

// bases are the law of the day, the regulation of the province and what the plan carries out.
func (p Proposal) bases() []string {
	var out []string
	for _, l := range p.Laws {
		out = append(out, "Căn cứ "+l.Name)
	}
	if p.Agency.HomeRule != "" {
		out = append(out, "Căn cứ "+p.Agency.HomeRule)
	}
	carried := []string{}
	if p.Movement.Regulation != "" {
		carried = append(carried, spelled(p.Movement.Regulation))
	}
	for _, b := range p.Bases {
		if cited := citation(b); b.Number != "" && !strings.Contains(p.Movement.Regulation, b.Number) {
			carried = append(carried, cited)
		}
	}
	if len(carried) > 0 {
		out = append(out, "Thực hiện "+doc.JoinWith("; ", carried...))
	}
	return out
}

var shortDate = regexp.MustCompile(`ngày \d{1,2}[/-]\d{1,2}[/-]\d{4}`)

// spelled writes the days of a citation as the other bases do: "ngày 28 tháng 6 năm 2021".
func spelled(text string) string {
	return shortDate.ReplaceAllStringFunc(text, func(s string) string {
		if d, ok := vi.ParseDate(strings.TrimPrefix(s, "ngày ")); ok {
			return doc.LongDate(d)
		}
		return s
	})
}

func citation(b thidua.LegalBase) string {
	s := doc.JoinWith(" số ", b.Kind, b.Number)
	if b.Date.Valid() {
		s += " " + doc.LongDate(b.Date)
	}
	if b.Issuer != "" {
		s += " của " + b.Issuer
	}
	return s
}

// The parts of a Tờ trình that a person may write anew.
const (
	WordsSubject    = "trich-yeu"
	WordsMerit      = "thanh-tich"
	WordsBases      = "can-cu"
	WordsRecipients = "noi-nhan"
)

// LetterWords gives the words of the letter as they stand, by part.
func (p ProposalLetter) LetterWords() map[string]string {
	return map[string]string{WordsSubject: p.Subject, WordsMerit: p.Merit, WordsBases: strings.Join(p.Bases, "\n"),
		WordsRecipients: strings.Join(p.Recipients, "\n")}
}

// Edited puts a person's words in the place of the letter's own; names, counts and dates stay those of the data.
func (p ProposalLetter) Edited(words map[string]string) ProposalLetter {
	p.Subject, p.Merit = doc.Or(words[WordsSubject], p.Subject), doc.Or(words[WordsMerit], p.Merit)
	if w := doc.Lines(words[WordsBases]); len(w) > 0 {
		p.Bases = w
	}
	if w := doc.Lines(words[WordsRecipients]); len(w) > 0 {
		p.Recipients = w
	}
	return p
}

// PaperSlip writes the Phiếu trình that takes a paper to the leader, with the opinion once it is given; due is the internal day, if set.
func (o Occasion) PaperSlip(title string, s thidua.CoverSlip, due thidua.Date, office doc.Signer) CoverSlip {
	c := CoverSlip{
		Sample: o.Agency.Sample, Issuer: doc.Issuer{Superior: o.Agency.Name, Agency: "Văn phòng", Place: o.Agency.Place}, Date: thidua.DateOf(s.MadeAt),
		Subject: "Về việc ký, ban hành " + title, To: o.Agency.LeaderTitle, Matter: "ký, ban hành " + title + " (" + o.drive() + ")",
		Opinion: doc.Or(s.Proposal, "đề nghị "+o.Agency.LeaderTitle+" xem xét, ký ban hành."), Enclosures: []string{"dự thảo " + title},
		Office: office, Leader: o.signer(), Choices: []string{vi.State(thidua.SlipAgreed), vi.State(thidua.SlipAmended), vi.State(thidua.SlipRefused)},
	}
	if due != "" {
		c.Deadline = "gửi Sở Nội vụ trước ngày " + vi.Date(due)
	}
	if s.State != thidua.SlipWaiting {
		c.Instruction = &LeaderOpinion{Text: doc.JoinWith(": ", vi.State(s.State), s.Words), Form: vi.OpinionForm(s.Form), Date: s.On, RecordedBy: s.BehalfName}
		c.Leader = doc.Signer{Titles: []string{s.LeaderPost}, Name: s.LeaderName}
	}
	return c
}

// Laws is the law on emulation and commendation by date: the bases of a Tờ trình are those in force on its day. A row that was not read
// in an official text is not Verified and is shown as "cần kiểm chứng".
var Laws = []thidua.Law{
	{Name: "Luật Thi đua, khen thưởng năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2005, năm 2013",
		To: "2023-12-31", Source: "thay bằng Luật số 06/2022/QH15 từ ngày 01/01/2024"},
	{Name: "Nghị định số 91/2017/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
		To: "2023-12-31", Source: "thay bằng Nghị định số 98/2023/NĐ-CP từ ngày 01/01/2024"},
	{Name: "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", From: "2024-01-01",
		Source: "Luật số 06/2022/QH15", Verified: true},
	{Name: "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
		From: "2024-01-01", To: "2025-06-30", Source: "Nghị định số 152/2025/NĐ-CP, Điều 59", Verified: true},
	{Name: "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", From: "2025-07-01",
		Source: "Nghị định số 152/2025/NĐ-CP, Điều 59", Verified: true},
	{Name: "Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026", From: "2026-10-01", Source: "Luật số 06/2026/QH16"},
}
