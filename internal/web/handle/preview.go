package handle

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/vi"
	"thidua/internal/web/ui"
)

// The questions by which the address of a kept file gives a page of it to look at, and the picture of that page; without one it gives the file.
const (
	askPage    = "xem"
	askPicture = "anh"
)

// sandbox is the policy of an answer that is somebody's file: opened in whatever way, it runs nothing and loads nothing.
const sandbox = "sandbox; default-src 'none'"

// LookAddress is where a page of the file at an address is looked at.
func LookAddress(address string) string { return with(address, askPage, 1) }

func with(address, key string, page int) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	q := u.Query()
	q.Del(askPage)
	q.Del(askPicture)
	if key != "" {
		q.Set(key, strconv.Itoa(page))
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// Stored answers with a kept file that the person of the request may read, as a download whatever it holds; asked for a page, it shows that.
func (c *Ctx) Stored(open func() (thidua.FileRef, *os.File, error)) error {
	ref, f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	return c.Kept(ref, f)
}

// Kept is Stored for content that is open already.
func (c *Ctx) Kept(ref thidua.FileRef, content io.Reader) error {
	q := c.R.URL.Query()
	switch {
	case q.Has(askPicture):
		return c.picture(ref, content, pageOf(q.Get(askPicture)))
	case q.Has(askPage):
		return c.look(ref, content, pageOf(q.Get(askPage)))
	}
	c.W.Header().Set("Content-Security-Policy", sandbox)
	var body bytes.Buffer
	if _, err := io.Copy(&body, content); err != nil {
		return err
	}
	return c.give(ref.Name, ref.Type, false, &body)
}

func pageOf(typed string) int {
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > 9999 {
		return 1
	}
	return n
}

func (c *Ctx) picture(ref thidua.FileRef, content io.Reader, page int) error {
	p, err := c.Shell.Files().Look(c.Context(), ref, content, page)
	if err != nil {
		return err
	}
	c.W.Header().Set("Content-Security-Policy", sandbox)
	return c.give("trang-"+strconv.Itoa(page)+".jpg", "image/jpeg", true, bytes.NewBuffer(p.JPEG))
}

func (c *Ctx) look(ref thidua.FileRef, content io.Reader, page int) error {
	here := c.R.URL.RequestURI()
	l := ui.Look{Name: ref.Name, File: ref, Download: with(here, "", 0)}
	scan, err := c.Shell.Files().ScanOf(c.Context(), c.Actor, ref)
	if err != nil {
		return err
	}
	l.Scan = ui.ScanWords(scan)
	p, err := c.Shell.Files().Look(c.Context(), ref, content, page)
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.Invalid {
		l.Failed, err = vi.Sentence(refusal), nil
	}
	if err != nil {
		return err
	}
	l.Pages = p.Pages
	l.Page = min(page, max(1, p.Pages))
	l.Picture = with(here, askPicture, l.Page)
	if l.Page > 1 {
		l.Previous = with(here, askPage, l.Page-1)
	}
	if l.Page < l.Pages {
		l.Next = with(here, askPage, l.Page+1)
	}
	return c.Page(http.StatusOK, ui.Page{Title: ref.Name}, ui.LookPage(l))
}

// Looks tells whether the pages of a file can be looked at.
func Looks(ref thidua.FileRef) bool { return custody.Looks(ref) }
