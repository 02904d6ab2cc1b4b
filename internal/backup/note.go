// Package backup writes all data of an installation into one file (bản sao lưu) and brings them back: the database as it was at one moment, the
// kept files, the keys, and the checksum of each.
package backup

import (
	"strings"
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
	// CodeTrouble is a backup with kept files that were missing or changed (how many, their names).
	CodeTrouble thidua.Code = "backup.trouble"
	CodeNoPlace thidua.Code = "backup.no-place" // the folder cannot be written to (the argument is the folder)
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
	Trouble  []Trouble `json:"trouble,omitempty"`
}

// Trouble is a kept file that was not as it was put when the backup was made: one that is missing is not in it, one that was changed is in it as it
// was found.
type Trouble struct {
	Title   string `json:"title"`
	Address string `json:"address"`
	Missing bool   `json:"missing"`
}

// File is one file of a backup: its path in the data folder, its size in bytes and its SHA-256 in hexadecimal.
type File struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	Sum  string `json:"sha256"`
}

// Whole gives the refusal that names the kept files that were not as they were put; nil when all were.
func (n Note) Whole() error {
	if len(n.Trouble) == 0 {
		return nil
	}
	return thidua.Refuse(thidua.Invalid, CodeTrouble, len(n.Trouble), titles(n.Trouble))
}

// titles names the first of them.
func titles(all []Trouble) string {
	const shown = 10
	var names []string
	for i, t := range all {
		if i == shown {
			names = append(names, "…")
			break
		}
		names = append(names, "“"+t.Title+"”")
	}
	return strings.Join(names, ", ")
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
