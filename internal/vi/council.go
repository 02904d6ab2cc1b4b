package vi

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"thidua"
)

var voteKindLabels = map[thidua.VoteKind]string{
	thidua.ShowOfHands:    "Giơ tay",
	thidua.PaperBallot:    "Phiếu giấy",
	thidua.WrittenOpinion: "Ý kiến bằng văn bản",
}

// VoteKind names a way of voting: "Giơ tay".
func VoteKind(k thidua.VoteKind) string { return voteKindLabels[k] }

// VoteMethod names a way of voting inside a sentence: "biểu quyết giơ tay".
func VoteMethod(k thidua.VoteKind) string {
	switch k {
	case thidua.PaperBallot:
		return "bỏ phiếu giấy"
	case thidua.WrittenOpinion:
		return "lấy ý kiến bằng văn bản"
	}
	return "biểu quyết giơ tay"
}

var choiceLabels = map[thidua.Choice]string{
	thidua.ChoiceYes:   "Đồng ý",
	thidua.ChoiceNo:    "Không đồng ý",
	thidua.ChoiceBlank: "Không có ý kiến",
}

// Choice names an answer in writing.
func Choice(c thidua.Choice) string { return choiceLabels[c] }

var verdictLabels = map[thidua.Verdict]string{
	thidua.VerdictMet:      "Đạt",
	thidua.VerdictNotMet:   "Chưa đạt",
	thidua.VerdictConsider: "Cần xem xét",
	thidua.VerdictAwaited:  "Chờ công bố",
}

// Verdict names what a standard says.
func Verdict(v thidua.Verdict) string { return verdictLabels[v] }

// Honorific is how a paper addresses somebody: "ông", "bà", or nothing where it is not recorded.
func Honorific(s thidua.Sex) string {
	switch s {
	case thidua.Male:
		return "ông"
	case thidua.Female:
		return "bà"
	}
	return ""
}

// Named puts the honorific before the name of a person; a collective keeps its name.
func Named(s thidua.Subject) string {
	if s.Kind == thidua.Collective {
		return s.Name
	}
	return strings.TrimSpace(Honorific(s.Sex) + " " + s.Name)
}

// Listed is Named at the head of a line: "Bà Phạm Mai Anh".
func Listed(s thidua.Subject) string { return UpperFirst(Named(s)) }

// SubjectKind names a kind of subject: "Tập thể", "Cá nhân".
func SubjectKind(k thidua.SubjectKind) string {
	if k == thidua.Collective {
		return "Tập thể"
	}
	return "Cá nhân"
}

// Award gives the full name of a form: "Bằng khen của Chủ tịch UBND tỉnh".
func Award(a thidua.AwardForm) string { return a.Full("của") }

// Threshold says the rule of the vote: "từ 2/3 tổng số thành viên, làm tròn lên (Quy chế Hội đồng)".
func Threshold(c thidua.Council) string {
	out := "từ " + strconv.Itoa(c.Threshold.Num) + "/" + strconv.Itoa(c.Threshold.Den) + " tổng số thành viên, làm tròn lên"
	if c.RuleSource == "" {
		return out
	}
	return out + " (" + strings.NewReplacer(" (", ", ", ")", "").Replace(c.RuleSource) + ")"
}

// CouncilHead is the name of a council at the head of its papers, without that of the agency: "Hội đồng Thi đua - Khen thưởng".
func CouncilHead(name string) string {
	const core = "Khen thưởng"
	if i := strings.Index(name, core); i >= 0 {
		return name[:i+len(core)]
	}
	return name
}

// MinutesNumber leaves room for a number that the minutes have not been given: the council's own papers carry this symbol.
const MinutesNumber = "/BB-HĐTĐKT"

// MinutesSubject is what the minutes are about.
func MinutesSubject(m thidua.Movement, r thidua.Round) string {
	out := "Họp xét, đề nghị khen thưởng phong trào thi đua “" + m.Name + "”"
	if r.Closing {
		return out + " giai đoạn " + strconv.Itoa(m.From) + "-" + strconv.Itoa(m.To)
	}
	return out + " năm " + strconv.Itoa(r.Year)
}

// MinutesTitle names the minutes among the papers of a year.
func MinutesTitle(m thidua.Movement, r thidua.Round) string {
	return "Biên bản " + LowerFirst(MinutesSubject(m, r))
}

// MinutesRecipients is Nơi nhận of the minutes.
func MinutesRecipients(agency string) []string {
	return []string{"Lãnh đạo " + agency, "Thành viên Hội đồng", "Sở Nội vụ (kèm hồ sơ)", "Lưu: VT, HĐ"}
}

// OwnCase says that somebody does not vote on the own case, and what that does to the base.
func OwnCase(m thidua.CouncilMember, out bool) string {
	s := strings.TrimSpace(Honorific(m.Sex)+" "+m.Name) + " không biểu quyết về trường hợp của mình"
	if out {
		return UpperFirst(s + ", không tính vào tổng số.")
	}
	return UpperFirst(s + ", vẫn tính trong tổng số.")
}

// Overlaps notes own cases and, case by case, members who work in the unit concerned (domain, section 1): noted, not forbidden.
func Overlaps(all []thidua.Overlap, out bool) []string {
	var notes, order []string
	near := map[string][]string{}
	for _, o := range all {
		if o.Own {
			notes = append(notes, OwnCase(o.Member, out))
			continue
		}
		name := Named(o.Subject)
		if near[name] == nil {
			order = append(order, name)
		}
		near[name] = append(near[name], strings.TrimSpace(Honorific(o.Member.Sex)+" "+o.Member.Name))
	}
	for _, name := range order {
		notes = append(notes, "Trường hợp "+name+": "+List(near[name])+" công tác tại đơn vị liên quan.")
	}
	return notes
}

// ConsiderNote tells members of cases that are not before them, without a name (ui, 0.D).
func ConsiderNote(n int) string {
	return strconv.Itoa(n) + " trường hợp “Cần xem xét”: liên hệ Chánh Văn phòng."
}

// ThresholdSentence says the rule of the vote as the minutes have it.
func ThresholdSentence(c thidua.Council) string {
	return "Trường hợp được đề nghị phải có số đồng ý " + Threshold(c) + "."
}

// SeatInFull names a seat as the minutes do: "Chủ tịch Hội đồng".
func SeatInFull(s thidua.Seat) string {
	if s == thidua.SeatChair || s == thidua.SeatDeputy {
		return Seat(s) + " Hội đồng"
	}
	return Seat(s)
}

// Ballots says what became of the papers of a vote: "phát ra 09 phiếu, thu về 09 phiếu, hợp lệ 08 phiếu, không hợp lệ 01 phiếu".
func Ballots(c thidua.Count) string {
	invalid := "không có phiếu không hợp lệ"
	if c.Invalid > 0 {
		invalid = fmt.Sprintf("không hợp lệ %02d phiếu", c.Invalid)
	}
	return fmt.Sprintf("phát ra %02d phiếu, thu về %02d phiếu, hợp lệ %02d phiếu, %s", c.Issued, c.Returned, c.Returned-c.Invalid, invalid)
}

// BallotsOf says it of one case, BallotsOfEach of every case where it is the same.
func BallotsOf(s thidua.Subject, c thidua.Count) string {
	return "Trường hợp " + Named(s) + ": " + Ballots(c) + "."
}

// BallotsOfEach says what became of the papers where that is the same for every case.
func BallotsOfEach(papers string) string {
	return "Phiếu của từng trường hợp: " + papers + "."
}

// BallotCounters names who counted the papers independently of each other.
func BallotCounters(names []string) string {
	return "Kiểm phiếu hai lần độc lập, kết quả khớp nhau; người kiểm phiếu: " + List(names) + "."
}

var clock = regexp.MustCompile(`^\s*(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?\s*(?:phút)?\s*$`)

// ParseClock reads a time of day as officials type it: "14:00", "14h00", "14h", "14 giờ 30 phút".
func ParseClock(s string) (hour, minute int, ok bool) {
	m := clock.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	hour, _ = strconv.Atoi(m[1])
	minute, _ = strconv.Atoi("0" + m[2])
	return hour, minute, hour < 24 && minute < 60
}

// PlaceOfMeeting completes a room with the agency whose room it is: "Phòng họp tầng 2, Thanh tra tỉnh Lào Cai".
func PlaceOfMeeting(place, agency string) string {
	if place == "" || strings.Contains(Fold(place), Fold(agency)) {
		return place
	}
	return place + ", " + agency
}

// Standards restates in one line those by which a kind of subject is judged, with the part of the plan once where they share it:
// "Tập thể (mục III.2.a): tuyên truyền; thứ hạng trên địa bàn tỉnh".
func Standards(k thidua.SubjectKind, all []thidua.Standard) string {
	shared := ""
	for i, s := range all {
		part, _, _ := strings.Cut(s.Article, ", ý ")
		if i > 0 && part != shared {
			shared = ""
			break
		}
		shared = part
	}
	var names []string
	for _, s := range all {
		name := LowerFirst(s.Name)
		if shared == "" && s.Article != "" {
			name += " (" + s.Article + ")"
		}
		names = append(names, name)
	}
	head := SubjectKind(k)
	if shared != "" {
		head += " (" + shared + ")"
	}
	return head + ": " + strings.Join(names, "; ")
}
