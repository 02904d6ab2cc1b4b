package record

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// The levels of a result (mức đạt) that carry no number.
const (
	levelReached = "đạt"
	levelDone    = "đã thực hiện"
	levelNotDone = "chưa thực hiện"
	levelMissed  = "chưa đạt"
)

// inWords tells a line whose goal is in its words alone.
func (t TargetData) inWords() bool { return t.Value == thidua.NoValue }

// once tells something that is done once by a day: one plan, one report.
func (t TargetData) once() bool {
	return t.Value == 1_00 && t.Measure != "%" && t.Direction == thidua.AtLeast && t.Due.Valid() && t.Due[5:7] < "12"
}

func (t TargetData) reached() bool {
	return t.Measured && t.Completion(t.Actual, true) >= 100
}

// near tells a result below the goal that counts by the agency's convention (quy ước của cơ quan).
func (t TargetData) near() bool {
	return t.Measured && !t.reached() && t.From > 0 && t.Completion(t.Actual, true) >= t.From
}

// missed is what stands behind a result below the goal: "chưa đạt", or that it counts by the convention.
func (t TargetData) missed() string {
	if t.near() {
		return fmt.Sprintf("tính hoàn thành (từ %d%% mức đăng ký)", t.From)
	}
	return levelMissed
}

// difference writes how far a value stands from another: "3 điểm phần trăm", "3 bài".
func (t TargetData) difference(d thidua.Quantity) string {
	d = max(d, -d)
	if t.Measure == "%" {
		return vi.Number(d) + " điểm phần trăm"
	}
	return vi.Amount(d, t.Measure)
}

// level says how far the target was reached, as the table does: "vượt 3 điểm phần trăm", "chưa đạt, thiếu 1 sáng kiến".
func (t TargetData) level() string {
	if !t.Measured {
		return ""
	}
	if t.reached() || t.near() {
		return doc.Join(t.bare(), t.doubt())
	}
	return t.bare()
}

// bare is the level by the reported figure alone.
func (t TargetData) bare() string {
	d := t.Actual - t.Value
	switch {
	case t.inWords() && t.reached():
		return levelDone
	case t.inWords():
		return levelNotDone
	case d == 0:
		return levelReached
	case t.Direction == thidua.AtMost && d < 0:
		return "đạt, thấp hơn mức tối đa " + t.difference(d)
	case t.Direction == thidua.AtMost:
		return t.short("cao hơn mức tối đa " + t.difference(d))
	case d > 0:
		return "vượt " + t.difference(d)
	case t.Measure == "%":
		return t.short("thấp hơn " + t.difference(d))
	}
	return t.short("thiếu " + t.difference(d))
}

// short is the level of a result below the goal.
func (t TargetData) short(by string) string {
	if t.near() {
		return by + ", tính hoàn thành"
	}
	return levelMissed + ", " + by
}

// doubt says why a result that was reported as reached does not count yet.
func (t TargetData) doubt() string {
	switch t.Awaits {
	case thidua.EvidenceReturned:
		return "minh chứng cần bổ sung"
	case thidua.EvidenceNew:
		return "minh chứng chưa kiểm"
	}
	return ""
}

// verdict is the level within a sentence, with the goal: "vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%)". It is one figure with its
// words, so that no author's praise outlives the number.
func (t TargetData) verdict() string {
	d, goal := t.Actual-t.Value, " ("+vi.Amount(t.Value, t.Measure)+")"
	var out string
	switch {
	case t.inWords():
		out = t.bare()
	case d == 0:
		out = "đạt chỉ tiêu đăng ký" + goal
	case t.Direction == thidua.AtMost && d < 0:
		out = "thấp hơn " + t.difference(d) + " so với mức tối đa đăng ký" + goal
	case t.Direction == thidua.AtMost:
		out = "cao hơn " + t.difference(d) + " so với mức tối đa đăng ký" + goal + ", " + t.missed()
	case d > 0:
		out = "vượt " + t.difference(d) + " so với chỉ tiêu đăng ký" + goal
	case t.Measure == "%":
		out = "thấp hơn " + t.difference(d) + " so với chỉ tiêu đăng ký" + goal + ", " + t.missed()
	default:
		out = "còn thiếu " + t.difference(d) + " so với chỉ tiêu đăng ký" + goal + ", " + t.missed()
	}
	if t.reached() || t.near() {
		out = doc.JoinWith(" – ", out, t.doubt())
	}
	return out
}

// timely says of something done once whether it was reported by its day; empty where that is not known.
func (t TargetData) timely() string {
	switch {
	case !t.once() || !t.reached() || t.ReachedOn == "":
		return ""
	case t.ReachedOn <= t.Due:
		return "hoàn thành ngày " + vi.Date(t.ReachedOn) + ", trong hạn " + vi.Date(t.Due)
	}
	return "số liệu ghi nhận ngày " + vi.Date(t.ReachedOn) + ", sau hạn " + vi.Date(t.Due)
}

// course compares with the year before: "tăng 3 điểm phần trăm so với năm 2023"; empty where that is not known.
func (t TargetData) course(year int) string {
	if t.Before == nil || t.inWords() || !t.Measured {
		return ""
	}
	d := t.Actual - *t.Before
	switch {
	case d > 0:
		return fmt.Sprintf("tăng %s so với năm %d", t.difference(d), year-1)
	case d < 0:
		return fmt.Sprintf("giảm %s so với năm %d", t.difference(d), year-1)
	}
	return fmt.Sprintf("bằng năm %d", year-1)
}

// named is the content within a sentence; one with a number of its own stands in quotation marks, so that it is not read as a result.
func (t TargetData) named() string {
	content := strings.TrimRight(brackets.Replace(strings.TrimSpace(t.Content)), ".;, ")
	if t.inWords() || strings.ContainsAny(content, "0123456789%") {
		return "Nội dung “" + content + "”"
	}
	return vi.UpperFirst(content)
}
