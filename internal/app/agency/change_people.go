package agency

import (
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// names gives the posts of the plan the names of who holds them.
func (w *work) names() error {
	staff, err := w.tx.Staff(store.StaffFilter{On: w.eve()}, store.Page{})
	called := map[string]string{}
	for _, s := range staff {
		called[s.Person.ID] = s.Name
	}
	kept := w.c.Plan.Posts
	w.c.Plan.Posts = nil
	for _, p := range w.posts {
		m := thidua.PostMove{Post: p.ID, Person: p.Person, Unit: p.Unit, Title: p.Title, Rank: p.Rank}
		if i := slices.IndexFunc(kept, func(k thidua.PostMove) bool { return k.Post == p.ID }); i >= 0 {
			m = kept[i]
		}
		m.Name, m.Was, m.From = called[p.Person], p.Title, p.Unit
		w.c.Plan.Posts = append(w.c.Plan.Posts, m)
	}
	return err
}

// propose says where everybody goes of whom nothing is said yet, and what follows.
func (w *work) propose() {
	plan := &w.c.Plan
	for i, m := range plan.Posts {
		if m.Way == "" {
			plan.Posts[i] = w.proposed(m)
		}
	}
	if w.c.Kind == thidua.ChangeRename {
		plan.Posts = slices.DeleteFunc(plan.Posts, func(m thidua.PostMove) bool {
			return m.Way == thidua.PostStays && m.Title == m.Was && w.c.State == thidua.OrgDraft
		})
	}
	if plan.Follow == nil && len(plan.Into) > 0 && w.c.Ends() {
		plan.Follow = map[string]string{}
		for _, u := range plan.Units {
			plan.Follow[u] = plan.Into[0].ID
		}
	}
}

func (w *work) proposed(m thidua.PostMove) thidua.PostMove {
	m.Way = thidua.PostGoes
	switch w.c.Kind {
	case thidua.ChangeRename:
		m.Title = w.titled(m)
		if m.Title == m.Was {
			m.Way = thidua.PostStays
		}
	case thidua.ChangeMerge:
		m.Unit, m.Title = w.c.Plan.Into[0].ID, w.titled(m)
	case thidua.ChangeSplit:
		if w.c.Plan.Keeps {
			m.Way = thidua.PostStays
			break
		}
		m.Unit, m.Title = w.c.Plan.Into[0].ID, w.titled(m)
	case thidua.ChangeDissolve:
		m.Unit = ""
	case thidua.ChangeTransfer:
		m.Way = thidua.PostEnds
	}
	return m
}

// titled puts the name of the new unit into a title that has the name of the old one: Trưởng phòng Nghiệp vụ 1.
func (w *work) titled(m thidua.PostMove) string {
	for _, u := range w.old {
		if u.ID != m.From {
			continue
		}
		old, now := vi.LowerFirst(u.Name), vi.LowerFirst(w.c.Plan.Into[0].Name)
		if i := strings.Index(m.Was, old); i >= 0 {
			return m.Was[:i] + now + m.Was[i+len(old):]
		}
	}
	return m.Was
}

func (w *work) movePosts() error {
	for _, m := range w.c.Plan.Posts {
		if m.Way == thidua.PostStays {
			continue
		}
		i := slices.IndexFunc(w.posts, func(p thidua.Post) bool { return p.ID == m.Post })
		if i < 0 {
			continue
		}
		held := w.posts[i]
		w.c.Done.Closed[held.ID] = held.To
		if err := w.tx.EndPost(held.ID, w.eve()); err != nil {
			return err
		}
		if m.Way == thidua.PostEnds {
			continue
		}
		next := thidua.Post{ID: store.NewID(), Person: m.Person, Unit: m.Unit, Title: m.Title, Rank: m.Rank, From: w.c.Day, To: held.To}
		if err := w.tx.InsertPost(next); err != nil {
			return err
		}
		w.c.Done.Posts = append(w.c.Done.Posts, next)
	}
	return nil
}

// follow gives what the running years hold of the old units to those that they go to: what belongs to a person goes with the person.
func (w *work) follow() error {
	goes := map[string]string{}
	for _, m := range w.c.Plan.Posts {
		if m.Way == thidua.PostGoes {
			goes[m.From+m.Person] = m.Unit
		}
	}
	for _, old := range w.c.Plan.Units {
		rows, err := w.tx.UnitRows(old, false)
		if err != nil {
			return err
		}
		for _, r := range rows {
			to := w.c.Plan.Follow[old]
			if r.Person != "" {
				to = goes[old+r.Person]
			}
			if to == "" || to == old {
				continue
			}
			if err := w.carry(r, to); err != nil {
				return err
			}
		}
	}
	return nil
}

// single are the tables in which a unit has one row in a round.
var single = []string{"registration", "score_sheet", "nominee"}

// carry gives one row to a unit. Where that has its own already, the targets go into its registration and anything else stays with the old unit.
func (w *work) carry(r store.UnitRow, to string) error {
	if r.Person == "" && slices.Contains(single, r.Table) {
		there, err := w.tx.UnitRows(to, true)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(there, func(o store.UnitRow) bool { return o.Table == r.Table && o.Round == r.Round && o.Person == "" })
		if i >= 0 {
			return w.carryTargets(r, there[i])
		}
	}
	return w.move(thidua.MovedRow{Table: r.Table, ID: r.ID, From: r.Unit, To: to})
}

func (w *work) carryTargets(from, to store.UnitRow) error {
	if from.Table != "registration" {
		return nil
	}
	r, err := w.tx.Registration(from.ID, w.eve())
	if err != nil {
		return err
	}
	for _, t := range r.Targets {
		if err := w.move(thidua.MovedRow{Table: "target", ID: t.ID, From: from.ID, To: to.ID}); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) move(m thidua.MovedRow) error {
	w.c.Done.Rows = append(w.c.Done.Rows, m)
	return w.tx.MoveRow(m)
}
