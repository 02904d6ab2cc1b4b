// Command bill writes the bill of materials of a built program: bill VERSION PROGRAM. The program is only read, so it may be one for another system.
package main

import (
	"debug/buildinfo"
	"errors"
	"fmt"
	"os"

	"thidua/internal/release"
	"thidua/internal/store"
)

var errUsage = errors.New("usage: bill VERSION PROGRAM")

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) != 2 {
		return errUsage
	}
	info, err := buildinfo.ReadFile(args[1])
	if err != nil {
		return err
	}
	return release.Bill(os.Stdout, args[0], info, map[string]string{"SQLite": store.SQLiteVersion()})
}
