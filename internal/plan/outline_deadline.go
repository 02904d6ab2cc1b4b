package plan

import (
	"fmt"
	"strings"
)

var whatName = map[What]string{ForRegistration: "Đăng ký", ForDossier: "Hồ sơ khen thưởng", ForReport: "Báo cáo", ForOther: "Việc khác"}

var recursName = map[Recurrence]string{Monthly: "hằng tháng", Quarterly: "hằng quý", HalfYearly: "6 tháng một lần", Yearly: "hằng năm"}

func sayDeadline(d Deadline) string {
	return whatName[d.What] + ": " + d.When() + parties(d)
}

// Worded tells a time limit of which the plan names no day: a month or quarter, one counted from an event, or one that comes back more often
// than once a year. No day is made of it.
func (d Deadline) Worded() bool {
	often := d.Recurs == Monthly || d.Recurs == Quarterly || d.Recurs == HalfYearly
	return d.Date == "" && d.Day == "" && d.Reference == "" && (d.After != nil || d.Period != "" || often)
}

// When says the time limit in words: "từ ngày 01/03/2025, chậm nhất ngày 30/06/2025", "10 ngày làm việc kể từ …", "tháng 12/2025".
func (d Deadline) When() string {
	word := "trước ngày"
	if d.Inclusive {
		word = "chậm nhất ngày"
	}
	var when string
	switch {
	case d.Reference != "":
		when = "theo " + string(d.Reference) + " (không ghi ngày)"
	case d.Date != "":
		when = word + " " + dmy(d.Date)
	case d.Day != "":
		mm, dd, _ := strings.Cut(string(d.Day), "-")
		when = word + " " + dd + "/" + mm
	case d.After != nil && d.After.Working:
		when = fmt.Sprintf("%d ngày làm việc kể từ %s", d.After.Days, d.After.Event)
	case d.After != nil:
		when = fmt.Sprintf("%d ngày kể từ %s", d.After.Days, d.After.Event)
	case d.Period != "":
		when = sayPeriod(string(d.Period))
	}
	if d.From != "" {
		when = "từ ngày " + dmy(d.From) + ", " + when
	}
	return strings.TrimSpace(strings.Trim(when, ", ") + " " + recursName[d.Recurs])
}

func sayPeriod(p string) string {
	year, part, found := strings.Cut(p, "-")
	if !found {
		year, part = "", p
	}
	name := "tháng " + part
	if q, ok := strings.CutPrefix(part, "Q"); ok {
		name = "quý " + map[string]string{"1": "I", "2": "II", "3": "III", "4": "IV"}[q]
	}
	return strings.TrimSuffix(name+"/"+year, "/")
}

func parties(d Deadline) string {
	s := ""
	if d.Actor != "" {
		s = " – " + string(d.Actor)
	}
	if d.To != "" {
		s += " gửi " + string(d.To)
	}
	return s
}

// dmy writes YYYY-MM-DD as dd/mm/yyyy.
func dmy(v Value) string {
	p := strings.Split(string(v), "-")
	if len(p) != 3 {
		return string(v)
	}
	return p[2] + "/" + p[1] + "/" + p[0]
}
