package reader

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"thidua/internal/plan"
	"thidua/internal/vi"
	"unicode/utf8"
)

type topic int

const (
	topicPurposes topic = iota + 1
	topicGoals
	topicRequirements
	topicSubjects
	topicCriteria
	topicPeriod
	topicRegistration
	topicAwards
	topicStandards
	topicProcess
	topicDossier
	topicTiming
	topicAssignments
)

type topicWord struct {
	topic topic
	re    *regexp.Regexp
}

// topicWords says by which words a heading announces what stands below it; an earlier row wins at the same place.
var topicWords = []topicWord{
	{topicAssignments, regexp.MustCompile(`tổ chức thực hiện|phân công|trách nhiệm (?:thực hiện|của)`)},
	{topicPeriod, regexp.MustCompile(`^thời gian$|^thời gian, đối tượng|đối tượng(?:,| và) thời gian|tổ chức (?:phong trào )?thi đua|thời gian (?:thực hiện|tổ chức|phát động|thi đua|triển khai)`)},
	{topicPurposes, regexp.MustCompile(`mục đích`)},
	{topicGoals, regexp.MustCompile(`mục tiêu`)},
	{topicRequirements, regexp.MustCompile(`yêu cầu`)},
	{topicSubjects, regexp.MustCompile(`đối tượng`)},
	{topicCriteria, regexp.MustCompile(`tiêu chí|nội dung (?:phong trào )?thi đua|nội dung(?:,| và) (?:chỉ tiêu|thang điểm)|thang điểm|chỉ tiêu thi đua`)},
	{topicRegistration, regexp.MustCompile(`đăng ký`)},
	{topicStandards, regexp.MustCompile(`tiêu chuẩn|điều kiện (?:xét|khen)|^(?:các )?điều kiện$`)},
	{topicAwards, regexp.MustCompile(`hình thức (?:khen|thi đua|tôn vinh|biểu dương)|^(?:các )?hình thức$|^danh hiệu thi đua|^(?:công tác |tổ chức )?khen thưởng(?: hằng năm| hàng năm)?$|số lượng,? (?:và )?hình thức|thẩm quyền và hình thức|(?:số lượng|cơ cấu) (?:giải thưởng,? )?khen thưởng`)},
	{topicProcess, regexp.MustCompile(`quy trình|trình tự`)},
	{topicTiming, regexp.MustCompile(`thời gian|thời hạn|thời điểm`)},
	{topicDossier, regexp.MustCompile(`hồ sơ`)},
}

// scannedWords are the same words as a scan leaves them, without marks.
var scannedWords = func() []topicWord {
	var out []topicWord
	for _, w := range topicWords {
		out = append(out, topicWord{w.topic, regexp.MustCompile(strings.ReplaceAll(vi.Fold(w.re.String()), "l", "i"))})
	}
	return out
}()

// topicsIn gives the topics that a heading names, in its order; marks that a scan has lost do not hide them.
func topicsIn(title string) []topic {
	low := strings.TrimRight(strings.ToLower(title), " :.")
	if out := topicsBy(topicWords, low); len(out) > 0 {
		return out
	}
	return topicsBy(scannedWords, scanned(low))
}

// leadLength is how many characters may stand before the topic that a heading begins with: "Phạm vi, đối tượng".
const leadLength = 9

// leads tells whether a heading begins with a topic; "Giải quyết hồ sơ đúng hạn" only holds the word of one.
func leads(title string) bool {
	low := strings.TrimRight(strings.ToLower(title), " :.")
	return leadsBy(topicWords, low) || leadsBy(scannedWords, scanned(low))
}

func leadsBy(words []topicWord, low string) bool {
	return slices.ContainsFunc(words, func(w topicWord) bool {
		m := w.re.FindStringIndex(low)
		return m != nil && utf8.RuneCountInString(low[:m[0]]) <= leadLength
	})
}

func topicsBy(words []topicWord, low string) []topic {
	at := map[topic]int{}
	taken := map[int]bool{}
	var out []topic
	for _, w := range words {
		if m := w.re.FindStringIndex(low); m != nil && !taken[m[0]] {
			at[w.topic], taken[m[0]] = m[0], true
			out = append(out, w.topic)
		}
	}
	sort.Slice(out, func(i, j int) bool { return at[out[i]] < at[out[j]] })
	return out
}

// topics gives what a node announces; only a heading announces.
func (n *node) topics() []topic {
	if !n.heading() {
		return nil
	}
	if !n.looked {
		n.looked = true
		if s := n.body.trim().text(); !isName(s) {
			n.found = topicsIn(s)
		}
	}
	return n.found
}

// topic gives what the place of the node in the plan is about: the nearest heading that says it, 0 for none.
func (n *node) topic() topic {
	for p := n; p != nil; p = p.parent {
		if ts := p.topics(); len(ts) > 0 {
			return ts[0]
		}
	}
	return 0
}

// worn says of a heading that it was understood although it lost marks.
func (r *reader) worn(n *node, named []topic) {
	if len(named) > 0 && len(topicsBy(topicWords, strings.ToLower(n.body.text()))) == 0 {
		r.warn("Tiêu đề bị mất dấu hoặc mất nét, cần xem lại", n.body.trim().span())
	}
}

// repeats tells a short heading that only says again what the one over it says: "II. Tiêu chí thi đua" within "B. NỘI DUNG THI ĐUA".
func (n *node) repeats() bool {
	s := n.body.text()
	return (n.rank < rankNumber || onlyCriteria.MatchString(s)) && utf8.RuneCountInString(s) <= bareLength && leads(s)
}

// onlyCriteria is a heading of nothing but the criteria.
var onlyCriteria = regexp.MustCompile(`^(?i:(?:các\s+)?(?:tiêu chí|nội dung thi đua)(?:\s+(?:thi đua|cụ thể|chấm điểm|đánh giá))*\s*:?)$`)

// itemised are the topics whose items are sentences; the words of another topic within one are no heading.
var itemised = map[topic]bool{topicPurposes: true, topicRequirements: true, topicCriteria: true, topicStandards: true, topicProcess: true}

// facts walks the sections and hands their content to the reader of their topic.
func (r *reader) facts(n *node) {
	own := n.topics()
	r.worn(n, own)
	var content []*node
	for _, k := range n.kids {
		if k.opens(own) {
			r.facts(k)
			continue
		}
		content = append(content, k)
		if len(own) == 0 {
			r.facts(k)
		}
	}
	if len(own) == 0 || len(content) == 0 {
		return
	}
	if read := readerOf(own); read != nil {
		r.over, r.mixed = own, len(own) > 1 && own[1] != topicTiming
		read(r, content)
		r.mixed = false
	}
}

// readerOf gives the reader of the first topic that has one: "Thời hạn và hồ sơ" holds papers.
func readerOf(own []topic) func(*reader, []*node) {
	for _, t := range own {
		if read := topicReaders[t]; read != nil {
			return read
		}
	}
	return nil
}

// opens tells whether a node is a section of its own within one that announces topics, and not part of its content.
func (n *node) opens(over []topic) bool {
	ts := n.topics()
	switch {
	case len(ts) == 0:
		return false
	case len(over) != 1:
		return true
	case itemised[over[0]] && !leads(n.body.text()):
		return false
	case ts[0] == over[0]:
		return n.repeats()
	}
	return over[0] != topicAssignments
}

var topicReaders map[topic]func(*reader, []*node)

func init() {
	topicReaders = map[topic]func(*reader, []*node){
		topicPurposes: func(r *reader, ns []*node) { r.d.Purposes = append(r.d.Purposes, r.texts(ns)...) },
		topicGoals: func(r *reader, ns []*node) {
			if !r.isReform() {
				r.d.Purposes = append(r.d.Purposes, r.texts(ns)...)
			}
		},
		topicRequirements: func(r *reader, ns []*node) {
			r.d.Requirements = append(r.d.Requirements, r.texts(ns)...)
		},
		topicProcess:     func(r *reader, ns []*node) { r.d.Process = append(r.d.Process, r.texts(ns)...) },
		topicSubjects:    (*reader).subjects,
		topicCriteria:    (*reader).criteria,
		topicStandards:   (*reader).standards,
		topicAwards:      (*reader).awards,
		topicDossier:     (*reader).dossier,
		topicAssignments: (*reader).assignments,
	}
}

const mixedReason = "Mục này nói chung nhiều nội dung, cần xem lại từng ý."

// see ties a clip, doubtful where its heading names several things at once.
func (r *reader) see(c clip) plan.Seen {
	if r.mixed {
		return c.doubtful(mixedReason)
	}
	return c.seen()
}

func (r *reader) texts(ns []*node) []plan.Text {
	var out []plan.Text
	for _, n := range leaves(ns) {
		c := n.body.trim()
		out = append(out, plan.Text{Text: c.text(), Seen: r.see(c)})
	}
	return out
}
