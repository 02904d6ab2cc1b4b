package agency

import (
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// The faults of cells that hold a word of a short list, a unit, or the code of a row above.
const (
	CodeCellChoice thidua.Code = "import.choice" // the words that may stand there
	CodeCellTwice  thidua.Code = "import.twice"  // line of the row that has the code already
	CodeCellUnit   thidua.Code = "import.unit"   // the code that no unit has
)

func personFrom(r sheet.Row, p thidua.Person) (thidua.Person, error) {
	var f thidua.Faults
	if p.ID == "" {
		p.Civil = true
	}
	keep(&p.Code, r.Get("code"))
	keep(&p.Name, r.Get("name"))
	if word := r.Get("sex"); word != "" {
		sex, ok := vi.ParseSex(word)
		if !ok {
			f.Add("sex", CodeCellChoice, vi.SexWords)
		}
		p.Sex = sex
	}
	if word := r.Get("civil"); word != "" {
		yes, ok := vi.ParseYesNo(word)
		if !ok {
			f.Add("civil", CodeCellChoice, vi.YesNoWords)
		}
		p.Civil = yes
	}
	if year := r.Get("birth"); year != "" {
		n, err := strconv.Atoi(year)
		if err != nil {
			n = thidua.Unreadable
		}
		p.BirthYear = n
	}
	return p, f.Err()
}

func postFrom(tx *store.Tx, r sheet.Row, post thidua.Post) (thidua.Post, error) {
	var f thidua.Faults
	was := post
	keep(&post.Title, r.Get("title"))
	if post.Rank == "" {
		post.Rank = thidua.RankMember
	}
	if word := r.Get("rank"); word != "" {
		rank, ok := vi.ParseRank(word)
		if !ok {
			f.Add("rank", CodeCellChoice, vi.RankWords)
		}
		post.Rank = rank
	}
	if code := r.Get("unit"); code != "" {
		u, err := tx.UnitCoded(strings.TrimSpace(code))
		if thidua.KindOf(err) == thidua.NotFound && err != nil {
			f.Add("unit", CodeCellUnit, code)
		} else if err != nil {
			return post, err
		}
		post.Unit = u.ID
	}
	from := r.Date("from")
	if from != "" && !from.Valid() {
		f.Add("from", thidua.CodeDateWrong)
	}
	if post == was {
		return post, f.Err()
	}
	post.From, post.To = act.Today(tx), ""
	keep(&post.From, from)
	return post, f.Err()
}
