package remind

import (
	"io"
	"net/http"

	"thidua"
	"thidua/internal/app/remind"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// pictureFile is the name of the picture in its address; any other has no page.
const pictureFile = "nhac-dang-ky.png"

type messageView struct {
	remind.Messages
	keys ui.Keys
}

func (v messageView) url(rest string) string { return "/nam/" + v.Book.Round.ID + rest }

// Messages shows what Văn phòng sends to units that have not registered.
func (p Pages) Messages(c *handle.Ctx) error {
	m, err := p.Desk.Messages(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: messagesTitle, Season: vi.Season(m.Book.Movement, m.Book.Round.Year),
		Crumbs: []ui.Link{{Text: listTitle, URL: "/nam/" + m.Book.Round.ID + "/tong-hop"}, {Text: messagesTitle}}}
	return c.Page(http.StatusOK, page, messages(messageView{m, c.Keys(0)}))
}

// Picture gives the reminder as a picture; with "tai" in the address it is kept as a file.
func (p Pages) Picture(c *handle.Ctx) error {
	m, err := p.Desk.Messages(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	if c.Path("file") != pictureFile {
		return thidua.Refuse(thidua.NotFound, remind.CodeNoPicture)
	}
	return c.Download(pictureFile, "image/png", !c.Form.Has("tai"), func(w io.Writer) error { return m.Picture(w) })
}
