package anchor

import (
	"context"
	"fmt"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	"thidua/internal/doc"
	"thidua/internal/doc/proofsheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// LookUpPath is the address of the page on which a code is looked up.
const LookUpPath = "/kiem-chung"

// Print makes the page of a proof sheet; Conflict while no checkpoint covers it.
func (d *Desk) Print(ctx context.Context, actor thidua.Actor, id string) (name string, paper doc.Document, err error) {
	s, err := d.ready(ctx, actor, id)
	if err != nil {
		return "", paper, err
	}
	var issued time.Time
	var made store.Place
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		var issue store.Place
		made, issue, err = places(tx, s)
		issued = issue.Event.At
		return err
	})
	page := proofsheet.Sheet{Sample: s.Says.Sample, Agency: s.Says.Agency, Title: s.Says.Title, Number: s.Says.Number, Dated: s.Says.Dated, Code: s.Kept.Code,
		Fingerprint: proof.Grouped(s.Kept.ID), IssueSeq: s.IssueSeq, SheetSeq: s.Seq, IssuedAt: issued, MadeAt: made.Event.At, Size: s.Covered.Size,
		Root: audit.Text(s.Covered.Root), Moment: s.Covered.Moment, Key: s.Key, Link: d.link(s)}
	if d.base != "" {
		page.Address = strings.TrimSuffix(d.base, "/") + LookUpPath
	}
	for _, f := range s.Says.Files {
		page.Files = append(page.Files, proofsheet.File{Name: f.Name, Sum: proof.Grouped(f.Sum)})
	}
	return app.FileTitle(vi.ProofSheetFile(s.Kept.Code, s.Says.Title)), page.Document(), err
}

// link is what the code of a sheet says: the address at which it is looked up, or, where the program has none, what proves it.
func (d *Desk) link(s Sheet) string {
	if d.base != "" {
		return strings.TrimSuffix(d.base, "/") + LookUpPath + "?ma=" + s.Kept.Code
	}
	return fmt.Sprintf("THIDUA %s %s %d %s", s.Kept.Code, s.Kept.ID, s.Covered.Size, audit.Text(s.Covered.Root))
}
