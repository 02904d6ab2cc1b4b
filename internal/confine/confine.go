// Package confine takes from the running server what it does not need: on Linux the kernel (Landlock) then refuses every other file and every
// other port, whatever a fault of the program may ask for.
package confine

// Needs is what a server still touches after its start. Folders and files that are not there are left out.
type Needs struct {
	Write   []string // folders in which it makes, changes and removes files
	Read    []string // folders and files that it only reads
	Connect []uint16 // TCP ports of the servers that it asks
}

// Level tells how far the kernel of this machine confines.
type Level int

// The levels, each holding the one before.
const (
	None  Level = iota // no Landlock: nothing is refused
	Files              // files alone (before Linux 6.7)
	Whole              // files and ports
)

// String gives the level as the log shows it.
func (l Level) String() string { return [...]string{"none", "files", "files and ports"}[l] }
