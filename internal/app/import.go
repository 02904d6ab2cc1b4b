package app

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Import is what a workbook would change, or has changed; with faults nothing is changed at all.
type Import struct {
	Added, Changed, Same int
	Lines                []ImportLine
	Faults               []CellFault
}

// ImportLine tells of one row that adds or changes somebody.
type ImportLine struct {
	Line  int
	Name  string
	Added bool
}

// CellFault is what is wrong in one cell of a workbook.
type CellFault struct {
	Line   int
	Column string // its title
	Fault  thidua.Fault
}

func (i *Import) fault(row sheet.Row, columns []sheet.Column, err error) bool {
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind == thidua.Internal {
		return false
	}
	for _, f := range e.Faults {
		title := f.Field
		if at := slices.IndexFunc(columns, func(c sheet.Column) bool { return c.Key == f.Field }); at >= 0 {
			title = columns[at].Title
		}
		i.Faults = append(i.Faults, CellFault{row.Line, title, f})
	}
	return len(e.Faults) > 0
}

func (i *Import) note(row sheet.Row, name string, added, changed bool) {
	switch {
	case added:
		i.Added++
	case changed:
		i.Changed++
	default:
		i.Same++
		return
	}
	i.Lines = append(i.Lines, ImportLine{row.Line, name, added})
}

func columnsOf(titles []vi.Column) []sheet.Column {
	out := make([]sheet.Column, len(titles))
	for i, t := range titles {
		out[i] = sheet.Column(t)
	}
	return out
}

// errDry ends a transaction that only shows what it would do.
var errDry = errors.New("nothing is to be changed")

// importRows runs fn on each row in one transaction; faults and a dry run undo everything.
func (a *App) importRows(ctx context.Context, actor thidua.Actor, name string, data []byte, titles []vi.Column, dry bool,
	fn func(tx *store.Tx, i *Import, r sheet.Row) error) (Import, error) {
	var done Import
	if err := may(actor, keepers...); err != nil {
		return done, err
	}
	columns := columnsOf(titles)
	rows, err := sheet.Read(data, columns)
	if err != nil {
		return done, err
	}
	d := deed{verb: thidua.PeopleImported, object: "agency:" + actor.Tenant, name: name}
	err = a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		done = Import{}
		for _, r := range rows {
			if err := fn(tx, &done, r); err != nil && !done.fault(r, columns, err) {
				return err
			}
		}
		if dry || len(done.Faults) > 0 || len(done.Lines) == 0 {
			return errDry
		}
		d.after = done.Lines
		return nil
	})
	if errors.Is(err, errDry) {
		err = nil
	}
	return done, err
}

// ImportUnits adds the units of a workbook and changes those whose code exists; an empty cell keeps what was there.
func (a *App) ImportUnits(ctx context.Context, actor thidua.Actor, name string, data []byte, dry bool) (Import, error) {
	return a.importRows(ctx, actor, name, data, vi.UnitColumns, dry, func(tx *store.Tx, i *Import, r sheet.Row) error {
		code := r.Get("code")
		held, err := tx.UnitCoded(code)
		added := thidua.KindOf(err) == thidua.NotFound && err != nil
		if err != nil && !added {
			return err
		}
		u := unitFrom(r, held)
		if err := checkUnit(&u); err != nil {
			return err
		}
		i.note(r, u.Name, added, u != held)
		if added {
			u.ID = store.NewID()
			return tx.InsertUnit(u, unitKeys(u))
		}
		if u == held {
			return nil
		}
		return tx.UpdateUnit(u, unitKeys(u))
	})
}

func unitFrom(r sheet.Row, u thidua.Unit) thidua.Unit {
	keep(&u.Code, r.Get("code"))
	keep(&u.Name, r.Get("name"))
	keep(&u.Short, r.Get("short"))
	if kind := r.Get("kind"); kind != "" {
		u.Kind = thidua.UnitDivision
		if vi.Fold(kind) == vi.Fold(vi.UnitKind(thidua.UnitOffice)) {
			u.Kind = thidua.UnitOffice
		}
	}
	if n, err := strconv.Atoi(r.Get("order")); err == nil {
		u.Order = n
	}
	keep(&u.From, r.Date("from"))
	keep(&u.To, r.Date("to"))
	return u
}

// keep replaces a value by a cell that is not empty.
func keep[T ~string](at *T, cell T) {
	if cell != "" {
		*at = cell
	}
}

// ImportPeople adds the people of a workbook with their posts and changes those whose code exists; another unit, title or rank is a new post
// from the day of the row.
func (a *App) ImportPeople(ctx context.Context, actor thidua.Actor, name string, data []byte, dry bool) (Import, error) {
	return a.importRows(ctx, actor, name, data, vi.PersonColumns, dry, func(tx *store.Tx, i *Import, r sheet.Row) error {
		held, err := tx.PersonCoded(r.Get("code"))
		added := thidua.KindOf(err) == thidua.NotFound && err != nil
		if err != nil && !added {
			return err
		}
		p, err := personFrom(r, held)
		if err != nil {
			return err
		}
		before, err := presentPost(tx, held.ID)
		if err != nil {
			return err
		}
		post, err := postFrom(tx, r, before)
		if err != nil {
			return err
		}
		if err := checkPerson(p, post); err != nil {
			return err
		}
		moved := !added && post != before
		i.note(r, p.Name, added, moved || p != held)
		if added {
			p.ID = store.NewID()
			return insertPerson(tx, p, post)
		}
		return changePerson(tx, p, p != held, post, moved)
	})
}

func changePerson(tx *store.Tx, p thidua.Person, changed bool, post thidua.Post, moved bool) error {
	if changed {
		if err := tx.UpdatePerson(p, personKeys(p)); err != nil {
			return err
		}
	}
	if !moved {
		return nil
	}
	if err := endPosts(tx, post); err != nil {
		return err
	}
	post.ID = store.NewID()
	return tx.InsertPost(post)
}

func presentPost(tx *store.Tx, person string) (thidua.Post, error) {
	if person == "" {
		return thidua.Post{}, nil
	}
	posts, err := tx.Posts(person)
	for _, p := range posts {
		if p.On(today(tx)) {
			return p, err
		}
	}
	return thidua.Post{Person: person}, err
}

// The faults of cells that hold a word of a short list, or a unit.
const (
	CodeCellChoice thidua.Code = "import.choice" // the words that may stand there
	CodeCellUnit   thidua.Code = "import.unit"   // the code that no unit has
	CodeCellYear   thidua.Code = "import.year"
)

func personFrom(r sheet.Row, p thidua.Person) (thidua.Person, error) {
	var f thidua.Faults
	if p.ID == "" {
		p.Civil = true
	}
	keep(&p.Code, r.Get("code"))
	keep(&p.Name, r.Get("name"))
	if word := r.Get("sex"); word != "" {
		sex, ok := vi.ParseSex(word)
		if !ok {
			f.Add("sex", CodeCellChoice, vi.SexWords)
		}
		p.Sex = sex
	}
	if word := r.Get("civil"); word != "" {
		p.Civil = vi.Fold(word) == "co" || vi.Fold(word) == "x"
	}
	if year := r.Get("birth"); year != "" {
		n, err := strconv.Atoi(year)
		if err != nil || n < 1900 || n > 2100 {
			f.Add("birth", CodeCellYear)
		}
		p.BirthYear = n
	}
	return p, f.Err()
}

func postFrom(tx *store.Tx, r sheet.Row, post thidua.Post) (thidua.Post, error) {
	var f thidua.Faults
	was := post
	keep(&post.Title, r.Get("title"))
	if post.Rank == "" {
		post.Rank = thidua.RankMember
	}
	if word := r.Get("rank"); word != "" {
		rank, ok := vi.ParseRank(word)
		if !ok {
			f.Add("rank", CodeCellChoice, vi.RankWords)
		}
		post.Rank = rank
	}
	if code := r.Get("unit"); code != "" {
		u, err := tx.UnitCoded(strings.TrimSpace(code))
		if thidua.KindOf(err) == thidua.NotFound && err != nil {
			f.Add("unit", CodeCellUnit, code)
		} else if err != nil {
			return post, err
		}
		post.Unit = u.ID
	}
	if post == was {
		return post, f.Err()
	}
	post.From, post.To = today(tx), ""
	keep(&post.From, r.Date("from"))
	return post, f.Err()
}

// ExportUnits makes the workbook that ImportUnits reads, with the units of today.
func (a *App) ExportUnits(ctx context.Context, actor thidua.Actor) ([]byte, error) {
	units, err := a.UnitList(ctx, actor, true)
	if err != nil {
		return nil, err
	}
	rows := make([][]string, len(units))
	for i, u := range units {
		rows[i] = []string{u.Code, u.Name, u.Short, vi.UnitKind(u.Kind), strconv.Itoa(u.Order), vi.Date(u.From), vi.Date(u.To)}
	}
	return sheet.Write(vi.UnitSheet, columnsOf(vi.UnitColumns), rows)
}

// ExportPeople makes the workbook that ImportPeople reads, with the people who hold a post today.
func (a *App) ExportPeople(ctx context.Context, actor thidua.Actor) ([]byte, error) {
	people, err := a.Everybody(ctx, actor)
	if err != nil {
		return nil, err
	}
	units, err := a.UnitList(ctx, actor, true)
	if err != nil {
		return nil, err
	}
	codes := map[string]string{}
	for _, u := range units {
		codes[u.ID] = u.Code
	}
	rows := make([][]string, len(people))
	for i, s := range people {
		rows[i] = []string{s.Code, s.Name, vi.Sex(s.Sex), vi.YesNo(s.Civil), vi.Year(s.BirthYear), codes[s.Unit], s.Post, vi.Rank(s.Rank), ""}
	}
	return sheet.Write(vi.PersonSheet, columnsOf(vi.PersonColumns), rows)
}
