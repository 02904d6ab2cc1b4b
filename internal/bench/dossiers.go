package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// How many dossiers are written, and how many of them LibreOffice turns into PDF beside them.
const (
	manyDossiers  = 1000
	forTheOffice  = 50
	papersOfOne   = 3
	formatsOfEach = 2
)

// measureDossiers writes a thousand dossiers of three papers each, as DOCX and PDF, in a process of their own that may use every core, and has
// LibreOffice turn some of the same DOCX into PDF in one batch.
func measureDossiers(ctx context.Context, s *sample, _ int) (table, error) {
	t := table{head: []string{"Dossiers of three papers", "papers", "s", "ms a paper", "peak MB", "LibreOffice ms a paper", "ratio"}}
	// In memory where the system has a folder there, for both programs: the making of papers is measured and not the disk.
	base := "/dev/shm"
	if _, err := os.Stat(base); err != nil {
		base = ""
	}
	dir, err := os.MkdirTemp(base, "thidua-dossiers-")
	if err != nil {
		return t, err
	}
	defer os.RemoveAll(dir)
	if err := s.keepFigures(ctx, dir); err != nil {
		return t, err
	}
	made, err := writeApart(ctx, dir)
	if err != nil {
		return t, err
	}
	papers := manyDossiers * papersOfOne
	each := made.Took / time.Duration(papers)
	office, times := "–", "–"
	if program, err := exec.LookPath("soffice"); err == nil {
		took, err := convert(ctx, program, dir)
		if err != nil {
			return t, err
		}
		office, times = ms(took), ratio(took, each)
	}
	t.add(fmt.Sprintf("%d, DOCX and PDF of each", manyDossiers), strconv.Itoa(papers), strconv.FormatFloat(made.Took.Seconds(), 'f', 1, 64), ms(each),
		strconv.Itoa(made.PeakKB>>10), office, times)
	return t, nil
}

// keepFigures lays down what the three papers of the sample say, for the process that writes them.
func (s *sample) keepFigures(ctx context.Context, dir string) error {
	actor, err := s.actor(ctx, "nttha")
	if err != nil {
		return err
	}
	register, err := s.core.PaperRegister(ctx, actor)
	if err != nil {
		return err
	}
	var known season
	for _, d := range drafted {
		id, err := firstOf(register, d.kind)
		if err != nil {
			return err
		}
		v, err := s.core.Paper(ctx, actor, id)
		if err != nil {
			return err
		}
		known.Papers = append(known.Papers, v.Paper)
	}
	file, err := s.core.DossierOf(ctx, actor, known.Papers[0].Round)
	if err != nil {
		return err
	}
	for _, n := range file.Nominees {
		known.Names = append(known.Names, n.Subject.Name)
	}
	data, err := json.Marshal(known)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, seasonFile), data, 0o600)
}

// writeApart starts this program once more for the dossiers alone, so that their memory can be told.
func writeApart(ctx context.Context, dir string) (made written, err error) {
	self, err := os.Executable()
	if err != nil {
		return made, err
	}
	child := exec.CommandContext(ctx, self, "-dossiers", dir)
	child.Stderr = os.Stderr
	out, err := child.Output()
	if err != nil {
		return made, err
	}
	return made, json.Unmarshal(out, &made)
}

// convert gives the time that LibreOffice takes for a paper, all in one call with a profile that it has used before.
func convert(ctx context.Context, program, dir string) (time.Duration, error) {
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", filepath.Join(dir, "office")}
	var names []string
	for i := range forTheOffice {
		found, err := filepath.Glob(filepath.Join(dir, folderOf(i), "*.docx"))
		if err != nil || len(found) != papersOfOne {
			return 0, errors.Join(err, fmt.Errorf("dossier %d has %d papers", i, len(found)))
		}
		names = append(names, found...)
	}
	if out, err := exec.CommandContext(ctx, program, append(args, names[0])...).CombinedOutput(); err != nil {
		return 0, fmt.Errorf("soffice: %w: %s", err, out)
	}
	begin := time.Now()
	if out, err := exec.CommandContext(ctx, program, append(args, names...)...).CombinedOutput(); err != nil {
		return 0, fmt.Errorf("soffice: %w: %s", err, out)
	}
	return time.Since(begin) / time.Duration(len(names)), nil
}
