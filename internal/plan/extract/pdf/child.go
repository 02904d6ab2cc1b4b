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

// room is the memory of a child: pdfium itself, in the form in which it is interpreted, takes 150 MiB of it.
type room struct {
	soft  int64  // the garbage collector works harder to stay below
	hard  uint64 // the child ends itself; what it only asked for counts too
	data  uint64 // the kernel's own limit: half of what the Go runtime asks for it never touches
	pages uint32 // for pdfium to work in, of 64 KiB; it takes 16 MiB of it at once
}

var (
	reading = room{soft: 190 << 20, hard: 256 << 20, data: 448 << 20, pages: 640}
	drawing = room{soft: 400 << 20, hard: 512 << 20, data: 896 << 20, pages: 2048} // a scanned page is a picture of 35 MB
)

const maxStack = 16 << 20

// Child is called first by main and by TestMain: in a process that was started to read a file it does so and never returns.
func Child() {
	if !isChild() {
		return
	}
	job, own := os.Getenv(mark), drawing
	if job == jobRead {
		own = reading
	}
	limit(own.data)
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(own.soft)
	debug.SetMaxStack(maxStack)
	go guard(own.hard)
	if err := serve(job, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func isChild() bool { return os.Getenv(mark) != "" }

// guard ends a child that grows too large, or whose parent did not live to end it.
func guard(hard uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	late := time.After(maxTime + time.Second)
	tick := time.Tick(10 * time.Millisecond)
	for {
		select {
		case <-late:
			os.Exit(3)
		case <-tick:
			metrics.Read(sample)
			if held := sample[0].Value.Uint64() - sample[1].Value.Uint64(); held > hard {
				os.Exit(4)
			}
		}
	}
}

// serve does its job on the file that comes from in and answers on out.
func serve(job string, in io.Reader, out io.Writer) error {
	to := newAnswer(out)
	file, err := openRemote(in, to)
	if err != nil {
		return err
	}
	if job != jobRead {
		picture, err := draw(job, file, file.size)
		return to.picture(picture, err)
	}
	doc, err := read(file, file.size)
	return to.document(doc, err)
}
