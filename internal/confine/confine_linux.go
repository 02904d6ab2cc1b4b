package confine

import (
	"fmt"
	"os"

	"github.com/landlock-lsm/go-landlock/landlock"
	kernel "github.com/landlock-lsm/go-landlock/landlock/syscall"
)

// What may be done in a folder and with a file. Nothing that was written may be run.
const (
	readFile  = landlock.AccessFSSet(kernel.AccessFSReadFile)
	readTree  = readFile | kernel.AccessFSReadDir
	runFile   = readFile | kernel.AccessFSExecute
	writeTree = readTree | kernel.AccessFSWriteFile | kernel.AccessFSRemoveDir | kernel.AccessFSRemoveFile | kernel.AccessFSMakeDir |
		kernel.AccessFSMakeReg | kernel.AccessFSRefer | kernel.AccessFSTruncate
)

// machine is what Go itself and its network read of a Linux machine: certificates, time zones, names of hosts and accounts.
var machine = []string{"/etc/ssl", "/etc/pki", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates", "/usr/share/zoneinfo", "/etc/localtime",
	"/etc/resolv.conf", "/run/systemd/resolve", "/etc/hosts", "/etc/nsswitch.conf", "/etc/passwd"}

// names is the port at which a server of names is asked when its answer is long.
const names = 53

// Process confines this process and all that it starts, for good: the program itself may still be started again, to read a PDF file in a child.
// No port can be opened any more. A kernel without Landlock gives None, which is no error.
func Process(n Needs) (Level, error) {
	self, err := os.Executable()
	if err != nil {
		return None, fmt.Errorf("confine: %w", err)
	}
	rules := append(linked(self), landlock.PathAccess(readFile|kernel.AccessFSWriteFile, os.DevNull))
	for _, path := range n.Write {
		rules = append(rules, landlock.PathAccess(writeTree, path).IgnoreIfMissing())
	}
	for _, path := range append(n.Read, machine...) {
		rules = append(rules, readable(path))
	}
	for _, port := range n.Connect {
		rules = append(rules, landlock.ConnectTCP(port))
	}
	if len(n.Connect) > 0 {
		rules = append(rules, landlock.ConnectTCP(names))
	}
	if err := landlock.V5.BestEffort().Restrict(rules...); err != nil {
		return None, fmt.Errorf("confine: %w", err)
	}
	return level(), nil
}

// readable is the rule for a folder or a file that is only read.
func readable(path string) landlock.Rule {
	rights := readTree
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		rights = readFile
	}
	return landlock.PathAccess(rights, path).IgnoreIfMissing()
}

func level() Level {
	const ports = 4 // the version of Landlock that knows ports
	version, err := kernel.LandlockGetABIVersion()
	switch {
	case err != nil || version < 1:
		return None
	case version < ports:
		return Files
	}
	return Whole
}
