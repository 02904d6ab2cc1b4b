package form

import (
	"fmt"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Facts are what the data of an agency say on the day on which a form is made of them. What a stage does not know is left empty.
type Facts struct {
	Season
	Today    thidua.Date
	Movement thidua.Movement
	Round    thidua.Round
	Edition  thidua.Edition
	Words    map[string]map[string]string // an agency's own words: form → part → text
	Leader   doc.Signer                   // who heads the agency
	Office   doc.Signer                   // who heads Văn phòng
	Maker    string                       // who makes the form

	Council  thidua.Council
	Roll     []thidua.Attendance
	Counters []string // persons who counted, in the order of their counts
	Cases    []Case   // those before the session

	Given      int // registrations of units that were sent
	Units      []UnitFigures
	People     [2]int              // registered, all
	Word       thidua.Confirmation // of who mobilises, on the participation of the year
	Criteria   []CriterionFigures  // heads of the plan, in its order
	Registered []Promise           // targets of the units, in the order of the plan
	Awarded    []thidua.Award      // the same as Awards, or of the whole movement
	Years      []YearFigures       // of a movement
	Lines      []PeriodLine        // of a movement: its units, then its people
	Works      []WorkCount         // recognised initiatives of a movement by year
	Models     []Model             // who was held up as an example in a movement, the earliest first
	Papers     []thidua.Paper      // of the round, in the order of their making
	Sent       []thidua.Submission
	Decisions  []thidua.AwardDecision
	Case       *Candidate // of a form about one nominee
}

// Case is a nominee before the session with what the council decided.
type Case struct {
	thidua.Nominee
	Known   bool // the result stands
	Outcome thidua.Outcome
	Agreed  int // written opinions that agree
	Count   thidua.Count
}

// UnitFigures is how a unit stands in a year.
type UnitFigures struct {
	Name       string
	Short      string
	Lead       string // who leads it
	LeadPost   string
	Registered bool
	Targets    thidua.Tally
	People     [2]int // registered, all
}

// CriterionFigures is how a criterion stands over all units of a year; Completion is the mean percent, -1 without targets.
type CriterionFigures struct {
	Code, Name string
	Targets    thidua.Tally
	Completion int
}

// Promise is a registered target with the units that registered it in the same words.
type Promise struct {
	record.RegisteredLine
	Units []string // short names
}

// YearFigures is one year of a movement.
type YearFigures struct {
	Year                int
	Known               bool   // something is registered
	Begun               bool   // results are tracked
	Units, People       [2]int // registered, all
	Targets             thidua.Tally
	Collectives, Awards int // awards of collectives and of people
	Decided             bool
}

// PeriodLine is a unit or a person over the years of a movement; Ranks are those of a unit, 0 where none is published or known.
type PeriodLine struct {
	thidua.Subject
	Registered int // years for which it registered
	Targets    thidua.Tally
	Ranks      []int
	Awards     []string // "năm 2021"
}

// Model is a collective or a person that was held up as an example (nêu gương) in a year.
type Model struct {
	Year    int
	Subject thidua.Subject
	Kind    thidua.ExemplarKind
	Title   string
}

// WorkCount is how many initiatives were recognised in a year.
type WorkCount struct{ Year, Count int }

// Candidate is the nominee of a form about one case, with what was tracked.
type Candidate struct {
	thidua.Nominee
	Head        doc.Signer // of the unit
	Targets     []Measure
	Initiatives []thidua.Initiative
	Past        []thidua.Award
}

// drive names the movement with the year, or the period of a closing round.
func (f Facts) drive() string {
	when := fmt.Sprintf("năm %d", f.Round.Year)
	if f.Round.Closing {
		when = f.period()
	}
	return fmt.Sprintf("phong trào thi đua “%s” %s", f.Movement.Name, when)
}

func (f Facts) period() string {
	return fmt.Sprintf("giai đoạn %d-%d", f.Movement.From, f.Movement.To)
}

func (f Facts) occasion() record.Occasion {
	return record.Occasion{Agency: f.Agency, Movement: f.Movement, Year: f.Round.Year, Closing: f.Round.Closing, Award: f.Award, Leader: f.Leader.Name}
}

// paper is the head of a paper of the agency that its leader signs; an empty symbol leaves the number out.
func (f Facts) paper(symbol, subject string, recipients ...string) Head {
	h := Head{Sample: f.Agency.Sample, Issuer: f.occasion().Issuer(), Subject: subject, Signer: f.Leader, Recipients: recipients}
	if symbol != "" {
		h.Number = "/" + symbol + "-" + f.Agency.Symbol
	}
	return h
}

// forLeader is who signs for the leader what Văn phòng may sign.
func (f Facts) forLeader() doc.Signer {
	if f.Office.Name == "" {
		return f.Leader
	}
	return doc.Signer{Titles: append([]string{"TL. " + f.Agency.LeaderTitle}, f.Office.Titles...), Name: f.Office.Name}
}

// councilPaper is the head of a paper of the council.
func (f Facts) councilPaper(symbol, subject string, recipients ...string) Head {
	h := f.paper("", subject, recipients...)
	h.Issuer = doc.Issuer{Superior: f.Agency.Name, Agency: vi.CouncilHead(f.Council.Name), Place: f.Agency.Place}
	if symbol != "" {
		h.Number = "/" + symbol + "-HĐTĐKT"
	}
	h.Signer = doc.Signer{}
	if chair, ok := f.Council.Member(f.Session.Chair); ok {
		h.Signer = doc.Signer{Titles: []string{"TM. Hội đồng", vi.Seat(chair.Seat), chair.Post}, Name: chair.Name}
	}
	return h
}

// meeting names the session: "phiên họp của Hội đồng … xét, đề nghị khen thưởng …".
func (f Facts) meeting() string {
	return "phiên họp của " + vi.CouncilHead(f.Council.Name) + " xét, đề nghị khen thưởng " + f.drive()
}

func (f Facts) attendee(person string) record.Attendee {
	m, _ := f.Council.Member(person)
	return record.Attendee{Honorific: vi.Honorific(m.Sex), Name: m.Name, Role: vi.SeatInFull(m.Seat)}
}

// presiding gives the chair as papers name them, with the post in the agency first.
func (f Facts) presiding() record.Attendee {
	a := f.attendee(f.Session.Chair)
	m, _ := f.Council.Member(f.Session.Chair)
	a.Role = doc.Join(m.Post, a.Role)
	return a
}

func (f Facts) place() string { return vi.PlaceOfMeeting(f.Session.Place, f.Agency.Name) }

// counted says how many collectives and people: "02 tập thể và 01 cá nhân".
func counted(list []thidua.Nominee) string {
	units := 0
	for _, n := range list {
		if n.Subject.Kind == thidua.Collective {
			units++
		}
	}
	return vi.Subjects(units, len(list)-units)
}

// cited names a paper of the round with number and day as far as they are known: "Tờ trình số 12/TTr-TT ngày … của …".
func (f Facts) cited(kind thidua.PaperKind, name, symbol string) string {
	number, on := doc.Blank+"/"+symbol+"-"+f.Agency.Symbol, thidua.Date("")
	for _, p := range f.Papers {
		if p.Kind == kind && p.State != thidua.PaperRecalled && p.Number != "" {
			number, on = p.Number, p.IssuedOn
		}
	}
	return name + " số " + number + " " + doc.LongDate(on) + " của " + f.Agency.Name
}

// plan names the plan that is carried out, with number and day where they are recorded.
func (f Facts) plan() string {
	number, on := f.Edition.PlanNumber, doc.LongDate(f.Edition.PlanDate)
	if number == "" {
		number = doc.Blank + "/KH-" + f.Agency.Symbol
	}
	return "Kế hoạch số " + number + " " + on + " của " + f.Agency.Name + " triển khai phong trào thi đua “" + f.Movement.Name + "” " + f.period()
}
