package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"thidua"
	"thidua/internal/app"
)

// seasonFile holds what the papers of the sample say, for the process that writes them many times.
const seasonFile = "papers.json"

// season is the papers of one dossier, and who is named in them.
type season struct {
	Papers []thidua.Paper
	Names  []string
}

// written is what the process that writes dossiers tells of itself.
type written struct {
	Took   time.Duration
	PeakKB int // most memory that was resident, as the system counts it; 0 where it does not say
}

func folderOf(i int) string { return fmt.Sprintf("%04d", i) }

// writeDossiers writes every dossier into a folder of its own, as many at a time as there are cores, and prints what it took.
func writeDossiers(dir string, out io.Writer) error {
	data, err := os.ReadFile(filepath.Join(dir, seasonFile))
	if err != nil {
		return err
	}
	var known season
	if err := json.Unmarshal(data, &known); err != nil {
		return err
	}
	begin := time.Now()
	next, failed := make(chan int), make(chan error, runtime.NumCPU())
	var all sync.WaitGroup
	for range runtime.NumCPU() {
		all.Go(func() {
			var err error
			for i := range next {
				err = errors.Join(err, writeDossier(filepath.Join(dir, folderOf(i)), known, i))
			}
			failed <- err
		})
	}
	for i := range manyDossiers {
		next <- i
	}
	close(next)
	all.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			return err
		}
	}
	return json.NewEncoder(out).Encode(written{Took: time.Since(begin), PeakKB: peak()})
}

func writeDossier(dir string, known season, i int) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	for n, p := range known.Papers {
		p.Figures = known.another(p.Figures, i)
		whole, err := app.DocumentOf(p)
		if err != nil {
			return err
		}
		d := whole.Lay()
		for ending, write := range map[string]func(io.Writer) error{".docx": d.DOCX, ".pdf": d.PDF} {
			if err := writeFile(filepath.Join(dir, fmt.Sprintf("%s-%d%s", folderOf(i), n, ending)), write); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	return errors.Join(write(out), out.Flush(), f.Close())
}

// another makes a dossier of other people: no two have the same words, so that no line is measured twice.
func (s season) another(figures []byte, i int) []byte {
	given := []string{"An", "Chi", "Giang", "Khanh", "Linh", "Mai", "Nam", "Oanh", "Trang", "Uy"}
	more := given[i%10] + " " + given[i/10%10] + " " + given[i/100%10]
	for _, name := range s.Names {
		figures = bytes.ReplaceAll(figures, []byte(name), []byte(name+" "+more))
	}
	return figures
}

// peak reads the most memory that this process had resident, in KB.
func peak() int {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		kb := 0
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kb); err == nil {
			return kb
		}
	}
	return 0
}
