package vi

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"thidua"
)

// labels holds the word for each constant of the vocabulary, keyed by the typed constant itself, so that a state and a role of the
// same spelling stay apart. A new subject is one file labels_<subject>.go and one entry here.
var labels = merged(keyed(stateLabels), keyed(deadlineLabels), keyed(actionButtons()), keyed(roleLabels), keyed(factLabels), keyed(classLabels),
	keyed(answerLabels), keyed(slipLabels), keyed(voteKindLabels), keyed(choiceLabels), keyed(verdictLabels))

// State gives the words of a state as they stand on screens and papers: "Văn phòng đã rà soát".
func State(s thidua.State) string { return stateLabels[s] }

// Action gives the words of a button: "Đề nghị bổ sung".
func Action(a thidua.Action) string { return actionLabels[a].button }

// Actions lists the acts that have words, by what the log tells of them.
func Actions() []thidua.Action {
	all := slices.Collect(maps.Keys(actionLabels))
	slices.SortFunc(all, func(a, b thidua.Action) int {
		return cmp.Or(strings.Compare(SortKey(Done(a)), SortKey(Done(b))), strings.Compare(string(a), string(b)))
	})
	return all
}

// Done gives an act as the log tells it, after a name: "đã đề nghị bổ sung". An act without words of its own is told in general ones.
func Done(a thidua.Action) string {
	if l, ok := actionLabels[a]; ok {
		return l.done
	}
	return "đã thay đổi nội dung"
}

// Role gives the name of a role: "Chuyên viên Văn phòng".
func Role(r thidua.Role) string { return roleLabels[r] }

// Fact says what is missing while the fact is not true, to stand after "Chưa gửi được: ": "chưa ghi số, ngày văn bản".
func Fact(f thidua.Fact) string { return factLabels[f] }

func keyed[K comparable](part map[K]string) map[any]string {
	out := make(map[any]string, len(part))
	for key, word := range part {
		out[key] = word
	}
	return out
}

func merged[K comparable, V any](parts ...map[K]V) map[K]V {
	out := map[K]V{}
	for _, part := range parts {
		maps.Copy(out, part)
	}
	return out
}
