// Package backup writes all data of an installation into one file (bản sao lưu) and brings them back: the database as it was at one moment, the
// kept files, the keys, and the checksum of each.
package backup

import (
	"time"

	"thidua"
)

// The refusals of a backup.
const (
	CodeNotBackup   thidua.Code = "backup.not-backup"   // a file that is no backup (the argument is the file)
	CodeChanged     thidua.Code = "backup.changed"      // a backup whose content is not what was written (the argument is the name within)
	CodeNewer       thidua.Code = "backup.newer"        // a backup of a newer program
	CodeFolderTaken thidua.Code = "backup.folder-taken" // the folder to restore into holds something (the argument is the folder)
	CodeFileTaken   thidua.Code = "backup.file-taken"   // the backup would replace a file (the argument is the file)
	CodeNoRoom      thidua.Code = "backup.no-room"      // the disk is full (the argument is the folder)
	CodeElsewhere   thidua.Code = "backup.elsewhere"    // the kept files stand in another store (the argument is the store)
	CodeNoPlace     thidua.Code = "backup.no-place"     // the folder cannot be written to (the argument is the folder)
)

// Format is the version of the layout of a backup that this program writes and the newest that it reads.
const Format = 1

const noteName = "ban-sao-luu.json"

// Note is what a backup says of itself.
type Note struct {
	Format   int       `json:"format"`
	Program  string    `json:"program"`
	MadeAt   time.Time `json:"made_at"`
	Agencies []string  `json:"agencies"`
	Files    []File    `json:"files"`
}

// File is one file of a backup: its path in the data folder, its size in bytes and its SHA-256 in hexadecimal.
type File struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	Sum  string `json:"sha256"`
}

// Size is how many bytes the data have.
func (n Note) Size() (all int64) {
	for _, f := range n.Files {
		all += f.Size
	}
	return all
}

// Progress is how far a work has come, in bytes.
type Progress struct{ Done, Total int64 }
