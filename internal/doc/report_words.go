package doc

import (
	"strconv"
	"strings"

	"thidua"
)

// The parts of a report, besides its criteria, that a person writes.
const (
	WordsProfile  = "so-luoc"
	WordsDuties   = "nhiem-vu"
	WordsOverview = "tong-quan"
	WordsTitles   = "danh-hieu"
	WordsAwards   = "khen-thuong"
)

// The lines of the profile that the form asks for and the data do not know: they stand open until somebody writes them.
var (
	askedOfUnits  = []string{"Địa điểm", "Quá trình thành lập", "Cơ cấu tổ chức"}
	askedOfPeople = []string{"Ngày sinh", "Quê quán", "Trú quán", "Trình độ chuyên môn"}
)

// Part gives the name of the part of words of a criterion: its code in small letters.
func (c CriterionResult) Part() string { return strings.ToLower(c.Code) }

// Edited puts the author's words into the report; figures stay those of the data.
func (r AchievementReport) Edited(words map[string]string) AchievementReport {
	r.Profile = r.described(rows(words[WordsProfile]))
	r.Duties, r.Overview = rows(words[WordsDuties]), rows(words[WordsOverview])
	r.Titles = append(append([]PastAward(nil), r.Titles...), remembered(rows(words[WordsTitles]))...)
	r.Awards = append(append([]PastAward(nil), r.Awards...), remembered(rows(words[WordsAwards]))...)
	list := make([]CriterionResult, len(r.Criteria))
	for i, c := range r.Criteria {
		c.Text = append(rows(words[c.Part()]), c.Facts...)
		list[i] = c
	}
	r.Criteria = list
	return r
}

// described adds the author's lines to the profile ("Ngày sinh: 12/3/1985"), and leaves room for those that the form asks for.
func (r AchievementReport) described(lines []string) []Particular {
	out := append([]Particular(nil), r.Profile...)
	known := map[string]bool{}
	for _, line := range lines {
		label, value, labelled := strings.Cut(line, ":")
		if !labelled {
			label, value = "", line
		}
		known[strings.TrimSpace(label)] = true
		out = append(out, Particular{strings.TrimSpace(label), strings.TrimSpace(value)})
	}
	asked := askedOfPeople
	if r.Collective {
		asked = askedOfUnits
	}
	for _, label := range asked {
		if !known[label] {
			out = append(out, Particular{Label: label})
		}
	}
	return out
}

// remembered reads titles and awards as their author writes them: "2023; Lao động tiên tiến; Quyết định số …"; any other line stands as it is.
func remembered(lines []string) []PastAward {
	var out []PastAward
	for _, line := range lines {
		cells := strings.SplitN(line, ";", 3)
		year, err := strconv.Atoi(strings.TrimSpace(cells[0]))
		if err != nil || len(cells) < 3 {
			out = append(out, PastAward{Name: line})
			continue
		}
		out = append(out, PastAward{Year: year, Name: strings.TrimSpace(cells[1]), Decision: strings.TrimSpace(cells[2])})
	}
	return out
}

// gender is what the profile of a person says; nothing where it is not recorded.
func gender(s thidua.Sex) string {
	switch s {
	case thidua.Male:
		return "Nam"
	case thidua.Female:
		return "Nữ"
	}
	return ""
}
