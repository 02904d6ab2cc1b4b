package plan

import (
	"slices"
	"strconv"
	"strings"
	"thidua/internal/vi"

	"thidua"
)

// Review is what a person makes of a draft before it becomes a movement. Ids are those of the draft: the key of an element, the code of a
// criterion; the ones of the agency are given when the movement is made.
type Review struct {
	Movement   thidua.Movement
	Definition thidua.Definition
	Checked    []string // keys of items that a person has looked at

	Tasks []TaskRow `json:",omitempty"` // of a reform plan: what a person makes of its rows; nil until somebody has saved them
	Round string    `json:",omitempty"` // id of the round to which the tasks go
}

// Propose makes the first review of a draft: short names, tests of standards and kinds of papers are proposals by fixed rules.
func Propose(d Draft) Review {
	r := Review{Movement: thidua.Movement{Name: string(d.Movement.Name), From: yearOf(d.Movement.From), To: yearOf(d.Movement.To),
		EndsOn: thidua.Date(d.Movement.EndsOn), Regulation: d.regulation(), State: thidua.MovementPlanned}}
	p := proposer{d: d, sections: d.Sections()}
	if !d.Movement.Spans.EndsOn.Empty() {
		r.Movement.EndArticle = p.article(d.Movement.Spans.EndsOn)
	}
	def := &r.Definition
	def.Edition = thidua.Edition{Number: 1, PlanNumber: d.fullNumber(string(d.Number.Value)), PlanDate: thidua.Date(d.Date.Value),
		From: thidua.Date(d.Date.Value), PlanTitle: strings.TrimSpace(sentenceCase(d.Kind) + " " + vi.LowerFirst(d.Title)),
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

func yearOf(v Value) int {
	n, err := strconv.Atoi(string(v))
	if err != nil {
		return 0
	}
	return n
}
