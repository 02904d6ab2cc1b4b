package council

import (
	"maps"
	"net/http"
	"net/url"
	"os"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// table is the page of a session: what is on the table, the case that is open, and the way of voting that is shown.
type table struct {
	app.Room
	open   *app.Nomination // nil without a case
	kind   thidua.VoteKind // the tab of the vote
	actor  thidua.Actor
	form   ui.Form
	keys   ui.Keys
	member string // whose written opinion is being entered
	done   string
}

// Room shows a session.
func (p Pages) Room(c *handle.Ctx) error {
	t, err := p.readTable(c)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, t.page(), room(t))
}

func (p Pages) readTable(c *handle.Ctx) (t table, err error) {
	if t.Room, err = p.App.Room(c.Context(), c.Actor, c.Path("session")); err != nil {
		return t, err
	}
	t.actor, t.keys, t.done, t.form = c.Actor, c.Keys(t.Session.Version), saved(c), t.counted()
	t.kind, t.member = thidua.VoteKind(c.Form.Get("cach")), c.Form.Get("thanh-vien")
	if vi.VoteKind(t.kind) == "" {
		t.kind = t.Session.VoteKind
	}
	if len(t.Nominees) == 0 {
		return t, nil
	}
	id := c.Form.Get("xet")
	if id == "" {
		id = t.Nominees[0].ID
	}
	n, err := p.App.Nomination(c.Context(), c.Actor, id)
	if thidua.KindOf(err) == thidua.NotFound {
		return t, nil
	}
	t.open = &n
	return t, err
}

func (t table) page() ui.Page {
	return ui.Page{Title: councilTitle, Wide: true, Crumbs: []ui.Link{{Text: councilTitle, URL: yearURL(t.Round.ID)}, {Text: sessionName(t.Session)}}}
}

// counted fills the form of the vote with what this person has entered.
func (t table) counted() ui.Form {
	var pairs []string
	for _, n := range t.Nominees {
		for _, count := range t.CountsOf(n) {
			if t.Session.VoteKind == thidua.PaperBallot && count.By != t.actor.Person {
				continue
			}
			for name, value := range map[string]int{"yes": count.Yes, "no": count.No, "blank": count.Blank, "issued": count.Issued, "returned": count.Returned,
				"invalid": count.Invalid} {
				pairs = append(pairs, name+"-"+n.ID, whole(value))
			}
		}
	}
	return fresh(pairs...)
}

// kept is what stands saved under the names of the forms of a session; of ballots on paper only what this person has counted.
func (t table) kept() url.Values {
	out := url.Values{"index": {t.Session.IndexWords}}
	maps.Copy(out, t.counted().Raw())
	for _, m := range t.Council.Members {
		out["present-"+m.Person], out["reason-"+m.Person] = nil, nil
	}
	for _, a := range t.Roll {
		if out.Set("reason-"+a.Person, a.Reason); a.Present {
			out.Set("present-"+a.Person, "1")
		}
	}
	return out
}

// ActOnSession does what one of the forms of a session asks for.
func (p Pages) ActOnSession(c *handle.Ctx) error {
	do := thidua.Action(c.Path("action"))
	switch do {
	case thidua.PlanSession:
		return p.saveSession(c)
	case thidua.CallRoll, thidua.EnterCount, thidua.EnterOpinion, thidua.ChooseVote:
		return p.then(c, p.enter(c, do), "#bq")
	case thidua.WriteCourse:
		return p.saveWords(c)
	case thidua.MakeMinutes:
		_, err := p.App.MakeMinutes(c.Context(), c.Actor, c.Path("session"))
		return p.thenResult(c, err, "#bien-ban")
	case thidua.Conclude, thidua.SignMinutes:
		return p.thenResult(c, p.App.MoveSession(c.Context(), c.Actor, c.Path("session"), do, c.Form.Version(), c.Form.Text("reason")), "")
	case thidua.Summon, thidua.OpenSession, thidua.AskInWriting, thidua.BeginVote, thidua.Postpone:
		return p.then(c, p.App.MoveSession(c.Context(), c.Actor, c.Path("session"), do, c.Form.Version(), c.Form.Text("reason")), "")
	}
	return unknown()
}

// then goes back to the session, or shows it again with what was refused.
func (p Pages) then(c *handle.Ctx, err error, anchor string) error {
	if err == nil {
		to := sessionURL(c.Path("session")) + "?xong=1"
		if c.Form.Get("cach") != "" {
			to += "&cach=" + c.Form.Get("cach")
		}
		return c.Redirect(to + anchor)
	}
	t, missing := p.readTable(c)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, t.page(), func(f ui.Form) templ.Component { t.form, t.done = f.Beside(t.kept()), ""; return room(t) })
}

func (p Pages) enter(c *handle.Ctx, do thidua.Action) error {
	r, err := p.App.Room(c.Context(), c.Actor, c.Path("session"))
	if err != nil {
		return err
	}
	switch do {
	case thidua.CallRoll:
		return p.App.CallRoll(c.Context(), c.Actor, r.Session.ID, c.Form.Version(), rollOf(c, r))
	case thidua.EnterCount:
		return p.App.SaveCounts(c.Context(), c.Actor, r.Session.ID, c.Form.Version(), countsOf(c, r))
	case thidua.ChooseVote:
		return p.App.SetVoteKind(c.Context(), c.Actor, r.Session.ID, c.Form.Version(), thidua.VoteKind(c.Form.Text("cach")), c.Form.All("counter"))
	}
	scan, err := c.KeepAny(p.App.KeepFile, "scan")
	if err != nil {
		return err
	}
	return p.App.SaveOpinions(c.Context(), c.Actor, r.Session.ID, c.Form.Version(), opinionsOf(c, r, scan))
}

func rollOf(c *handle.Ctx, r app.Room) []thidua.Attendance {
	var out []thidua.Attendance
	for _, m := range r.Council.Members {
		out = append(out, thidua.Attendance{Person: m.Person, Present: c.Form.Get("present-"+m.Person) != "", Reason: c.Form.Text("reason-" + m.Person)})
	}
	return out
}

// countsOf reads the rows in which something stands; the others are left for later.
func countsOf(c *handle.Ctx, r app.Room) []thidua.Count {
	var out []thidua.Count
	for _, n := range r.Nominees {
		if c.Form.Text("yes-"+n.ID)+c.Form.Text("no-"+n.ID)+c.Form.Text("blank-"+n.ID)+c.Form.Text("issued-"+n.ID) == "" {
			continue
		}
		out = append(out, thidua.Count{Nominee: n.ID, Yes: number(c, "yes-"+n.ID), No: number(c, "no-"+n.ID), Blank: number(c, "blank-"+n.ID),
			Issued: number(c, "issued-"+n.ID), Returned: number(c, "returned-"+n.ID), Invalid: number(c, "invalid-"+n.ID)})
	}
	return out
}

func opinionsOf(c *handle.Ctx, r app.Room, scan thidua.FileRef) []thidua.Opinion {
	var out []thidua.Opinion
	person := c.Form.Text("person")
	for _, n := range r.Nominees {
		if n.Subject.Person != "" && n.Subject.Person == person {
			continue
		}
		out = append(out, thidua.Opinion{Nominee: n.ID, Person: person, Choice: thidua.Choice(c.Form.Text("choice-" + n.ID)), On: c.Form.Day("on"), File: scan})
	}
	return out
}

// Papers shows all cases of a session one after the other, to be printed and sent with the summons.
func (p Pages) Papers(c *handle.Ctx) error {
	r, all, err := p.App.Cases(c.Context(), c.Actor, c.Path("session"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(r, papersTitle), papers(r, all))
}

// Scan sends the scan of a member's written opinion.
func (p Pages) Scan(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.App.OpinionScan(c.Context(), c.Actor, c.Path("session"), c.Path("person"))
	})
}
