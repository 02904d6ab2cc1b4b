// Package backup holds the page of the administrator on which all data are backed up (Sao lưu, khôi phục).
package backup

import (
	"errors"
	"net/http"
	"net/url"
	"time"

	"thidua"
	"thidua/internal/app/backup"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of backups.
type Pages struct{ Desk *backup.Desk }

// Who may back up.
var Who = handle.For(thidua.MayKeepMachine)

// Show lists the backups and tells how the work under way stands.
func (p Pages) Show(c *handle.Ctx) error { return p.show(c, http.StatusOK, ui.NewForm(nil, nil)) }

// Make begins a backup.
func (p Pages) Make(c *handle.Ctx) error {
	return p.begun(c, p.Desk.Make(c.Actor, c.Form.Get("place")))
}

// Check begins to read a backup through.
func (p Pages) Check(c *handle.Ctx) error {
	return p.begun(c, p.Desk.Check(c.Actor, c.Form.Get("place"), c.Form.Get("name")))
}

// Stop ends the work under way.
func (p Pages) Stop(c *handle.Ctx) error { return p.begun(c, p.Desk.Stop(c.Actor)) }

func (p Pages) begun(c *handle.Ctx, err error) error {
	if form, refused := c.Refused(err); refused {
		return p.show(c, http.StatusUnprocessableEntity, form)
	}
	if err != nil {
		return err
	}
	return c.Redirect("/sao-luu")
}

type view struct {
	Form   ui.Form
	Work   backup.Work
	Now    time.Time
	Places []ui.Choice
	Kept   []backup.Kept
	Keys   ui.Keys
}

func (p Pages) show(c *handle.Ctx, status int, form ui.Form) error {
	v := view{Form: form, Now: time.Now(), Keys: c.Keys(0)}
	if !form.Sent("place") {
		v.Form = ui.NewForm(url.Values{"place": {p.Desk.Places()[0].Path}}, form.Faults())
	}
	var err error
	if v.Work, err = p.Desk.Work(c.Actor); err != nil {
		return err
	}
	if v.Kept, err = p.Desk.Kept(c.Actor); err != nil {
		return err
	}
	for _, place := range p.Desk.Places() {
		choice := ui.Choice{Value: place.Path, Text: folderHere, Note: place.Path}
		if place.Drive {
			choice.Text = pluggedDrive
		}
		v.Places = append(v.Places, choice)
	}
	return c.Page(status, ui.Page{Title: title, Faults: form.Faults()}, page(v))
}

// job gives the work under way as the progress component shows it.
func (v view) job() ui.Job {
	const mega = 1 << 20
	j := ui.Job{Title: making, Total: max(int(v.Work.Done.Total/mega), 1), Done: int(v.Work.Done.Done / mega), Now: v.Work.File, Poll: "/sao-luu", Stop: "/sao-luu/dung",
		Keys: v.Keys, Remark: stopRemark}
	if v.Work.Kind == backup.Checking {
		j.Title = checking
	}
	if done := v.Work.Done.Done; done > 0 {
		left := time.Duration(float64(v.Now.Sub(v.Work.Began)) * float64(v.Work.Done.Total-done) / float64(done))
		j.Left = vi.Remaining(left)
	}
	return j
}

// outcome says in one sentence how the last work ended; empty when there was none.
func (v view) outcome() (tone ui.Tone, text string) {
	w := v.Work
	switch {
	case w.Kind == "" || w.Running:
		return tone, ""
	case w.Stopped:
		return ui.Grey, stoppedText
	case w.Err != nil:
		return ui.Red, failed(w.Err)
	case w.Kind == backup.Checking:
		return troubled(w, w.File+wholeText)
	}
	return troubled(w, madeText+w.File+".")
}

// troubled adds the kept files that were not as they were put when the backup was made.
func troubled(w backup.Work, text string) (ui.Tone, string) {
	if w.Short == nil {
		return ui.Green, text
	}
	return ui.Amber, text + " " + failed(w.Short)
}

func failed(err error) string {
	var e *thidua.Error
	if !errors.As(err, &e) {
		e = thidua.Refuse(thidua.Internal, backup.CodeFailed)
	}
	return vi.Sentence(e)
}
