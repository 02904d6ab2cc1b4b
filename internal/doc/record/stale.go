package record

import (
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc"
)

// Changes compares the report of an edition with what the data say now, and names every figure that differs (số liệu đã cũ). What became known
// only later, such as a rank, is no change of what the report says.
func (r AchievementReport) Changes(now AchievementReport) []thidua.FigureChange {
	var out []thidua.FigureChange
	tell := func(kind thidua.FigureKind, of, was, is string) {
		if was != is {
			out = append(out, thidua.FigureChange{Kind: kind, Of: of, Was: was, Now: is})
		}
	}
	for i := range max(len(r.Profile), len(now.Profile)) {
		was, is := at(r.Profile, i), at(now.Profile, i)
		tell(thidua.FigureName, doc.Or(is.Label, was.Label), was.Value, is.Value)
	}
	tell(thidua.FigureName, "Nội dung đề nghị", r.Subject, now.Subject)
	if now.Collective {
		tell(thidua.FigureName, "Người ký báo cáo", r.Author.Name, now.Author.Name)
	}
	tell(thidua.FigureName, "Người xác nhận của cấp trình", r.Confirming.Name, now.Confirming.Name)
	out = append(out, r.General.changes(now.General)...)
	for _, c := range now.Criteria {
		out = append(out, r.criterion(c.Code).changes(c)...)
	}
	lists(&out, thidua.FigureInitiative, r.Initiatives, now.Initiatives)
	lists(&out, thidua.FigureAward, awardLines(r.Awards), awardLines(now.Awards))
	return out
}

func at(list []Particular, i int) Particular {
	if i < len(list) {
		return list[i]
	}
	return Particular{}
}

func awardLines(list []PastAward) []string {
	var out []string
	for _, a := range list {
		out = append(out, strings.TrimSpace(a.year()+" "+a.Name+", "+a.Decision))
	}
	return out
}

// lists tells what came into a list and what went out of it.
func lists(out *[]thidua.FigureChange, kind thidua.FigureKind, was, now []string) {
	for _, s := range was {
		if !slices.Contains(now, s) {
			*out = append(*out, thidua.FigureChange{Kind: kind, Was: s})
		}
	}
	for _, s := range now {
		if !slices.Contains(was, s) {
			*out = append(*out, thidua.FigureChange{Kind: kind, Now: s})
		}
	}
}

func (r AchievementReport) criterion(code string) CriterionResult {
	for _, c := range r.Criteria {
		if c.Code == code {
			return c
		}
	}
	return CriterionResult{Code: code}
}

func (c CriterionResult) changes(now CriterionResult) []thidua.FigureChange {
	var out []thidua.FigureChange
	byID := !slices.ContainsFunc(c.Targets, func(t TargetResult) bool { return t.ID == "" })
	gone := map[string]TargetResult{}
	for _, t := range c.Targets {
		gone[t.mark(byID)] = t
	}
	for _, t := range now.Targets {
		was, known := gone[t.mark(byID)]
		delete(gone, t.mark(byID))
		out = append(out, was.changes(t, known)...)
	}
	for _, t := range c.Targets {
		if _, left := gone[t.mark(byID)]; left {
			out = append(out, thidua.FigureChange{Kind: thidua.FigureLine, Of: t.Content, Was: t.Target})
		}
	}
	lists(&out, thidua.FigureFact, c.Facts, now.Facts)
	if len(out) == 0 {
		out = c.Passage.changes(now.Passage)
	}
	for i := range out {
		out[i].Criterion = c.Code
	}
	return out
}

// mark is by what a target is known again: the id, or the content in a report that was kept without ids.
func (t TargetResult) mark(byID bool) string {
	if byID {
		return t.ID
	}
	return t.Content
}

func (t TargetResult) changes(now TargetResult, known bool) []thidua.FigureChange {
	if !known {
		return []thidua.FigureChange{{Kind: thidua.FigureLine, Of: now.Content, Now: now.Target}}
	}
	var out []thidua.FigureChange
	for _, f := range []thidua.FigureChange{{Kind: thidua.FigureTarget, Was: t.Target, Now: now.Target}, {Kind: thidua.FigureActual, Was: t.Actual, Now: now.Actual},
		{Kind: thidua.FigureLevel, Was: t.Level, Now: now.Level}, {Kind: thidua.FigureEvidence, Was: t.Evidence, Now: now.Evidence}} {
		if f.Of = now.Content; f.Was != f.Now && (f.Kind != thidua.FigureLevel || t.Level != "") {
			out = append(out, f)
		}
	}
	return out
}

// changes compares the figures that both editions state in their sentences, and those that are gone.
func (p Passage) changes(now Passage) []thidua.FigureChange {
	var out []thidua.FigureChange
	for _, f := range p.Figures {
		if is, _ := now.find(f.Key); is.Value != f.Value {
			out = append(out, thidua.FigureChange{Kind: thidua.FigureSentence, Of: f.Label, Was: f.Value, Now: is.Value})
		}
	}
	return out
}
