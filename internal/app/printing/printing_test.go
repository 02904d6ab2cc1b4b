package printing_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/printing"
	"thidua/internal/doc/certificate"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const ha = "Nguyễn Thị Thu Hà"

// shop is a season of which the decision on the awards of 2024 is there.
type shop struct {
	*testkit.Season
	*printing.Press
	t     *testing.T
	round string
}

func openShop(t *testing.T) *shop {
	s := testkit.OpenSeason(t)
	nominees := s.PassCouncil(t)
	w := &shop{s, printing.New(s.DB), t, s.Rounds[2024].ID}
	deed := &store.Act{Tenant: s.Tenant, Actor: "account:thu", Verb: "quyet-dinh", Object: "round:" + w.round}
	err := s.DB.Write(bg, deed, func(tx *store.Tx) error {
		d := thidua.AwardDecision{ID: store.NewID(), Round: w.round, Number: "…/QĐ-UBND (mẫu)", Dated: "2025-01-10", ReceivedOn: "2025-01-13", Issuer: "Chủ tịch UBND tỉnh Lào Cai",
			Scan: thidua.FileRef{Hash: "qd", Name: "qd.pdf"}}
		err := tx.InsertDecision(d)
		for _, name := range testkit.Passed {
			one := thidua.Award{ID: store.NewID(), Decision: d, Round: w.round, Year: 2024, Nominee: nominees[name], Subject: s.Subject(name), Form: "Bằng khen", GoldNumber: "0321"}
			err = errors.Join(err, tx.InsertAward(one, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (s *shop) desk(citation string) printing.CertificateDesk {
	s.t.Helper()
	d, err := s.CertificateDesk(bg, s.Actor(ha), s.round, citation)
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

func ids(d printing.CertificateDesk) (out []string) {
	for _, w := range d.Awards {
		out = append(out, w.ID)
	}
	return out
}

func TestEveryAwardOfTheRoundHasItsSheet(t *testing.T) {
	s := openShop(t)
	d := s.desk("")
	if len(d.Awards) != len(testkit.Passed) || !strings.HasPrefix(d.Citation, "Đã có thành tích xuất sắc trong phong trào thi đua “") || d.Lacking != nil {
		t.Fatalf("%d awards, %q, %v", len(d.Awards), d.Citation, d.Lacking)
	}
	r, err := d.Print(ids(d), "")
	if err != nil || len(r.All) != len(testkit.Passed) {
		t.Fatal(err)
	}
	r, err = d.Print(ids(d)[1:2], "")
	if err != nil || len(r.All) != 1 || !strings.HasSuffix(r.All[0][certificate.PartName], d.Awards[1].Subject.Name) {
		t.Errorf("one chosen: %v %v", r.All, err)
	}
	var out bytes.Buffer
	if err := r.PDF(&out); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
		t.Error(err)
	}
	_, err = d.Print([]string{"somebody else"}, "")
	faultAt(t, err, "chon", printing.CodeNobodyChosen)
	long := s.desk(strings.Repeat("Đã có thành tích xuất sắc trong công tác. ", 40))
	_, err = long.Print(ids(d), "")
	faultAt(t, err, "loi", printing.CodeMisfit)
	if parts := long.Lacks(d.Awards[0].ID); !slices.Equal(parts, []certificate.Part{certificate.PartCitation}) {
		t.Errorf("does not fit: %v", parts)
	}
}

func faultAt(t *testing.T, err error, field string, code thidua.Code) {
	t.Helper()
	e, ok := act.Refusal(err)
	if !ok || !slices.ContainsFunc(e.Faults, func(f thidua.Fault) bool { return f.Field == field && f.Code == code }) {
		t.Errorf("%s %s: %v", field, code, err)
	}
}

func TestMeasuresAreKeptWithTheirPrinters(t *testing.T) {
	s := openShop(t)
	by, mine := s.Actor(ha), certificate.Default(certificate.A3)
	b := mine.Boxes[certificate.PartGold]
	b.X, b.On = 333, false
	mine.Boxes[certificate.PartGold] = b
	if err := s.SavePrinter(bg, by, 0, certificate.Printer{Name: " HP tầng 2 ", DX: 15, DY: -20}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveCertificateTemplate(bg, by, 0, mine); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("an older version is taken: %v", err)
	}
	if err := s.SaveCertificateTemplate(bg, by, 1, mine); err != nil {
		t.Fatal(err)
	}
	if err := s.SavePrinter(bg, by, 2, certificate.Printer{Name: "HP tầng 2", DX: 16}); err != nil {
		t.Fatal(err)
	}
	d := s.desk("")
	if d.Version != 3 || d.Boxes[certificate.PartGold] != b || d.Width != 4200 || len(d.Printers) != 1 || d.Printer("HP tầng 2") != (certificate.Printer{Name: "HP tầng 2", DX: 16}) {
		t.Errorf("kept %+v, version %d", d.Template, d.Version)
	}
	sheet, err := s.TestSheet(bg, by, "HP tầng 2")
	if err != nil || sheet.On.DX != 16 || !sheet.Sample || sheet.Width != 4200 {
		t.Errorf("the test sheet of %+v: %v", sheet.On, err)
	}
	if err := s.DropPrinter(bg, by, 3, "khác"); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a printer that is not kept: %v", err)
	}
	if err := s.DropPrinter(bg, by, 3, "HP tầng 2"); err != nil || len(s.desk("").Printers) != 0 {
		t.Error(err)
	}
	var told []store.EventRow
	err = s.DB.Read(bg, s.Tenant, func(tx *store.Tx) (err error) {
		told, err = tx.Events(store.EventFilter{Verb: string(thidua.SetCertificate)})
		return err
	})
	if err != nil || len(told) != 1 || !strings.Contains(told[0].Detail.After, "333") || told[0].Detail.Before == told[0].Detail.After {
		t.Errorf("the log tells %+v, %v", told, err)
	}
}

func TestBadMeasuresAreNotKept(t *testing.T) {
	s := openShop(t)
	bad := certificate.Default(certificate.A4)
	b := bad.Boxes[certificate.PartName]
	b.X = 2900
	bad.Boxes[certificate.PartName] = b
	faultAt(t, s.SaveCertificateTemplate(bg, s.Actor(ha), 0, bad), "ten-rong", certificate.CodeBeyond)
	faultAt(t, s.SavePrinter(bg, s.Actor(ha), 0, certificate.Printer{Name: "HP", DX: 4000}), "dx", certificate.CodeOffset)
	if s.desk("").Version != 0 {
		t.Error("something was kept")
	}
}

func TestOnlyTheOfficePrints(t *testing.T) {
	s := openShop(t)
	for _, name := range []string{"Lý Văn Dũng", "Trần Mạnh Khôi", "Sùng Thị Mai"} {
		by := s.Actor(name)
		_, err := s.CertificateDesk(bg, by, s.round, "")
		_, sheet := s.TestSheet(bg, by, "")
		for _, err := range []error{err, sheet, s.SaveCertificateTemplate(bg, by, 0, certificate.Default(certificate.A4)), s.SavePrinter(bg, by, 0, certificate.Printer{Name: "x"}), s.DropPrinter(bg, by, 0, "x")} {
			if thidua.KindOf(err) != thidua.Forbidden {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	stranger := s.Actor(ha)
	stranger.Tenant = "another"
	if _, err := s.CertificateDesk(bg, stranger, s.round, ""); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency: %v", err)
	}
}
