package main

import (
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"thidua/internal/app/backup"
	"thidua/internal/confine"
)

// ownProcess tells that this process is the program's alone, so that it may be confined for good; main sets it.
var ownProcess bool

// keepTemporary keeps what is written for a while (uploads on their way, sorted rows, backups) inside the data folder, with its rights, and not
// where everybody of the machine writes. It comes before the data are opened: the database reads the place once.
func keepTemporary(dir string) {
	if ownProcess {
		_ = os.Setenv("TMPDIR", filepath.Join(dir, "files", "tmp"))
	}
}

// confine gives up, for good, every file and port that the running server does not need; a kernel that cannot do it is told in the log.
func (l *listening) confine(dir string, log *slog.Logger) error {
	if !ownProcess {
		return nil
	}
	if l.unconfined {
		log.Warn("not confined: switched off by --unconfined")
		return nil
	}
	kept := l.backupFolder(dir)
	if err := os.MkdirAll(kept, 0o700); err != nil {
		log.Warn("the folder of backups cannot be made", "folder", kept)
	}
	level, err := confine.Process(confine.Needs{
		Write:   append([]string{dir, kept}, backup.DriveFolders()...),
		Connect: confine.Ports(append(l.provider.addresses(), l.letters.host, l.database, l.shelves.Endpoint, l.shelves.address())...),
	})
	switch {
	case err != nil:
		return err
	case level == confine.None:
		log.Warn("not confined: this system has no Landlock")
	default:
		log.Info("confined", "what", level)
	}
	return nil
}

// beside is a second door for the other machines of the network: encrypted, with a certificate of our own.
type beside struct{ hosts []string }

func networkAddress() *beside {
	var b beside
	for _, h := range hostsOf(&listening{}) {
		if ip := net.ParseIP(h); ip != nil && !ip.IsLoopback() {
			b.hosts = append(b.hosts, h)
		}
	}
	return &b
}

func (b *beside) urls() string {
	var out []string
	for _, h := range b.hosts {
		out = append(out, "https://"+net.JoinHostPort(h, strconv.Itoa(networkPort)))
	}
	return strings.Join(out, ", ")
}

// open gives the listener of the second door.
func (b *beside) open(dir string) (net.Listener, error) {
	l := &listening{addr: net.JoinHostPort("", strconv.Itoa(networkPort)), selfSigned: true}
	listener, err := l.open()
	if err != nil {
		return nil, err
	}
	return l.secured(listener, dir)
}
