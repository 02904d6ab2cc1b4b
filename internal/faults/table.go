package main

import (
	"fmt"
	"os"
	"text/tabwriter"
	"time"
)

// result is a fault with what became of it.
type result struct {
	fault
	verdict verdict
	took    time.Duration
}

// table prints all results under each other; true when every fault was caught.
func table(all []result) bool {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(w, "\nfault\tbreaks\tmust be caught by\tverdict")
	found := 0
	for _, r := range all {
		if r.verdict == caught {
			found++
		}
		_, _ = fmt.Fprintf(w, "%s\t%s\t%s %s\t%s\n", r.name, r.breaks, r.pack, r.test, r.verdict)
	}
	_ = w.Flush()
	fmt.Printf("\n%d of %d faults caught\n", found, len(all))
	return found == len(all) && found > 0
}
