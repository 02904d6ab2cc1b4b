package record

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Achievement is what the data say for a Báo cáo thành tích.
type Achievement struct {
	Occasion
	Subject     thidua.Subject
	UnitName    string
	Criteria    []CriterionData
	Initiatives []thidua.Initiative
	Past        []thidua.Award
	Head        doc.Signer               // head of the unit
	Standing    thidua.Standing          // of a unit, once the ranks are published; Rank 0 before
	Units       int                      // how many were ranked
	Index       *thidua.IndexResult      // of the year, once it is published
	Evaluation  *thidua.EvaluationResult // of a person
}

// CriterionData is what was tracked for one criterion (tiêu chí thi đua) of the plan.
type CriterionData struct {
	Code    string // TC1
	Name    string
	Score   *thidua.Points // reviewed points of a unit
	Max     thidua.Points
	Targets []TargetData
	Papers  []string // evidence that belongs to no target

	Initiatives []thidua.Initiative    // of the criterion on initiatives
	Publicity   []thidua.PublicityItem // verified, of the criterion on publicity
	Exemplars   []thidua.Exemplar      // published, of the criterion on publicity
	Whole       bool                   // of the closing round: all years of the movement
}

// TargetData is a registered target with what was reported of it.
type TargetData struct {
	thidua.Target
	Actual   thidua.Quantity
	Said     string // the result in the words of who reported it
	Measured bool
	Evidence []thidua.Evidence

	Part      string           // the content of the criterion that it belongs to; empty where the criterion has none
	From      int              // percent of the goal from which it counts by the agency's convention; 0 where only the whole does
	Awaits    thidua.State     // of evidence that is not checked yet or returned
	Before    *thidua.Quantity // what was reached of the same target in the year before; nil where that is not known
	ReachedOn thidua.Date      // the first day on which the goal was reported as reached
}

// Report writes the Báo cáo thành tích from the data; the words of a criterion stand under its code in small letters.
func (a Achievement) Report() AchievementReport {
	r := AchievementReport{
		Sample: a.Agency.Sample, Collective: a.Subject.Kind == thidua.Collective, Issuer: a.unitIssuer(a.UnitName),
		Subject: "Đề nghị tặng " + a.award() + " trong " + a.drive(), Name: a.Subject.Name, Confirming: a.signer(), Author: a.Head,
	}
	if r.Collective {
		r.Profile = []Particular{{"Tên tập thể", a.Subject.Name}, {"Cơ quan", a.Agency.Name}, {"Thủ trưởng đơn vị", a.Head.Name}}
	} else {
		r.Name = doc.JoinWith(" ", vi.Sex(a.Subject.Sex), a.Subject.Name)
		r.Profile = []Particular{{"Họ và tên", a.Subject.Name}, {"Giới tính", gender(a.Subject.Sex)}, {"Chức vụ", a.Subject.Title}, {"Đơn vị công tác", doc.Join(a.Subject.Home, a.Agency.Name)}}
		r.Author = doc.Signer{Titles: []string{a.Subject.Title}, Name: a.Subject.Name}
	}
	r.General = a.general()
	for _, c := range a.Criteria {
		r.Criteria = append(r.Criteria, c.result(a.Year, reporter(a.Subject.Kind)))
	}
	for _, i := range a.Initiatives {
		r.Initiatives = append(r.Initiatives, initiative(i))
	}
	for _, w := range a.Past {
		r.Awards = append(r.Awards, PastAward{Year: w.Year, Name: w.Form, Decision: doc.JoinWith(" ngày ", w.Decision.Number, vi.Date(w.Decision.Dated)) +
			"; " + w.Decision.Issuer})
	}
	return r
}

func initiative(i thidua.Initiative) string {
	if !i.Recognised {
		return i.Name
	}
	return i.Name + " (công nhận theo " + doc.JoinWith(" ngày ", i.Decision, vi.Date(i.On)) + ")"
}

// noFigure stands where a target has no reported value yet, goalInWords where its words carry what it asks for.
const (
	noFigure    = "chưa có số liệu"
	goalInWords = "theo nội dung đăng ký"
)

// actual is what was reached; where the goal is in words the result is too.
func (t TargetData) actual() string {
	switch {
	case !t.Measured:
		return noFigure
	case t.Value == thidua.NoValue && t.Said != "":
		return t.Said
	}
	return vi.Amount(t.Actual, t.Measure)
}

// reporter is who a report speaks of within its sentences.
func reporter(kind thidua.SubjectKind) string {
	if kind == thidua.Collective {
		return "Đơn vị"
	}
	return "Cá nhân"
}

func (c CriterionData) result(year int, subject string) CriterionResult {
	out := CriterionResult{Code: c.Code, Title: c.Name, Passage: c.passage(year, subject), Lacks: c.lacks()}
	if c.Score != nil {
		out.Facts = append(out.Facts, fmt.Sprintf("Điểm đã chốt: %s/%s.", vi.Number(*c.Score), vi.Number(c.Max)))
	}
	for _, t := range c.Targets {
		out.Targets = append(out.Targets, TargetResult{ID: t.ID, Part: t.Part, Content: t.Content, Target: doc.Or(vi.Goal(t.Target), goalInWords),
			Actual: t.actual(), Level: t.level(), Evidence: evidence(t.Evidence)})
	}
	if len(c.Papers) > 0 {
		out.Facts = append(out.Facts, "Minh chứng: "+doc.Ended(doc.JoinWith("; ", c.Papers...), "."))
	}
	return out
}

func evidence(list []thidua.Evidence) string {
	var names []string
	for _, e := range list {
		names = append(names, EvidenceName(e))
	}
	return doc.JoinWith("; ", names...)
}

// EvidenceName cites evidence by its number, abstract or the name of its file, the first that it has, with its day and page: "12/BC-NV2 ngày
// 16/12/2024, trang 3".
func EvidenceName(e thidua.Evidence) string {
	name := doc.JoinWith(" ngày ", doc.Or(e.DocNumber, e.Abstract, strings.TrimSuffix(e.File.Name, path.Ext(e.File.Name))), vi.Date(e.IssuedOn))
	if e.Page == "" {
		return name
	}
	return name + ", trang " + e.Page
}

// Open lists the criteria of which neither a figure nor words tell the result: the plan asks for the result on each criterion.
func (r AchievementReport) Open() []CriterionResult {
	var out []CriterionResult
	for _, c := range r.Criteria {
		measured := false
		for _, t := range c.Targets {
			measured = measured || t.Actual != noFigure
		}
		if !measured && len(c.Text) == len(c.Facts) {
			out = append(out, c)
		}
	}
	return out
}

// text gives the lines of a passage as they are printed: the author's words, or the composed ones where there are none.
func (p Passage) text(words string) []string { return doc.Lines(p.Printed(doc.Or(words, p.draft()))) }

// The parts of a report, besides its criteria, that a person writes.
const (
	WordsProfile  = "so-luoc"
	WordsDuties   = "nhiem-vu"
	WordsOverview = "tong-quan"
	WordsTitles   = "danh-hieu"
	WordsAwards   = "khen-thuong"
	WordsEffects  = "hieu-qua"
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
	r.Profile = r.described(doc.Lines(words[WordsProfile]))
	r.Duties, r.Effects, r.Overview = doc.Lines(words[WordsDuties]), doc.Lines(words[WordsEffects]), r.General.text(words[WordsOverview])
	r.Titles = joined(r.Titles, remembered(doc.Lines(words[WordsTitles])))
	r.Awards = joined(r.Awards, remembered(doc.Lines(words[WordsAwards])))
	list := make([]CriterionResult, len(r.Criteria))
	for i, c := range r.Criteria {
		c.Text = append(c.text(words[c.Part()]), c.Facts...)
		list[i] = c
	}
	r.Criteria = list
	return r
}

// joined puts the author's lines after those of the data; "không có" gives way where there is something.
func joined(known, written []PastAward) []PastAward {
	list := append(append([]PastAward(nil), known...), written...)
	some := slices.DeleteFunc(slices.Clone(list), func(a PastAward) bool {
		return a.Year == 0 && strings.EqualFold(strings.TrimRight(a.Name, ". "), "không có")
	})
	if len(some) == 0 {
		return list
	}
	return some
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
