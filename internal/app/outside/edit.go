// Package outside holds the use cases of a paper that was out of the program's hands: edited on Word and brought back, or signed with a key.
package outside

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/custody"
	"thidua/internal/doc/compare"
	"thidua/internal/store"
)

// Desk is where papers come back to.
type Desk struct{ App *app.App }

// EditView is an edited DOCX (bản sửa trên Word) beside the paper as the program writes it.
type EditView struct {
	app.PaperView
	Edit   thidua.PaperFile
	Result compare.Result
	Offers []thidua.Offer // what may be decided about it
}

// typeDOCX is the MIME type of a Word file.
const typeDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Receive keeps an edited DOCX that comes back to a paper; nothing is decided yet. What is wrong with the file stands at "edited".
func (d Desk) Receive(ctx context.Context, actor thidua.Actor, paper string, version int64, ref thidua.FileRef) (f thidua.PaperFile, err error) {
	if ref.Type != typeDOCX {
		return f, at("edited", thidua.CodeEditKind)
	}
	data, err := d.App.Content(actor, ref)
	if err == nil {
		_, err = readWord(data)
	}
	if err != nil {
		return f, act.AtField("edited", err)
	}
	f = thidua.PaperFile{ID: store.NewID(), Paper: paper, Kind: thidua.FileEdited, State: thidua.EditWaiting, File: ref, Sum: sum(data), ByName: actor.Name}
	err = d.App.ChangePaper(ctx, actor, paper, version, act.Deed{Verb: thidua.ReceiveEdit}, func(p *app.OnPaper) error {
		if _, err := thidua.PaperFlow.Next(p.Paper.State, thidua.ReceiveEdit, p.Roles, p.Facts, ""); err != nil {
			return err
		}
		if _, err := app.DocumentOf(*p.Paper); err != nil {
			return err
		}
		if err := custody.Room(p.Tx, "edited", ref, store.HeldByPaper, paper); err != nil {
			return err
		}
		f.Edition, f.At = p.Paper.Edition, p.Tx.Now
		p.Deed.After = f
		return p.Tx.InsertPaperFile(f)
	})
	return f, err
}

func at(field string, code thidua.Code, args ...any) error {
	return thidua.Faults{{Field: field, Code: code, Args: args}}.Err()
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// found reads an edited DOCX with its paper; NotFound for who may not see the paper.
func (d Desk) found(ctx context.Context, actor thidua.Actor, paper, edit string) (v EditView, err error) {
	if v.PaperView, err = d.App.Paper(ctx, actor, paper); err != nil {
		return v, err
	}
	i := slices.IndexFunc(v.Files, func(f thidua.PaperFile) bool { return f.ID == edit && f.Kind == thidua.FileEdited })
	if i < 0 {
		return v, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	v.Edit = v.Files[i]
	return v, nil
}

// Edit compares an edited DOCX with its paper as the program would write it now; NotFound for who may not see the paper.
func (d Desk) Edit(ctx context.Context, actor thidua.Actor, paper, edit string) (v EditView, err error) {
	if v, err = d.found(ctx, actor, paper, edit); err != nil {
		return v, err
	}
	if v.Result, err = d.compare(actor, v.PaperView, v.Edit.File); err != nil {
		return v, err
	}
	if !v.Closed && (v.State == thidua.PaperDraft || v.State == thidua.PaperInSign) && (v.Edit.State != thidua.EditUsed || v.Edit.InUse(v.Paper)) {
		v.Offers = thidua.EditFlow.Offers(v.Edit.State, v.Roles, v.facts())
	}
	return v, nil
}

func (v EditView) facts() thidua.Facts {
	return thidua.Facts{thidua.Unsigned: v.Facts[thidua.Unsigned], thidua.PaperDrafted: v.State == thidua.PaperDraft, thidua.WordsToTake: len(v.Result.Words) > 0}
}

// Decide says which edition is issued: KeepOwn the program's, TakeWords the program's with the words of the file, UseEdit the file itself. A file
// with other figures than the data needs a reason, at "reason"; the data stay what they are.
func (d Desk) Decide(ctx context.Context, actor thidua.Actor, paper, edit string, version int64, do thidua.Action, reason string) error {
	v, err := d.found(ctx, actor, paper, edit)
	if err != nil {
		return err
	}
	possible := thidua.Facts{thidua.Unsigned: true, thidua.PaperDrafted: true, thidua.WordsToTake: true}
	if _, err := thidua.EditFlow.Next(v.Edit.State, do, v.Roles, possible, reason); err != nil {
		return err
	}
	if do != thidua.KeepOwn {
		if v.Result, err = d.compare(actor, v.PaperView, v.Edit.File); err != nil {
			return err
		}
	}
	return d.App.ChangePaper(ctx, actor, paper, version, act.Deed{Verb: do, Reason: reason}, func(p *app.OnPaper) error {
		facts := v.facts()
		facts[thidua.Unsigned], facts[thidua.PaperDrafted] = p.Facts[thidua.Unsigned], p.Paper.State == thidua.PaperDraft
		rule, err := thidua.EditFlow.Next(v.Edit.State, do, p.Roles, facts, reason)
		switch {
		case err != nil:
			return err
		case p.Paper.State != thidua.PaperDraft && p.Paper.State != thidua.PaperInSign:
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, do, p.Paper.State)
		case v.Edit.State == thidua.EditUsed && !v.Edit.InUse(*p.Paper):
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, do, v.Edit.State)
		}
		return v.decide(p, do, rule.To)
	})
}

// decide writes the decision into the file and the paper. What is issued from now on is a new edition of the paper.
func (v EditView) decide(p *app.OnPaper, do thidua.Action, to thidua.State) error {
	f := v.Edit
	p.Deed.Before = f.State
	switch {
	case do == thidua.UseEdit && len(v.Result.Figures) > 0 && p.Deed.Reason == "":
		return at("reason", thidua.CodeEditFigures, len(v.Result.Figures))
	case do == thidua.UseEdit:
		p.Paper.Edition++
		f.Edition, f.Reason, f.Differs = p.Paper.Edition, p.Deed.Reason, len(v.Result.Figures)
	case do == thidua.TakeWords:
		if err := p.Write(v.Result.Words); err != nil {
			return err
		}
		p.Paper.Edition++
	case f.State == thidua.EditUsed:
		p.Paper.Edition++
	}
	f.State = to
	p.Deed.After = f
	return p.Tx.DecidePaperFile(f)
}

// InUse gives the edited DOCX that is what is signed and issued of a paper; not ok where the program's own edition is.
func InUse(v app.PaperView) (f thidua.PaperFile, ok bool) {
	i := slices.IndexFunc(v.Files, func(f thidua.PaperFile) bool { return f.InUse(v.Paper) })
	if i < 0 {
		return f, false
	}
	return v.Files[i], true
}

// Content gives a file of a paper as it came; NotFound for who may not see the paper.
func (d Desk) Content(ctx context.Context, actor thidua.Actor, paper, id string) ([]byte, thidua.PaperFile, error) {
	v, err := d.App.Paper(ctx, actor, paper)
	if err != nil {
		return nil, thidua.PaperFile{}, err
	}
	i := slices.IndexFunc(v.Files, func(f thidua.PaperFile) bool { return f.ID == id })
	if i < 0 {
		return nil, thidua.PaperFile{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	data, err := d.App.Content(actor, v.Files[i].File)
	return data, v.Files[i], err
}

// readWord gives the paragraphs of a Word file.
func readWord(data []byte) ([]compare.Para, error) {
	part, err := mainPart(data)
	if err != nil {
		return nil, err
	}
	out, err := compare.Read(part)
	switch {
	case errors.Is(err, compare.ErrTooMuch):
		return nil, thidua.Refuse(thidua.Invalid, thidua.CodeEditLong)
	case err != nil || len(out) == 0:
		return nil, thidua.Refuse(thidua.Invalid, thidua.CodeEditUnread)
	}
	return out, nil
}
