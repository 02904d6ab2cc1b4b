package parcel

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/pack"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

func (out *Outgoing) about(s app.Season, sent thidua.Submission, signer string) {
	out.Data.Movement = parcel.Movement{Name: s.Movement.Name, From: s.Movement.From, To: s.Movement.To, Year: s.Round.Year, Closing: s.Round.Closing}
	out.Data.Letter = parcel.Letter{Number: sent.Number, Dated: sent.Dated, Signer: signer}
}

// add puts a paper into the package, under its place in the dossier and its title.
func (out *Outgoing) add(p parcel.Paper, ending string, content []byte) {
	name := fmt.Sprintf("%02d. %s%s", len(out.Papers)+1, pack.Name(p.Title), ending)
	p.File = parcel.PaperFile(name)
	out.Data.Papers = append(out.Data.Papers, p)
	out.Papers = append(out.Papers, parcel.Content{Name: name, Data: content})
}

// gatherDossier reads a dossier as it was sent: its cases with what Sở Nội vụ weighs, and the signed copies of its papers.
func (p *Post) gatherDossier(ctx context.Context, actor thidua.Actor, s thidua.Submission, out *Outgoing) error {
	out.Kind = thidua.ParcelDossier
	v, err := p.App.DossierOf(ctx, actor, s.Round)
	if err != nil {
		return err
	}
	signer := ""
	if len(v.Leaders) > 0 {
		signer = v.Leaders[0].Name
	}
	out.about(v.Season, s, signer)
	for _, c := range v.Components {
		if err := p.addComponent(ctx, actor, c, out); err != nil {
			return err
		}
	}
	out.Data.Proposals, err = p.proposals(ctx, actor, v)
	return err
}

func (p *Post) addComponent(ctx context.Context, actor thidua.Actor, c thidua.Component, out *Outgoing) error {
	if c.Paper == nil {
		return nil
	}
	paper := parcel.Paper{ID: c.Paper.ID, Kind: c.Kind, Title: vi.PartName(c), Number: c.Paper.Number, Dated: c.Paper.IssuedOn, About: c.Nominee,
		Signed: !c.Paper.Signed.Missing()}
	if !paper.Signed {
		d, err := app.DocumentOf(*c.Paper)
		if err != nil {
			return err
		}
		return out.addDocument(paper, d)
	}
	f, err := p.App.DossierCopy(ctx, actor, c.Paper.ID)
	if err != nil {
		return err
	}
	content, err := io.ReadAll(f)
	if err = errors.Join(err, f.Close()); err == nil {
		out.add(paper, doc.SignedMark+pack.Ending(c.Paper.Signed.Name), content)
	}
	return err
}

func (out *Outgoing) addDocument(p parcel.Paper, d doc.Document) error {
	var pdf bytes.Buffer
	err := d.PDF(&pdf)
	out.add(p, ".pdf", pdf.Bytes())
	return err
}
