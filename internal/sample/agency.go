package sample

import (
	"strconv"

	"thidua"
)

// founded is since when everybody of the sample works there.
const founded thidua.Date = "2021-01-01"

// house is an agency while its data are made.
type house struct {
	dice
	draft
	place  int // among all agencies of the sample
	units  []unit
	people []person
	board  thidua.Council
	def    thidua.Definition
	plan   thidua.Movement
	rounds map[int]thidua.Round
	leaves []thidua.Criterion
	index  map[int]ranked                   // of each year
	scores map[int]map[string]thidua.Points // of each year, by unit
	low    map[string]bool                  // people of the year whose class keeps them from an award
	held   map[string][]string              // years of the awards of a unit or person
	sent   map[int]*sending
}

type unit struct {
	thidua.Unit
	head   int // place of its head among the people
	titles [3]string
}

type person struct {
	thidua.Person
	unit    int // place among the units; -1 for a leader
	title   string
	rank    thidua.Rank
	council bool
}

// organise makes units, people, and the council with its seats.
func (h *house) organise() {
	at := moment(founded, 8, 0)
	h.row.ID = h.id(at)
	for i, r := range of(rows("units"), h.kind)[:h.draft.units] {
		u := unit{Unit: thidua.Unit{ID: h.id(at), Code: r[0], Name: r[1], Short: r[2], Kind: thidua.UnitKind(r[3]), Order: i + 1, From: founded, Version: 1},
			titles: [3]string{r[4], r[5], r[6]}}
		h.units = append(h.units, u)
	}
	h.join(-1, h.row.LeaderTitle, thidua.RankLeader)
	h.join(-1, h.deputy, thidua.RankLeader)
	h.join(-1, h.deputy, thidua.RankLeader)
	for i, n := range shares(h.draft.people-len(h.people), len(h.units)) {
		h.staff(i, n)
	}
	h.seat()
}

// staff fills a unit with a head, deputies and the others; Văn phòng has its văn thư, accountant and operator among them.
func (h *house) staff(at, n int) {
	u := &h.units[at]
	u.head = len(h.people)
	h.join(at, u.titles[0], thidua.RankHead)
	for i := 1; i < n; i++ {
		title, rank := u.titles[2], thidua.RankMember
		switch {
		case i == 1 || i == 2 && n > 15 && at > 0:
			title, rank = u.titles[1], thidua.RankDeputy
		case at == 0 && i-2 < len(officePosts):
			title = word(officePosts[max(i-2, 0)])
		case h.chance(6):
			title = word("nguoi-lao-dong")
		}
		h.join(at, title, rank)
	}
}

var officePosts = []string{"chuyen-vien-vp", "van-thu", "ke-toan", "quan-tri", "cong-doan"}

func (h *house) join(unit int, title string, rank thidua.Rank) {
	sex := h.sex()
	h.people = append(h.people, person{unit: unit, title: title, rank: rank, Person: thidua.Person{ID: h.id(moment(founded, 8, 0)), Code: "CB" + padded(len(h.people)+1, 4),
		Name: h.name(sex), Sex: sex, Civil: title != word("nguoi-lao-dong"), BirthYear: h.between(1966, 1999), From: founded, Version: 1}})
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// official finds who holds one of the posts of Văn phòng; in a small one the head holds them all.
func (h *house) official(post string) *person {
	title := word(post)
	for i := range h.people {
		if h.people[i].title == title {
			return &h.people[i]
		}
	}
	return &h.people[h.units[0].head]
}
