package public

import (
	"net"
	"net/http"
	"net/netip"

	"thidua"
	"thidua/internal/app/founding"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// BeginPages are the pages on which an agency is founded in the browser, by who sits at the machine itself.
type BeginPages struct{ Core founding.Core }

// Begin shows the form.
func (p BeginPages) Begin(c *handle.Ctx) error {
	if err := p.open(c); err != nil {
		return err
	}
	return p.form(c, http.StatusOK, ui.NewForm(c.Form.Raw(), nil))
}

// Found makes the agency and its first administrator.
func (p BeginPages) Found(c *handle.Ctx) error {
	if err := p.open(c); err != nil {
		return err
	}
	err := founding.Begin(c.Context(), p.Core, founding.First{
		Agency: thidua.Agency{Name: c.Form.Text("name"), Parent: c.Form.Text("parent"), Place: c.Form.Text("place"), Symbol: c.Form.Text("symbol"),
			LeaderTitle: c.Form.Text("leader")},
		User: c.Form.Text("user"), Password: c.Form.Get("password"), Again: c.Form.Get("again"),
	})
	if form, refused := c.Refused(err); refused {
		return p.form(c, http.StatusUnprocessableEntity, form)
	}
	if err != nil {
		return err
	}
	return c.Redirect("/dang-nhap?xong=lap-co-quan")
}

// open lets in only who sits at the machine itself, under its own name, while nothing has been founded: everybody else finds nothing here.
func (p BeginPages) open(c *handle.Ctx) error {
	if !here(c) {
		return founding.Closed
	}
	return founding.Open(c.Context(), p.Core)
}

func here(c *handle.Ctx) bool {
	from, err := netip.ParseAddr(c.From)
	host, _, cut := net.SplitHostPort(c.R.Host)
	if cut != nil {
		host = c.R.Host
	}
	return err == nil && from.Unmap().IsLoopback() && (host == "localhost" || host == "127.0.0.1")
}

func (p BeginPages) form(c *handle.Ctx, status int, form ui.Form) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	return c.Block(status, ui.Bare(f, ui.Page{Title: beginTitle, Faults: form.Faults()}, begin(f, form)))
}
