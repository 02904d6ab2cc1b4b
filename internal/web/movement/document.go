package movement

import (
	"net/http"
	"net/url"
	"os"
	"strconv"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// documentsURL is where a document is added to a movement or to a plan under review.
func documentsURL(owner string) string { return owner + "/van-ban" }

// attachURL is documentsURL with the number of the basis that the document is.
func attachURL(owner, number string) string {
	return documentsURL(owner) + "?" + url.Values{"so": {number}}.Encode()
}

func documentURL(d thidua.MovementDocument) string { return "/tai-lieu/" + url.PathEscape(d.ID) }

// ownerURL is the page on which a document stands.
func ownerURL(d thidua.MovementDocument) string {
	if d.Movement == "" {
		return planURL(d.Plan)
	}
	return movementURL(d.Movement)
}

// paper is what the form of a document is drawn from: a new one, or one that stands.
type paper struct {
	thidua.MovementDocument
	lead string
	form ui.Form
	keys ui.Keys
}

func (p paper) owner() string { return ownerURL(p.MovementDocument) }

// Document shows the form that adds a document to a movement.
func (p Pages) Document(c *handle.Ctx) error {
	return p.showNew(c, http.StatusOK, thidua.MovementDocument{Movement: c.Path("movement")}, nil)
}

// PlanDocument shows the form that adds a document to a plan under review.
func (p Pages) PlanDocument(c *handle.Ctx) error {
	return p.showNew(c, http.StatusOK, thidua.MovementDocument{Plan: c.Path("plan")}, nil)
}

// AddDocument adds a document to a movement; a refused one comes back as typed.
func (p Pages) AddDocument(c *handle.Ctx) error {
	return p.add(c, thidua.MovementDocument{Movement: c.Path("movement")})
}

// AddPlanDocument adds a document to a plan under review; a refused one comes back as typed.
func (p Pages) AddPlanDocument(c *handle.Ctx) error {
	return p.add(c, thidua.MovementDocument{Plan: c.Path("plan")})
}

func (p Pages) add(c *handle.Ctx, d thidua.MovementDocument) error {
	err := p.read(c, &d)
	if err == nil {
		err = p.App.AddMovementDocument(c.Context(), c.Actor, d)
	}
	if err == nil {
		return c.Redirect(ownerURL(d) + "?xong=" + string(thidua.AddDocument))
	}
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	return p.showNew(c, http.StatusUnprocessableEntity, d, &form)
}

// read takes the fields of the form and keeps its file.
func (p Pages) read(c *handle.Ctx, d *thidua.MovementDocument) error {
	in := reader{form: c.Form}
	d.Kind, d.Number, d.Date, d.Issuer, d.Summary = in.text("kind"), in.text("number"), in.day("issued"), in.text("issuer"), in.text("summary")
	err := in.faults.Err()
	if err == nil {
		d.File, err = c.KeepAny(p.App.KeepFile, "file")
	}
	return err
}

// showNew shows the form of a new document; without a refused one it holds the basis of the number in the address.
func (p Pages) showNew(c *handle.Ctx, status int, d thidua.MovementDocument, refused *ui.Form) error {
	lead, bases, err := p.bases(c, d)
	if err != nil {
		return err
	}
	form := ui.NewForm(nil, nil)
	if refused != nil {
		form = *refused
	}
	for _, b := range bases {
		if asked := (thidua.MovementDocument{Number: b.Number}); refused == nil && asked.Is(c.Form.Get("so")) {
			form = ui.NewForm(words(b.Kind, b.Number, b.Date, b.Issuer, ""), nil)
		}
	}
	page := ui.Page{Title: documentTitle, Faults: form.Faults(), Crumbs: []ui.Link{{Text: ownerTitle(d), URL: ownerURL(d)}, {Text: documentTitle}}}
	return c.Page(status, page, newDocument(paper{d, lead, form, c.Keys(0)}))
}

// bases gives the name and the legal bases of the movement or the plan of a document.
func (p Pages) bases(c *handle.Ctx, d thidua.MovementDocument) (string, []thidua.LegalBase, error) {
	if d.Movement == "" {
		v, err := p.App.Plan(c.Context(), c.Actor, d.Plan)
		return v.Source.File.Name, v.Review.Definition.Bases, err
	}
	v, err := p.App.MovementOf(c.Context(), c.Actor, d.Movement, 0)
	return v.Movement.Name, v.Bases, err
}

func words(kind, number string, date thidua.Date, issuer, summary string) map[string][]string {
	return map[string][]string{"kind": {kind}, "number": {number}, "issued": {vi.Date(date)}, "issuer": {issuer}, "summary": {summary}}
}

// EditDocument shows a document that stands, to correct or to withdraw.
func (p Pages) EditDocument(c *handle.Ctx) error {
	d, err := p.App.DocumentOf(c.Context(), c.Actor, c.Path("document"))
	if err != nil {
		return err
	}
	return p.showEdit(c, http.StatusOK, d, ui.NewForm(words(d.Kind, d.Number, d.Date, d.Issuer, d.Summary), nil))
}

func (p Pages) showEdit(c *handle.Ctx, status int, d thidua.MovementDocument, form ui.Form) error {
	page := ui.Page{Title: editTitle, Faults: form.Faults(), Late: form.Notice(documentURL(d) + "/sua"),
		Crumbs: []ui.Link{{Text: ownerTitle(d), URL: ownerURL(d)}, {Text: editTitle}}}
	return c.Page(status, page, oldDocument(paper{d, d.Kind + " " + d.Number, form, c.Keys(d.Version)}))
}

// MoveDocument corrects or withdraws a document; a refused form comes back as typed.
func (p Pages) MoveDocument(c *handle.Ctx) error {
	d, err := p.App.DocumentOf(c.Context(), c.Actor, c.Path("document"))
	if err != nil {
		return err
	}
	in := thidua.MovementDocument{ID: d.ID, Version: c.Form.Version()}
	do := thidua.Action(c.Path("action"))
	switch do {
	case thidua.MendDocument:
		if err = p.read(c, &in); err == nil {
			_, err = p.App.MendMovementDocument(c.Context(), c.Actor, in)
		}
	case thidua.WithdrawDocument:
		_, err = p.App.WithdrawMovementDocument(c.Context(), c.Actor, d.ID, in.Version, c.Form.Get("reason"))
	default:
		err = errUnknown
	}
	if err == nil {
		return c.Redirect(ownerURL(d) + "?xong=" + string(do))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	if do == thidua.WithdrawDocument && !form.Late() {
		all := words(d.Kind, d.Number, d.Date, d.Issuer, d.Summary)
		all["reason"] = []string{c.Form.Get("reason")}
		form = ui.NewForm(all, form.Faults())
	}
	return p.showEdit(c, status, d, form)
}

// attachToPlan keeps what was typed over a plan and leads to the form of the document that is to stand beside it.
func (p Pages) attachToPlan(c *handle.Ctx) error {
	_, v, err := p.keep(c)
	if err != nil {
		return p.refusedPlan(c, v, err)
	}
	return c.Redirect(attachURL(planURL(v.Source.ID), c.Form.Get("so")))
}

// DocumentFile answers with the file of a document as it was uploaded.
func (p Pages) DocumentFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.App.OpenMovementDocument(c.Context(), c.Actor, c.Path("document"))
	})
}

func ownerTitle(d thidua.MovementDocument) string {
	if d.Movement == "" {
		return planTitle
	}
	return movementTitle
}

// attached finds the document that stands for a basis.
func attached(all []thidua.MovementDocument, number string) (thidua.MovementDocument, bool) {
	for _, d := range all {
		if d.Is(number) {
			return d, true
		}
	}
	return thidua.MovementDocument{}, false
}

// others are the documents that stand and are no basis.
func others(all []thidua.MovementDocument, bases []string) (out []thidua.MovementDocument) {
	for _, d := range all {
		is := d.Withdrawn != ""
		for _, number := range bases {
			is = is || d.Is(number)
		}
		if !is {
			out = append(out, d)
		}
	}
	return out
}

func numbersOf(bases []thidua.LegalBase) (out []string) {
	for _, b := range bases {
		out = append(out, b.Number)
	}
	return out
}

// withdrawn are the documents that were taken out of the list.
func withdrawn(all []thidua.MovementDocument) (out []thidua.MovementDocument) {
	for _, d := range all {
		if d.Withdrawn != "" {
			out = append(out, d)
		}
	}
	return out
}

// YearFile gives the state of a year to print.
func (p Pages) YearFile(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err != nil || year == 0 {
		return errUnknown
	}
	d, err := p.App.YearPaper(c.Context(), c.Actor, c.Path("movement"), year)
	if err != nil {
		return err
	}
	return c.Paper("bao-cao-nam.pdf", d)
}
