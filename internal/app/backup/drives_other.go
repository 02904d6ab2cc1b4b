//go:build !windows && !darwin

package backup

import (
	"os/user"
	"path/filepath"
)

// drives lists what the desktop mounted for the account of the server.
func drives() []string {
	u, err := user.Current()
	if err != nil {
		return nil
	}
	name := filepath.Base(u.Username)
	return mounted(filepath.Join("/media", name), filepath.Join("/run/media", name))
}
