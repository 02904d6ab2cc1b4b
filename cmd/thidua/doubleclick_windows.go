package main

import (
	"os"
	"reflect"
	"strings"

	"golang.org/x/sys/windows"
)

// alone tells whether the window of the program was opened for it, by a double click in the Explorer, and will close with it.
func alone() bool {
	snapshot, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return false
	}
	defer func() { _ = windows.CloseHandle(snapshot) }()
	var entry windows.ProcessEntry32
	entry.Size = uint32(reflect.TypeOf(entry).Size())
	parent := uint32(os.Getppid())
	for err = windows.Process32First(snapshot, &entry); err == nil; err = windows.Process32Next(snapshot, &entry) {
		if entry.ProcessID == parent {
			return strings.EqualFold(windows.UTF16ToString(entry.ExeFile[:]), "explorer.exe")
		}
	}
	return false
}
