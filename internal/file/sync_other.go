//go:build !unix

package file

// foldersSync is false where a folder cannot be opened for it; there the names reach the disk with the system's own log.
const foldersSync = false
