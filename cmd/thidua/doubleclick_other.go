//go:build !windows

package main

// alone tells whether the window of the program was opened for it, by a double click, and will close with it; elsewhere than on Windows the
// launcher beside the program says what to do.
func alone() bool { return false }
