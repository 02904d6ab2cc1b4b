package province

import (
	"fmt"
	"strconv"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// rollShown is how many of those awarded stand on one page of the roll of honour.
const rollShown = 100

// rollView is one page of the roll: the decided lists with those of their lines that stand on it, refused ones left out.
type rollView struct {
	lists      []thidua.RaisedList
	page       int
	all, first int // lines of every page, and of those before this one
	shown      int
}

// Roll shows who was awarded by the decisions, the latest first.
func (p Pages) Roll(c *handle.Ctx) error {
	all, err := p.Bureau.Roll(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	page, _ := strconv.Atoi(c.R.URL.Query().Get("trang")) // what is no number is the first page
	return show(c, ok, rollTitle, ui.NewForm(nil, nil), roll(rollPage(all, page)))
}

func rollPage(all []thidua.RaisedList, page int) rollView {
	v := rollView{page: max(page, 1)}
	for _, l := range all {
		for _, line := range l.Lines {
			if line.Granted {
				v.all++
			}
		}
	}
	v.page = min(v.page, max(1, (v.all+rollShown-1)/rollShown))
	v.first = (v.page - 1) * rollShown
	at := 0
	for _, l := range all {
		var lines []thidua.RaiseLine
		for _, line := range l.Lines {
			if !line.Granted {
				continue
			}
			if at >= v.first && at < v.first+rollShown {
				lines = append(lines, line)
			}
			at++
		}
		if len(lines) > 0 {
			l.Lines = lines
			v.lists = append(v.lists, l)
			v.shown += len(lines)
		}
	}
	return v
}

func (v rollView) summary() string {
	return fmt.Sprintf(rollSummary, v.first+1, v.first+v.shown, v.all)
}

// around is the address of the page before or after; empty where there is none.
func (v rollView) around(step int) string {
	next := v.page + step
	if next < 1 || (next-1)*rollShown >= v.all {
		return ""
	}
	return "/bang-vang-tinh?trang=" + strconv.Itoa(next)
}
