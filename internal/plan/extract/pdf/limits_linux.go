//go:build linux && !race

package pdf

import "syscall"

// limit lets the kernel stop what the child does not stop itself, and forbids it to write files. What the kernel refuses to limit stays under
// the child's own guard.
func limit(data uint64) {
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: data, Max: data})
	_ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{})
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
