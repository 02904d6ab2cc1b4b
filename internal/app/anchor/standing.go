package anchor

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
)

// Letter is a letter by which a checkpoint leaves the agency.
type Letter = store.AnchorLetter

// Standing is how the log of an agency is anchored outside (neo ngoài).
type Standing struct {
	Mail    bool      // the installation sends mail
	Last    time.Time // when a checkpoint last left by mail; zero when none ever did
	Begun   time.Time // when the log begins
	Key     string    // fingerprint of the key; empty for a program without it
	Letters []Letter
	Public  string // the public key, as it is given to those who check
}

// gap is how long the log may go without an anchor outside: one letter a day, and a day for a mail server that is down.
const gap = 48 * time.Hour

// Since gives from when on nothing holds the log outside: the last letter, or the beginning of the log; zero while it is anchored.
func (s Standing) Since(now time.Time) time.Time {
	switch {
	case s.Last.IsZero():
		return s.Begun
	case now.Sub(s.Last) > gap:
		return s.Last
	}
	return time.Time{}
}

// StandingOf reads it, for who may read the log.
func (d *Desk) StandingOf(ctx context.Context, actor thidua.Actor) (s Standing, err error) {
	if err := act.May(actor, agency.LogReaders...); err != nil {
		return s, err
	}
	s.Mail = d.mail
	if d.key != nil {
		s.Public, s.Key = d.key.Public(), proof.KeyFingerprint(d.key.Public())
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if s.Last, err = tx.LastAnchor(); err != nil {
			return err
		}
		if s.Begun, err = tx.FirstEvent(); err != nil {
			return err
		}
		s.Letters, err = tx.AnchorLetters(latest)
		return err
	})
	return s, err
}

// latest is how many letters are shown.
const latest = 30
