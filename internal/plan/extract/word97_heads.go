package extract

// The stories of page heads and feet: six lines between notes, then for each section six stories, of which these are the heads.
const (
	notesBetween = 6
	usualHead    = notesBetween + 1
	firstHead    = notesBetween + 4
	kindsBefore  = 2 // kinds of text before the heads: main, footnotes
)

// head reads the head of the first page: that of the first page alone where there is one, else that of all pages. Only what says something and
// is not said in the text again is kept.
func (t *text97) head() {
	table := t.w.at(atHeads)
	before := 0
	for i := range kindsBefore {
		before += t.w.main.u32(atLengths + 4*i)
	}
	for _, story := range []int{firstHead, usualHead} {
		from, to := table.u32(4*story), table.u32(4*story+4)
		if to <= from || len(table) < 4*story+8 {
			continue
		}
		t.between(before+from, before+to)
		t.endTable()
		break
	}
	t.line, t.fields, t.places = legacyText{}, nil, 0
}
