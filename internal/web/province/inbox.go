package province

import (
	"strconv"
	"strings"

	"thidua"
	uses "thidua/internal/app/province"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Inbox shows what came to Sở Nội vụ.
func (p Pages) Inbox(c *handle.Ctx) error { return p.inbox(c, ok, ui.NewForm(nil, nil)) }

func (p Pages) inbox(c *handle.Ctx, status int, form ui.Form) error {
	q := c.R.URL.Query()
	f := uses.Filter{Period: q.Get("ky"), Text: q.Get("q"), State: stateNamed(q.Get("trang-thai")), Block: q.Get("khoi"), Sort: q.Get("xep")}
	v, err := p.Bureau.Inbox(c.Context(), c.Actor, f)
	if err != nil {
		return err
	}
	return show(c, status, inboxTitle, form, inbox(v, f, form, c.Keys(0)))
}

// TakeIn takes in a package that waits in the installation.
func (p Pages) TakeIn(c *handle.Ctx) error {
	if err := p.Bureau.Take(c.Context(), c.Actor, c.Form.Get("goi")); err != nil {
		return c.AgainOn(err, p.inbox)
	}
	return c.Redirect("/tiep-nhan")
}

// TakeFile takes in a package that was carried as a file.
func (p Pages) TakeFile(c *handle.Ctx) error {
	err := takeFile(c, p.Bureau)
	if err != nil {
		return c.AgainOn(err, p.inbox)
	}
	return c.Redirect("/tiep-nhan")
}

func takeFile(c *handle.Ctx, b *uses.Bureau) (err error) {
	files, err := c.Form.Uploads("tep-goi")
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return thidua.Faults{{Field: "tep-goi", Code: handle.CodeFileMissing}}.Err()
	}
	for i, f := range files {
		if i == 0 {
			err = b.TakeFile(c.Context(), c.Actor, f.Body)
		}
		if shut := f.Body.Close(); err == nil {
			err = shut
		}
	}
	return err
}

// stateKey is the last word of a state, as addresses have it.
func stateKey(s thidua.State) string {
	_, key, _ := strings.Cut(string(s), ".")
	return key
}

func stateNamed(key string) thidua.State {
	for _, s := range thidua.AppraisalFlow.States() {
		if stateKey(s) == key {
			return s
		}
	}
	return ""
}

func blockChoices(blocks []string, none string) []ui.Choice {
	out := []ui.Choice{{Text: none}}
	for _, b := range blocks {
		out = append(out, ui.Choice{Value: b, Text: b})
	}
	return out
}

// sorted gives the address that sorts the inbox, every filter kept.
func (s sorter) by(key string) string {
	return at("/tiep-nhan", s.look, "q", s.f.Text, "trang-thai", stateKey(s.f.State), "khoi", s.f.Block, "xep", key)
}

// sorter is what the heads of the inbox need to know.
type sorter struct {
	look uses.Look
	f    uses.Filter
}

func (s sorter) order(key, words string) string {
	if s.f.Sort == key {
		return words
	}
	return ""
}

func shareWidth(part, whole int) string {
	if whole == 0 {
		return "0"
	}
	return strconv.Itoa(min(part, whole) * 300 / whole)
}
