package scoring

import (
	"net/http"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// RankingNow leads to the ranking of the year at hand.
func (p Pages) RankingNow(c *handle.Ctx) error { return p.current(c, "/xep-hang") }

// Ranking shows the standings of the units of a year.
func (p Pages) Ranking(c *handle.Ctx) error {
	return p.showRanking(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) showRanking(c *handle.Ctx, status int, form ui.Form) error {
	r, err := p.App.Ranking(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	var leaders []thidua.Staff
	if offered(r.Offers, thidua.RecordPublish) {
		if leaders, err = p.App.Leaders(c.Context(), c.Actor); err != nil {
			return err
		}
	}
	sorted(r.Rows, c.Form.Get("sap"))
	page := ui.Page{Title: rankingTitle, Faults: form.Faults(), Late: form.Notice("")}
	return c.Page(status, page, ranking(r, c.Form.Get("sap"), leaders, form, c.Keys(r.Round.Version)))
}

// RankingFile gives the ranking as a table to print.
func (p Pages) RankingFile(c *handle.Ctx) error {
	d, err := p.App.RankingPaper(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return c.Paper("bang-xep-hang.pdf", d)
}

// Publish publishes the ranking: by a leader in the program.
func (p Pages) Publish(c *handle.Ctx) error {
	if err := p.App.PublishRanks(c.Context(), c.Actor, c.Path("round"), c.Form.Version()); err != nil {
		return p.rankingAgain(c, err)
	}
	return c.Redirect("/xep-hang/" + c.Path("round"))
}

// RecordPublished records that a leader lets the ranking be published, with the scan of the opinion.
func (p Pages) RecordPublished(c *handle.Ctx) error {
	scan, err := p.scan(c)
	if err == nil {
		in := app.Instruction{Do: thidua.Agree, Leader: c.Form.Get("leader"), Form: thidua.OpinionForm(c.Form.Get("form")), On: c.Form.Day("on"),
			Words: c.Form.Get("words"), Scan: scan}
		err = p.App.RecordRanksPublished(c.Context(), c.Actor, c.Path("round"), c.Form.Version(), in)
	}
	if err != nil {
		return p.rankingAgain(c, err)
	}
	return c.Redirect("/xep-hang/" + c.Path("round"))
}

func (p Pages) scan(c *handle.Ctx) (thidua.FileRef, error) {
	return c.KeepAny(p.App.KeepFile, "tep")
}

func (p Pages) rankingAgain(c *handle.Ctx, err error) error {
	return c.AgainOn(err, p.showRanking)
}

// floor is the score at the foot of the spark lines: 75, or the five below the lowest score.
func floor(rows []app.RankRow) float64 {
	low := 75.0
	for _, r := range rows {
		for _, p := range r.History {
			if p != nil {
				low = min(low, float64(*p/500*5))
			}
		}
	}
	return low
}

// spark draws the scores of a unit in 80 by 28 and gives the last point; years without a score are passed over.
func spark(history []*thidua.Points, floor float64) (path, x, y string) {
	var b strings.Builder
	for i, p := range history {
		if p == nil {
			continue
		}
		x = coordinate(4 + float64(i)*72/float64(max(len(history)-1, 1)))
		y = coordinate(max(26-(float64(*p)/100-floor)*27.6/(100-floor), 2))
		b.WriteString(map[bool]string{true: "M", false: "L"}[b.Len() == 0] + x + " " + y)
	}
	return b.String(), x, y
}

func coordinate(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }

// slopeY is where a rank stands in the slope chart.
func slopeY(rank int) int { return 38 + (rank-1)*44 }

// slopeClass colours only moves of two places and more.
func slopeClass(gain int) string {
	switch {
	case gain >= 2:
		return "hi"
	case gain <= -2:
		return "lo"
	}
	return ""
}
