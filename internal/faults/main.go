// Command faults breaks the program on purpose, one fault after the other, and shows that a test catches each: a patch of the folder patches is laid
// over the sources, the one test that it names runs, and must fail. The tree itself is not touched.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"time"
)

func main() {
	only := flag.String("only", "", "a regular expression: only faults whose names it matches")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	caught, err := run(ctx, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
	}
	if err != nil || !caught {
		stop()
		os.Exit(1)
	}
}

// run lays each fault over the tree of the working folder and prints what became of it; true when all were caught.
func run(ctx context.Context, only string) (bool, error) {
	chosen, err := regexp.Compile(only)
	if err != nil {
		return false, err
	}
	all, err := faultsIn("internal/faults/patches")
	if err != nil {
		return false, err
	}
	temp, err := os.MkdirTemp("", "thidua-faults-")
	if err != nil {
		return false, err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	var done []result
	for _, f := range all {
		if !chosen.MatchString(f.name) {
			continue
		}
		begin := time.Now()
		r := result{fault: f, verdict: try(ctx, temp, f)}
		r.took = time.Since(begin)
		done = append(done, r)
		fmt.Printf("%-34s %s (%.0f s)\n", f.name, r.verdict, r.took.Seconds())
		if err := ctx.Err(); err != nil {
			return false, err
		}
	}
	return table(done), nil
}
