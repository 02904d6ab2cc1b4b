package file

import (
	"context"
	"errors"
	"io"
	"os"

	"thidua"
)

// Scanner looks for malware; Scan gives the name of what it found, empty for nothing, and an error when it could not look.
type Scanner interface {
	Scan(ctx context.Context, content io.Reader) (found string, err error)
}

// Scan is what is known of malware in a kept file. Only ScanClean says that a scanner looked and found nothing.
type Scan string

// The states of a scan.
const (
	ScanOff   Scan = "off"   // no scanner was set up when the file came
	ScanLate  Scan = "late"  // the scanner did not answer; the operator lets such files in
	ScanClean Scan = "clean" // looked at, nothing found
	ScanFound Scan = "found" // found later, by the nightly check; the file is not given out
)

// WithScanner lets every file be scanned before anything else reads it. A scanner that does not answer refuses the file, unless late lets it
// in as not scanned.
func WithScanner(s Scanner, late bool) Part {
	return func(st *Store) { st.scanner, st.late = s, late }
}

// Scans tells whether a scanner is set up.
func (s *Store) Scans() bool { return s.scanner != nil }

// scan looks for malware in a staged file from its beginning.
func (s *Store) scan(ctx context.Context, f *os.File) (Scan, error) {
	if s.scanner == nil {
		return ScanOff, nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	found, err := s.scanner.Scan(ctx, f)
	switch {
	case err != nil && s.late && ctx.Err() == nil:
		return ScanLate, nil
	case err != nil:
		return "", errors.Join(thidua.Refuse(thidua.Unavailable, CodeUnscanned), err)
	case found != "":
		return ScanFound, thidua.Refuse(thidua.Invalid, CodeInfected, found)
	}
	return ScanClean, nil
}

// Rescan lets the scanner look at a kept file once more; before is what was known. Without a scanner that stays; one that does not answer
// leaves it too, or "not scanned" where the file never was.
func (s *Store) Rescan(ctx context.Context, f *os.File, before Scan) (Scan, error) {
	if s.scanner == nil {
		return before, nil
	}
	found, answered := s.asked(ctx, f)
	switch {
	case ctx.Err() != nil:
		return before, ctx.Err()
	case !answered && before == ScanOff:
		return ScanLate, nil
	case !answered:
		return before, nil
	case found != "":
		return ScanFound, nil
	}
	return ScanClean, nil
}

func (s *Store) asked(ctx context.Context, f *os.File) (found string, answered bool) {
	found, err := s.scanner.Scan(ctx, f)
	return found, err == nil
}
