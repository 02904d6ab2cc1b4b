package form

import (
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Season is what the records of a year say for these forms: the session of the council, who stood before it, who was praised.
type Season struct {
	Agency   thidua.Agency
	Award    thidua.AwardForm
	Forms    []thidua.AwardForm // every award of the plan, for nominees that aim at another one
	Session  thidua.Session
	Nominees []thidua.Nominee // those who stood before the session, in the order of the list
	Awards   []thidua.Award
	Earlier  []thidua.Award            // of the years before
	Classes  []thidua.EvaluationResult // of the year, recorded with their decisions
}

// Fill puts the records into a form, in the place of its sample values; a form of a stage without records stays as it is.
func (s Season) Fill(p Paper) Paper {
	switch p := p.(type) {
	case Invitation:
		p.Day, p.Start, p.Place = thidua.DateOf(s.Session.At), s.Session.At.In(thidua.Zone).Format("15:04"), vi.PlaceOfMeeting(s.Session.Place, s.Agency.Name)
		return p
	case Ballot:
		p.Cases = s.cases()
		return p
	case Roster:
		p.Entries = s.entries()
		return p
	case MeritSummary:
		p.Merits = s.merits()
		return p
	case Notice:
		p.Basis, p.Praised, p.Others = s.decision(), s.praised(), s.others()
		return p
	case PrizeList:
		p.Decision, p.Prizes = s.decision(), nil
		for _, one := range s.praised() {
			p.Prizes = append(p.Prizes, Prize{Praised: one})
		}
		return p
	}
	return p
}

func (s Season) award() string { return vi.Award(s.Award) }

// named gives how a list addresses a subject, its name and post; a collective has the agency in the place of a post.
func (s Season) named(of thidua.Subject) Praised {
	if of.Kind == thidua.Collective {
		return Praised{Name: of.Name, Post: s.Agency.Name, Award: s.award()}
	}
	return Praised{Honorific: vi.Sex(of.Sex), Name: of.Name, Post: vi.PostIn(of.Title, of.Home), Award: s.award()}
}

// aimed names the award that a nominee is proposed for.
func (s Season) aimed(n thidua.Nominee) Praised {
	p := s.named(n.Subject)
	for _, w := range s.Forms {
		if w.ID == n.Award {
			p.Award = vi.Award(w)
		}
	}
	return p
}

// proposed are those who stand in the dossier, or before there is one those whom the council let pass.
func (s Season) proposed() []thidua.Nominee {
	var listed, passed []thidua.Nominee
	for _, n := range s.Nominees {
		switch n.State {
		case thidua.NomineeInDossier, thidua.NomineeAwarded, thidua.NomineeNot, thidua.NomineePresented, thidua.NomineeRevoked:
			listed = append(listed, n)
		case thidua.NomineeFailed:
		default:
			passed = append(passed, n)
		}
	}
	if len(listed) > 0 {
		return listed
	}
	return passed
}

func (s Season) cases() []record.Nominee {
	out := make([]record.Nominee, 0, len(s.Nominees))
	for _, n := range s.Nominees {
		p := s.aimed(n)
		out = append(out, record.Nominee{Honorific: p.Honorific, Name: p.Name, Post: p.Post, Award: p.Award})
	}
	return out
}

// merits are the summaries of those whom the council let pass.
func (s Season) merits() []Merit {
	var out []Merit
	for _, n := range s.proposed() {
		p := s.aimed(n)
		m := Merit{ID: n.ID, Honorific: p.Honorific, Name: p.Name, Award: p.Award, Text: n.Summary}
		if p.Honorific != "" {
			m.Post = p.Post
		}
		out = append(out, m)
	}
	return out
}

// entries are those whom the council let pass, with what is recorded of them.
func (s Season) entries() []Entry {
	var out []Entry
	for _, n := range s.proposed() {
		p := s.aimed(n)
		out = append(out, Entry{Honorific: p.Honorific, Name: p.Name, Post: p.Post, Award: p.Award, Class: s.class(n.Subject), Earlier: s.earlier(n.Subject)})
	}
	return out
}

func (s Season) class(of thidua.Subject) string {
	for _, c := range s.Classes {
		if of.Person != "" && c.Person == of.Person {
			return vi.Class(c.Class)
		}
	}
	return ""
}

func (s Season) earlier(of thidua.Subject) string {
	var lines []string
	for _, a := range s.Earlier {
		if a.Subject.Person == of.Person && (of.Person != "" || a.Subject.Unit == of.Unit) {
			lines = append(lines, a.Form+" năm "+strconv.Itoa(a.Year))
		}
	}
	return strings.Join(lines, "\n")
}

func (s Season) decision() string {
	if len(s.Awards) == 0 {
		return doc.Blank
	}
	d := s.Awards[0].Decision
	return "Quyết định số " + d.Number + " " + doc.LongDate(d.Dated) + " của " + d.Issuer
}

func (s Season) praised() []Praised {
	out := make([]Praised, 0, len(s.Awards))
	for _, a := range s.Awards {
		p := s.named(a.Subject)
		p.ID, p.Award = a.Nominee, doc.Or(a.Form, p.Award)
		out = append(out, p)
	}
	return out
}

// others are those who were proposed and not praised, with the reason that was recorded.
func (s Season) others() []Praised {
	got := map[string]bool{}
	for _, a := range s.Awards {
		got[a.Nominee] = true
	}
	var out []Praised
	for _, n := range s.Nominees {
		if got[n.ID] {
			continue
		}
		p := s.named(n.Subject)
		p.ID = n.ID
		if p.Reason = n.Reason; n.State == thidua.NomineeFailed {
			p.Reason = phrase("thong-bao-ket-qua", "failed", thidua.DateOf(s.Session.At))
		}
		out = append(out, p)
	}
	return out
}
