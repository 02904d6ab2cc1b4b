package app

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/store"
)

// WriteDossier writes the whole set of the dossier as one ZIP, in the order of the plan and under Vietnamese names: every paper as DOCX and
// PDF, and the signed copy where there is one.
func (a *App) WriteDossier(ctx context.Context, actor thidua.Actor, dossier string, out io.Writer) error {
	if err := may(actor, dossierReaders...); err != nil {
		return err
	}
	var f thidua.File
	err := a.read(ctx, actor, func(tx *store.Tx) error {
		d, err := tx.Dossier(dossier)
		if err != nil {
			return err
		}
		g, err := draftingOf(tx, d.Round)
		if err != nil {
			return err
		}
		f, err = g.file(tx, d)
		return err
	})
	if err != nil {
		return err
	}
	z := zip.NewWriter(out)
	for i, c := range f.Components {
		if c.Paper == nil {
			continue
		}
		if err := a.pack(z, actor, fmt.Sprintf("%02d. %s", i+1, FileTitle(c.Paper.Title)), *c.Paper); err != nil {
			return err
		}
	}
	return z.Close()
}

func (a *App) pack(z *zip.Writer, actor thidua.Actor, name string, p thidua.Paper) error {
	if p.Kind != thidua.PaperOther {
		d, err := DocumentOf(p)
		if err != nil {
			return err
		}
		for _, f := range []struct {
			ending string
			write  func(io.Writer) error
		}{{".docx", d.DOCX}, {".pdf", d.PDF}} {
			w, err := z.Create(name + f.ending)
			if err != nil {
				return err
			}
			if err := f.write(w); err != nil {
				return err
			}
		}
	}
	if p.Signed.Missing() {
		return nil
	}
	signed, err := a.openFile(actor, p.Signed)
	if err != nil {
		return err
	}
	defer signed.Close()
	w, err := z.Create(name + doc.SignedMark + ending(p.Signed.Name))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, signed)
	return err
}

func ending(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return strings.ToLower(name[i:])
	}
	return ""
}

// FileTitle makes the name of a file of the title of a paper: what a file system refuses gives way to a dash, in NFC.
func FileTitle(title string) string {
	return norm.NFC.String(strings.NewReplacer(": ", " - ", ":", "-", "/", "-", `\`, "-", "?", "", "*", "", `"`, "", "<", "", ">", "", "|", "-").Replace(title))
}
