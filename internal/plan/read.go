package plan

import (
	"context"
	"regexp"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thidua"
	"thidua/internal/plan/extract"
)

// The refusals of a text that is not a plan to read; the arguments are named in the sentences of package vi.
const (
	CodeSecret    thidua.Code = "plan-secret"     // the mark found
	CodeOtherKind thidua.Code = "plan-other-kind" // the kind found
	CodeNoKind    thidua.Code = "plan-no-kind"
	CodeTooMany   thidua.Code = "plan-too-many" // elements allowed
)

// MaxElements is how many passages a plan may be read into; a long plan has a few hundred.
const MaxElements = 3000

var secretMark = regexp.MustCompile(`^(TUYỆT MẬT|TỐI MẬT|MẬT)$|(?:^|[^\p{L}])(TUYỆT MẬT|TỐI MẬT)(?:$|[^\p{L}])`)

// Read reads a plan from the bytes of a file. The name serves only to find a mark of secrecy. Every refusal is a *thidua.Error of kind
// Invalid, or TooLarge for size, with a code of this package or of extract; the error of an ended ctx comes back as it is.
func Read(ctx context.Context, name string, data []byte) (Draft, error) {
	if m := secretMark.FindString(norm.NFC.String(name)); m != "" {
		return Draft{}, refuse(CodeSecret, strings.TrimSpace(m))
	}
	source, wrapped, err := extract.Text(ctx, data)
	if err != nil {
		return Draft{}, err
	}
	return parse(source, wrapped)
}

func refuse(code thidua.Code, args ...any) error {
	return thidua.Refuse(thidua.Invalid, code, args...)
}

// reader holds the draft while it is filled.
type reader struct {
	d     Draft
	lines []*para
	mixed bool // the heading at hand names several things
}

// parse reads the normalised source. It is deterministic and knows nothing of the file that the text came from.
func parse(source string, wrapped bool) (Draft, error) {
	r := &reader{lines: lines(source), d: Draft{
		Source: source, Bases: []Basis{}, Purposes: []Text{}, Requirements: []Text{}, Subjects: []Subject{}, Criteria: []Criterion{},
		Deadlines: []Deadline{}, Awards: []Award{}, Standards: Standards{Collective: []Text{}, Individual: []Text{}}, Process: []Text{},
		Dossier: []Part{}, Assignments: []Assignment{}, Recipients: []string{}, Spans: Spans{Recipients: []Span{}}, Warnings: []Warning{},
	}}
	start, err := r.header()
	if err != nil {
		return Draft{}, err
	}
	end := r.ending(start)
	preamble, body := parts(join(r.lines[start:end], wrapped))
	r.bases(preamble)
	r.issuer(preamble)
	r.movement(preamble)
	root := tree(body)
	r.facts(root)
	r.deadlines(root)
	r.period()
	if r.d.size() > MaxElements {
		return Draft{}, refuse(CodeTooMany, MaxElements)
	}
	sort.SliceStable(r.d.Warnings, func(i, j int) bool { return r.d.Warnings[i].Span[0] < r.d.Warnings[j].Span[0] })
	return r.d, nil
}

// closing is the sentence behind the last section.
var closing = regexp.MustCompile(`^(?:Trên đây là|Yêu cầu các .*\./\.$)`)

// parts cuts the body into what stands before the first section and the sections, without the closing sentence.
func parts(ps []*para) (preamble, body []*para) {
	first := len(ps)
	for i, p := range ps {
		if isItem(p.text) || capitals(p.text) {
			first = i
			break
		}
	}
	for _, p := range ps[first:] {
		if !closing.MatchString(p.text) {
			body = append(body, p)
		}
	}
	return ps[:first], body
}

func (r *reader) warn(text string, s Span) {
	r.d.Warnings = append(r.d.Warnings, Warning{text, s})
}
