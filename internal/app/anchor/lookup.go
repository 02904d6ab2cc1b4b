package anchor

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/audit/proof"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// Verdict is what a look-up says of a proof sheet.
type Verdict string

// The verdicts; a sheet of sample data is never called valid.
const (
	VerdictUnknown   Verdict = "unknown"
	VerdictValid     Verdict = "valid"
	VerdictChanged   Verdict = "changed"
	VerdictWithdrawn Verdict = "withdrawn"
	VerdictSample    Verdict = "sample"
)

// Found is what somebody sees who looks a code up: what stands on the sheet, and whether it still holds.
type Found struct {
	Agency  thidua.Agency
	Typed   string
	Asked   bool
	Verdict Verdict
	Sheet   Sheet // empty when the code is unknown
	At      time.Time
}

// guessing bounds how many unknown codes one address may try: a code has 80 bits, so this is against load, not against luck.
var guessing = auth.Policy{Free: 20, First: time.Minute, Most: 15 * time.Minute, Calm: time.Hour}

// maxTyped is how much of what was typed is shown again.
const maxTyped = 60

// LookUp tells what a code stands for. NotFound for a visitor where the agency keeps its public pages to itself; a code that is mistyped, of another
// agency or of nothing is unknown, all alike.
func (d *Desk) LookUp(ctx context.Context, actor thidua.Actor, typed string) (f Found, err error) {
	letters := []rune(typed)
	f = Found{Typed: string(letters[:min(len(letters), maxTyped)]), Asked: typed != "", Verdict: VerdictUnknown, At: d.data.DB.Clock()}
	subject := "proof-sheet:" + act.Origin(ctx)
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if tx.Tenant == "" {
			if tx.Tenant, err = app.OpenAgency(tx); err != nil {
				return err
			}
		}
		if f.Agency, err = tx.Agency(); err != nil || !f.Asked {
			return err
		}
		if err := mayGuess(tx, subject); err != nil {
			return err
		}
		return d.find(tx, &f)
	})
	if err == nil && f.Asked && f.Verdict == VerdictUnknown {
		err = d.countGuess(ctx, subject)
	}
	return f, err
}

func (d *Desk) find(tx *store.Tx, f *Found) error {
	code := proof.ReadCode(f.Typed)
	if code == "" {
		return nil
	}
	kept, err := tx.ProofSheetByCode(code)
	if err != nil {
		return act.Unless(err, thidua.NotFound)
	}
	if f.Sheet, err = d.read(tx, kept.ID); err != nil {
		f.Sheet = Sheet{}
		return act.Unless(act.Unless(err, thidua.NotFound), thidua.Invalid) // a row that nobody logged is no sheet
	}
	f.Verdict, err = d.judge(tx, f.Sheet)
	return err
}

// judge compares what the sheet says with what is kept today.
func (d *Desk) judge(tx *store.Tx, s Sheet) (Verdict, error) {
	if s.Says.Sample {
		return VerdictSample, nil
	}
	now, gone, err := today(tx, s.Says.Object)
	if err != nil || gone {
		return VerdictWithdrawn, err
	}
	if !d.same(tx, s, now) {
		return VerdictChanged, nil
	}
	return VerdictValid, nil
}

// same tells whether the row is what the log committed to, and the paper what the row says, byte for byte.
func (d *Desk) same(tx *store.Tx, s Sheet, now subject) bool {
	if proof.Fingerprint(s.Kept.Statement) != s.Kept.ID || s.Says.Tenant != tx.Tenant || s.Says.Object != s.Kept.Object {
		return false
	}
	if now.number != s.Says.Number || now.dated != s.Says.Dated || len(now.files) != len(s.Says.Files) || !now.final {
		return false
	}
	files, err := d.sums(thidua.Actor{Tenant: tx.Tenant}, now.files)
	if err != nil {
		return false // a file that is gone, or not what was put there, is no longer the one on the sheet
	}
	for _, f := range files {
		if _, ok := s.Says.Covers(f.Sum); !ok {
			return false
		}
	}
	return true
}

// mayGuess refuses an address that has tried too many codes that there are not.
func mayGuess(tx *store.Tx, subject string) error {
	tries, err := tx.Tries("", subject)
	if err != nil {
		return err
	}
	if until := guessing.OpenAt(tries, tx.Wall); !until.IsZero() {
		return thidua.Refuse(thidua.Conflict, CodeTooOften, int((until.Sub(tx.Wall)+time.Minute-1)/time.Minute))
	}
	return nil
}

func (d *Desk) countGuess(ctx context.Context, subject string) error {
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		tries, err := tx.Tries("", subject)
		if err != nil {
			return err
		}
		return tx.SetTries("", subject, guessing.Fail(tries, tx.Wall))
	})
}
