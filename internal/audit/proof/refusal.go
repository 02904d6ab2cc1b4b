package proof

import (
	"errors"

	"thidua"
)

// errRest is more than the one value that a file should hold.
var errRest = errors.New("proof: more than one value")

// What is wrong with a proof, an export or a paper.
const (
	// CodeUnreadable is a file that is no proof of this program, or is damaged.
	CodeUnreadable thidua.Code = "proof.unreadable"
	// CodeNewer is a proof or export of a version that this program does not know.
	CodeNewer thidua.Code = "proof.newer"
	// CodeKeyUnknown is a checkpoint that none of the keys given has signed.
	CodeKeyUnknown thidua.Code = "proof.key-unknown"
	// CodeForged is a checkpoint that the key inside the file did not sign.
	CodeForged thidua.Code = "proof.forged"
	// CodeChanged is a statement or event that is not the one in the log.
	CodeChanged thidua.Code = "proof.changed"
	// CodeNotIncluded is an event that is not in the tree that was signed.
	CodeNotIncluded thidua.Code = "proof.not-included"
	// CodeOtherPaper is a file that the proof does not speak of.
	CodeOtherPaper thidua.Code = "proof.other-paper"
	// CodeSample is a proof or export of sample data, which has no value.
	CodeSample thidua.Code = "proof.sample"
	// CodeCut is an export that ends before its last leaf (the arguments are those read and those announced).
	CodeCut thidua.Code = "proof.cut"
	// CodeRoot is a checkpoint that does not agree with the leaves (the argument is its size).
	CodeRoot thidua.Code = "proof.root"
	// CodeShorter is a log that has fewer events than were there before (the arguments are both numbers).
	CodeShorter thidua.Code = "proof.shorter"
	// CodeRewritten is a log that has not grown out of the earlier one (the argument is the size of the earlier one).
	CodeRewritten thidua.Code = "proof.rewritten"
	// CodeOtherLog is an earlier file of another agency.
	CodeOtherLog thidua.Code = "proof.other-log"
)

func refuse(code thidua.Code, args ...any) error {
	return thidua.Refuse(thidua.Conflict, code, args...)
}
