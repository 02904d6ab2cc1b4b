package pdf

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// mark is set in the environment of a child, which has nothing else there.
const mark = "THIDUA_PDF_CHILD"

// The memory of a child: pdfium itself, in the form in which it is interpreted, takes 150 MiB of it.
const (
	softMemory = 190 << 20 // the garbage collector works harder to stay below
	hardMemory = 240 << 20 // the child ends itself
	maxStack   = 16 << 20
)

// Child is called first by main and by TestMain: in a process that was started to read a file it does so and never returns.
func Child() {
	if !isChild() {
		return
	}
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(softMemory)
	debug.SetMaxStack(maxStack)
	go guard()
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func isChild() bool { return os.Getenv(mark) != "" }

// guard ends a child that grows too large, or whose parent did not live to end it.
func guard() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	late := time.After(maxTime + time.Second)
	tick := time.Tick(10 * time.Millisecond)
	for {
		select {
		case <-late:
			os.Exit(3)
		case <-tick:
			metrics.Read(sample)
			if held := sample[0].Value.Uint64() - sample[1].Value.Uint64(); held > hardMemory+reserved {
				os.Exit(4)
			}
		}
	}
}

// serve reads the file that comes from in and answers on out.
func serve(in io.Reader, out io.Writer) error {
	to := newAnswer(out)
	file, err := openRemote(in, to)
	if err != nil {
		return err
	}
	doc, err := read(file, file.size)
	return to.document(doc, err)
}
