// Command bench measures the pages, the papers, the reading of a plan and a thousand dossiers on the sample season, each page beside a bare program that runs the
// same queries on the same data and does nothing else: figures of one run on one machine, of which the ratios can be compared with others.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"thidua/internal/plan/extract/pdf"

	"thidua"
)

// day is that of the measured sample: one year is registering, the year before stands before the council, and every paper is drafted.
const day thidua.Date = "2025-01-17"

func main() {
	pdf.Child()
	url := flag.String("url", "", "an empty PostgreSQL database (postgres://…); without it the embedded database is measured")
	rounds := flag.Int("rounds", 100, "how often each page is asked for")
	dossiers := flag.String("dossiers", "", "only write the dossiers whose papers lie in this folder")
	lists := flag.String("lists", "", "only measure the pages of a province: in this folder one is made, or with -password the sample that lies there is taken")
	password := flag.String("password", "", "the password of the accounts of that sample")
	flag.Parse()
	if *lists != "" {
		t, err := measureLists(context.Background(), *lists, *password)
		if err = errors.Join(err, t.print(os.Stdout)); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if *dossiers != "" {
		if err := writeDossiers(*dossiers, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(context.Background(), os.Stdout, *url, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run plays the sample into a folder of its own, measures and prints.
func run(ctx context.Context, out io.Writer, url string, rounds int) error {
	dir, err := os.MkdirTemp("", "thidua-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := openSample(ctx, dir, url, day)
	if err != nil {
		return err
	}
	defer s.close()
	engine := "SQLite"
	if url != "" {
		engine = "PostgreSQL"
		// A season played in seconds leaves the planner without the statistics that a server in use gathers within a minute.
		if _, err := s.bare.ExecContext(ctx, "ANALYZE"); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%s, %d cores, %s, sample of %s, %d requests each\n", engine, runtime.NumCPU(), runtime.Version(), day, rounds)
	for _, part := range []func(context.Context, *sample, int) (table, error){measurePages, measurePapers, measureReading, measureDossiers} {
		t, err := part(ctx, s, rounds)
		if err != nil {
			return err
		}
		if err := t.print(out); err != nil {
			return err
		}
	}
	return nil
}
