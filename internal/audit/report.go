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
)

// Report is the result for one agency. BadSeq is the first entry that is wrong (of a checkpoint: the first that it covers and no good
// one before it does), -1 without a flaw.
type Report struct {
	Tenant   string
	Size     int64  // leaves that were read and found good
	Anchored int64  // leaves covered by a checkpoint that is signed and agrees
	Waiting  int64  // events without a leaf yet
	Erased   int64  // events whose detail was erased
	Note     string // the last checkpoint that was signed here; empty without one
	BadSeq   int64
	Flaw     Flaw
}
