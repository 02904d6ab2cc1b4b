package audit

import (
	"thidua"
)

// Flaw is what is wrong with a log; empty when nothing is.
type Flaw = thidua.Code

// FlawNone is a log in which everything agrees.
var FlawNone Flaw

// The flaws that a checker can name.
const (
	FlawGap        thidua.Code = "audit.gap"        // a leaf is missing
	FlawGone       thidua.Code = "audit.gone"       // the event of a leaf is missing
	FlawChanged    thidua.Code = "audit.changed"    // the event is not what its leaf says
	FlawDetail     thidua.Code = "audit.detail"     // names, reason or values are not what the event committed to
	FlawNode       thidua.Code = "audit.node"       // a stored hash of the tree is wrong or missing
	FlawCheckpoint thidua.Code = "audit.checkpoint" // the tree is not the one that was signed
	FlawSignature  thidua.Code = "audit.signature"  // a checkpoint is not signed by this key
	FlawShort      thidua.Code = "audit.short"      // events that were signed are missing at the end
	FlawVanished   thidua.Code = "audit.vanished"   // the detail is gone and no erasure of it was noted
)

// Report is the result for one agency. BadSeq is the first entry that is wrong (of a checkpoint: the first that it covers and no good
// one of its kind before it does), -1 without a flaw.
type Report struct {
	Tenant   string
	Size     int64      // leaves that were read and found good
	Anchored int64      // leaves covered by a checkpoint that is signed and agrees, wherever it is kept
	Kept     Checkpoint // the largest of those kept outside that agrees; of size 0 when none was given or reached
	Waiting  int64      // events without a leaf yet
	Erased   int64      // events whose detail was erased, and the erasure noted
	Late     int64      // events whose time lies before the moment of a checkpoint that does not have them: a clock set back, or entered later
	Note     string     // the last checkpoint that was signed here; empty without one
	BadSeq   int64
	Flaw     Flaw
}

// Range is a stretch of the log of which one thing can be said: the events First to Last, counted from 1.
type Range struct {
	State       RangeState
	First, Last int64
}

// RangeState is what a checker says of a stretch of the log.
type RangeState int

// The states of a stretch, in the order in which a log has them.
const (
	RangeAnchored RangeState = iota // valid, and covered by a checkpoint kept outside
	RangeSigned                     // valid, and covered only by a checkpoint that is kept beside the log itself
	RangeOpen                       // valid, and not signed yet
	RangeBroken                     // nothing can be said from here on
)

// Ranges parts the log into stretches, those that are empty left out; of a broken one only the first event is known.
func (r Report) Ranges() (all []Range) {
	good := r.Size
	if r.Flaw != FlawNone {
		good = min(good, r.BadSeq)
	}
	done := int64(0)
	for state, until := range []int64{r.Kept.Size, r.Anchored, r.Size} {
		if until = min(until, good); until > done {
			all = append(all, Range{RangeState(state), done + 1, until})
			done = until
		}
	}
	if r.Flaw != FlawNone {
		all = append(all, Range{RangeBroken, r.BadSeq + 1, r.BadSeq + 1})
	}
	return all
}
