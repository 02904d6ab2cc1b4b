package pdf

import "syscall"

// attributes keeps the child from opening a console window.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{HideWindow: true}
}
