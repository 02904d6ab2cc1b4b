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

// figuresFile holds the papers of the sample, as written JSON.
const figuresFile = "papers.json"

// written is what the process that writes dossiers tells of itself.
type written struct {
	Took   time.Duration
	PeakKB int // most memory that was resident, as the system counts it; 0 where it does not say
}

func folderOf(i int) string { return fmt.Sprintf("%04d", i) }

// writeDossiers writes every dossier into a folder of its own, as many at a time as there are cores, and prints what it took.
func writeDossiers(dir string, out io.Writer) error {
	data, err := os.ReadFile(filepath.Join(dir, figuresFile))
	if err != nil {
		return err
	}
	var season []thidua.Paper
	if err := json.Unmarshal(data, &season); err != nil {
		return err
	}
	begin := time.Now()
	next, failed := make(chan int), make(chan error, runtime.NumCPU())
	var all sync.WaitGroup
	for range runtime.NumCPU() {
		all.Go(func() {
			var err error
			for i := range next {
				err = errors.Join(err, writeDossier(filepath.Join(dir, folderOf(i)), season, i))
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

func writeDossier(dir string, season []thidua.Paper, i int) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	for n, p := range season {
		p.Figures = another(p.Figures, i)
		d, err := app.DocumentOf(p)
		if err != nil {
			return err
		}
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
func another(figures []byte, i int) []byte {
	given := []string{"An", "Bình", "Cường", "Duyên", "Giang", "Hạnh", "Khuê", "Lượng", "Nguyệt", "Quỳnh"}
	name := given[i%10] + " " + given[i/10%10] + " " + given[i/100%10]
	for _, known := range []string{"Mai Anh", "Phòng Nghiệp vụ 2", "Thị Hạnh"} {
		figures = bytes.ReplaceAll(figures, []byte(known), []byte(known+" "+name))
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
