package vi

import (
	"fmt"

	"thidua"
)

// SlipCounts are the figures of the list that a cover slip takes to the leader.
type SlipCounts struct {
	Year       int
	Units      int
	Targets    int // of the units
	People     int
	Awards     int // units that aim at an award
	AwardName  string
	Covered    int // units with a target at every criterion
	OfCriteria int
}

// SlipSubject is the subject of the cover slip about the list of registrations.
func SlipSubject(m thidua.Movement, year int) string {
	return fmt.Sprintf("Về danh sách đăng ký thi đua “%s” năm %d", ShortMovement(m.Name), year)
}

// SlipMatter says what the leader is asked for.
func (c SlipCounts) SlipMatter() string {
	return fmt.Sprintf("phê duyệt danh sách đăng ký thi đua năm %d gồm %02d tập thể (%d chỉ tiêu)%s; gửi Sở Nội vụ",
		c.Year, c.Units, c.Targets, c.andPeople())
}

// SlipOpinion is the opinion of Văn phòng as it is proposed; Văn phòng may write its own.
func (c SlipCounts) SlipOpinion() string {
	text := fmt.Sprintf("đã rà soát %02d tập thể%s; %02d tập thể có chỉ tiêu ở đủ %02d tiêu chí", c.Units, c.andPeople(), c.Covered, c.OfCriteria)
	if c.Awards > 0 {
		text += fmt.Sprintf("; %02d tập thể đăng ký %s", c.Awards, c.AwardName)
	}
	return text + ". Đề nghị phê duyệt"
}

func (c SlipCounts) andPeople() string {
	if c.People == 0 {
		return ""
	}
	return ", " + Two(c.People) + " cá nhân"
}

// SlipBasis cites the plan where it sets the registration: "mục II.4 của Kế hoạch".
func SlipBasis(article string) string {
	if article == "" {
		return ""
	}
	return article + " của Kế hoạch"
}

// Cited writes a legal basis short: "Hướng dẫn số 956/SNV-TĐKT ngày 30/7/2021".
func Cited(b thidua.LegalBase) string {
	text := b.Kind
	if b.Number != "" {
		text += " số " + b.Number
	}
	if b.Date.Valid() {
		t := b.Date.Time()
		text += fmt.Sprintf(" ngày %02d/%d/%d", t.Day(), int(t.Month()), t.Year())
	}
	return text
}

// SlipEnclosures are what goes to the leader with the list.
func SlipEnclosures() []string {
	return []string{"danh sách tổng hợp đăng ký (tập thể, cá nhân)", "dự thảo công văn gửi Sở Nội vụ"}
}

// SlipChoices are what the leader may tick.
func SlipChoices() []string {
	return []string{"Đồng ý phê duyệt danh sách", "Đồng ý, có điều chỉnh: ……………", "Ý kiến khác: ……………"}
}

// Opinion says what the leader answered: "Đồng ý phê duyệt danh sách".
func Opinion(s thidua.CoverSlip) string {
	head := map[thidua.State]string{thidua.SlipAgreed: "Đồng ý phê duyệt danh sách", thidua.SlipAmended: "Đồng ý, có điều chỉnh",
		thidua.SlipRefused: "Chưa phê duyệt"}[s.State]
	if s.Words == "" {
		return head
	}
	return head + ": " + s.Words
}

// ListRecipients are the recipients of the list of registrations.
func ListRecipients() []string {
	return []string{"Sở Nội vụ", "Lãnh đạo cơ quan", "Các phòng, Văn phòng", "Lưu: VT, VP"}
}

// HeadOf is how the agency's leader is addressed on a cover slip, with the deputy's "KT." when somebody else signs.
func HeadOf(a thidua.Agency, post string) []string {
	if post == "" || post == a.LeaderTitle {
		return []string{a.LeaderTitle}
	}
	return []string{"KT. " + a.LeaderTitle, post}
}
