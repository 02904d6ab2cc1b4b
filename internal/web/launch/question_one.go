package launch

import (
	"net/http"
	"net/url"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func questionURL(id string) string { return "/hoi-dap/" + url.PathEscape(id) }

type question struct {
	uses.QuestionView
	form ui.Form
	keys ui.Keys
}

// Question shows one question with its answer.
func (p Pages) Question(c *handle.Ctx) error {
	return p.question(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) question(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.Question(c.Context(), c.Actor, c.Path("question"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: questionTitle, Faults: form.Faults(), Late: form.Notice(questionURL(v.ID)), Crumbs: crumbs(v.Movement, ui.Link{Text: guidanceTitle, URL: guidanceURL(v.Movement)}, ui.Link{Text: questionTitle})}
	return c.Page(status, page, questionPage(question{v, form, c.Keys(v.Version)}))
}

// MoveQuestion answers a question, or notes that the answer was read.
func (p Pages) MoveQuestion(c *handle.Ctx) error {
	v, err := p.Desk.Question(c.Context(), c.Actor, c.Path("question"))
	if err != nil {
		return err
	}
	in := thidua.Question{ID: v.ID, Answer: c.Form.Get("answer"), Basis: c.Form.Get("basis"), Version: c.Form.Version()}
	switch thidua.Action(c.Path("action")) {
	case thidua.AnswerIt:
		err = p.Desk.Answer(c.Context(), c.Actor, in)
	case thidua.ReadAnswer:
		err = p.Desk.ReadAnswer(c.Context(), c.Actor, in)
	default:
		return errUnknown
	}
	if err == nil {
		return c.Redirect(guidanceURL(v.Movement) + "?xong=1")
	}
	return c.AgainOn(err, p.question)
}
