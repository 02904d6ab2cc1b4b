package plan

import (
	"regexp"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// Reform tells a yearly reform plan (kế hoạch cải cách hành chính năm): it has a task table and neither award nor criterion, so that tasks are
// made of it and no movement. A movement may assign its work in a table too.
func (d Draft) Reform() bool { return len(d.Tasks) > 0 && len(d.Awards)+len(d.Criteria) == 0 }

// TaskRow is what a person makes of one row of the task table.
type TaskRow struct {
	Key       string // "tasks.0", as in the draft
	Take      bool
	Owner     string // id of the unit (đơn vị chủ trì)
	Due       thidua.Date
	Inclusive bool
}

// Agency is what the rows of a task table are compared with: the units of the day and the rounds that have not ended.
type Agency struct {
	Name   string
	Units  []thidua.Unit
	Rounds []thidua.Round
}

// ProposeTasks proposes owner and day of each row and the round: only what the plan says plainly, the rest stays open.
func ProposeTasks(d Draft, a Agency) (rows []TaskRow, round string) {
	year := d.year()
	for i, t := range d.Tasks {
		r := TaskRow{Key: "tasks." + strconv.Itoa(i), Take: true}
		r.Owner, _ = a.Owner(string(t.Lead))
		r.Due, r.Inclusive = DueDay(string(t.Due), year)
		rows = append(rows, r)
	}
	return rows, a.round(year)
}

// round gives the one round of a year, empty when there is none or more than one.
func (a Agency) round(year int) (id string) {
	for _, r := range a.Rounds {
		if r.Year != year || r.Closing {
			continue
		}
		if id != "" {
			return ""
		}
		id = r.ID
	}
	return id
}

var yearWord = regexp.MustCompile(`\b20\d\d\b`)

// year is the year of the plan where it names exactly one, 0 otherwise.
func (d Draft) year() int {
	if d.Movement.From != "" || d.Movement.To != "" {
		if d.Movement.From == d.Movement.To {
			return yearOf(d.Movement.From)
		}
		return 0
	}
	named := map[string]bool{}
	for _, y := range yearWord.FindAllString(d.Title, -1) {
		named[y] = true
	}
	for y := range named {
		if len(named) == 1 {
			return yearOf(Value(y))
		}
	}
	return 0
}

// dayWords finds a day in folded words: 30/11/2025, 20/6, 15 thang 12 nam 2025.
var (
	dayWords  = regexp.MustCompile(`(\d{1,2})(?:\s?[/.-]\s?|\s+thang\s+)(\d{1,2})(?:(?:\s?[/.-]\s?|\s+nam\s+)(\d{4}))?`)
	recurring = regexp.MustCompile(`\b(?:hang|moi|cac)\s+(?:tuan|thang|quy|nam|ngay)\b|dinh ky`)
	dayBefore = regexp.MustCompile(`\btruoc(?:\s+ngay)?\s*$`)
	dayAfter  = regexp.MustCompile(`\b(?:sau|tu|bat dau)(?:\s+ngay)?\s*$`)
	dayIntro  = regexp.MustCompile(`\b(?:truoc|ngay|nhat|la|den|het|xong)\s*$`)
)

// DueDay gives the day that a time limit of a task table says, inclusive unless it reads "trước"; a day without a year falls in the given one.
// What names no day, more than one, or one that comes back gives the empty date: no last day is made of a month or a quarter.
func DueDay(text string, year int) (day thidua.Date, inclusive bool) {
	text = vi.Fold(text)
	if recurring.MatchString(text) {
		return "", false
	}
	for _, m := range dayWords.FindAllStringSubmatchIndex(text, -1) {
		if !apart(text, m[0], m[1]) {
			continue
		}
		before := text[:m[0]]
		found := dated(text, m, year)
		if day != "" || found == "" || dayAfter.MatchString(before) {
			return "", false
		}
		day, inclusive = found, !dayBefore.MatchString(before)
	}
	return day, inclusive
}

// apart tells whether what was found is no part of a longer number, such as "11/2025" or "3/6/9".
func apart(text string, from, to int) bool {
	const joins = "0123456789/.-"
	if from > 0 && strings.ContainsRune(joins, rune(text[from-1])) {
		return false
	}
	rest := text[to:]
	return rest == "" || !strings.ContainsRune(joins, rune(rest[0])) || strings.Trim(rest, " .;,/-") == ""
}

// dated makes the date of a match; one without a year needs a word that says it is a day, unless it stands alone.
func dated(text string, m []int, year int) thidua.Date {
	n := func(i int) int {
		v, err := strconv.Atoi(text[m[i]:m[i+1]])
		if err != nil {
			return 0
		}
		return v
	}
	if m[6] >= 0 {
		return thidua.NewDate(n(6), n(4), n(2))
	}
	alone := strings.TrimSpace(text[:m[0]]) == "" && strings.Trim(text[m[1]:], " .;") == ""
	if year == 0 || !alone && !dayIntro.MatchString(text[:m[0]]) {
		return ""
	}
	return thidua.NewDate(year, n(4), n(2))
}
