package exchange

import (
	"context"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// staffing is the people of the agency with the posts that they hold today; one object is one person.
type staffing struct {
	x      *Exchange
	actor  thidua.Actor
	of     map[string]thidua.Staff
	units  map[string]string // the name of a unit → its id
	called map[string]string // id → name
	today  thidua.Date
	typed  map[string]int // the code of a new row → its line
}

// What is wrong with a row of people.
const (
	CodeCodeHeld thidua.Code = "exchange.code-held" // name of who has the code
	CodeDayAlone thidua.Code = "exchange.day-alone"
)

func (x *Exchange) people(ctx context.Context, l *List) error {
	all, err := x.app.Everybody(ctx, l.actor)
	if err != nil {
		return err
	}
	units, err := x.app.UnitList(ctx, l.actor, false)
	if err != nil {
		return err
	}
	s := &staffing{x: x, actor: l.actor, of: map[string]thidua.Staff{}, units: map[string]string{}, called: map[string]string{}, typed: map[string]int{}, today: x.app.Today()}
	l.source = s
	var names []string
	for _, u := range units {
		names, s.units[u.Name], s.called[u.ID] = append(names, u.Name), u.ID, u.Name
	}
	open := []string{"code", "name", "sex", "civil", "birth", "unit", "post", "rank", "from"}
	var rows []*row
	for _, p := range all {
		if _, twice := s.of[p.ID]; twice {
			continue // a second post held beside
		}
		s.of[p.ID] = p
		rows = append(rows, &row{unit: s.called[p.Unit], name: p.Name, group: p.ID, FormRow: sheet.FormRow{Code: p.ID, Open: open, Cells: map[string]string{
			"code": p.Code, "name": p.Name, "sex": vi.Sex(p.Sex), "civil": vi.YesNo(p.Civil), "birth": vi.Year(p.BirthYear), "unit": s.called[p.Unit],
			"post": p.Post, "rank": vi.Rank(p.Rank)}}})
	}
	l.add(sheet.Form{Tab: vi.PeopleTab, New: open, Columns: columns(sheet.FormColumn{Key: "code", Width: 12}, sheet.FormColumn{Key: "name", Width: 28},
		sheet.FormColumn{Key: "sex", Kind: sheet.Choice, Width: 9, Choices: []string{vi.Sex(thidua.Male), vi.Sex(thidua.Female)}},
		sheet.FormColumn{Key: "civil", Kind: sheet.Choice, Width: 11, Choices: []string{vi.YesNo(true), vi.YesNo(false)}},
		sheet.FormColumn{Key: "birth", Kind: sheet.Whole, Width: 10}, sheet.FormColumn{Key: "unit", Kind: sheet.Choice, Width: 28, Choices: names},
		sheet.FormColumn{Key: "post", Width: 30}, sheet.FormColumn{Key: "rank", Kind: sheet.Choice, Width: 28, Choices: rankWords()},
		sheet.FormColumn{Key: "from", Kind: sheet.Day, Width: 14})}, rows)
	return nil
}

func rankWords() (out []string) {
	for _, r := range []thidua.Rank{thidua.RankMember, thidua.RankDeputy, thidua.RankHead, thidua.RankLeader} {
		out = append(out, vi.Rank(r))
	}
	return out
}

// group of somebody new is the row itself.
func (s *staffing) group(_ int, c *Change) string {
	c.Unit, c.Name = c.New("unit"), c.New("name")
	return newRow + strconv.Itoa(c.Line)
}

func (s *staffing) object(group string) string { return objectOf("person", group) }

// newRow begins the group of a row that makes an object of its own.
const newRow = "new:"

// objectOf names the object of a group whose name is its id.
func objectOf(kind, group string) string {
	if strings.HasPrefix(group, newRow) {
		return ""
	}
	return kind + ":" + group
}

// after gives the person and the post as they would be; the person of a new row has no id.
func (s *staffing) after(c *Change) (thidua.Person, thidua.Post) {
	p := s.of[c.Code].Person
	p.Code, p.Name = c.now("code"), c.now("name")
	p.Sex, _ = vi.ParseSex(c.now("sex"))
	p.Civil = c.now("civil") != vi.YesNo(false)
	p.BirthYear, _ = strconv.Atoi(c.now("birth"))
	post := thidua.Post{Person: p.ID, Unit: s.units[c.now("unit")], Title: c.now("post"), Rank: thidua.RankMember, From: s.today}
	if r, ok := vi.ParseRank(c.now("rank")); ok {
		post.Rank = r
	}
	if d, ok := vi.ParseDate(c.New("from")); ok {
		post.From = d
	}
	return p, post
}

func (s *staffing) check(_ string, changes []*Change) {
	for _, c := range changes {
		p, post := s.after(c)
		for _, f := range faultsOf(renamed(thidua.CheckStaff(p, post))) {
			if c.row == nil || c.touches(f.Field) {
				c.fault(f.Field, f.Code, f.Args...)
			}
		}
		if c.row == nil {
			c.once(s.typed)
		}
		for _, other := range s.of {
			if strings.EqualFold(other.Code, p.Code) && other.ID != p.ID {
				c.fault("code", CodeCodeHeld, other.Name)
			}
		}
		if c.row != nil && c.touches("from") && !c.touches("unit", "post", "rank") {
			c.fault("from", CodeDayAlone)
		}
	}
}

// save adds somebody with the first post, or gives a new post first, because that is what may still be refused, and then saves the person.
func (s *staffing) save(ctx context.Context, _ string, changes []*Change) error {
	for _, c := range changes {
		if err := s.keep(ctx, c); err != nil {
			return renamed(err)
		}
	}
	return nil
}

func (s *staffing) keep(ctx context.Context, c *Change) error {
	p, post := s.after(c)
	if c.row == nil {
		_, err := s.x.app.AddPerson(ctx, s.actor, p, post)
		return err
	}
	if c.touches("unit", "post", "rank") {
		if err := s.x.app.NewPost(ctx, s.actor, post, false); err != nil {
			return err
		}
	}
	if c.touches("code", "name", "sex", "civil", "birth") {
		return s.x.app.SavePerson(ctx, s.actor, p)
	}
	return nil
}

// renamed puts what is wrong with a title at the column that holds it here.
func renamed(err error) error { return renamedTo(map[string]string{"title": "post"}, err) }

// renamedTo puts what is wrong with a field at the column that holds it.
func renamedTo(columns map[string]string, err error) error {
	faults := faultsOf(err)
	for i, f := range faults {
		if column := columns[f.Field]; column != "" {
			faults[i].Field = column
		}
	}
	return err
}
