package admin

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// A form has memberFirst lines of members to begin with, and memberSpare below those that are filled, up to memberMax.
const (
	memberMax   = 40
	memberFirst = 9
	memberSpare = 3
)

// Councils lists the councils with their decisions.
func (p Pages) Councils(c *handle.Ctx) error {
	all, err := p.App.Councils(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: councilsTitle}, councilList(all, saved(c)))
}

// NewCouncil shows an empty form.
func (p Pages) NewCouncil(c *handle.Ctx) error {
	return p.withPeople(c, func(people []thidua.Staff) error {
		form := fresh("quorum", "", "seat-1", string(thidua.SeatChair), "seat-2", string(thidua.SeatDeputy), "seat-3", string(thidua.SeatSecretary))
		return c.Page(http.StatusOK, under(councilsTitle, "/thanh-lap-hoi-dong", addCouncil), councilForm(addCouncil, "/thanh-lap-hoi-dong", form, people, c.Keys(0)))
	})
}

// Council shows the form of one council.
func (p Pages) Council(c *handle.Ctx) error {
	council, err := p.App.Council(c.Context(), c.Actor, c.Path("council"))
	if err != nil {
		return err
	}
	return p.withPeople(c, func(people []thidua.Staff) error {
		return c.Page(http.StatusOK, under(councilsTitle, "/thanh-lap-hoi-dong", council.Name),
			councilForm(council.Name, "/thanh-lap-hoi-dong/"+council.ID, formOf(council), people, c.Keys(council.Version)))
	})
}

func (p Pages) withPeople(c *handle.Ctx, show func([]thidua.Staff) error) error {
	people, err := p.App.Everybody(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(people)
}

func formOf(c thidua.Council) ui.Form {
	v := url.Values{"own-out": nil, "name": {c.Name}, "decision": {c.Decision}, "decided": {vi.Date(c.DecidedOn)}, "from": {vi.Date(c.From)}, "to": {vi.Date(c.To)},
		"quorum": {shareText(c.Quorum)}, "threshold": {shareText(c.Threshold)}, "source": {c.RuleSource}}
	if c.OwnOut {
		v.Set("own-out", "1")
	}
	for i, m := range c.Members {
		v.Set("person-"+strconv.Itoa(i+1), m.Person)
		v.Set("seat-"+strconv.Itoa(i+1), string(m.Seat))
	}
	return ui.NewForm(v, nil)
}

func shareText(s thidua.Share) string { return strconv.Itoa(s.Num) + "/" + strconv.Itoa(s.Den) }

// shareOf reads a fraction such as 2/3; one that cannot be read is nothing of nothing, which the rules refuse.
func shareOf(typed string) thidua.Share {
	num, den, _ := strings.Cut(strings.ReplaceAll(typed, " ", ""), "/")
	n, err := strconv.Atoi(num)
	d, err2 := strconv.Atoi(den)
	if err != nil || err2 != nil || n > memberMax*100 || d > memberMax*100 {
		return thidua.Share{}
	}
	return thidua.Share{Num: n, Den: d}
}

func councilOf(c *handle.Ctx, names map[string]string) thidua.Council {
	out := thidua.Council{ID: c.Path("council"), Name: c.Form.Text("name"), Decision: c.Form.Text("decision"), DecidedOn: c.Form.Day("decided"), From: c.Form.Day("from"),
		To: c.Form.Day("to"), Quorum: shareOf(c.Form.Get("quorum")), Threshold: shareOf(c.Form.Get("threshold")), RuleSource: c.Form.Text("source"),
		OwnOut: c.Form.Get("own-out") != "", Version: c.Form.Version()}
	for i := 1; i <= memberMax; i++ {
		person := c.Form.Get("person-" + strconv.Itoa(i))
		seat := thidua.Seat(c.Form.Get("seat-" + strconv.Itoa(i)))
		if vi.Seat(seat) == "" {
			seat = thidua.SeatMember
		}
		if person != "" {
			out.Members = append(out.Members, thidua.CouncilMember{Person: person, Name: names[person], Seat: seat})
		}
	}
	return out
}

// SaveCouncil adds a council or saves the one of the path.
func (p Pages) SaveCouncil(c *handle.Ctx) error {
	return p.withPeople(c, func(people []thidua.Staff) error {
		names := map[string]string{}
		for _, s := range people {
			names[s.ID] = s.Name
		}
		sent := councilOf(c, names)
		_, err := p.App.SaveCouncil(c.Context(), c.Actor, sent)
		if err == nil {
			return c.Redirect("/thanh-lap-hoi-dong?xong=1")
		}
		title, url, version, kept := addCouncil, "/thanh-lap-hoi-dong", int64(0), ui.Form{}
		if sent.ID != "" {
			now, missing := p.App.Council(c.Context(), c.Actor, sent.ID)
			if missing != nil {
				return missing
			}
			title, url, version, kept = now.Name, "/thanh-lap-hoi-dong/"+sent.ID, now.Version, formOf(now)
		}
		return c.ShowAgain(err, under(councilsTitle, "/thanh-lap-hoi-dong", title), func(f ui.Form) templ.Component {
			return councilForm(title, url, f.Beside(kept.Raw()), people, c.Keys(version))
		})
	})
}

// memberLines counts the lines of the form: those that are filled and some spare ones.
func memberLines(form ui.Form) []string {
	last := 0
	for i := 1; i <= memberMax; i++ {
		if form.Get("person-"+strconv.Itoa(i)) != "" {
			last = i
		}
	}
	var out []string
	for i := 1; i <= min(max(last+memberSpare, memberFirst), memberMax); i++ {
		out = append(out, strconv.Itoa(i))
	}
	return out
}
