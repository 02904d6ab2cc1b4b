package reader

import (
	"cmp"
	"regexp"
	"strings"

	"thidua/internal/plan"
	"thidua/internal/vi"
)

var (
	sends = regexp.MustCompile(`(?i)(?:^|[\s,;(])(gửi|nộp|trình|chuyển)(?:\s)`)
	goal  = regexp.MustCompile(`(?:^|\s)(?:về|cho|tới|đến|lên|qua)\s+()`)
)

// addressee gives to whom something goes before its time limit, or else behind it: "gửi … về Văn phòng", "trình Giám đốc".
func (r *reader) addressee(s string, limit int) plan.Value {
	limit = min(limit, len(s))
	return plan.Value(cmp.Or(r.addresseeIn(s, 0, limit), r.addresseeIn(s, limit, len(s))))
}

// addresseeIn takes the last body between two places that follows a verb of sending, or "về" after one; a report "về" a body goes to it too.
func (r *reader) addresseeIn(s string, from, to int) string {
	var places []int
	for _, m := range sends.FindAllStringIndex(s[from:to], -1) {
		places = append(places, from+m[1])
		for _, g := range goal.FindAllStringSubmatchIndex(s[from+m[1]-1:to], 1) {
			places = append(places, from+m[1]-1+g[2])
		}
	}
	for _, m := range goal.FindAllStringSubmatchIndex(s[from:to], -1) {
		if gives.MatchString(s[:from+m[0]]) && strings.HasPrefix(strings.TrimSpace(s[from+m[0]:]), "về") {
			places = append(places, from+m[2])
		}
	}
	best, where := "", -1
	for _, at := range places {
		name := s[at:to]
		if smallBody.MatchString(name) {
			name = vi.UpperFirst(name)
		}
		if end, _ := named(name); end > 0 && at > where {
			best, where = strings.TrimSpace(s[at:at+r.whole(name, end)]), at
		}
	}
	return best
}

// smallBody is a body that is written with a small letter within a sentence: phòng Tổ chức.
var smallBody = regexp.MustCompile(`^(?:văn phòng|phòng|bộ phận|ban|trung tâm|tổ|hội đồng|công đoàn|thường trực|sở|đơn vị|cơ quan)\s+\p{Lu}`)

// gives are words after which "về" names to whom something goes and not what it is about.
var gives = regexp.MustCompile(`(?i)(?:báo cáo|đăng ký|hồ sơ|kết quả|danh sách|bản\s)`)
