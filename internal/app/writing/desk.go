// Package writing makes the papers of the table of forms: it gathers what the data say, keeps the paper as a draft that takes the path of every
// paper, and makes it anew when the data change. It stands upon package app and reads through its use cases.
package writing

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/doc/form"
	"thidua/internal/store"
)

// Desk is where papers of the table of forms are made.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// Makers may make papers; which ones is said by the table of forms.
var Makers = thidua.RolesFor(thidua.MayMakePaper)

// The refusals of this package.
const (
	CodeNoForm   thidua.Code = "paper.no-form"   // a kind that the table of forms does not have
	CodeNotYet   thidua.Code = "paper.not-yet"   // why (a sentence of the form)
	CodeMade     thidua.Code = "paper.made"      // its name
	CodeNoNews   thidua.Code = "paper.no-news"   // nothing has changed since it was made
	CodeIssuedIs thidua.Code = "paper.issued-is" // a paper that is no draft is not made anew
)

// Place is what a form is about: a year, beside it a session or a nominee of that year.
type Place struct {
	Round   string
	Session string
	Nominee string
}

// Row is a form at a place, with the papers that were made of it.
type Row struct {
	Kind   form.Kind
	Place  Place
	About  string         // the session or the nominee
	Awaits string         // why it cannot be made yet
	Papers []thidua.Paper // those that were not recalled, in the order of their making
	May    bool           // the actor makes it
}

// List is everything that can be written for a year, by the groups of the table.
type List struct {
	app.Season
	Groups []Group
}

// Group is a heading of the list with its forms.
type Group struct {
	Title string
	Rows  []Row
}

// List reads what can be made now, and what is made, for a year.
func (d *Desk) List(ctx context.Context, actor thidua.Actor, round string) (l List, err error) {
	if err := act.May(actor, Makers...); err != nil {
		return l, err
	}
	g, err := d.ground(ctx, actor, round)
	if err != nil {
		return l, err
	}
	l.Season = g.season
	for _, title := range form.Groups {
		group := Group{Title: title}
		for _, k := range form.Kinds {
			if k.Group != title {
				continue
			}
			if k.Apart != nil && k.Apart(g.base) {
				continue
			}
			group.Rows = append(group.Rows, g.rows(actor, k)...)
		}
		if title == form.GroupLaunch && l.Round.Closing { // nothing is registered for the closing round
			continue
		}
		if len(group.Rows) > 0 {
			l.Groups = append(l.Groups, group)
		}
	}
	return l, nil
}

// rows gives a form once, or once for each session or nominee of the year. What a paper is made of is read when it is made.
func (g *ground) rows(actor thidua.Actor, k form.Kind) (out []Row) {
	round := g.season.Round.ID
	switch k.Stage {
	case form.AtSession:
		for _, s := range g.sessions {
			out = append(out, g.row(actor, k, Place{Round: round, Session: s.ID}, g.about(s), s.Number))
		}
		return out
	case form.AtNominee:
		for _, n := range g.base.Nominees {
			if actor.Has(k.Who...) && (n.Subject.Kind == thidua.Collective) == (k.Kind == thidua.PaperUnitMerit) {
				f := g.base
				f.Case = &form.Candidate{Nominee: n}
				out = append(out, g.row(actor, k, Place{Round: round, Nominee: n.ID}, f, n.Subject.Name))
			}
		}
		return out
	}
	if !actor.Has(k.Who...) {
		return nil
	}
	return []Row{g.row(actor, k, Place{Round: round}, g.base, "")}
}

// about says of a session what tells whether its papers can be made: who stands before it, and whether there can be a result.
func (g *ground) about(s thidua.Session) form.Facts {
	f := g.base
	f.Session = s
	for _, n := range g.all {
		if n.Session == s.ID {
			f.Cases = append(f.Cases, form.Case{Nominee: n, Known: s.Over() || s.Voting()})
		}
	}
	return f
}

func (g *ground) row(actor thidua.Actor, k form.Kind, at Place, f form.Facts, about string) Row {
	r := Row{Kind: k, Place: at, About: about, Awaits: k.Awaits(f), May: actor.Has(k.Who...)}
	for _, p := range g.base.Papers {
		if p.Kind != k.Kind || p.State == thidua.PaperRecalled || p.Session != at.Session || p.Nominee != at.Nominee {
			continue
		}
		r.Papers = append(r.Papers, p)
	}
	return r
}

// stale tells whether the data say something else than a paper that is not issued yet.
func stale(k form.Kind, p thidua.Paper, f form.Facts) bool {
	if p.State == thidua.PaperIssued {
		return false
	}
	now, err := k.Figures(f)
	return err == nil && !slices.Equal(now, p.Figures)
}

// Check tells of a paper of the table whether the data say something else by now, and whether the actor may make it anew; false for every
// other paper.
func (d *Desk) Check(ctx context.Context, actor thidua.Actor, p thidua.Paper) (old, may bool, err error) {
	k, known := form.KindOf(p.Kind)
	if !known || p.State == thidua.PaperIssued || p.State == thidua.PaperRecalled || !actor.Has(k.Who...) {
		return false, false, nil
	}
	f, err := d.facts(ctx, actor, placeOf(p), k)
	if err != nil {
		return false, false, act.Unless(err, thidua.Forbidden)
	}
	return stale(k, p, f), p.State == thidua.PaperDraft, nil
}

func placeOf(p thidua.Paper) Place {
	return Place{Round: p.Round, Session: p.Session, Nominee: p.Nominee}
}

// facts gathers what the data say for a form at a place.
func (d *Desk) facts(ctx context.Context, actor thidua.Actor, at Place, k form.Kind) (form.Facts, error) {
	g, err := d.ground(ctx, actor, at.Round)
	if err != nil {
		return form.Facts{}, err
	}
	switch k.Stage {
	case form.AtSession:
		for _, s := range g.sessions {
			if s.ID == at.Session {
				return d.session(ctx, actor, g, s)
			}
		}
	case form.AtNominee:
		for _, n := range g.base.Nominees {
			if n.ID == at.Nominee {
				return d.nominee(ctx, actor, g, n)
			}
		}
	default:
		return d.year(ctx, actor, g, k.Stage == form.AtMovement)
	}
	return form.Facts{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}
