package movement

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/plan"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
)

// maxRows bounds the rows of one kind in a form.
const maxRows = 200

func at(kind string, n int, field string) string { return kind + "-" + strconv.Itoa(n) + "-" + field }

// typed is the form of a review: each value as it would be typed.
func typed(v app.PlanView) url.Values {
	m, d := v.Review.Movement, v.Review.Definition
	f := url.Values{"number": {d.PlanNumber}, "issued": {day(d.PlanDate)}, "starts": {day(d.From)}, "ends": {day(m.EndsOn)}, "name": {m.Name},
		"from": {year(m.From)}, "to": {year(m.To)}, "regulation": {m.Regulation}, "signer": {d.Signer}, "title": {d.PlanTitle}, "checked": v.Review.Checked,
		"purposes": {lines(d.Purposes)}, "requirements": {lines(d.Requirements)}, "subjects": {lines(d.Subjects)}, "process": {lines(d.Process)}}
	var names []string
	for _, r := range d.Recipients {
		names = append(names, r.Name)
	}
	f.Set("recipients", lines(names))
	for i, b := range d.Bases {
		set(f, "base", i+1, "kind", b.Kind, "number", b.Number, "date", day(b.Date), "issuer", b.Issuer)
	}
	for i, c := range d.Criteria {
		set(f, "criterion", i+1, "code", c.Code, "name", c.Name, "text", c.Text, "points", typedPoints(c.MaxPoints))
		f[at("criterion", i+1, "for")] = applies(c)
	}
	for i, s := range d.Standards {
		set(f, "standard", i+1, "of", string(s.For), "name", s.Name, "text", s.Text, "test", plan.TestKey(s.Test))
	}
	for i, r := range d.Deadlines {
		set(f, "deadline", i+1, "day", typedDeadline(r), "inclusive", strconv.FormatBool(r.Inclusive), "next", strconv.FormatBool(r.NextYear), "reference", r.Reference,
			"actor", r.Actor, "to", r.To)
	}
	for i, a := range d.Awards {
		set(f, "award", i+1, "name", a.Name, "authority", a.Authority)
	}
	for i, p := range d.Parts {
		set(f, "part", i+1, "name", p.Name)
	}
	for i, a := range d.Assignments {
		set(f, "assignment", i+1, "who", a.Who, "text", a.Text)
	}
	if v.Draft.Reform() {
		typedTasks(f, v.Review)
	}
	return f
}

func set(f url.Values, kind string, n int, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		f.Set(at(kind, n, pairs[i]), pairs[i+1])
	}
}

func lines(texts []string) string { return strings.Join(texts, "\n") }

func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func applies(c thidua.Criterion) (out []string) {
	if c.ForUnits {
		out = append(out, string(thidua.Collective))
	}
	if c.ForPeople {
		out = append(out, string(thidua.Individual))
	}
	return out
}

// typedDeadline writes the day of a deadline as it would be typed: 01/02 for every year, 30/08/2021 for one date.
func typedDeadline(r thidua.Deadline) string {
	if r.Date != "" {
		return day(r.Date)
	}
	if month, n, ok := strings.Cut(r.Day, "-"); ok {
		return n + "/" + month
	}
	return ""
}

// reader reads a form over a review; what cannot be read is a fault of its field.
type reader struct {
	form   handle.Values
	faults thidua.Faults
}

// reviewed reads the form over the review of a plan.
func reviewed(v app.PlanView, form handle.Values) (plan.Review, error) {
	r := reader{form: form}
	out := v.Review
	m, d := &out.Movement, &out.Definition
	m.Regulation = r.text("regulation")
	if !v.Draft.Reform() {
		m.Name, m.EndsOn, m.From, m.To = r.text("name"), r.day("ends"), r.year("from"), r.year("to")
	}
	d.PlanNumber, d.PlanDate, d.From, d.Signer, d.PlanTitle = r.text("number"), r.day("issued"), r.day("starts"), r.text("signer"), r.text("title")
	d.Purposes, d.Requirements, d.Subjects, d.Process = r.lines("purposes"), r.lines("requirements"), r.lines("subjects"), r.lines("process")
	d.Recipients = nil
	for _, name := range r.lines("recipients") {
		d.Recipients = append(d.Recipients, thidua.Recipient{Name: name})
	}
	d.Criteria = unshown(r.form, "criterion-1-text", d.Criteria, r.criteria(d.Criteria))
	r.rows(d)
	if v.Draft.Reform() && form.Has("round") {
		out.Round, out.Tasks = form.Get("round"), r.tasks(out.Tasks)
	}
	out.Checked = form.All("checked")
	return out, r.faults.Err()
}

func (r *reader) text(field string) string { return vi.NFC(r.form.Get(field)) }

func (r *reader) lines(field string) (out []string) {
	for line := range strings.Lines(r.form.Get(field)) {
		if line = vi.NFC(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func (r *reader) day(field string) thidua.Date {
	text := r.text(field)
	d, ok := vi.ParseDate(text)
	if text != "" && !ok {
		r.faults.Add(field, CodeDay)
	}
	return d
}

func (r *reader) year(field string) int {
	n, err := strconv.Atoi(r.text(field))
	if err != nil || n < 1000 || n > 9999 {
		r.faults.Add(field, CodeYear)
	}
	return n
}

// each walks the rows of a kind in which the leading field is not blank; a row left blank is dropped.
func (r *reader) each(kind, lead string, read func(n int)) {
	for n := 1; n <= maxRows && r.form.Has(at(kind, n, lead)); n++ {
		if r.text(at(kind, n, lead)) != "" {
			read(n)
		}
	}
}

// unshown keeps the rows of a kind that the form did not show, such as those carried over from the last period: the plan states none of them.
func unshown[T any](form handle.Values, first string, kept, read []T) []T {
	if form.Has(first) {
		return read
	}
	return kept
}

func (r *reader) rows(d *thidua.Definition) {
	old := *d
	d.Bases, d.Awards, d.Parts, d.Assignments, d.Standards = nil, nil, nil, nil, nil
	r.each("base", "number", func(n int) {
		d.Bases = append(d.Bases, thidua.LegalBase{Kind: r.text(at("base", n, "kind")), Number: r.text(at("base", n, "number")),
			Date: r.day(at("base", n, "date")), Issuer: r.text(at("base", n, "issuer")), Order: n})
	})
	r.each("award", "name", func(n int) {
		a := row(old.Awards, n)
		a.Name, a.Authority = r.text(at("award", n, "name")), r.text(at("award", n, "authority"))
		d.Awards = append(d.Awards, a)
	})
	r.each("part", "name", func(n int) {
		p := row(old.Parts, n)
		p.Name, p.Order = r.text(at("part", n, "name")), n
		p.Kind = plan.PaperKind(p.Name)
		d.Parts = append(d.Parts, p)
	})
	r.each("assignment", "text", func(n int) {
		a := row(old.Assignments, n)
		a.Who, a.Text, a.Order = r.text(at("assignment", n, "who")), r.text(at("assignment", n, "text")), n
		d.Assignments = append(d.Assignments, a)
	})
	r.each("standard", "text", func(n int) { d.Standards = append(d.Standards, r.standard(row(old.Standards, n), n, d.Heads())) })
	d.Awards = unshown(r.form, "award-1-name", old.Awards, d.Awards)
	d.Parts = unshown(r.form, "part-1-name", old.Parts, d.Parts)
	d.Standards = unshown(r.form, "standard-1-text", old.Standards, d.Standards)
	d.Deadlines = slices.Clone(old.Deadlines)
	for i := range d.Deadlines {
		r.deadline(&d.Deadlines[i], i+1)
	}
}

// row gives what stood in a row before, the zero value for a new one.
func row[T any](rows []T, n int) (zero T) {
	if n <= len(rows) {
		return rows[n-1]
	}
	return zero
}

func (r *reader) standard(s thidua.Standard, n int, heads []thidua.Criterion) thidua.Standard {
	s.For, s.Name, s.Text = thidua.SubjectKind(r.form.Get(at("standard", n, "of"))), r.text(at("standard", n, "name")), r.text(at("standard", n, "text"))
	if s.For != thidua.Individual {
		s.For = thidua.Collective
	}
	if s.Name == "" {
		s.Name = s.Text
	}
	test, ok := plan.TestOf(r.form.Get(at("standard", n, "test")), heads)
	if !ok {
		r.faults.Add(at("standard", n, "test"), CodeTest)
	}
	s.Test, s.Order = test, n
	return s
}

// deadline reads "01/02" as a day of every year and "30/8/2021" as one date.
func (r *reader) deadline(d *thidua.Deadline, n int) {
	field := at("deadline", n, "day")
	if r.form.Has(at("deadline", n, "actor")) {
		d.Actor, d.To = r.text(at("deadline", n, "actor")), r.text(at("deadline", n, "to"))
	}
	if !r.form.Has(field) {
		return
	}
	text := r.text(field)
	d.Day, d.Date = "", ""
	d.Inclusive, d.NextYear = r.form.Get(at("deadline", n, "inclusive")) == "true", r.form.Get(at("deadline", n, "next")) == "true"
	if text == "" {
		return
	}
	if on, ok := vi.ParseDate(text); ok {
		d.Date = on
		return
	}
	on, ok := vi.ParseDate(text + "/2023") // a year without 29/02, which no yearly deadline may use
	if !ok {
		r.faults.Add(field, CodeYearly)
		return
	}
	d.Day = string(on)[5:]
}

// criteria reads heads and contents; heads are numbered anew where one was left out or added, and contents follow their head.
func (r *reader) criteria(old []thidua.Criterion) (out []thidua.Criterion) {
	head, contents := 0, 0
	var top thidua.Criterion
	r.each("criterion", "text", func(n int) {
		c := row(old, n)
		c.Text, c.Name = r.text(at("criterion", n, "text")), r.text(at("criterion", n, "name"))
		if c.Name == "" {
			c.Name = c.Text
		}
		if c.Parent == "" || head == 0 {
			head, contents = head+1, 0
			c.Code = "TC" + strconv.Itoa(head)
			c.ForUnits, c.ForPeople = r.ticked(n, thidua.Collective), r.ticked(n, thidua.Individual)
			c.ID, c.MaxPoints = c.Code, r.points(at("criterion", n, "points"))
			top = c
		} else {
			contents++
			c.Code = strconv.Itoa(head) + "." + strconv.Itoa(contents)
			c.ID, c.Parent, c.ForUnits, c.ForPeople = c.Code, top.Code, top.ForUnits, top.ForPeople
		}
		c.Order = len(out) + 1
		out = append(out, c)
	})
	return out
}

func typedPoints(p thidua.Points) string {
	if p == 0 {
		return ""
	}
	return strings.TrimSuffix(vi.Score(p), ",0")
}

// points reads "10" or "7,5"; none is none.
func (r *reader) points(field string) thidua.Points {
	text := r.text(field)
	if text == "" {
		return 0
	}
	p, ok := plan.ParsePoints(text)
	if !ok {
		r.faults.Add(field, CodePoints)
	}
	return thidua.Points(p)
}

func (r *reader) ticked(n int, kind thidua.SubjectKind) bool {
	return slices.Contains(r.form.All(at("criterion", n, "for")), string(kind))
}
