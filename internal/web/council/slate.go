package council

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Slate lists who is proposed in a round.
func (p Pages) Slate(c *handle.Ctx) error {
	s, err := p.App.Slate(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, slatePage(s), slate(s, c.Actor, fresh(), c.Keys(0), saved(c)))
}

func slatePage(s app.Slate) ui.Page {
	return ui.Page{Title: slateTitle, Crumbs: []ui.Link{{Text: councilTitle, URL: yearURL(s.Round.ID)}, {Text: slateTitle}}}
}

// Propose adds a nominee; the subject is sent as its key.
func (p Pages) Propose(c *handle.Ctx) error {
	n := thidua.Nominee{Round: c.Path("round"), Award: c.Form.Text("award"), Subject: subjectOf(c.Form.Text("subject"))}
	n, err := p.App.Propose(c.Context(), c.Actor, n)
	if err == nil {
		return c.Redirect(caseURL(n.ID))
	}
	s, missing := p.App.Slate(c.Context(), c.Actor, c.Path("round"))
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, slatePage(s), func(f ui.Form) templ.Component { return slate(s, c.Actor, f, c.Keys(0), "") })
}

func subjectOf(key string) thidua.Subject {
	kind, id, _ := strings.Cut(key, ":")
	if thidua.SubjectKind(kind) == thidua.Individual {
		return thidua.Subject{Kind: thidua.Individual, Person: id}
	}
	return thidua.Subject{Kind: thidua.Collective, Unit: id}
}

// Case shows one nominee.
func (p Pages) Case(c *handle.Ctx) error {
	n, err := p.App.Nomination(c.Context(), c.Actor, c.Path("nominee"))
	if err != nil {
		return err
	}
	sessions, err := p.takers(c, n)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, casePage(n), nomination(n, sessions, caseForm(n), c.Keys(n.Version), saved(c)))
}

// takers lists the sessions that the case may be put before.
func (p Pages) takers(c *handle.Ctx, n app.Nomination) ([]thidua.Session, error) {
	if !Writers.Allows(c.Actor) {
		return nil, nil
	}
	s, err := p.App.Slate(c.Context(), c.Actor, n.Round)
	return s.Sessions, err
}

func casePage(n app.Nomination) ui.Page {
	return ui.Page{Title: n.Subject.Name, Crumbs: []ui.Link{{Text: councilTitle, URL: yearURL(n.Round)}, {Text: slateTitle, URL: slateURL(n.Round)},
		{Text: n.Subject.Name}}}
}

func caseForm(n app.Nomination) ui.Form { return fresh("summary", n.Summary) }

// ActOnCase does what one of the forms of a nominee asks for.
func (p Pages) ActOnCase(c *handle.Ctx) error {
	err := p.actOnCase(c, c.Path("nominee"))
	if err == nil {
		return c.Redirect(caseURL(c.Path("nominee")) + "?xong=1")
	}
	n, missing := p.App.Nomination(c.Context(), c.Actor, c.Path("nominee"))
	if missing != nil {
		return missing
	}
	sessions, missing := p.takers(c, n)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, casePage(n), func(f ui.Form) templ.Component {
		if !f.Has("summary", f.Get("summary")) {
			f = fresh("summary", n.Summary, "words", f.Get("words"), "verdict", f.Get("verdict"), "standard", f.Get("standard"), "reason", f.Get("reason")).With(f.Faults())
		}
		return nomination(n, sessions, f.Beside(url.Values{"summary": {n.Summary}}), c.Keys(n.Version), "")
	})
}

func (p Pages) actOnCase(c *handle.Ctx, id string) error {
	do := thidua.Action(c.Path("action"))
	switch do {
	case thidua.FindByHand:
		f := thidua.Finding{Standard: c.Form.Text("standard"), Verdict: thidua.Verdict(c.Form.Text("verdict")), Note: c.Form.Text("words")}
		return p.App.SaveFinding(c.Context(), c.Actor, id, f)
	case thidua.Refresh:
		return p.App.Rejudge(c.Context(), c.Actor, id)
	case thidua.Summarise:
		return p.App.SaveSummary(c.Context(), c.Actor, id, c.Form.Version(), c.Form.Get("summary"))
	case thidua.PutBefore, thidua.HoldNominee, thidua.LiftHold, thidua.Withdraw:
		return p.App.MoveNominee(c.Context(), c.Actor, id, do, c.Form.Version(), c.Form.Text("session"), c.Form.Text("reason"))
	}
	return unknown()
}
