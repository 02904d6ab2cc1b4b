//go:build !windows && !darwin

package backup

import (
	"os/user"
	"path/filepath"
)

// DriveFolders lists the folders below which a drive appears that is plugged in while the server runs.
func DriveFolders() []string { return []string{"/media", "/run/media"} }

// drives lists what the desktop mounted for the account of the server.
func drives() (out []string) {
	u, err := user.Current()
	if err != nil {
		return nil
	}
	for _, folder := range DriveFolders() {
		out = append(out, mounted(filepath.Join(folder, filepath.Base(u.Username)))...)
	}
	return out
}
