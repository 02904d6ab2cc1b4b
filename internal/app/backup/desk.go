package backup

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"thidua"
	"thidua/internal/app/act"
	files "thidua/internal/backup"
)

// The refusals of the page.
const (
	CodeBusy  thidua.Code = "backup.busy"  // another backup or check is under way
	CodeWhere thidua.Code = "backup.where" // no place of the list was chosen
	CodeGone  thidua.Code = "backup.gone"  // the chosen backup is not there any more
	// CodeFailed is a work that broke off for a reason of the machine.
	CodeFailed thidua.Code = "backup.failed"
)

// Desk makes and checks backups behind the page of the administrator, one work at a time; it is safe for concurrent use.
type Desk struct {
	source files.Source
	folder string

	mu   sync.Mutex
	work Work
	stop context.CancelFunc
	over chan struct{}
}

// Kind is what a work does.
type Kind string

// The kinds of work.
const (
	Making   Kind = "making"
	Checking Kind = "checking"
)

// Work is the work under way, or the last one that ended.
type Work struct {
	Kind    Kind
	File    string
	Running bool
	Done    files.Progress
	Began   time.Time
	Ended   time.Time
	Stopped bool
	Short   error // names the kept files that were not as they were put
	Err     error
}

// Place is where backups may lie: the folder of the server, or a drive that was plugged in.
type Place struct {
	Path  string
	Drive bool
}

// Kept is a backup that lies in one of the places.
type Kept struct {
	Name, Place string
	Size        int64
	MadeAt      time.Time
}

// NewDesk makes a desk; folder is where backups go when no drive is chosen.
func NewDesk(s files.Source, folder string) *Desk { return &Desk{source: s, folder: folder} }

// Work tells how the present or last work stands.
func (d *Desk) Work(actor thidua.Actor) (Work, error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return Work{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.work, nil
}

// Places lists where a backup can be written, the server's own folder first.
func (d *Desk) Places() []Place {
	out := []Place{{Path: d.folder}}
	for _, drive := range drives() {
		out = append(out, Place{Path: drive, Drive: true})
	}
	return out
}

// Kept lists the backups in all places, the newest first.
func (d *Desk) Kept(actor thidua.Actor) (out []Kept, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return nil, err
	}
	for _, p := range d.Places() {
		entries, err := os.ReadDir(p.Path)
		if err != nil {
			continue // a drive that was pulled out, a folder that is not there yet
		}
		for _, e := range entries {
			info, err := e.Info()
			if at, ok := files.MadeAt(e.Name()); ok && err == nil && info.Mode().IsRegular() {
				out = append(out, Kept{Name: e.Name(), Place: p.Path, Size: info.Size(), MadeAt: at})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Kept) int { return b.MadeAt.Compare(a.MadeAt) })
	return out, nil
}

// Make begins a backup in one of the places; Conflict while another work is under way.
func (d *Desk) Make(actor thidua.Actor, place string) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if !slices.ContainsFunc(d.Places(), func(p Place) bool { return p.Path == place }) {
		return thidua.Faults{{Field: "place", Code: CodeWhere}}.Err()
	}
	if place == d.folder {
		if err := os.MkdirAll(place, 0o700); err != nil {
			return thidua.Refuse(thidua.Invalid, files.CodeNoPlace, place)
		}
	}
	name := files.Name(d.source.DB.Wall().In(thidua.Zone))
	return d.begin(Making, name, func(ctx context.Context, step func(files.Progress)) error {
		n, err := Make(ctx, d.source, actor, filepath.Join(place, name), step)
		d.tell(n.Whole())
		return err
	})
}

// Check begins to read a whole backup and compare every file in it with its checksum.
func (d *Desk) Check(actor thidua.Actor, place, name string) error {
	kept, err := d.Kept(actor)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(kept, func(k Kept) bool { return k.Place == place && k.Name == name }) {
		return thidua.Refuse(thidua.NotFound, CodeGone)
	}
	return d.begin(Checking, name, func(ctx context.Context, step func(files.Progress)) (err error) {
		a, err := files.Open(filepath.Join(place, name))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, a.Close()) }()
		d.tell(a.Note.Whole())
		return a.Check(ctx, step)
	})
}

// Stop ends the work under way; what it wrote is removed.
func (d *Desk) Stop(actor thidua.Actor) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.work.Running {
		d.work.Stopped = true
		d.stop()
	}
	return nil
}

// Close ends the work under way and waits for it.
func (d *Desk) Close() {
	d.mu.Lock()
	over := d.over
	if d.work.Running {
		d.stop()
	}
	d.mu.Unlock()
	if over != nil {
		<-over
	}
}

func (d *Desk) begin(kind Kind, name string, do func(context.Context, func(files.Progress)) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.work.Running {
		return thidua.Refuse(thidua.Conflict, CodeBusy)
	}
	ctx, stop := context.WithCancel(context.Background())
	d.work, d.stop, d.over = Work{Kind: kind, File: name, Running: true, Began: d.source.DB.Wall()}, stop, make(chan struct{})
	go func(over chan struct{}) {
		defer close(over)
		err := do(ctx, d.step)
		stop()
		d.mu.Lock()
		defer d.mu.Unlock()
		d.work.Running, d.work.Ended, d.work.Err = false, d.source.DB.Wall(), err
	}(d.over)
	return nil
}

// tell notes which kept files the backup says it lacks.
func (d *Desk) tell(short error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.work.Short = short
}

func (d *Desk) step(p files.Progress) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.work.Done = p
}

// mounted lists the folders below the ones in which a system shows what was plugged in.
func mounted(roots ...string) (out []string) {
	for _, root := range roots {
		entries, err := os.ReadDir(root)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
				out = append(out, filepath.Join(root, e.Name()))
			}
		}
	}
	return out
}
