package custody

import (
	"context"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/store"
)

// Scans tells whether the installation has a scanner.
func (d *Desk) Scans() bool { return d.files != nil && d.files.Scans() }

// ScansOf tells what is known of malware in the files that a page shows, by their addresses, at once. A file that came before that was noted is as one
// that no scanner looked at; of one that was removed there is nothing to say.
func (d *Desk) ScansOf(ctx context.Context, actor thidua.Actor, addresses []string) (map[string]file.Scan, error) {
	out := make(map[string]file.Scan, len(addresses))
	for _, a := range addresses {
		out[a] = file.ScanOff
	}
	if actor.Tenant == "" {
		return out, nil
	}
	err := d.data.Read(ctx, actor, func(tx *store.Tx) error {
		known, err := tx.FileScans(addresses)
		for a, scan := range known {
			out[a] = file.Scan(scan)
		}
		return err
	})
	return out, err
}
