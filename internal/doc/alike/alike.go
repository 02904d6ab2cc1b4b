// Package alike finds sentences of one report that are alike to sentences of others. It looks at the order of syllables without tones and marks,
// so that a changed word, a missing accent or a moved comma does not hide a copied sentence. What it finds is a remark for a person to judge.
package alike

import (
	"cmp"
	"slices"
)

// Rule is what counts as alike, with the reason of each figure. The usual one is Usual.
type Rule struct {
	Shingle int      // syllables of a run that is compared as one
	Least   int      // syllables that a sentence must have of its own; a shorter one is alike by chance
	Share   int      // per cent of the shorter sentence's runs that both have, from which they count as alike
	Most    int      // pairs that are told of one sentence, the most alike first
	Fixed   []string // phrases of the field that prove nothing
	Why     string   // for who reads the result
}

// Usual is the rule of the reports: runs of three syllables are the shortest that rarely come together by chance in administrative prose, a
// sentence under eight syllables says too little, and from three fifths on two sentences read as the same one with words exchanged.
var Usual = Rule{Shingle: 3, Least: 8, Share: 60, Most: 3, Fixed: fixed,
	Why: "So từng câu do người viết tự viết, theo các cụm ba tiếng, không kể dấu và con số; giống từ 60% số cụm của câu ngắn hơn thì nêu ra. Bỏ qua câu dưới tám tiếng và các cụm từ của phong trào."}

// fixed are phrases that every report of such a movement has.
var fixed = []string{"cải cách hành chính", "phong trào thi đua", "hoàn thành tốt nhiệm vụ được giao", "hoàn thành xuất sắc nhiệm vụ", "kỷ luật, kỷ cương hành chính",
	"Trang thông tin điện tử", "trên môi trường mạng", "trong năm", "Chánh Thanh tra công nhận", "được giao", "đúng thời hạn"}

// Sentence is one sentence of a report; Of is whose report it is, as the caller names it.
type Sentence struct {
	Of   string
	Text string
}

// Pair is a sentence with one that is alike: the share in per cent and both cut into pieces, the common ones marked.
type Pair struct {
	Own, Other Sentence
	Share      int
	OwnPieces  []Piece
	Pieces     []Piece // of the other
}

// Piece is a part of a sentence.
type Piece struct {
	Text   string
	Shared bool
}

// Index holds the sentences that others are compared with; looking one up costs by what it shares with them, not by their number.
type Index struct {
	rule  Rule
	fixed [][]string
	list  []known
	at    map[string][]int // a run and the sentences that have it
}

type known struct {
	Sentence
	words []word
	runs  map[string]bool
}

// widest is how many sentences one run leads to: what stands in more reports than that is a phrase of the agency.
const widest = 200

// NewIndex takes the sentences in; those that are too short for the rule are left out.
func NewIndex(rule Rule, sentences []Sentence) *Index {
	x := &Index{rule: rule, at: map[string][]int{}}
	for _, phrase := range rule.Fixed {
		x.fixed = append(x.fixed, syllables(phrase))
	}
	for _, s := range sentences {
		k, ok := x.read(s)
		if !ok {
			continue
		}
		x.list = append(x.list, k)
		for run := range k.runs {
			if at := x.at[run]; len(at) < widest {
				x.at[run] = append(at, len(x.list)-1)
			}
		}
	}
	return x
}

// read cuts a sentence up; false when it is too short to be compared.
func (x *Index) read(s Sentence) (known, bool) {
	k := known{Sentence: s, words: cut(s.Text)}
	mark(k.words, x.fixed)
	own := 0
	for _, w := range k.words {
		if w.counts && !w.fixed {
			own++
		}
	}
	k.runs = runs(k.words, x.rule.Shingle, false)
	return k, own >= x.rule.Least && len(k.runs) > 0
}

// Like lists the sentences of the index that are alike to one, the most alike first; none of the same report (Of).
func (x *Index) Like(s Sentence) []Pair {
	own, ok := x.read(s)
	if !ok {
		return nil
	}
	common := map[int]int{}
	for run := range own.runs {
		for _, i := range x.at[run] {
			common[i]++
		}
	}
	var out []Pair
	for i, n := range common {
		other := x.list[i]
		if share := percent(n, min(len(own.runs), len(other.runs))); other.Of != s.Of && share >= x.rule.Share {
			out = append(out, pair(own, other, share, x.rule.Shingle))
		}
	}
	slices.SortFunc(out, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Other.Of, b.Other.Of), cmp.Compare(a.Other.Text, b.Other.Text))
	})
	return out[:min(len(out), x.rule.Most)]
}

// Likeness gives how alike two sentences are by the rule, in per cent of the shorter one's runs; 0 where one is too short.
func (r Rule) Likeness(a, b string) int {
	x := NewIndex(r, nil)
	one, ok := x.read(Sentence{Text: a})
	other, fine := x.read(Sentence{Text: b})
	if !ok || !fine {
		return 0
	}
	n := 0
	for run := range one.runs {
		if other.runs[run] {
			n++
		}
	}
	return percent(n, min(len(one.runs), len(other.runs)))
}

func percent(n, of int) int { return n * 100 / of }
