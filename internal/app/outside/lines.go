package outside

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/doc/compare"
	"thidua/internal/doc/record"
	"thidua/internal/file"
)

// maxPart is the greatest main part of a Word file that is read, in bytes.
const maxPart = 32 << 20

func mainPart(docx []byte) ([]byte, error) {
	a, err := file.OpenArchive(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, err
	}
	return a.Part("word/document.xml", maxPart)
}

// compare sets a kept Word file beside a paper.
func (d Desk) compare(actor thidua.Actor, v app.PaperView, ref thidua.FileRef) (r compare.Result, err error) {
	data, err := d.App.Content(actor, ref)
	if err != nil {
		return r, err
	}
	theirs, err := readWord(data)
	if err != nil {
		return r, err
	}
	parts, err := printedParts(v)
	if err != nil {
		return r, err
	}
	own, err := linesOf(v.Paper, parts)
	if err != nil {
		return r, err
	}
	r = compare.Compare(own, theirs, namesIn(v.Figures))
	takeProfile(&r, parts)
	if err := keepTakeable(&r, v, parts, theirs); err != nil {
		return r, err
	}
	return r, lift(&r, v)
}

// printedParts gives the parts of a paper as they are printed: in a report figures stand in brackets for who edits it.
func printedParts(v app.PaperView) (map[string]string, error) {
	if v.Kind != thidua.PaperReport {
		return v.Parts, nil
	}
	m, err := record.ReadManuscript(v.Figures, v.Words)
	return m.Printed(), err
}

// lift locks the figures of the words that may be taken into a report, and leaves out those with numbers that are none of the data.
func lift(r *compare.Result, v app.PaperView) error {
	if v.Kind != thidua.PaperReport {
		return nil
	}
	m, err := record.ReadManuscript(v.Figures, v.Words)
	if err != nil {
		return err
	}
	for part, text := range r.Words {
		if shown, ok := m.Lift(part, text); ok {
			r.Words[part] = shown
		} else {
			delete(r.Words, part)
		}
	}
	return nil
}

// linesOf gives the paragraphs of a paper with the words of its parts in them: the paper is written twice, the second time with the words marked.
func linesOf(p thidua.Paper, words map[string]string) ([]compare.Line, error) {
	own, err := written(p)
	if err != nil {
		return nil, err
	}
	var parts []compare.Part
	marked := p
	marked.Words = maps.Clone(p.Words)
	if marked.Words == nil {
		marked.Words = map[string]string{}
	}
	for i, name := range slices.Sorted(maps.Keys(words)) {
		part := compare.Part{Name: name, Rows: doc.Lines(words[name]), Written: p.Words[name] != ""}
		parts, marked.Words[name] = append(parts, part), part.Marked(i)
	}
	with, err := written(marked)
	return compare.Tie(own, with, parts), err
}

// written gives the paragraphs of a paper as the program writes it.
func written(p thidua.Paper) ([]compare.Para, error) {
	d, err := app.DocumentOf(p)
	if err != nil {
		return nil, err
	}
	var docx bytes.Buffer
	if err := d.DOCX(&docx); err != nil {
		return nil, err
	}
	return readWord(docx.Bytes())
}

// keepTakeable leaves only the parts with whose words the program writes what the file says.
func keepTakeable(r *compare.Result, v app.PaperView, parts map[string]string, theirs []compare.Para) error {
	if len(r.Words) == 0 {
		return nil
	}
	p := v.Paper
	p.Words = maps.Clone(v.Words)
	if p.Words == nil {
		p.Words = map[string]string{}
	}
	words := maps.Clone(parts)
	for part, text := range r.Words {
		p.Words[part], words[part] = text, text
	}
	own, err := linesOf(p, words)
	if err != nil {
		return err
	}
	for _, c := range unmoved(compare.Compare(own, theirs, nil).Changes) {
		delete(r.Words, c.Part)
	}
	return nil
}

// unmoved leaves out paragraphs that only stand elsewhere: the form orders its lines by itself.
func unmoved(all []compare.Change) []compare.Change {
	text := func(list []compare.Piece) string { return strings.TrimRight(compare.Text(list), " .;") }
	gone, come := map[string]bool{}, map[string]bool{}
	for _, c := range all {
		if len(c.After) == 0 {
			gone[text(c.Before)] = true
		}
		if len(c.Before) == 0 {
			come[text(c.After)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(c compare.Change) bool {
		return len(c.After) == 0 && come[text(c.Before)] || len(c.Before) == 0 && gone[text(c.After)]
	})
}

// naming are the fields of the forms in which the data name somebody.
var naming = []string{"Name", "Post", "Agency", "Superior", "Council", "Proposer", "Award", "Titles"}

// namesIn gives what the figures of a paper name: people, posts, units, agencies.
func namesIn(figures []byte) []string {
	var all any
	if json.Unmarshal(figures, &all) != nil {
		return nil
	}
	var out []string
	var walk func(v any, named bool)
	walk = func(v any, named bool) {
		switch v := v.(type) {
		case string:
			if named {
				out = append(out, v)
			}
		case []any:
			for _, x := range v {
				walk(x, named)
			}
		case map[string]any:
			for key, x := range v {
				walk(x, slices.Contains(naming, key))
			}
		}
	}
	walk(all, false)
	slices.Sort(out)
	return slices.Compact(out)
}
