package confine

import (
	"bytes"
	"debug/elf"
	"io"

	"github.com/landlock-lsm/go-landlock/landlock"
)

// libraries is where a program that was linked with C looks for the rest of itself.
var libraries = []string{"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"}

// linked gives what the kernel needs to start a program again. A release is one whole file; a program that somebody built with C is begun by the
// loader of the system.
func linked(program string) []landlock.Rule {
	rules := []landlock.Rule{landlock.PathAccess(runFile, program)}
	loader := loaderOf(program)
	if loader == "" {
		return rules
	}
	rules = append(rules, landlock.PathAccess(runFile, loader))
	for _, path := range libraries {
		rules = append(rules, readable(path))
	}
	return rules
}

// loaderOf gives the loader that a program names; empty when it needs none.
func loaderOf(program string) string {
	f, err := elf.Open(program)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	for _, p := range f.Progs {
		if p.Type != elf.PT_INTERP {
			continue
		}
		name, err := io.ReadAll(io.LimitReader(p.Open(), 4096))
		if err == nil {
			return string(bytes.TrimRight(name, "\x00"))
		}
	}
	return ""
}
