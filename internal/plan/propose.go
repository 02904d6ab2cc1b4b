package plan

import (
	"regexp"
	"strings"

	"thidua"
)

// standardWords says by which words a standard is recognised, how it is called in tables and how it is judged; of is by which words its
// criterion is found. An earlier row wins.
var standardWords = []struct {
	re   *regexp.Regexp
	name string
	when thidua.Predicate
	of   *regexp.Regexp
}{
	{regexp.MustCompile(`(?i)kế hoạch phát động`), "Kế hoạch phát động trong bộ phận", thidua.WhenPlanIssued, leadership},
	{regexp.MustCompile(`(?i)lãnh đạo, chỉ đạo`), "Lãnh đạo, chỉ đạo, ban hành văn bản", thidua.WhenTargetsReached, leadership},
	{regexp.MustCompile(`(?i)tuyên truyền`), "Tuyên truyền", thidua.WhenTargetsReached, regexp.MustCompile(`(?i)tuyên truyền`)},
	{regexp.MustCompile(`(?i)thứ hạng.*(?:trên địa bàn|toàn) tỉnh`), "Thứ hạng trên địa bàn tỉnh", thidua.WhenIndexRank, nil},
	{regexp.MustCompile(`(?i)chất lượng, tiến độ`), "Nhiệm vụ đúng chất lượng, tiến độ", thidua.WhenTargetsReached, regexp.MustCompile(`(?i)^(?:thi đua )?thực hiện (?:các )?nhiệm vụ`)},
	{regexp.MustCompile(`(?i)hoàn thành (?:xuất sắc|tốt) nhiệm vụ.*sáng kiến`), "Hoàn thành tốt nhiệm vụ, có giải pháp, sáng kiến", thidua.WhenAll, nil},
	{regexp.MustCompile(`(?i)tham gia.*cải cách hành chính của cơ quan`), "Tham gia cải cách hành chính của cơ quan", thidua.WhenManual, nil},
	{regexp.MustCompile(`(?i)phẩm chất`), "Phẩm chất đạo đức, gương mẫu", thidua.WhenRemark, nil},
	{regexp.MustCompile(`(?i)sáng kiến`), "Giải pháp, sáng kiến", thidua.WhenInitiative, nil},
	{regexp.MustCompile(`(?i)hoàn thành (?:xuất sắc|tốt) nhiệm vụ`), "Hoàn thành tốt nhiệm vụ", thidua.WhenEvaluation, nil},
	{regexp.MustCompile(`(?i)kỷ luật`), "Không bị kỷ luật", thidua.WhenNoHold, nil},
}

var leadership = regexp.MustCompile(`(?i)trách nhiệm|lãnh đạo, chỉ đạo`)

// bothTests is the test of people who did their work well and have an initiative.
var bothTests = thidua.Test{When: thidua.WhenAll, Parts: []thidua.Test{{When: thidua.WhenEvaluation}, {When: thidua.WhenInitiative}}}

// standardOf proposes name and test of a standard; what no row recognises is judged by people.
func standardOf(text string, heads []thidua.Criterion) (name string, test thidua.Test) {
	for _, w := range standardWords {
		if !w.re.MatchString(text) {
			continue
		}
		switch {
		case w.when == thidua.WhenAll:
			return w.name, bothTests
		case w.of == nil:
			return w.name, thidua.Test{When: w.when}
		}
		for _, c := range heads {
			if w.of.MatchString(c.Text) {
				return w.name, thidua.Test{When: w.when, Criteria: []string{c.Code}}
			}
		}
		return w.name, thidua.Test{When: thidua.WhenManual}
	}
	return shortName(text), thidua.Test{When: thidua.WhenManual}
}

// Tests lists the ways in which a standard can be judged, for the choice of a person; the first is by hand.
func Tests(heads []thidua.Criterion) []thidua.Test {
	out := []thidua.Test{{When: thidua.WhenManual}}
	for _, c := range heads {
		out = append(out, thidua.Test{When: thidua.WhenTargetsReached, Criteria: []string{c.Code}})
	}
	for _, c := range heads {
		out = append(out, thidua.Test{When: thidua.WhenPlanIssued, Criteria: []string{c.Code}})
	}
	for _, w := range []thidua.Predicate{thidua.WhenIndexRank, thidua.WhenEvaluation, thidua.WhenInitiative, thidua.WhenRemark} {
		out = append(out, thidua.Test{When: w})
	}
	return append(out, bothTests, thidua.Test{When: thidua.WhenPublicity, Number: 1}, thidua.Test{When: thidua.WhenNoHold}, thidua.Test{When: thidua.WhenRegistered})
}

// TestKey names a test in a form: "targets-reached:TC2".
func TestKey(t thidua.Test) string {
	return strings.Join(append([]string{string(t.When)}, t.Criteria...), ":")
}

// TestOf finds the test of a key among those that can be chosen; false for any other key.
func TestOf(key string, heads []thidua.Criterion) (thidua.Test, bool) {
	for _, t := range Tests(heads) {
		if TestKey(t) == key {
			return t, true
		}
	}
	return thidua.Test{}, false
}
