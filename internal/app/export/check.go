package export

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// CheckSheet makes the one page that tells whether a dossier is complete (Phiếu kiểm tra hồ sơ), with the sentences of its page.
func CheckSheet(ctx context.Context, a *app.App, actor thidua.Actor, dossier string) (doc.Document, error) {
	v, err := view(ctx, a, actor, dossier)
	if err != nil {
		return doc.Document{}, err
	}
	s := newSet(ctx, a, actor, v)
	sheet := record.CheckSheet{Working: s.working(), State: vi.State(v.Dossier.State), HardCopy: v.Dossier.HardCopy, Missing: vi.Missing(v.File)}
	for _, c := range v.Components {
		l, err := s.line(c)
		if err != nil {
			return doc.Document{}, err
		}
		sheet.Parts = append(sheet.Parts, l)
	}
	for _, c := range v.Checks() {
		name, found := vi.Check(c)
		sheet.Checks = append(sheet.Checks, record.CheckLine{Name: name, Grade: c.Grade, Note: found})
	}
	return sheet.Document(), nil
}

func (s *set) line(c thidua.Component) (l record.CheckLine, err error) {
	l = record.CheckLine{Name: vi.PartName(c), Grade: thidua.GradeBlock}
	if c.Done() {
		l.Grade = thidua.GradeGood
	}
	if c.Kind == thidua.PaperReport {
		l.Group, l.About = vi.PaperKind(c.Kind), c.Name
	}
	var sent thidua.Date
	if c.Kind == thidua.PaperProposal && c.Paper != nil {
		v, err := s.app.Paper(s.ctx, s.actor, c.Paper.ID)
		if err != nil && thidua.KindOf(err) != thidua.NotFound {
			return l, err
		}
		sent = v.SentToSign()
	}
	l.Note = vi.PartNote(c, sent)
	return l, nil
}
