package plan

import (
	"regexp"
	"strings"
	"thidua"
	"thidua/internal/vi"
	"unicode/utf8"
)

// maxName is the length of a proposed short name, in characters.
const maxName = 60

// nameWords proposes short names where the wording of plans hides the point of a criterion; $1 is the first group.
var nameWords = []struct {
	re   *regexp.Regexp
	name string
}{
	{regexp.MustCompile(`(?i)trách nhiệm .*?trong (lãnh đạo, chỉ đạo)`), "Trách nhiệm $1"},
	{regexp.MustCompile(`Bộ chỉ số(?: theo dõi, đánh giá, xếp hạng)?`), "$0"},
	{regexp.MustCompile(`(?i)tuyên truyền.*chung tay.*?(cải cách)`), "Tuyên truyền, chung tay $1"},
}

var (
	nameLead  = regexp.MustCompile(`(?i)^(?:thi đua\s+)?(?:(?:trong|về)\s+)?(?:(?:công tác|việc)\s+)?(?:đề xuất\s+)?`)
	nameEnd   = regexp.MustCompile(`(?i)[:;.(]|,? (?:theo|trong|của|nhằm|để|gắn với|trên cơ sở|phù hợp với|bảo đảm|đảm bảo|với các nội dung)(?: |$)`)
	fillWords = regexp.MustCompile(`(?i)(?:^|\s)(?:các|những)(?:\s|$)`)
)

// shortName proposes the name of a criterion for tables: the words after "Thi đua …" up to the first turn of the sentence.
func shortName(text string) string {
	for _, w := range nameWords {
		if m := w.re.FindStringSubmatchIndex(text); m != nil {
			return string(w.re.ExpandString(nil, w.name, text, m))
		}
	}
	s := strings.TrimSpace(nameLead.ReplaceAllString(text, ""))
	if at := nameEnd.FindStringIndex(s); at != nil && at[0] > 0 {
		s = s[:at[0]]
	}
	s = strings.TrimSpace(fillWords.ReplaceAllString(s, " "))
	return vi.UpperFirst(cutWords(s, maxName))
}

// cutWords shortens a text to whole words.
func cutWords(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	cut := string([]rune(s)[:limit])
	if at := strings.LastIndexAny(cut, " ,"); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,")
}

func sentenceCase(s string) string { return vi.UpperFirst(strings.ToLower(s)) }

var paperWords = []struct {
	start string
	kind  thidua.PartKind
}{{"tờ trình", thidua.PartProposal}, {"biên bản", thidua.PartMinutes}, {"báo cáo thành tích", thidua.PartReport}}

// PaperKind tells which of the papers that the program writes a part of a dossier is.
func PaperKind(name string) thidua.PartKind {
	low := strings.ToLower(name)
	for _, w := range paperWords {
		if strings.HasPrefix(low, w.start) {
			return w.kind
		}
	}
	return thidua.PartOther
}
