package record

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// CheckLine is one line of the check sheet: a part of the dossier or an automatic check, and what is said of it.
type CheckLine struct {
	Name  string
	Group string // lines of a group may be summed up: "Báo cáo thành tích"
	About string // of whom, in a group
	Grade thidua.Grade
	Note  string
	rest  string // those of a folded group that are not in order, below the line
}

// CheckSheet is the one page on which Văn phòng sees whether the dossier is complete (Phiếu kiểm tra hồ sơ, "Đủ hồ sơ chưa?").
type CheckSheet struct {
	Working
	State    string // of the dossier, in words
	Parts    []CheckLine
	Checks   []CheckLine
	HardCopy thidua.Date // on which the set of originals was handed in; empty: not yet
	Missing  string      // what keeps it from going up; empty: nothing
	Checker  string
}

// The marks before a line: in order by the data, to be looked at by a person, and an empty box to be ticked by hand.
var checkMarks = map[thidua.Grade]string{thidua.GradeGood: "√", thidua.GradeWarn: "!", thidua.GradeBlock: "□"}

// Document makes the sheet. It has one page always: where the lines are too many, those in order are counted and those that are not are named,
// as many as there is room for, with the number of the rest.
func (c CheckSheet) Document() doc.Document {
	d := c.with(c.Parts)
	for room := foldAll; d.Pages() > 1 && room >= 0; room-- {
		d = c.with(folded(c.Parts, room))
	}
	return d
}

func (c CheckSheet) with(parts []CheckLine) doc.Document {
	t := doc.Table{Size: 12, Columns: []doc.Column{{Head: "Đủ", Width: 10, Align: doc.Center}, {Head: "Nội dung kiểm tra", Width: 75, Align: doc.Left},
		{Head: "Tình trạng, việc còn thiếu", Width: 80, Align: doc.Left}}}
	add := func(head string, lines []CheckLine) {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{head}, Bold: true})
		for _, l := range lines {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{checkMarks[l.Grade], l.Name, l.Note}})
			if l.rest != "" {
				t.Rows = append(t.Rows, doc.Row{Cells: []string{l.rest}})
			}
		}
	}
	add("I. THÀNH PHẦN HỒ SƠ", parts)
	add("II. KIỂM TRA TỰ ĐỘNG", c.Checks)
	add("III. BẢN GIẤY", []CheckLine{c.hardCopy()})
	result := "không còn việc nào chưa xong theo dữ liệu."
	if c.Missing != "" {
		result = doc.Ended(c.Missing, ".")
	}
	blocks := append(c.head("PHIẾU KIỂM TRA HỒ SƠ", "(Phiếu làm việc nội bộ, không phải văn bản của cơ quan, không gửi kèm hồ sơ)"),
		doc.Labelled("Trạng thái hồ sơ:", doc.Ended(c.State, ".")), t, doc.Labelled("Còn phải làm:", result),
		doc.Para{Runs: []doc.Run{{Text: "√: đã đủ theo dữ liệu; !: cần người xem lại; □: chưa đủ, đánh dấu bằng tay khi đã bổ sung.", Italic: true}}},
		doc.Signatures{Columns: []doc.Signature{{PlaceDate: vi.UpperFirst(doc.LongDate("")), Titles: []string{"NGƯỜI KIỂM TRA"}, Note: byHand, Name: c.Checker}}})
	return doc.New("Phiếu kiểm tra "+vi.LowerFirst(c.Of), c.Date, c.Sample, blocks...)
}

func (c CheckSheet) hardCopy() CheckLine {
	l := CheckLine{Name: "01 bộ bản chính giấy", Grade: thidua.GradeBlock, Note: "chưa nộp"}
	if c.HardCopy.Valid() {
		l.Grade, l.Note = thidua.GradeGood, "đã nộp "+doc.LongDate(c.HardCopy)
	}
	return l
}

// foldAll is the most names that a folded group shows.
const foldAll = 60

// folded sums up the groups: how many are in order, and below it the others, at most room of them by name.
func folded(lines []CheckLine, room int) []CheckLine {
	var out []CheckLine
	done := map[string]bool{}
	for _, l := range lines {
		switch {
		case l.Group == "":
			out = append(out, l)
		case !done[l.Group]:
			done[l.Group] = true
			out = append(out, fold(l.Group, lines, room))
		}
	}
	return out
}

func fold(group string, lines []CheckLine, room int) CheckLine {
	all, good := 0, 0
	notes := []string{}
	of := map[string][]string{}
	for _, l := range lines {
		switch {
		case l.Group != group:
			continue
		case l.Grade == thidua.GradeGood:
			good++
		case of[l.Note] == nil:
			notes = append(notes, l.Note)
			fallthrough
		default:
			of[l.Note] = append(of[l.Note], l.About)
		}
		all++
	}
	line := CheckLine{Name: group, Grade: thidua.GradeGood, Note: fmt.Sprintf("%d/%d đã đủ", good, all)}
	if good < all {
		line.Grade, line.rest = thidua.GradeBlock, "Chưa đủ: "+namesWithin(notes, of, all-good, room)
	}
	return line
}

// namesWithin names those that are not in order by what they lack, and counts those for whom there is no room.
func namesWithin(notes []string, of map[string][]string, all, room int) string {
	var parts []string
	named := 0
	for _, note := range notes {
		names := of[note]
		if names = names[:min(len(names), room-named)]; len(names) == 0 {
			break
		}
		named += len(names)
		parts = append(parts, vi.LowerFirst(note)+": "+strings.Join(names, ", "))
	}
	if named < all {
		parts = append(parts, fmt.Sprintf("và %d trường hợp khác, xem trang Hồ sơ", all-named))
	}
	return strings.TrimPrefix(strings.Join(parts, "; "), "và ")
}
