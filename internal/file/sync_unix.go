//go:build unix

package file

// foldersSync tells that a folder can be put on disk like a file.
const foldersSync = true
