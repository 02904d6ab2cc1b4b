//go:build !windows

package pdf

import "syscall"

// attributes gives the child a group of its own: Ctrl+C at a terminal is for the parent, which ends the child.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}
