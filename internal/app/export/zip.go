package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/pack"
	"thidua/internal/vi"
)

// Packed is a dossier as one ZIP, on disk until it is closed.
type Packed struct {
	*os.File
	Name string // under which it is offered
	Hash string // SHA-256, as the log has it
}

// Close takes the file away.
func (p Packed) Close() error { return errors.Join(p.File.Close(), os.Remove(p.File.Name())) }

// Dossier packs the whole dossier in the order of the plan: each draft as Word and PDF, each signed copy byte for byte beside the Word file of its
// text, a contents sheet and checksums. On one day the same dossier gives the same bytes. That it was taken stands in the log before the
// caller gets it; the caller closes it.
func Dossier(ctx context.Context, a *app.App, actor thidua.Actor, dossier string) (p Packed, err error) {
	v, err := view(ctx, a, actor, dossier)
	if err != nil {
		return p, err
	}
	if p.File, err = os.CreateTemp("", "thidua-*.zip"); err != nil {
		return p, fmt.Errorf("export: %w", err)
	}
	p.Name = pack.Name(vi.DossierOf(v.Season.Movement, v.Season.Round)) + ".zip"
	sum := sha256.New()
	if err = newSet(ctx, a, actor, v).write(io.MultiWriter(p.File, sum)); err == nil {
		p.Hash = hex.EncodeToString(sum.Sum(nil))
		err = a.RecordExport(ctx, actor, dossier, p.Hash)
	}
	if err == nil {
		_, err = p.Seek(0, io.SeekStart)
	}
	if err != nil {
		return Packed{}, errors.Join(err, p.Close())
	}
	return p, nil
}

// packer is a set on its way into a ZIP.
type packer struct {
	*set
	z    *pack.Writer
	list record.ContentsSheet
}

func (s *set) write(out io.Writer) error {
	p := &packer{set: s, z: pack.New(out, s.Today.Time()), list: record.ContentsSheet{Working: s.working(), Sums: pack.Sums}}
	for i, c := range s.Components {
		if err := p.component(i, c); err != nil {
			return err
		}
	}
	sheet := p.list.Document()
	if _, err := p.z.Add(s.ctx, vi.ContentsFile, ".pdf", sheet.PDF); err != nil {
		return err
	}
	// the byte order mark tells the editors of old Windows that it is UTF-8
	if _, err := p.z.Add(s.ctx, vi.ContentsFile, ".txt", func(w io.Writer) error {
		_, err := io.WriteString(w, "\ufeff"+p.list.Text())
		return err
	}); err != nil {
		return err
	}
	return p.z.Close(s.ctx)
}

func (p *packer) component(i int, c thidua.Component) error {
	if c.Paper == nil {
		p.list.Missing = append(p.list.Missing, vi.PartName(c)+" ("+vi.PartNote(c, "")+")")
		return nil
	}
	signed := !c.Paper.Signed.Missing()
	written, err := p.drafts(i, c, signed)
	switch {
	case err != nil:
		return err
	case signed:
		return p.signed(i, c)
	case !written:
		p.list.Missing = append(p.list.Missing, vi.PartName(c)+" ("+vi.NoSignedYet+")")
	}
	return nil
}

// drafts packs what a part is before it is signed; false where it is written elsewhere. Beside a signed copy lies the Word file alone, and says that
// it is none.
func (p *packer) drafts(i int, c thidua.Component, signed bool) (written bool, err error) {
	mark := ""
	if signed {
		mark = doc.DraftMark
	}
	if p.edited(c) {
		edit := p.Edits[c.Paper.ID]
		return true, p.add(i, c, mark+".docx", vi.EditedWord, 0, func(w io.Writer) error {
			data, err := p.app.DossierEdit(p.ctx, p.actor, edit)
			if err == nil {
				_, err = w.Write(data)
			}
			return err
		})
	}
	whole, err := app.DocumentOf(*c.Paper)
	switch {
	case thidua.KindOf(err) == thidua.NotFound:
		return false, nil
	case err != nil:
		return false, err
	}
	d := whole.Lay()
	if signed {
		return true, p.add(i, c, mark+".docx", vi.WordOfSigned, d.Pages(), d.DOCX)
	}
	if err = p.add(i, c, ".docx", vi.DraftWord, d.Pages(), d.DOCX); err == nil {
		err = p.add(i, c, ".pdf", vi.DraftPDF, d.Pages(), d.PDF)
	}
	return true, err
}

func (p *packer) signed(i int, c thidua.Component) error {
	f, err := p.copied(*c.Paper)
	if err != nil {
		return err
	}
	defer f.Close()
	return p.add(i, c, doc.SignedMark+pack.Ending(c.Paper.Signed.Name), vi.SignedFile, 0, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}

// add packs one file and lists it.
func (p *packer) add(i int, c thidua.Component, ending, what string, pages int, write func(io.Writer) error) error {
	e, err := p.z.Add(p.ctx, p.base(i, c), ending, write)
	p.list.Files = append(p.list.Files, record.FileLine{File: e.Name, What: what, Number: c.Paper.Number, IssuedOn: c.Paper.IssuedOn,
		State: vi.State(c.Paper.State), Pages: pages, Size: e.Size, Hash: e.Hash})
	return err
}

// base is the name of the files of a part: its place in the plan, in figures that sort, and its title.
func (s *set) base(i int, c thidua.Component) string {
	width := len(fmt.Sprint(max(len(s.Components), 10)))
	return fmt.Sprintf("%0*d. %s", width, i+1, pack.Name(c.Paper.Title))
}

func (s *set) signedName(i int, c thidua.Component) string {
	return s.base(i, c) + doc.SignedMark + pack.Ending(c.Paper.Signed.Name)
}
