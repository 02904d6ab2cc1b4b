// Package backup holds the use cases of backups (sao lưu, khôi phục): one at a time for the installation, with the log telling who made it.
package backup

import (
	"context"
	"path/filepath"

	"thidua"
	"thidua/internal/app/act"
	files "thidua/internal/backup"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Make writes a backup to a path and says so in the log of every agency whose data it holds; who is the operator or an administrator.
func Make(ctx context.Context, s files.Source, who thidua.Actor, path string, step func(files.Progress)) (files.Note, error) {
	if err := act.May(who, thidua.RoleAdmin); err != nil {
		return files.Note{}, err
	}
	n, err := s.Write(ctx, path, step)
	if err != nil {
		return n, err
	}
	return n, note(ctx, s.DB, who, thidua.BackupMade, filepath.Base(path))
}

// NoteRestored writes into the log of every agency that its data were brought back from a backup, of which moment, and signs everybody out: what
// was done after that moment is not in these data.
func NoteRestored(ctx context.Context, db *store.DB, who thidua.Actor, n files.Note) error {
	err := db.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.EndAllSessions() })
	if err != nil {
		return err
	}
	return note(ctx, db, who, thidua.DataRestored, vi.BackupOf(n.MadeAt))
}

func note(ctx context.Context, db *store.DB, who thidua.Actor, verb thidua.Action, reason string) error {
	var all []thidua.Agency
	err := db.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.Agencies()
		return err
	})
	for _, g := range all {
		if err != nil {
			return err
		}
		who.Tenant = g.ID
		d := act.Deed{Verb: verb, Object: "agency:" + g.ID, Name: g.Name, Reason: reason}
		err = act.Data{DB: db}.Write(ctx, who, d, func(*store.Tx, *act.Deed) error { return nil })
	}
	return err
}
