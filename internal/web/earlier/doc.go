// Package earlier draws the files that others took the place of (tệp trước khi thay), wherever they stand.
package earlier
