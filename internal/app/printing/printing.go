// Package printing holds the use cases of printing on the agency's own stock: the words of certificates at places that Văn phòng has measured.
package printing

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/doc/certificate"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Press keeps the template of the agency and prints by it; only Văn phòng works at it.
type Press struct{ data act.Data }

// New makes the press over open data.
func New(db *store.DB) *Press { return &Press{act.Data{DB: db}} }

// Why nothing is printed.
const (
	// CodeMisfit is certificates whose words do not fit into their boxes; the argument names whose.
	CodeMisfit thidua.Code = "certificate.misfit"
	// CodeNobodyChosen is a run without an award.
	CodeNobodyChosen thidua.Code = "certificate.nobody"
)

// Stock is the template of the agency with its version, which is 0 while the places are those that we begin with.
type Stock struct {
	certificate.Template
	Version int64
}

func stockOf(tx *store.Tx) (s Stock, err error) {
	kept, err := tx.CertificateTemplate()
	if thidua.KindOf(err) == thidua.NotFound {
		return Stock{Template: certificate.Default(certificate.A4)}, nil
	}
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal([]byte(kept.Body), &s.Template); err != nil {
		return s, fmt.Errorf("template of certificates: %w", err)
	}
	s.Version = kept.Version
	return s, nil
}

// CertificateDesk is what the page of a round's certificates shows.
type CertificateDesk struct {
	Stock
	Agency   thidua.Agency
	named    []thidua.AgencyVersion
	Movement thidua.Movement
	Round    thidua.Round
	Citation string          // lời thành tích that all certificates carry
	Awards   []thidua.Award  // that the decision gives
	Lacking  []CertificateOf // whose words do not fit
}

// CertificateOf names an award with parts of its certificate.
type CertificateOf struct {
	Award thidua.Award
	Parts []certificate.Part
}

// CertificateDesk reads the awards of a round with the template; an empty citation is the one that names the movement.
func (p *Press) CertificateDesk(ctx context.Context, actor thidua.Actor, round, citation string) (d CertificateDesk, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return d, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error { return d.read(tx, round, citation) })
	return d, err
}

func (d *CertificateDesk) read(tx *store.Tx, round, citation string) (err error) {
	if d.Round, err = tx.Round(round); err != nil {
		return err
	}
	if d.Movement, err = tx.Movement(d.Round.Movement); err != nil {
		return err
	}
	if d.Agency, err = tx.Agency(); err != nil {
		return err
	}
	if d.named, err = tx.AgencyVersions(); err != nil {
		return err
	}
	if d.Stock, err = stockOf(tx); err != nil {
		return err
	}
	if d.Awards, err = tx.Awards(store.AwardFilter{Round: round}, store.Page{}); err != nil {
		return err
	}
	if d.Citation = strings.TrimSpace(citation); d.Citation == "" {
		d.Citation = record.Occasion{Movement: d.Movement, Year: d.Round.Year, Closing: d.Round.Closing}.Citation()
	}
	for _, w := range d.Awards {
		if parts := d.Misfits(d.words(w)); parts != nil {
			d.Lacking = append(d.Lacking, CertificateOf{w, parts})
		}
	}
	return nil
}

func (d *CertificateDesk) words(w thidua.Award) certificate.Words {
	return certificate.Of(w, d.Agency.On(w.Decision.Dated, d.named), d.Citation, d.Template)
}

// Lacks gives the parts of an award's certificate that do not fit.
func (d *CertificateDesk) Lacks(award string) []certificate.Part {
	for _, c := range d.Lacking {
		if c.Award.ID == award {
			return c.Parts
		}
	}
	return nil
}

// Print makes the certificates of the chosen awards as they come from a printer. One whose words do not fit refuses the run, so that nobody
// hands over a sheet with a hole. Faults stand at "chon" and "loi".
func (d *CertificateDesk) Print(chosen []string, printer string) (certificate.Print, error) {
	r := certificate.Print{Template: d.Template, Sample: d.Agency.Sample, On: d.Printer(printer), Title: vi.CertificateRun(d.Round.Year)}
	var bad []string
	for _, w := range d.Awards {
		if !slices.Contains(chosen, w.ID) {
			continue
		}
		if d.Lacks(w.ID) != nil {
			bad = append(bad, w.Subject.Name)
		}
		r.All = append(r.All, d.words(w))
	}
	switch {
	case len(r.All) == 0:
		return r, thidua.Faults{{Field: "chon", Code: CodeNobodyChosen}}.Err()
	case bad != nil:
		return r, thidua.Faults{{Field: "loi", Code: CodeMisfit, Args: []any{strings.Join(bad, ", ")}}}.Err()
	}
	return r, nil
}

// TestSheet makes the sheet that is held against the stock, as it comes from a printer.
func (p *Press) TestSheet(ctx context.Context, actor thidua.Actor, printer string) (s certificate.TestSheet, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return s, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		agency, err := tx.Agency()
		if err != nil {
			return err
		}
		stock, err := stockOf(tx)
		s = certificate.TestSheet{Template: stock.Template, Sample: agency.Sample, On: stock.Printer(printer)}
		return err
	})
	return s, err
}

// SaveCertificateTemplate keeps the measures of the stock; the printers stay. Faults stand at the fields of certificate.Template.Check.
func (p *Press) SaveCertificateTemplate(ctx context.Context, actor thidua.Actor, version int64, t certificate.Template) error {
	return p.change(ctx, actor, thidua.SetCertificate, version, func(kept *certificate.Template) error {
		t.Title, t.Signer = strings.TrimSpace(t.Title), strings.TrimSpace(t.Signer)
		t.Printers = kept.Printers
		*kept = t
		return t.Check()
	})
}

// SavePrinter keeps how far a printer is off, in the place of what was kept of the same name.
func (p *Press) SavePrinter(ctx context.Context, actor thidua.Actor, version int64, one certificate.Printer) error {
	one.Name = strings.TrimSpace(one.Name)
	return p.change(ctx, actor, thidua.SetPrinter, version, func(kept *certificate.Template) error {
		if err := one.Check(); err != nil {
			return err
		}
		at := slices.IndexFunc(kept.Printers, func(k certificate.Printer) bool { return k.Name == one.Name })
		if at < 0 {
			kept.Printers = append(kept.Printers, one)
		} else {
			kept.Printers[at] = one
		}
		return nil
	})
}

// DropPrinter forgets a printer; NotFound for a name that is not kept.
func (p *Press) DropPrinter(ctx context.Context, actor thidua.Actor, version int64, name string) error {
	return p.change(ctx, actor, thidua.DropPrinter, version, func(kept *certificate.Template) error {
		before := len(kept.Printers)
		kept.Printers = slices.DeleteFunc(kept.Printers, func(k certificate.Printer) bool { return k.Name == name })
		if len(kept.Printers) == before {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		return nil
	})
}

// change writes the template as it is after a change, with both versions in the log.
func (p *Press) change(ctx context.Context, actor thidua.Actor, verb thidua.Action, version int64, fn func(*certificate.Template) error) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return p.data.Write(ctx, actor, act.Deed{Verb: verb, Object: "certificate:" + actor.Tenant}, func(tx *store.Tx, d *act.Deed) error {
		stock, err := stockOf(tx)
		if err != nil {
			return err
		}
		d.Before = stock.Template
		after := stock.Template
		after.Printers = slices.Clone(stock.Printers)
		if err := fn(&after); err != nil {
			return err
		}
		d.After = after
		body, err := json.Marshal(after)
		if err != nil {
			return fmt.Errorf("template of certificates: %w", err)
		}
		return tx.SaveCertificateTemplate(store.CertificateTemplate{Body: string(body), Version: version})
	})
}
