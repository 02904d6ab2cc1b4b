//go:build linux && !race

package pdf

import "syscall"

// hardData is twice what a child needs: half of what the Go runtime asks for it never touches.
const hardData = 448 << 20

// limit lets the kernel stop what the child does not stop itself, and forbids it to write files. What the kernel refuses to limit stays under
// the child's own guard.
func limit() {
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: hardData, Max: hardData})
	_ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{})
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
