package form

import (
	"fmt"

	"thidua/internal/doc"
)

// MeritLines is how long a summary of achievements may be: ten lines.
const MeritLines = 10

// Merit is the summary for one collective or person.
type Merit struct {
	ID        string // of the nominee
	Honorific string
	Name      string
	Post      string
	Award     string
	Text      string
}

// MeritSummary is the Tóm tắt thành tích of all who are proposed, at most ten lines each.
type MeritSummary struct {
	Head
	Agency string
	Paper  string // what it goes with, "Tờ trình số …"
	Merits []Merit
}

// Overlong names those whose summary takes more than ten lines of the page.
func (s MeritSummary) Overlong() []string {
	var out []string
	for _, m := range s.Merits {
		if doc.Text(m.Text).Lines() > MeritLines {
			out = append(out, called(m.Honorific, m.Name))
		}
	}
	return out
}

// Document makes the paper.
func (s MeritSummary) Document() doc.Document {
	var units, people []Merit
	var names []string
	for _, m := range s.Merits {
		if m.Honorific == "" {
			units = append(units, m)
			continue
		}
		people, names = append(people, m), append(names, m.Name)
	}
	f := s.form("tom-tat-thanh-tich", names...)
	blocks := append(f.opening(), note(f.say("with", "paper", s.Paper)))
	suffix := ""
	if len(units) == 0 || len(people) == 0 {
		suffix = "-only"
	}
	for part, list := range [][]Merit{units, people} {
		if len(list) > 0 {
			blocks = append(blocks, doc.Heading{Text: f.say([]string{"units", "people"}[part] + suffix), Level: 1})
		}
		for i, m := range list {
			blocks = append(blocks, doc.Heading{Text: fmt.Sprintf("%d. %s", i+1, joined(called(m.Honorific, m.Name), m.Post)), Level: 2},
				doc.Text(m.Text), doc.Labelled(f.say("award"), doc.Ended(m.Award, ".")))
		}
	}
	return f.made(append(blocks, f.para("close", "agency", s.Agency), f.signed())...)
}
