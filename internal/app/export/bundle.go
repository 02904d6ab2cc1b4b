// Package export gives what leaves the program in one piece: the papers that are taken to the leader together, and the whole dossier as a ZIP
// with its contents and checksums. It stands on the use cases of app, whose rights hold for everything in it.
package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/outside"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Paper makes the set that goes to the leader with a paper (tập trình ký): its Phiếu trình, the paper, and for a Tờ trình what it encloses, the
// other parts of the dossier in the order of the plan.
//
// A part that is signed is not made anew and its copy is not joined in: joining would break its signature, and a new print would lack it. A
// sheet in its place names the copy, which the official has on paper or takes from the ZIP.
func Paper(ctx context.Context, a *app.App, actor thidua.Actor, paper string) (b doc.Bundle, err error) {
	v, err := a.Paper(ctx, actor, paper)
	if err != nil {
		return b, err
	}
	if v.Kind == thidua.PaperProposal && v.State != thidua.PaperRecalled {
		whole, err := a.DossierOf(ctx, actor, v.Paper.Round)
		if err != nil {
			return b, err
		}
		return newSet(ctx, a, actor, whole).bundle()
	}
	own := newSet(ctx, a, actor, app.DossierView{Season: v.Season, File: thidua.File{Today: a.Today()}})
	own.open = func(paper string) (*os.File, error) {
		f, _, err := a.SignedCopy(ctx, actor, paper)
		return f, err
	}
	if own.Agency, err = a.Agency(ctx, actor); err != nil {
		return b, err
	}
	one := thidua.Component{Kind: v.Kind, Nominee: v.Nominee, Name: v.Title, Paper: &v.Paper}
	if v.Kind == thidua.PaperReport {
		one.Name = v.Subject.Name
	}
	own.Components = []thidua.Component{one}
	if edit, ok := outside.InUse(v); ok {
		own.Edits = map[string]thidua.PaperFile{paper: edit}
	}
	return own.bundle()
}

// Whole makes the set for the leader of a whole dossier: that of its Tờ trình, or the parts in the order of the plan while there is none.
func Whole(ctx context.Context, a *app.App, actor thidua.Actor, dossier string) (doc.Bundle, error) {
	v, err := view(ctx, a, actor, dossier)
	if err != nil {
		return doc.Bundle{}, err
	}
	return newSet(ctx, a, actor, v).bundle()
}

// Registrations makes the set that goes to the leader with the list of registrations: its Phiếu trình and the list.
func Registrations(ctx context.Context, a *app.App, actor thidua.Actor, slip string) (b doc.Bundle, err error) {
	v, err := a.CoverSlip(ctx, actor, slip)
	if err != nil {
		return b, err
	}
	first, err := a.CoverSlipPaper(ctx, actor, slip)
	if err != nil {
		return b, err
	}
	list, err := a.RegistrationListPaper(ctx, actor, v.Round.ID)
	b = doc.Bundle{Title: vi.SignBundle(vi.PaperKind(thidua.PaperRegistration)), Date: first.Date,
		Parts: []doc.Part{{Title: vi.SlipPart, Document: first}, {Title: vi.PaperKind(thidua.PaperRegistration), Document: list}}}
	return b, err
}

func view(ctx context.Context, a *app.App, actor thidua.Actor, dossier string) (v app.DossierView, err error) {
	round, err := a.RoundOfDossier(ctx, actor, dossier)
	if err != nil {
		return v, err
	}
	return a.DossierOf(ctx, actor, round)
}

// set is a dossier being put together for somebody.
type set struct {
	ctx   context.Context
	app   *app.App
	actor thidua.Actor
	app.DossierView
	open func(paper string) (*os.File, error) // the signed copy of a paper
}

func newSet(ctx context.Context, a *app.App, actor thidua.Actor, v app.DossierView) *set {
	return &set{ctx: ctx, app: a, actor: actor, DossierView: v, open: func(paper string) (*os.File, error) { return a.DossierCopy(ctx, actor, paper) }}
}

func (s *set) working() record.Working {
	return record.Working{Sample: s.Agency.Sample, Agency: s.Agency.Name, Date: s.Today, Of: vi.DossierOf(s.Season.Movement, s.Season.Round)}
}

// edited tells whether what is signed of a part is a file edited on Word, which no writer of ours turns into pages.
func (s *set) edited(c thidua.Component) bool {
	return c.Paper != nil && s.Edits[c.Paper.ID].InUse(*c.Paper)
}

// bundle puts the Tờ trình first, with its Phiếu trình before it, and everything else behind in the order of the plan. A set of one paper is
// that paper with its Phiếu trình.
func (s *set) bundle() (b doc.Bundle, err error) {
	b.Title = vi.SignBundle(vi.DossierOf(s.Season.Movement, s.Season.Round))
	var rest []doc.Part
	for i, c := range s.Components {
		p, err := s.part(i, c)
		if err != nil {
			return b, err
		}
		if c.Paper == nil || c.Kind != thidua.PaperProposal && len(s.Components) > 1 {
			rest = append(rest, p)
			continue
		}
		slip, err := s.app.PaperSlip(s.ctx, s.actor, c.Paper.ID)
		if err == nil {
			b.Parts = append(b.Parts, doc.Part{Title: vi.SlipPart, Document: slip})
		} else if thidua.KindOf(err) != thidua.NotFound {
			return b, err
		}
		b.Title, b.Date, b.Parts = vi.SignBundle(c.Paper.Title), c.Paper.IssuedOn, append(b.Parts, p)
	}
	b.Parts = append(b.Parts, rest...)
	return b, s.ctx.Err()
}

func (s *set) part(i int, c thidua.Component) (p doc.Part, err error) {
	p.Title = vi.PartName(c)
	stand := record.InPlace{Working: s.working(), Title: p.Title}
	switch {
	case c.Paper == nil:
		stand.Missing = vi.PartNote(c, "")
	case !c.Paper.Signed.Missing():
		stand.Signed, stand.Number, stand.IssuedOn, stand.File = true, c.Paper.Number, c.Paper.IssuedOn, s.signedName(i, c)
		if stand.Hash, err = s.sum(*c.Paper); err != nil {
			return p, err
		}
	case s.edited(c):
		stand.Edited, stand.Hash = true, s.Edits[c.Paper.ID].Sum
	default:
		d, err := app.DocumentOf(*c.Paper)
		if thidua.KindOf(err) != thidua.NotFound {
			return doc.Part{Title: p.Title, Document: d}, err
		}
		stand.Missing = vi.NoSignedYet
	}
	p.Document = stand.Document()
	return p, nil
}

// CodeCopyLost is a signed copy that is recorded but cannot be opened; the argument is the title of the paper.
const CodeCopyLost thidua.Code = "export.copy-lost"

// copied opens the signed copy of a paper.
func (s *set) copied(p thidua.Paper) (*os.File, error) {
	f, err := s.open(p.ID)
	if thidua.KindOf(err) == thidua.NotFound {
		return nil, thidua.Refuse(thidua.Conflict, CodeCopyLost, p.Title)
	}
	return f, err
}

// sum gives the SHA-256 of a signed copy.
func (s *set) sum(p thidua.Paper) (string, error) {
	f, err := s.copied(p)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}
