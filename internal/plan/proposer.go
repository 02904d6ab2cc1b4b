package plan

import (
	"fmt"
	"thidua/internal/vi"

	"thidua"
)

// proposer turns the elements of a draft into rows of a definition, each with the place where it stands.
type proposer struct {
	d        Draft
	sections []Section
}

// article gives where a passage stands: "mục III.2.a"; empty in the head and the ending.
func (p proposer) article(s Span) string {
	number := ""
	for _, sec := range p.sections {
		if sec.Span[0] > s[0] {
			break
		}
		number = sec.Number
	}
	if number == "" {
		return ""
	}
	return "mục " + number
}

func (p proposer) item(s Span, n int) string {
	if a := p.article(s); a != "" {
		return fmt.Sprintf("%s, ý %d", a, n+1)
	}
	return ""
}

func (p proposer) criteria() []thidua.Criterion {
	units, people := p.applies()
	var out []thidua.Criterion
	add := func(c thidua.Criterion) {
		c.ID, c.ForUnits, c.ForPeople, c.Order = c.Code, units, people, len(out)+1
		out = append(out, c)
	}
	for i, c := range p.d.Criteria {
		head := thidua.Criterion{Code: fmt.Sprintf("TC%d", i+1), Name: shortName(c.Text), Text: c.Text, Article: p.article(c.Span)}
		if c.Points != nil {
			head.MaxPoints = thidua.Points(*c.Points)
		}
		add(head)
		for j, content := range c.Contents {
			add(thidua.Criterion{Code: fmt.Sprintf("%d.%d", i+1, j+1), Parent: head.Code, Name: vi.UpperFirst(content), Text: content, Article: head.Article})
		}
	}
	return out
}

// applies tells for whom the criteria hold: everybody, unless the plan names one kind of subject only.
func (p proposer) applies() (units, people bool) {
	for _, s := range p.d.Subjects {
		units, people = units || s.Kind == Collective, people || s.Kind == Individual
	}
	return units || !people, people || !units
}

func (p proposer) standards(kind thidua.SubjectKind, texts []Text, def *thidua.Definition) []thidua.Standard {
	var out []thidua.Standard
	for i, t := range texts {
		name, test := standardOf(t.Text, def.Heads())
		out = append(out, thidua.Standard{ID: fmt.Sprintf("standards.%s.%d", kind, i), For: kind, Name: name, Text: t.Text, Article: p.item(t.Span, i), Test: test})
	}
	return out
}

func (p proposer) deadlines() []thidua.Deadline {
	var out []thidua.Deadline
	for i, x := range p.d.Deadlines {
		out = append(out, thidua.Deadline{ID: fmt.Sprintf("deadlines.%d", i), What: thidua.DeadlineKind(x.What), Day: string(x.Day), Date: thidua.Date(x.Date),
			Inclusive: x.Inclusive, Actor: string(x.Actor), To: string(x.To), Reference: string(x.Reference), Text: oneLine(p.d.Passage(x.Span)),
			Article: p.article(x.Span), Order: i + 1})
	}
	return out
}

func (p proposer) lists(def *thidua.Definition) {
	d := p.d
	for i, a := range d.Awards {
		def.Awards = append(def.Awards, thidua.AwardForm{ID: fmt.Sprintf("awards.%d", i), Name: a.Form, Authority: string(a.Authority), Article: p.article(a.Span)})
	}
	for i, x := range d.Dossier {
		def.Parts = append(def.Parts, thidua.DossierPart{Kind: PaperKind(x.Name), Name: x.Name, Article: p.article(x.Span), Order: i + 1})
	}
	for i, a := range d.Assignments {
		def.Assignments = append(def.Assignments, thidua.Assignment{Who: string(a.Who), Text: a.Text, Article: p.article(a.Span), Order: i + 1})
	}
	for i, b := range d.Bases {
		def.Bases = append(def.Bases, thidua.LegalBase{Kind: b.Kind, Number: string(b.Number), Date: thidua.Date(b.Date), Issuer: string(b.Issuer), Order: i + 1})
	}
	for i, name := range d.Recipients {
		def.Recipients = append(def.Recipients, thidua.Recipient{Name: name, Order: i + 1})
	}
	def.Purposes, def.Requirements, def.Process = plainTexts(d.Purposes), plainTexts(d.Requirements), plainTexts(d.Process)
	for _, s := range d.Subjects {
		def.Subjects = append(def.Subjects, s.Text)
	}
}

func plainTexts(ts []Text) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Text)
	}
	return out
}
