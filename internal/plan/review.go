package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua"
)

// Review is what a person makes of a draft before it becomes a movement. Ids are those of the draft: the key of an element, the code of a
// criterion; the ones of the agency are given when the movement is made.
type Review struct {
	Movement   thidua.Movement
	Definition thidua.Definition
	Checked    []string // keys of items that a person has looked at
}

// Propose makes the first review of a draft: short names, tests of standards and kinds of papers are proposals by fixed rules.
func Propose(d Draft) Review {
	r := Review{Movement: thidua.Movement{Name: string(d.Movement.Name), From: atoi(string(d.Movement.From)), To: atoi(string(d.Movement.To)),
		EndsOn: thidua.Date(d.Movement.EndsOn), Regulation: d.regulation(), State: thidua.MovementPlanned}}
	p := proposer{d: d, sections: d.Sections()}
	def := &r.Definition
	def.Edition = thidua.Edition{Number: 1, PlanNumber: d.fullNumber(string(d.Number.Value)), PlanDate: thidua.Date(d.Date.Value),
		From: thidua.Date(d.Date.Value), PlanTitle: strings.TrimSpace(sentenceCase(d.Kind) + " " + lowerFirst(d.Title)),
		Signer: strings.TrimSpace(string(d.Signer.Position + " " + d.Signer.Name)), State: thidua.EditionDraft}
	def.Criteria = p.criteria()
	def.Standards = append(p.standards(thidua.Collective, d.Standards.Collective, def), p.standards(thidua.Individual, d.Standards.Individual, def)...)
	def.Deadlines = p.deadlines()
	p.lists(def)
	for i := range def.Standards {
		def.Standards[i].Order = i + 1
	}
	return r
}

// fullNumber puts the symbol after a number: 12 becomes 12/KH-TT; a number written whole stays.
func (d Draft) fullNumber(number string) string {
	number = strings.TrimSpace(number)
	if number == "" || d.Number.Symbol == "" || strings.ContainsAny(number, "/-") {
		return number
	}
	return number + "/" + string(d.Number.Symbol)
}

// Complete fills in what follows from what a person typed: the symbol of the number, and the first day, which is the day of the plan.
func (r *Review) Complete(d Draft) {
	def := &r.Definition
	def.PlanNumber = d.fullNumber(def.PlanNumber)
	if def.From == "" {
		def.From = def.PlanDate
	}
}

// Open lists what is still to be settled before the movement can be confirmed, in the order of the text.
func (r Review) Open(d Draft) []thidua.OpenItem {
	items := d.Items()
	var out []thidua.OpenItem
	for _, o := range r.Definition.Open() {
		key := map[thidua.OpenKind]string{thidua.OpenNumber: "number", thidua.OpenStart: "movement"}[o.Kind]
		if o.Kind == thidua.OpenDeadline {
			key = o.ID
		}
		o.Number = numberOf(items, key)
		out = append(out, o)
	}
	for _, it := range items {
		if reason := it.doubt(r); reason != "" && !slices.Contains(r.Checked, it.Key) {
			out = append(out, thidua.OpenItem{Kind: thidua.OpenPassage, ID: it.Key, Number: it.Number, Reason: reason})
		}
	}
	slices.SortStableFunc(out, func(a, b thidua.OpenItem) int { return a.Number - b.Number })
	return out
}

func numberOf(items []Item, key string) int {
	for _, it := range items {
		if slices.ContainsFunc(it.Elements, func(e Element) bool { return e.Key == key }) {
			return it.Number
		}
	}
	return 0
}

// doubt gives why an item must be looked at besides the values that it leaves blank.
func (it Item) doubt(r Review) string {
	for _, e := range it.Elements {
		if e.Confidence == Check && !r.wantsValue(e.Key) {
			return e.Reason
		}
	}
	return ""
}

// wantsValue tells the elements whose doubt ends when a value is typed, not when somebody ticks them.
func (r Review) wantsValue(key string) bool {
	if key == "number" || key == "date" || key == "movement" {
		return true
	}
	return slices.ContainsFunc(r.Definition.Deadlines, func(x thidua.Deadline) bool { return x.ID == key && x.Reference != "" })
}

// Doubt gives why an item must be looked at, empty when it was read plainly or wants only a value.
func (r Review) Doubt(it Item) string { return it.doubt(r) }

// regulation gives the decision on which the plan stands, as it cites it.
func (d Draft) regulation() string {
	at := slices.IndexFunc(d.Bases, func(b Basis) bool { return b.Kind == "Quyết định" })
	if at < 0 {
		return ""
	}
	b := d.Bases[at]
	text := d.Passage(b.Span)
	if from := strings.Index(text, b.Kind); from > 0 {
		text = text[from:]
	}
	if to := strings.Index(text, string(b.Issuer)); b.Issuer != "" && to > 0 {
		return text[:to+len(b.Issuer)]
	}
	return phrase(b.Kind, "số "+string(b.Number))
}

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
			add(thidua.Criterion{Code: fmt.Sprintf("%d.%d", i+1, j+1), Parent: head.Code, Name: upperFirst(content), Text: content, Article: head.Article})
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
			Inclusive: x.Inclusive, Actor: string(x.Actor), To: string(x.To), Reference: string(x.Reference), Text: p.d.Passage(x.Span),
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

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lowerFirst keeps words in capitals, such as UBND, as they are.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) || n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func sentenceCase(s string) string { return upperFirst(strings.ToLower(s)) }
