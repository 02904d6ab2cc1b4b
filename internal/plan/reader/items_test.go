package reader

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"thidua/internal/plan"
)

// Every passage of the real plan is the text that it stands for, stray line breaks apart.
func TestPassagesAreTheirTexts(t *testing.T) {
	d := read(t, "lao-cai.txt")
	for _, e := range d.Elements() {
		got := strings.Join(strings.Fields(d.Passage(e.Span)), " ")
		switch key, _, _ := strings.Cut(e.Key, "."); key {
		case "number", "date", "movement", "bases", "awards", "signer":
			if got == "" {
				t.Errorf("%s has no passage", e.Key)
			}
		default:
			if got != e.Text {
				t.Errorf("%s: passage %q, text %q", e.Key, got, e.Text)
			}
		}
	}
	for key, begins := range map[string]string{"bases.1": "Căn cứ Hướng dẫn số 956", "awards.0": "Bằng khen của Chủ tịch", "signer": "CHÁNH THANH TRA", "movement": "Từ ngày ban hành"} {
		for _, e := range d.Elements() {
			if e.Key == key && !strings.HasPrefix(d.Passage(e.Span), begins) {
				t.Errorf("%s begins with %q", key, d.Passage(e.Span))
			}
		}
	}
}

func TestItemsOfTheRealPlan(t *testing.T) {
	d := read(t, "lao-cai.docx")
	var got []string
	for _, it := range d.Items() {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%d %s %d %s", it.Number, it.Key, len(it.Elements), it.Section)))
	}
	want := []string{"1 number 2", "2 bases 2", "3 purposes 3 I.1", "4 requirements 2 I.2", "5 subjects 2 II.1", "6 criteria 5 II.2", "7 movement 1 II.3",
		"8 deadlines.0 2 II.4", "9 awards 1 III.1", "10 standards 8 III.2", "11 process 1 IV.1", "12 dossier 3 IV.2", "13 deadlines.2 1 IV.3",
		"14 assignments.0 1 V.1", "15 assignments.1 1 V.2", "16 assignments.2 1 V.3", "17 assignments.3 1 V.4", "18 recipients 7", "19 signer 1"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	open := d.OpenItems()
	if s := fmt.Sprint(keys(open)); s != "[1 number 1 date 7 movement 13 deadlines.2]" {
		t.Errorf("open: %s", s)
	}
	for _, o := range open {
		if !d.Settle(o.Key) {
			t.Errorf("%s cannot be settled", o.Key)
		}
	}
	if d.Settle("criteria.9") || len(d.OpenItems()) != 0 {
		t.Errorf("still open: %v", d.OpenItems())
	}
}

func keys(os []plan.OpenItem) []string {
	var out []string
	for _, o := range os {
		out = append(out, fmt.Sprint(o.Number, " ", o.Key))
	}
	return out
}

// The shown source is the whole source; each item is anchored once.
func TestLinesShowTheWholeSource(t *testing.T) {
	d := read(t, "lao-cai.txt")
	var b strings.Builder
	first := map[int]int{}
	for i, l := range d.Lines() {
		if i > 0 {
			b.WriteString("\n")
		}
		if l.Blank {
			b.WriteString("\n")
		}
		for _, s := range l.Segments {
			b.WriteString(s.Text)
			if s.First {
				first[s.Number]++
			}
		}
	}
	if b.String() != d.Source {
		t.Error("the lines are not the source")
	}
	for n := 1; n <= 19; n++ {
		if first[n] != 1 {
			t.Errorf("item %d is anchored %d times", n, first[n])
		}
	}
	golden(t, "lao-cai.outline.txt", []byte(d.Outline()))
}
