package main

import (
	"thidua/internal/app/export"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// pdfOf is a paper that is made as PDF alone: several papers in one, or text at places on stock.
func pdfOf(name string, d writesPDF) samplePaper {
	return samplePaper{name: name, source: vi.PDFAlone, alone: d.PDF}
}

// sets gives what is made of several papers: those that go to the leader together, and the check sheet of the dossier.
func (s *shelf) sets() ([]samplePaper, error) {
	v, err := s.DossierOf(s.ctx, s.reader, s.judged.ID)
	if err != nil {
		return nil, err
	}
	whole, err := export.Whole(s.ctx, s.App, s.reader, v.Dossier.ID)
	if err != nil {
		return nil, err
	}
	if len(s.slips) == 0 {
		return nil, missing()
	}
	list, err := export.Registrations(s.ctx, s.App, s.reader, s.slips[len(s.slips)-1].ID)
	if err != nil {
		return nil, err
	}
	var sheet doc.Document
	sheet, err = export.CheckSheet(s.ctx, s.App, s.reader, v.Dossier.ID)
	return []samplePaper{pdfOf("tap-trinh-ky-ho-so", whole), pdfOf("tap-trinh-ky-dang-ky", list), {name: "phieu-kiem-tra-ho-so", Document: sheet}}, err
}

// certificates gives the words of the certificates of the year, and the sheet that is held against the stock before.
func (s *shelf) certificates() ([]samplePaper, error) {
	d, err := s.CertificateDesk(s.ctx, s.reader, s.judged.ID, "")
	if err != nil {
		return nil, err
	}
	var all []string
	for _, w := range d.Awards {
		all = append(all, w.ID)
	}
	r, err := d.Print(all, "")
	if err != nil {
		return nil, err
	}
	test, err := s.TestSheet(s.ctx, s.reader, "")
	return []samplePaper{pdfOf("loi-bang-khen", r), pdfOf("to-thu-bang-khen", test)}, err
}
