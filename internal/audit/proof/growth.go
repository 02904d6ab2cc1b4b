package proof

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"thidua/internal/audit"
)

// Growth proves that the tree of a later checkpoint has grown out of that of an earlier one, without the leaves between (RFC 6962, consistency).
type Growth struct {
	Old, New int64 // sizes
	Path     tlog.TreeProof
}

const growthHead = "thidua growth 1 "

// maxGrowth bounds the hashes of one proof: two for each level of a tree with as many leaves as an int64 counts.
const maxGrowth = 128

// String writes the proof as lines of a letter.
func (g Growth) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s%d %d\n", growthHead, g.Old, g.New)
	for _, h := range g.Path {
		out.WriteString(audit.Text(h) + "\n")
	}
	return out.String()
}

// FindGrowth finds the proof between two sizes in a letter.
func FindGrowth(file []byte, old, newer int64) (g Growth, found bool) {
	_, after, found := strings.Cut(text(file), growthHead+strconv.FormatInt(old, 10)+" "+strconv.FormatInt(newer, 10)+"\n")
	if !found {
		return g, false
	}
	g = Growth{Old: old, New: newer}
	for line := range strings.Lines(after) {
		h, err := audit.ParseText(strings.TrimSpace(line))
		if err != nil || len(g.Path) == maxGrowth {
			break
		}
		g.Path = append(g.Path, h)
	}
	return g, true
}

// Check proves that a checkpoint has grown out of an earlier one of the same log.
func (g Growth) Check(old, newer audit.Checkpoint) error {
	switch {
	case old.Tenant != newer.Tenant:
		return refuse(CodeOtherLog)
	case old.Size > newer.Size:
		return refuse(CodeShorter, newer.Size, old.Size)
	case old.Size != g.Old || newer.Size != g.New || tlog.CheckTree(g.Path, newer.Size, newer.Root, old.Size, old.Root) != nil:
		return refuse(CodeRewritten, old.Size)
	}
	return nil
}
