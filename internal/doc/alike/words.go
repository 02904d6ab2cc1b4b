package alike

import (
	"strings"
	"unicode"

	"thidua/internal/vi"
)

// word is a word of a sentence as it is written, with its key. Numbers and what stands in brackets are figures: they do not count.
type word struct {
	text   string
	key    string
	counts bool
	fixed  bool // within a fixed phrase
}

func cut(text string) []word {
	var out []word
	depth := 0
	for _, t := range strings.Fields(text) {
		inside := depth > 0 || strings.HasPrefix(t, "[")
		depth = max(0, depth+strings.Count(t, "[")-strings.Count(t, "]"))
		w := word{text: t}
		if !inside {
			w.key = key(t)
			w.counts = w.key != "" && !strings.ContainsFunc(w.key, unicode.IsDigit)
		}
		out = append(out, w)
	}
	return out
}

// key is a word without marks, case and the signs around it.
func key(t string) string {
	return strings.TrimFunc(vi.Fold(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func syllables(text string) []string {
	var out []string
	for _, w := range cut(text) {
		if w.counts {
			out = append(out, w.key)
		}
	}
	return out
}

// counted gives the places of the words that count.
func counted(words []word) []int {
	var at []int
	for i, w := range words {
		if w.counts {
			at = append(at, i)
		}
	}
	return at
}

// mark finds the fixed phrases among the words.
func mark(words []word, phrases [][]string) {
	at := counted(words)
	for i := range at {
		for _, p := range phrases {
			if begins(words, at[i:], p) {
				for _, j := range at[i : i+len(p)] {
					words[j].fixed = true
				}
			}
		}
	}
}

func begins(words []word, at []int, phrase []string) bool {
	if len(phrase) == 0 || len(phrase) > len(at) {
		return false
	}
	for i, s := range phrase {
		if words[at[i]].key != s {
			return false
		}
	}
	return true
}

// runs gives every run of n counted words; those that are a fixed phrase altogether only where all are asked for.
func runs(words []word, n int, all bool) map[string]bool {
	out := map[string]bool{}
	at := counted(words)
	for i := 0; i+n <= len(at); i++ {
		if run, own := join(words, at[i:i+n]); own || all {
			out[run] = true
		}
	}
	return out
}

// join writes a run; own tells that a word of it stands outside the fixed phrases.
func join(words []word, at []int) (run string, own bool) {
	var b strings.Builder
	for _, j := range at {
		own = own || !words[j].fixed
		b.WriteString(words[j].key)
		b.WriteByte(' ')
	}
	return b.String(), own
}

func pair(own, other known, share, n int) Pair {
	common, there := map[string]bool{}, runs(other.words, n, true)
	for run := range runs(own.words, n, true) {
		if there[run] {
			common[run] = true
		}
	}
	return Pair{Own: own.Sentence, Other: other.Sentence, Share: share, OwnPieces: pieces(own.words, common, n), Pieces: pieces(other.words, common, n)}
}

// pieces cuts a sentence where the common runs begin and end.
func pieces(words []word, common map[string]bool, n int) []Piece {
	at := counted(words)
	shared := make([]bool, len(words))
	for i := 0; i+n <= len(at); i++ {
		if run, _ := join(words, at[i:i+n]); common[run] {
			for j := at[i]; j <= at[i+n-1]; j++ {
				shared[j] = true
			}
		}
	}
	var out []Piece
	for i, w := range words {
		if last := len(out) - 1; last >= 0 && out[last].Shared == shared[i] {
			out[last].Text += " " + w.text
			continue
		}
		out = append(out, Piece{Text: w.text, Shared: shared[i]})
	}
	return out
}

// Sentences cuts a text into sentences: at line ends, and after a full stop, question or exclamation mark before a capital letter.
func Sentences(text string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		begin := 0
		for i, r := range line {
			if (r == '.' || r == '?' || r == '!') && opens(line[i+1:]) {
				out = append(out, strings.TrimSpace(line[begin:i+1]))
				begin = i + 1
			}
		}
		if last := strings.TrimSpace(line[begin:]); last != "" {
			out = append(out, last)
		}
	}
	return out
}

// opens tells whether a new sentence begins here.
func opens(rest string) bool {
	after := strings.TrimLeft(rest, " ")
	if after == rest {
		return false
	}
	for _, r := range after {
		return unicode.IsUpper(r) || r == '“' || r == '['
	}
	return false
}
