package dossier

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/printing"
	"thidua/internal/doc/certificate"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// The faults of measures as they are typed.
const (
	codeMillimetres thidua.Code = "certificate.millimetres"
	codePoints      thidua.Code = "certificate.points"
	codePaper       thidua.Code = "certificate.paper"
)

// stocks are the sheets that can be chosen; another is typed.
var stocks = map[string][2]certificate.Length{"a4": certificate.A4, "a3": certificate.A3}

// ownStock is the choice of a sheet with typed measures.
const ownStock = "rieng"

// pressPage is what the page of printing certificates is drawn from.
type pressPage struct {
	printing.CertificateDesk
	form    ui.Form // of the measures
	printer ui.Form
	run     ui.Form // of what is printed
	keys    ui.Keys
	done    thidua.Action
}

// Press shows the awards of a round, whose certificates are printed on the agency's stock.
func (p Pages) Press(c *handle.Ctx) error {
	return p.press(c, http.StatusOK, pressPage{done: thidua.Action(c.Form.Get("xong"))})
}

func (p Pages) press(c *handle.Ctx, status int, page pressPage) error {
	d, err := p.App.CertificateDesk(c.Context(), c.Actor, c.Path("round"), page.run.Get("loi"))
	if err != nil {
		return err
	}
	page.CertificateDesk, page.keys = d, c.Keys(d.Version)
	if len(page.form.Raw()) == 0 {
		page.form = ui.NewForm(typed(d.Template), nil)
	}
	page.form = page.form.Beside(typed(d.Template))
	faults := append(append(page.run.Faults(), page.form.Faults()...), page.printer.Faults()...)
	late := page.form.Notice("")
	if late == nil {
		late = page.printer.Notice("")
	}
	return c.Page(status, ui.Page{Title: pressTitle, Wide: true, Faults: faults, Late: late, Crumbs: pressCrumbs(d)}, pressBody(page))
}

// typed gives a template as its form has it.
func typed(t certificate.Template) url.Values {
	v := url.Values{"kho": {ownStock}, "rong": {t.Width.String()}, "cao": {t.Height.String()}, "nguoi-chuc-danh": {t.Title}, "nguoi-ten": {t.Signer}}
	for name, s := range stocks {
		if s == [2]certificate.Length{t.Width, t.Height} {
			v.Set("kho", name)
		}
	}
	for _, part := range certificate.Parts {
		b, at := t.Boxes[part], string(part)
		for name, l := range map[string]certificate.Length{"-x": b.X, "-y": b.Y, "-rong": b.Width, "-cao": b.Height} {
			v.Set(at+name, l.String())
		}
		v.Set(at+"-co", strconv.Itoa(b.Size))
		v.Set(at+"-nho-nhat", strconv.Itoa(b.Least))
		v.Set(at+"-canh", string(b.Side))
		for name, on := range map[string]bool{"-in": b.On, "-dam": b.Bold, "-nghieng": b.Italic} {
			if on {
				v.Set(at+name, "1")
			}
		}
	}
	return v
}

// reader reads measures as they were typed and gathers what cannot be read.
type reader struct {
	handle.Values
	faults thidua.Faults
}

func (r *reader) length(field string) certificate.Length {
	l, ok := certificate.ParseLength(r.Get(field))
	if !ok {
		r.faults.Add(field, codeMillimetres)
	}
	return l
}

func (r *reader) points(field string) int {
	n, err := strconv.Atoi(r.Text(field))
	if err != nil {
		r.faults.Add(field, codePoints)
	}
	return n
}

func (r *reader) template() (certificate.Template, error) {
	t := certificate.Template{Boxes: map[certificate.Part]certificate.Box{}, Title: r.Text("nguoi-chuc-danh"), Signer: r.Text("nguoi-ten")}
	stock, known := stocks[r.Get("kho")]
	switch {
	case known:
		t.Width, t.Height = stock[0], stock[1]
	case r.Get("kho") == ownStock:
		t.Width, t.Height = r.length("rong"), r.length("cao")
	default:
		r.faults.Add("kho", codePaper)
	}
	if r.Has("vi-tri-mau") {
		t.Boxes = certificate.Default([2]certificate.Length{t.Width, t.Height}).Boxes
		return t, r.faults.Err()
	}
	for _, part := range certificate.Parts {
		at := string(part)
		t.Boxes[part] = certificate.Box{On: r.Has(at + "-in"), X: r.length(at + "-x"), Y: r.length(at + "-y"), Width: r.length(at + "-rong"), Height: r.length(at + "-cao"),
			Size: r.points(at + "-co"), Least: r.points(at + "-nho-nhat"), Side: certificate.Side(r.Get(at + "-canh")), Bold: r.Has(at + "-dam"), Italic: r.Has(at + "-nghieng")}
	}
	return t, r.faults.Err()
}

// ActPress keeps the measures of the stock, or those of a printer.
func (p Pages) ActPress(c *handle.Ctx) error {
	act, version := thidua.Action(c.Path("action")), c.Form.Version()
	r := &reader{Values: c.Form}
	var err error
	switch act {
	case thidua.SetCertificate:
		var t certificate.Template
		if t, err = r.template(); err == nil {
			err = p.App.SaveCertificateTemplate(c.Context(), c.Actor, version, t)
		}
	case thidua.SetPrinter:
		one := certificate.Printer{Name: c.Form.Text("may-in"), DX: r.length("dx"), DY: r.length("dy")}
		if err = r.faults.Err(); err == nil {
			err = p.App.SavePrinter(c.Context(), c.Actor, version, one)
		}
	case thidua.DropPrinter:
		err = p.App.DropPrinter(c.Context(), c.Actor, version, c.Form.Get("may-in"))
	default:
		err = thidua.Refuse(thidua.NotFound, handle.CodeFormat)
	}
	if err == nil {
		return c.Redirect("/nam/" + c.Path("round") + "/in-bang-khen" + done(act))
	}
	form, status := c.Again(err)
	switch {
	case status == 0:
		return err
	case act == thidua.SetCertificate:
		return p.press(c, status, pressPage{form: form})
	}
	return p.press(c, status, pressPage{printer: form})
}

// PressFile gives the certificates of the chosen awards as loi.pdf, or the test sheet as to-thu.pdf.
func (p Pages) PressFile(c *handle.Ctx) error {
	file := c.Path("file")
	switch file {
	case "to-thu.pdf":
		s, err := p.App.TestSheet(c.Context(), c.Actor, c.Form.Get("may"))
		if err != nil {
			return err
		}
		return c.Download(file, handle.TypePDF, true, s.PDF)
	case "loi.pdf":
		d, err := p.App.CertificateDesk(c.Context(), c.Actor, c.Path("round"), c.Form.Get("loi"))
		if err != nil {
			return err
		}
		r, err := d.Print(c.Form.All("chon"), c.Form.Get("may"))
		if err == nil {
			return c.Download(app.FileTitle(r.Title)+filepath.Ext(file), handle.TypePDF, true, r.PDF)
		}
		form, status := c.Again(err)
		if status == 0 {
			return err
		}
		return p.press(c, status, pressPage{run: form})
	}
	return thidua.Refuse(thidua.NotFound, handle.CodeFormat)
}
