package thidua

import (
	"slices"
)

// State is where an object stands; its words on screen are those of domain.md 2.2 and live in package vi.
type State string

// Action is what moves an object; its value is the last part of the address, in Vietnamese without marks.
type Action string

// Fact is something that must be true before an action; the sentence that says what is missing lives in package vi.
type Fact string

// Facts is what is known to be true of an object when an action is asked for.
type Facts map[Fact]bool

// Rule is one row of a workflow: who may move an object from a state to another, and what must be true.
type Rule struct {
	From   State
	Do     Action
	To     State
	By     Role
	Needs  []Fact
	Reason bool // the act needs a reason in words
}

// Machine is the workflow of one kind of object; the server's check, the buttons and docs/workflow.md come from it.
type Machine struct {
	Name  string
	Start State
	Rules []Rule
	Ends  []State // final states: nothing leads out of them
}

// Offer is an action that the actor may take from the present state, with what is still missing.
type Offer struct {
	Rule
	Missing []Fact
}

// The refusals of a workflow.
const (
	CodeWrongState    Code = "workflow.wrong-state"
	CodeNotYours      Code = "workflow.not-yours"
	CodeMissing       Code = "workflow.missing"
	CodeReasonMissing Code = "workflow.reason-missing"
)

// Next finds the rule for an action, or refuses: Forbidden when no role of the actor may do it, Conflict when the state has moved on,
// Invalid with the missing facts as arguments, or when the reason is blank.
func (m Machine) Next(from State, do Action, roles []Role, facts Facts, reason string) (Rule, error) {
	var allowed, here []Rule
	for _, r := range m.Rules {
		if r.Do == do && slices.Contains(roles, r.By) {
			allowed = append(allowed, r)
		}
	}
	if len(allowed) == 0 {
		return Rule{}, Refuse(Forbidden, CodeNotYours, do)
	}
	for _, r := range allowed {
		if r.From == from {
			here = append(here, r)
		}
	}
	if len(here) == 0 {
		return Rule{}, Refuse(Conflict, CodeWrongState, do, from)
	}
	return best(here, facts, reason)
}

func best(rules []Rule, facts Facts, reason string) (Rule, error) {
	var refusal error
	for _, r := range rules {
		missing := facts.missing(r.Needs)
		switch {
		case len(missing) > 0:
			refusal = &Error{Kind: Invalid, Code: CodeMissing, Args: []any{missing}}
		case r.Reason && reason == "":
			refusal = Faults{{Field: "reason", Code: CodeReasonMissing}}.Err()
		default:
			return r, nil
		}
	}
	return Rule{}, refusal
}

// Offers lists what the roles may do from a state, in the order of the table, each action once; the reason is asked for on the page.
func (m Machine) Offers(from State, roles []Role, facts Facts) []Offer {
	var out []Offer
	for _, r := range m.Rules {
		if r.From != from || !slices.Contains(roles, r.By) {
			continue
		}
		o := Offer{Rule: r, Missing: facts.missing(r.Needs)}
		at := slices.IndexFunc(out, func(p Offer) bool { return p.Do == r.Do })
		switch {
		case at < 0:
			out = append(out, o)
		case len(o.Missing) < len(out[at].Missing):
			out[at] = o
		}
	}
	return out
}

// States lists the states of the machine, the start first, in the order of the table.
func (m Machine) States() []State {
	out := []State{m.Start}
	for _, r := range m.Rules {
		for _, s := range []State{r.From, r.To} {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

func (f Facts) missing(needs []Fact) []Fact {
	var out []Fact
	for _, n := range needs {
		if !f[n] {
			out = append(out, n)
		}
	}
	return out
}

//go:generate go test ./internal/house -run "TestWorkflowPages|TestRightsPage" -update
//go:generate go test ./internal/web/handle -run TestFilesPage -update

// Machines lists every workflow, for docs/workflow.md and the tests that walk them.
var Machines = []Machine{
	PlanFlow, MovementFlow, EditionFlow, RoundFlow, ReformTaskFlow, RegistrationFlow, EvidenceFlow, ScoreSheetFlow,
	SessionFlow, NomineeFlow, PaperFlow, EditFlow, CoverSlipFlow, DossierFlow, SubmissionFlow, AppraisalFlow, EnrolmentFlow, ListFlow, PledgeFlow, HandoverFlow, InitiativeFlow,
	PublicityFlow, ExemplarFlow, InspectionFlow, RecommendationFlow,
}
