// Package reader reads the lines of an official plan (kế hoạch thi đua, kế hoạch cải cách hành chính năm) into a draft whose every element is tied
// to its passage. It guesses nothing: what the document leaves open stays empty and is said.
package reader

import (
	"context"
	"regexp"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thidua"
	"thidua/internal/plan"
	"thidua/internal/plan/extract"
)

// The refusals of a text that is not a plan to read; the arguments are named in the sentences of package vi.
const (
	CodeSecret    thidua.Code = "plan-secret"     // the mark found
	CodeOtherKind thidua.Code = "plan-other-kind" // the kind found
	CodeNoKind    thidua.Code = "plan-no-kind"
	CodeTooMany   thidua.Code = "plan-too-many" // elements allowed
	CodeBlankForm thidua.Code = "plan-blank-form"
	// CodeOtherSubject is a plan about neither thi đua nor cải cách hành chính; its argument is the title.
	CodeOtherSubject thidua.Code = "plan-other-subject"
)

// MaxElements is how many passages a plan may be read into; a long plan has a few hundred.
const MaxElements = 3000

var secretMark = regexp.MustCompile(`^(TUYỆT MẬT|TỐI MẬT|MẬT)$|(?:^|[^\p{L}])(TUYỆT MẬT|TỐI MẬT)(?:$|[^\p{L}])`)

// Read reads a plan from the bytes of a file. The name serves only to find a mark of secrecy. Every refusal is a *thidua.Error of kind
// Invalid, or TooLarge for size, with a code of this package or of extract; the error of an ended ctx comes back as it is.
func Read(ctx context.Context, name string, data []byte) (plan.Draft, error) {
	if m := secretMark.FindString(norm.NFC.String(name)); m != "" {
		return plan.Draft{}, refuse(CodeSecret, strings.TrimSpace(m))
	}
	doc, err := extract.Read(ctx, data)
	if err != nil {
		return plan.Draft{}, err
	}
	return parse(doc)
}

func refuse(code thidua.Code, args ...any) error {
	return thidua.Refuse(thidua.Invalid, code, args...)
}

// reader holds the draft while it is filled.
type reader struct {
	d     plan.Draft
	lines []*para
	mixed bool     // the heading at hand names several things
	over  []topic  // what it names
	names []string // of bodies, as the headings of tổ chức thực hiện write them
}

// parse reads the lines of a document. It is deterministic and knows nothing of the file that they came from.
func parse(doc extract.Document) (plan.Draft, error) {
	r := &reader{lines: withoutPageNumbers(lines(doc)), d: plan.Draft{
		Source: doc.Text(), Bases: []plan.Basis{}, Purposes: []plan.Text{}, Requirements: []plan.Text{}, Subjects: []plan.Subject{}, Criteria: []plan.Criterion{},
		Deadlines: []plan.Deadline{}, Awards: []plan.Award{}, Standards: plan.Standards{Collective: []plan.Text{}, Individual: []plan.Text{}}, Process: []plan.Text{},
		Dossier: []plan.Part{}, Assignments: []plan.Assignment{}, Recipients: []string{}, Spans: plan.Spans{Recipients: []plan.Span{}}, Warnings: []plan.Warning{},
	}}
	r.lines = unfold(r.lines)
	appendix := r.cutAppendix()
	start, err := r.header()
	if err != nil {
		return plan.Draft{}, err
	}
	end := r.ending(start)
	preamble, body := parts(join(r.lines[start:end], doc.Wrapped))
	r.bases(preamble)
	r.issuer(preamble)
	r.movement(preamble)
	if err := r.ours(preamble); err != nil {
		return plan.Draft{}, err
	}
	root := tree(body)
	r.names = bodiesNamed(root, r.d.Source)
	r.facts(root)
	r.papersElsewhere(root)
	r.criteriaByPoints(root)
	r.tables(append(r.lines, appendix...))
	r.deadlines(root)
	r.unread(root)
	r.period()
	r.d.Layout = layout(doc, root)
	if r.blankForm() {
		return plan.Draft{}, refuse(CodeBlankForm)
	}
	if r.d.Size() > MaxElements {
		return plan.Draft{}, refuse(CodeTooMany, MaxElements)
	}
	sort.SliceStable(r.d.Warnings, func(i, j int) bool { return r.d.Warnings[i].Span[0] < r.d.Warnings[j].Span[0] })
	return r.d, nil
}

// layout keeps where each line stands in the original, and the headings.
func layout(doc extract.Document, root *node) *plan.Layout {
	out := &plan.Layout{Place: doc.Unit, Sections: sections(root)}
	for _, l := range doc.Lines {
		out.Places = append(out.Places, l.Place)
	}
	return out
}

// closing is the sentence behind the last section.
var closing = regexp.MustCompile(`^(?:Trên đây là|(?:Trong quá trình|Quá trình)(?: tổ chức| triển khai)? thực hiện|(?:Trong quá trình|Yêu cầu|Đề nghị|Nhận được|Kế hoạch này|Căn cứ|Giao).*\./\.?$)`)

// parts cuts the body into what stands before the first section and the sections, without the closing sentence.
func parts(ps []*para) (preamble, body []*para) {
	first := len(ps)
	for i, p := range ps {
		if _, _, at := labelOf(p.text); at > 0 && leadWord.MatchString(p.text[at:]) {
			continue
		}
		if isItem(p.text) || capitals(p.text) || p.grid != nil || bareHeading(p) && !leadsIn.MatchString(p.text) {
			first = i
			break
		}
	}
	for i, p := range ps[first:] {
		if !closing.MatchString(p.text) && !ends(ps, first+i) {
			body = append(body, p)
		}
	}
	return ps[:first], body
}

// ends tells the paragraph that ends the plan in any words: the last one, without a label, behind items that have one.
func ends(ps []*para, i int) bool {
	return i > 0 && i == len(ps)-1 && strings.HasSuffix(ps[i].text, "/.") && !isItem(ps[i].text) && len(times(ps[i].text)) == 0
}

func (r *reader) warn(text string, s plan.Span) {
	r.d.Warnings = append(r.d.Warnings, plan.Warning{Text: text, Span: s})
}
