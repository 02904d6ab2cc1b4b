package form

import (
	"encoding/json"

	"thidua"
	"thidua/internal/vi"
)

// Stage is the place of work at which an official looks for a form.
type Stage string

// The places of work.
const (
	AtSession  Stage = "session"  // phiên họp Hội đồng
	AtRound    Stage = "round"    // năm thi đua
	AtMovement Stage = "movement" // cả phong trào
	AtNominee  Stage = "nominee"  // one case of a year
)

// Kind is a form that can be made of the data: one row of Kinds.
type Kind struct {
	Kind     thidua.PaperKind
	Name     string // in wording.tsv, and of its sample
	Title    string // "Giấy mời họp"
	About    string // when it is needed, a short sentence
	Stage    Stage
	Group    string        // heading under which the list of forms has it
	Who      []thidua.Role // who makes it
	Numbered bool          // it is issued with a number
	Dated    bool          // its day is that of the data, such as the day of a session, and not the day of issue

	// Apart tells that an agency has no use for the form: it is not offered. Nil for a form of every agency.
	Apart func(Facts) bool
	// Awaits says why the data do not give it yet; empty when they do.
	Awaits func(Facts) string
	// Fill makes the form of the data, its words as the form has them.
	Fill func(Facts) Paper

	fields func(Paper) []Field
	read   func([]byte) (Paper, error)
	head   func(Paper, func(*Head)) Paper
}

// of completes a row for the type of its input; at gives its head, fields what a person writes.
func of[P Paper](k Kind, at func(*P) *Head, fill func(Facts) P, fields func(P) []Field) Kind {
	k.Fill = func(f Facts) Paper {
		p := fill(f)
		at(&p).Wording = f.Words[k.Name]
		return p
	}
	k.read = func(figures []byte) (Paper, error) {
		var p P
		err := json.Unmarshal(figures, &p)
		return p, err
	}
	k.head = func(p Paper, change func(*Head)) Paper {
		one, mine := p.(P)
		if !mine {
			return p
		}
		change(at(&one))
		return one
	}
	k.fields = func(p Paper) []Field { return around(at, fields(p.(P))) }
	if k.Awaits == nil {
		k.Awaits = func(Facts) string { return "" }
	}
	return k
}

// KindOf finds the row of a kind of paper; false for the papers that are composed from records or written elsewhere.
func KindOf(kind thidua.PaperKind) (Kind, bool) {
	for _, k := range Kinds {
		if k.Kind == kind {
			return k, true
		}
	}
	return Kind{}, false
}

// Figures gives what is kept of the form: what the data said, and the words of the form.
func (k Kind) Figures(f Facts) ([]byte, error) { return json.Marshal(k.Fill(f)) }

// Open reads a form that was kept and puts a person's words in; words for a part that it does not have are passed over.
func (k Kind) Open(figures []byte, words map[string]string) (Paper, error) {
	p, err := k.read(figures)
	if err != nil {
		return p, err
	}
	for _, f := range k.fields(p) {
		if text, written := words[f.Part]; written {
			if next, fault := f.write(p, text); fault == nil {
				p = next
			}
		}
	}
	return p, nil
}

// Fields gives what a person writes in the form, in its order, with the words that stand there.
func (k Kind) Fields(p Paper) []Field {
	fields := k.fields(p)
	for i := range fields {
		fields[i].Value = fields[i].say(p)
	}
	return fields
}

// Missing lists the parts that must be written and are not.
func (k Kind) Missing(p Paper) []Field {
	var out []Field
	for _, f := range k.Fields(p) {
		if !f.Optional && f.Value == "" {
			out = append(out, f)
		}
	}
	return out
}

// Issued gives the form number and day; an empty number leaves that of the form.
func (k Kind) Issued(p Paper, number string, on thidua.Date) Paper {
	return k.head(p, func(h *Head) {
		if number != "" {
			h.Number = number
		}
		if !k.Dated {
			h.Date = on
		}
	})
}

// Head gives what the form says of itself.
func (k Kind) Head(p Paper) (out Head) {
	k.head(p, func(h *Head) { out = *h })
	return out
}

// Named is the title of a paper in lists: the form, and whom or which meeting it is about.
func (k Kind) Named(f Facts) string {
	switch k.Stage {
	case AtSession:
		return k.Title + ", phiên họp số " + f.Session.Number
	case AtNominee:
		return k.Title + ": " + f.Case.Subject.Name
	case AtMovement:
		return k.Title + " “" + f.Movement.Name + "”"
	}
	return k.Title + " năm " + vi.Year(f.Round.Year)
}
