package record

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"thidua/internal/doc/alike"
)

// Manuscript is a report as its author works on it: the figures of the edition and the words kept beside them, figures locked.
type Manuscript struct {
	AchievementReport
	Words map[string]string
}

// ReadManuscript reads the figures of a report as they are kept with the paper.
func ReadManuscript(figures []byte, words map[string]string) (m Manuscript, err error) {
	m.Words = words
	err = json.Unmarshal(figures, &m.AchievementReport)
	return m, err
}

// Free are the parts without figures, that a person alone can write.
var Free = []string{WordsProfile, WordsDuties, WordsEffects, WordsTitles, WordsAwards}

// passages gives the parts that are composed, with their passages, in the order of the report.
func (m Manuscript) passages() (parts []string, of map[string]Passage) {
	parts, of = []string{WordsOverview}, map[string]Passage{WordsOverview: m.General}
	for _, c := range m.Criteria {
		parts = append(parts, c.Part())
		of[c.Part()] = c.Passage
	}
	return parts, of
}

// Parts gives every part as its author edits it: figures in brackets; what nobody has written yet are the composed sentences.
func (m Manuscript) Parts() map[string]string {
	out := map[string]string{}
	for _, part := range Free {
		out[part] = m.Words[part]
	}
	_, of := m.passages()
	for part, p := range of {
		out[part] = p.Shown(m.kept(part, p))
	}
	return out
}

// kept gives the text of a part with its figures locked.
func (m Manuscript) kept(part string, p Passage) string {
	if words := m.Words[part]; words != "" {
		return words
	}
	return p.draft()
}

// Unknown are brackets that state no figure of the data, with the figures that the first of them may mean.
type Unknown struct {
	Typed string // "[95%]", "[95%], [12 bài]"
	Meant string // "[93%], [90%]"; empty where the part has no figures
}

// Lock reads a part as it was typed: the words to keep, empty when they are the composed ones, and what is wrong, if anything.
func (m Manuscript) Lock(part, typed string) (string, *Unknown) {
	_, of := m.passages()
	p, composed := of[part]
	typed = strings.TrimSpace(strings.ReplaceAll(typed, "\r\n", "\n"))
	if !composed {
		return typed, nil
	}
	locked, unknown := p.Lock(typed, m.kept(part, p))
	if len(unknown) > 0 {
		return "", &Unknown{Typed: strings.Join(unknown, ", "), Meant: p.meant(unknown[0])}
	}
	if locked == p.draft() {
		return "", nil
	}
	return locked, nil
}

// meant lists figures that a wrong bracket may mean: those that end alike ("%", "bài"), else all, five at most.
func (p Passage) meant(typed string) string {
	tail := strings.TrimLeft(same(strings.Trim(typed, "[]")), "0123456789.,")
	var like, all []string
	seen := map[string]bool{}
	for _, f := range p.Figures {
		if seen[f.Value] {
			continue
		}
		seen[f.Value] = true
		all = append(all, "["+f.Value+"]")
		if value := same(f.Value); tail != "" && strings.TrimLeft(value, "0123456789.,") == tail {
			like = append(like, "["+f.Value+"]")
		}
	}
	if len(like) == 0 {
		like = all
	}
	return strings.Join(like[:min(len(like), 5)], ", ")
}

// Remark is what stands out in the words of a part; none of it forbids anything, but a lost figure leaves its criterion open.
type Remark struct {
	Part    string
	Lost    []string // "[93%]": the data do not have it any more
	Omitted []Figure // the composed sentences state it, the words do not
	Loose   []string // typed outside brackets
	Praise  []string // own sentences that speak of success where a target was missed
}

// Remarks looks at the parts that somebody has written, in the order of the report.
func (m Manuscript) Remarks() []Remark {
	var out []Remark
	known := m.known()
	parts, of := m.passages()
	for _, part := range parts {
		words := m.Words[part]
		if words == "" {
			continue
		}
		r := Remark{Part: part, Lost: of[part].Lost(words), Omitted: of[part].Omitted(words), Loose: Loose(words, known...), Praise: of[part].praise(words)}
		if len(r.Lost)+len(r.Omitted)+len(r.Loose)+len(r.Praise) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// success are words that say that a goal was reached or surpassed.
var success = regexp.MustCompile(`(?i)(^|[^\p{L}])(vượt|hoàn thành (tốt|xuất sắc|vượt mức|toàn bộ|đầy đủ)|đạt và vượt|đạt 100%|thực hiện đủ|đều đạt)($|[^\p{L}])`)

// praise gives the author's own sentences that speak of success although the data have a target of the part that was missed.
func (p Passage) praise(words string) []string {
	if !slices.ContainsFunc(p.Figures, func(f Figure) bool { return strings.Contains(f.Value, levelMissed) }) {
		return nil
	}
	var out []string
	for _, s := range p.own(words) {
		if success.MatchString(lockedFigure.ReplaceAllString(s, "[]")) {
			out = append(out, p.Printed(s))
		}
	}
	return out
}

// own gives the sentences of a text that are not the composed ones.
func (p Passage) own(words string) []string {
	composed := map[string]bool{}
	for _, line := range p.Draft {
		for _, s := range alike.Sentences(line) {
			composed[skeleton(s)] = true
		}
	}
	return slices.DeleteFunc(alike.Sentences(words), func(s string) bool { return composed[skeleton(s)] })
}

// known are words of the data that may hold numbers of their own.
func (m Manuscript) known() []string {
	var out []string
	for _, c := range m.Criteria {
		for _, t := range c.Targets {
			out = append(out, strings.TrimSpace(t.Content))
		}
	}
	for _, i := range m.Initiatives {
		name, _, _ := strings.Cut(i, " (công nhận")
		out = append(out, name)
	}
	return out
}

// Open lists the criteria whose result is not told: neither by a figure nor in words, or in words that state a figure which is gone.
func (m Manuscript) Open() []CriterionResult {
	report := m.Edited(m.Words)
	open := map[string]bool{}
	for _, c := range report.Open() {
		open[c.Code] = true
	}
	var out []CriterionResult
	for _, c := range report.Criteria {
		if open[c.Code] || len(c.Lost(m.Words[c.Part()])) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// Own gives the sentences that people wrote, to be compared with those of other reports; the composed ones, alike by nature, and what the form
// asks of everybody (profile, duties, awards) are left out. Figures stand in brackets.
func (m Manuscript) Own(of string) []alike.Sentence {
	var out []alike.Sentence
	parts, passages := m.passages()
	for _, part := range append(parts, WordsEffects) {
		for _, s := range passages[part].own(m.Words[part]) {
			out = append(out, alike.Sentence{Of: of, Text: passages[part].Shown(s)})
		}
	}
	return out
}
