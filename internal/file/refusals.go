package file

import (
	"thidua"
)

// Refusals of a file.
const (
	// CodeTooLarge has the limit in megabytes as its argument.
	CodeTooLarge thidua.Code = "file.too-large"
	// CodeEmpty is a file without content.
	CodeEmpty thidua.Code = "file.empty"
	// CodeType is content of a kind that is not kept, whatever its name says.
	CodeType thidua.Code = "file.type"
	// CodeExtension is a name that does not fit the content (the argument is the right extension).
	CodeExtension thidua.Code = "file.extension"
	// CodeDamaged is a file that cannot be read as what it is.
	CodeDamaged thidua.Code = "file.damaged"
	// CodeBomb is a file that unpacks to far more than it is, or a picture of too many points.
	CodeBomb thidua.Code = "file.bomb"
	// CodeMacro is an office file with a program inside.
	CodeMacro thidua.Code = "file.macro"
	// CodeSecret is a file marked as a state secret (the argument is the mark).
	CodeSecret thidua.Code = "file.secret"
	// CodeChanged is a kept file whose bytes are no longer those that were put.
	CodeChanged thidua.Code = "file.changed"
	// CodeDown is a store of files on another server that does not answer.
	CodeDown thidua.Code = "file.store-down"
	// CodeElsewhere is a folder whose files stand in another store (the argument) than the one that is asked for.
	CodeElsewhere thidua.Code = "file.elsewhere"
	// CodeUnscanned is a scanner for malware that does not answer.
	CodeUnscanned thidua.Code = "file.unscanned"
	// CodeInfected is a file in which malware was found (the argument is what the scanner calls it).
	CodeInfected thidua.Code = "file.infected"
)
