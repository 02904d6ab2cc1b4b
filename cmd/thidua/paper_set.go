package main

import (
	"thidua/internal/app/export"
	"thidua/internal/vi"
)

// pdfOf is a paper that is made as PDF alone: several papers in one, or text at places on stock.
func pdfOf(name string, d writesPDF) samplePaper {
	return samplePaper{name: name, source: vi.PDFAlone, alone: d.PDF}
}

// sets gives what is made of a dossier while its papers are on their way: those that go to the leader together, and the check sheet.
func (s *shelf) sets() ([]samplePaper, error) {
	v, err := s.DossierOf(s.ctx, s.reader, s.judged.ID)
	if err != nil {
		return nil, err
	}
	whole, err := export.Whole(s.ctx, s.App, s.reader, v.Dossier.ID)
	if err != nil {
		return nil, err
	}
	sheet, err := export.CheckSheet(s.ctx, s.App, s.reader, v.Dossier.ID)
	return []samplePaper{pdfOf("tap-trinh-ky-ho-so", whole), {name: "phieu-kiem-tra-ho-so", Document: sheet}}, err
}

// decided gives the list of registrations with its Phiếu trình as one set, the words of the certificates of the year before, and the sheet that is
// held against the stock.
func (s *shelf) decided() ([]samplePaper, error) {
	if len(s.slips) == 0 {
		return nil, missing()
	}
	list, err := export.Registrations(s.ctx, s.App, s.reader, s.slips[len(s.slips)-1].ID)
	if err != nil {
		return nil, err
	}
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
	return []samplePaper{pdfOf("tap-trinh-ky-dang-ky", list), pdfOf("loi-bang-khen", r), pdfOf("to-thu-bang-khen", test)}, err
}
