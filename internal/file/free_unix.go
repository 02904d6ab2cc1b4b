//go:build linux || darwin || freebsd

package file

import (
	"os"
	"syscall"
)

// free tells how many bytes the disk of a folder still takes.
func free(dir *os.File) (int64, bool) {
	var s syscall.Statfs_t
	if err := syscall.Fstatfs(int(dir.Fd()), &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true //nolint:unconvert // the field has another type on each system
}
