package exchange

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// filing is the registrations of a round: one object is the registration of one subject, which is saved as a whole.
type filing struct {
	x      *Exchange
	actor  thidua.Actor
	season app.Season
	of     map[string]*filed // by the key of the subject
	order  []*filed
	words  map[string]string // how a subject is named in the lists of choices → its key
}

// filed is one registration with its name in the lists of choices.
type filed struct {
	app.Draftable
	words string
}

const (
	unitTab = iota
	personTab
	aimTab
)

func (x *Exchange) registrations(ctx context.Context, l *List) error {
	s := &filing{x: x, actor: l.actor, season: l.Season, of: map[string]*filed{}, words: map[string]string{}}
	all, err := x.app.Draftables(ctx, l.actor, l.Season.Round.ID)
	if err != nil {
		return err
	}
	for _, r := range all {
		s.keep(r)
	}
	l.source = s
	open := []string{"criterion", "content", "value", "measure", "direction", "due"}
	units, people, aims := s.targets(thidua.Collective, open), s.targets(thidua.Individual, open), s.aims()
	fresh := func(who string, kind thidua.SubjectKind) []string {
		if !slices.ContainsFunc(s.order, func(f *filed) bool { return f.Subject.Kind == kind && f.Shut == nil }) {
			return nil
		}
		return append([]string{who}, open...)
	}
	l.add(sheet.Form{Tab: vi.UnitTargetsTab, New: fresh("unit", thidua.Collective), Columns: s.columns("unit", thidua.Collective)}, units)
	l.add(sheet.Form{Tab: vi.PersonTargetsTab, New: fresh("person", thidua.Individual), Columns: s.columns("person", thidua.Individual)}, people)
	l.add(sheet.Form{Tab: vi.AimsTab, Columns: columns(sheet.FormColumn{Key: "subject", Width: 34, Info: true}, sheet.FormColumn{Key: "unit", Width: 24, Info: true},
		sheet.FormColumn{Key: "state", Width: 20, Info: true}, sheet.FormColumn{Key: "award", Kind: sheet.Choice, Width: 40, Choices: s.awards()},
		sheet.FormColumn{Key: "annual", Kind: sheet.Choice, Width: 26, Choices: annualWords()})}, aims)
	return nil
}

func (s *filing) columns(who string, kind thidua.SubjectKind) []sheet.FormColumn {
	return columns(sheet.FormColumn{Key: who, Kind: sheet.Choice, Width: 30, Choices: s.names(kind)}, sheet.FormColumn{Key: "state", Width: 18, Info: true},
		sheet.FormColumn{Key: "criterion", Kind: sheet.Choice, Width: 34, Choices: s.criteria(kind)}, sheet.FormColumn{Key: "content", Width: 50},
		sheet.FormColumn{Key: "value", Kind: sheet.Number, Width: 11}, sheet.FormColumn{Key: "measure", Width: 13},
		sheet.FormColumn{Key: "direction", Kind: sheet.Choice, Width: 20, Choices: directionWords()}, sheet.FormColumn{Key: "due", Kind: sheet.Day, Width: 13})
}

// keep takes a registration into the list once, under a name that no other has.
func (s *filing) keep(r app.Draftable) {
	key := r.Subject.Key()
	if s.of[key] != nil {
		return
	}
	words := r.Subject.Name
	for n := 1; s.words[words] != ""; n++ {
		if words = r.Subject.Name + " (" + r.Subject.Home + ")"; n > 1 {
			words = fmt.Sprintf("%s (%s, %d)", r.Subject.Name, r.Subject.Home, n)
		}
	}
	s.of[key], s.words[words] = &filed{Draftable: r, words: words}, key
	s.order = append(s.order, s.of[key])
}

// names are the subjects of a kind; all of them stand among the choices, so that what is shown is one.
func (s *filing) names(kind thidua.SubjectKind) (out []string) {
	for _, f := range s.order {
		if f.Subject.Kind == kind {
			out = append(out, f.words)
		}
	}
	return out
}

func (s *filing) criteria(kind thidua.SubjectKind) (out []string) {
	for _, c := range s.season.Criteria {
		if kind == thidua.Collective && c.ForUnits || kind == thidua.Individual && c.ForPeople || s.used(c.ID, kind) {
			out = append(out, vi.CriterionWords(c))
		}
	}
	return out
}

// used tells whether a line stands at a criterion already, whatever the plan says of whom it is for.
func (s *filing) used(criterion string, kind thidua.SubjectKind) bool {
	return slices.ContainsFunc(s.order, func(f *filed) bool {
		return f.Subject.Kind == kind && slices.ContainsFunc(f.Targets, func(t thidua.Target) bool { return t.Criterion == criterion })
	})
}

func (s *filing) targets(kind thidua.SubjectKind, open []string) (out []*row) {
	for _, f := range s.order {
		if f.Subject.Kind != kind {
			continue
		}
		for _, t := range f.Targets {
			c := s.season.Criterion(t.Criterion)
			cells := map[string]string{"unit": f.words, "person": f.words, "state": vi.State(f.State), "criterion": vi.CriterionWords(c), "content": t.Content,
				"value": valueShown(t), "measure": t.Measure, "direction": vi.DirectionWords[t.Direction], "due": vi.Date(t.Due)}
			out = append(out, f.row(t.ID, c.Code+" · "+t.Content, cells, open))
		}
	}
	return out
}

func (s *filing) aims() (out []*row) {
	for _, f := range s.order {
		cells := map[string]string{"subject": f.Subject.Name, "unit": f.Subject.Home, "state": vi.State(f.State), "award": s.award(f.Award), "annual": vi.AnnualTitle(f.Annual)}
		open := []string{"award", "annual"}
		if f.Subject.Kind == thidua.Collective {
			open = open[:1]
		}
		out = append(out, f.row(f.Subject.Key(), vi.AimsTab, cells, open))
	}
	return out
}

func (f *filed) row(code, name string, cells map[string]string, open []string) *row {
	r := &row{FormRow: sheet.FormRow{Code: code, Cells: cells}, unit: f.Subject.Name, name: name, group: f.Subject.Key(), shut: f.Shut}
	if f.Shut == nil {
		r.Open = open
	}
	return r
}

// valueShown is the number of a target as its form shows it.
func valueShown(t thidua.Target) string {
	if t.Value == thidua.NoValue || t.Value == 0 && t.Direction != thidua.AtMost {
		return ""
	}
	return vi.Number(t.Value)
}

func directionWords() []string {
	return []string{vi.DirectionWords[thidua.AtLeast], vi.DirectionWords[thidua.AtMost]}
}

func annualWords() (out []string) {
	for _, t := range thidua.AnnualTitles() {
		out = append(out, vi.AnnualTitle(t))
	}
	return out
}

func (s *filing) awards() (out []string) {
	for _, a := range s.season.Awards {
		out = append(out, vi.AwardName(a))
	}
	return append(out, vi.NoAward)
}

func (s *filing) award(id string) string {
	for _, a := range s.season.Awards {
		if a.ID == id {
			return vi.AwardName(a)
		}
	}
	return vi.NoAward
}

func (s *filing) awardID(words string) string {
	for _, a := range s.season.Awards {
		if vi.AwardName(a) == words {
			return a.ID
		}
	}
	return ""
}

func (s *filing) criterionID(words string) string {
	for _, c := range s.season.Criteria {
		if vi.CriterionWords(c) == words {
			return c.ID
		}
	}
	return ""
}

// group finds the registration of a row that was added; what its unit or person is must be typed.
func (s *filing) group(tab int, c *Change) string {
	who := "unit"
	if tab == personTab {
		who = "person"
	}
	var missing []string
	for _, key := range []string{who, "criterion", "content"} {
		if c.New(key) == "" {
			missing = append(missing, vi.ExchangeHeads[key])
		}
	}
	if len(missing) > 0 {
		c.fault("", CodeIncomplete, strings.Join(missing, ", "))
		return ""
	}
	f := s.of[s.words[c.New(who)]]
	c.Unit, c.Name = f.Subject.Name, c.New("criterion")+" · "+c.New("content")
	if head, _, found := strings.Cut(c.New("criterion"), " · "); found {
		c.Name = head + " · " + c.New("content")
	}
	if f.Shut != nil {
		c.refuse(f.Shut)
	}
	return f.Subject.Key()
}
