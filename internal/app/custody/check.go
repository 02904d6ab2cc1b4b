package custody

import (
	"context"
	"errors"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/store"
)

// wasteAge is how old bytes must be that nobody names before they are taken away: a request under way may still write them down.
const wasteAge = 24 * time.Hour

// The states in which the nightly check finds a file.
const (
	Whole   = "whole"
	Changed = "changed"
	Missing = "missing"
)

// Found is what a check of all kept files of an agency, or of the installation, found.
type Found struct {
	Files   int       `json:"files"`
	Changed int       `json:"changed"`
	Missing int       `json:"missing"`
	Malware int       `json:"malware"`
	Late    int       `json:"late"`  // not scanned, though a scanner is set up
	Waste   int       `json:"waste"` // bytes that nobody names, taken away; counted for the installation
	Trouble []Trouble `json:"-"`
}

// Trouble is a file that somebody has to look after.
type Trouble struct {
	Agency, Title, Address string
	State                  string
	Scan                   file.Scan
}

// Bad counts the files that somebody has to look after.
func (f Found) Bad() int { return f.Changed + f.Missing + f.Malware }

// Check reads every kept file of every agency and compares it with its address, lets the scanner look once more, takes away bytes that nobody
// names, and tells each agency in its log. It stops at the first fault that is not the file's own, such as a store that is down.
func (d *Desk) Check(ctx context.Context, who thidua.Actor) (Found, error) {
	return d.check(ctx, who, true)
}

// Survey is Check for data that only may be read, beside a running server: it notes nothing and takes nothing away.
func (d *Desk) Survey(ctx context.Context, who thidua.Actor) (Found, error) {
	return d.check(ctx, who, false)
}

func (d *Desk) check(ctx context.Context, who thidua.Actor, notes bool) (all Found, err error) {
	if d.files == nil {
		return all, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	var agencies []thidua.Agency
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		agencies, err = tx.Agencies()
		return err
	})
	if err != nil {
		return all, err
	}
	named := map[string]bool{}
	for _, g := range agencies {
		who.Tenant = g.ID
		found, err := d.checkAgency(ctx, who, named, notes)
		if err != nil {
			return all, err
		}
		all.add(found, g.Name)
		if !notes {
			continue
		}
		deed := act.Deed{Verb: thidua.FilesChecked, Object: "agency:" + g.ID, Name: g.Name, After: found}
		if err := d.data.Write(ctx, who, deed, func(*store.Tx, *act.Deed) error { return nil }); err != nil {
			return all, err
		}
	}
	if !notes {
		return all, nil
	}
	all.Waste, err = d.files.Sweep(ctx, d.data.DB.Wall().Add(-wasteAge), func(address string) bool { return named[address] })
	return all, err
}

// checkAgency looks at the files that rows of an agency name; named gathers them for the sweep, but for those that were removed.
func (d *Desk) checkAgency(ctx context.Context, who thidua.Actor, named map[string]bool, notes bool) (f Found, err error) {
	var rows []store.KeptFile
	err = d.data.Read(ctx, who, func(tx *store.Tx) error {
		rows, err = tx.NamedFiles()
		return err
	})
	for _, row := range rows {
		if err == nil {
			err = d.checkOne(ctx, who, row, &f, named, notes)
		}
	}
	return f, err
}

func (d *Desk) checkOne(ctx context.Context, who thidua.Actor, row store.KeptFile, f *Found, named map[string]bool, notes bool) error {
	k, err := d.known(ctx, who, row.Address)
	if err != nil || !k.Purged.IsZero() {
		return err // the bytes of a removed file are waste
	}
	named[row.Address] = true
	state, scan, err := d.look(ctx, who.Tenant, row.Address, file.Scan(k.Scan))
	if err != nil {
		return err
	}
	f.count(row, state, scan)
	if !notes {
		return nil
	}
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		if k.Address == "" {
			row.Scan = string(scan)
			if err := tx.NoteFile(who.Tenant, row); err != nil {
				return err
			}
		}
		return tx.CheckedFile(who.Tenant, row.Address, state, string(scan))
	})
}

// add takes what was found of one agency into the whole.
func (f *Found) add(one Found, agency string) {
	f.Files, f.Changed, f.Missing = f.Files+one.Files, f.Changed+one.Changed, f.Missing+one.Missing
	f.Malware, f.Late = f.Malware+one.Malware, f.Late+one.Late
	for _, t := range one.Trouble {
		t.Agency = agency
		f.Trouble = append(f.Trouble, t)
	}
}

func (f *Found) count(row store.KeptFile, state string, scan file.Scan) {
	f.Files++
	if state != Whole || scan == file.ScanFound {
		f.Trouble = append(f.Trouble, Trouble{Title: row.Title, Address: row.Address, State: state, Scan: scan})
	}
	switch state {
	case Changed:
		f.Changed++
	case Missing:
		f.Missing++
	}
	switch scan {
	case file.ScanFound:
		f.Malware++
	case file.ScanLate:
		f.Late++
	}
}

// look reads one file whole, and once more for the scanner; before is what was known of malware in it.
func (d *Desk) look(ctx context.Context, tenant, address string, before file.Scan) (state string, scan file.Scan, err error) {
	if before == "" {
		before = file.ScanOff
	}
	r, err := d.files.Open(tenant, address)
	var e *thidua.Error
	switch {
	case errors.As(err, &e) && e.Code == file.CodeChanged:
		return Changed, before, nil
	case thidua.KindOf(err) == thidua.NotFound:
		return Missing, before, nil
	case err != nil:
		return "", "", err
	}
	scan, err = d.files.Rescan(ctx, r, before)
	return Whole, scan, errors.Join(err, r.Close())
}

// Round is Check as work that comes back by the clock.
func (d *Desk) Round(who thidua.Actor) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		_, err := d.Check(ctx, who)
		return err
	}
}

// LastCheck tells when the files of the agency were checked last, the zero time when they never were, and how many are in trouble now.
func (d *Desk) LastCheck(ctx context.Context, actor thidua.Actor) (at time.Time, bad int, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.FilesChecked), Page: store.Page{Size: 1}})
		for _, e := range all {
			at = e.At
		}
		if err != nil {
			return err
		}
		stands, err := tx.Footing(act.Today(tx))
		bad = stands.Trouble
		return err
	})
	return at, bad, err
}
