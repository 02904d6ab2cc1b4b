package backup

import (
	"context"
	"io"

	"thidua/internal/file"
	"thidua/internal/store"
)

// all lists what belongs to the data: what the folder holds, and every file that a row names, on whatever shelf it stands.
func (s Source) all(ctx context.Context, snapshot string) ([]source, error) {
	kept, err := s.named(ctx)
	if err != nil {
		return nil, err
	}
	names := make(map[string]bool, len(kept))
	for _, k := range kept {
		names[k.name] = true
	}
	out, err := s.folder(snapshot, names)
	return append(out, kept...), err
}

// named lists the kept files of all agencies, without those that were removed.
func (s Source) named(ctx context.Context) (out []source, err error) {
	tenants := []string{}
	err = s.DB.Read(ctx, "", func(tx *store.Tx) error {
		all, err := tx.Agencies()
		for _, a := range all {
			tenants = append(tenants, a.ID)
		}
		return err
	})
	seen := map[string]bool{}
	for _, tenant := range tenants {
		if err != nil {
			break
		}
		err = s.DB.Read(ctx, tenant, func(tx *store.Tx) error {
			rows, err := tx.StandingFiles()
			for _, row := range rows {
				if !seen[row.Address] {
					seen[row.Address] = true
					out = append(out, s.keptFile(tenant, row))
				}
			}
			return err
		})
	}
	return out, err
}

func (s Source) keptFile(tenant string, row store.KeptFile) source {
	open := func(ctx context.Context) (io.ReadCloser, error) { return s.Kept.Stream(ctx, tenant, row.Address) }
	return source{name: file.PathOf(row.Address), size: row.Size, packed: true, open: open, kept: Trouble{Title: row.Title, Address: row.Address}}
}
