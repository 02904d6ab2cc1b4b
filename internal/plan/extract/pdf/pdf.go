// Package pdf reads the printed lines of a PDF file: columns and the cells of ruled tables kept apart, running heads left out. The file is
// taken apart in a child process with limits of its own, so that no file can take the memory or the time of the server.
package pdf

import (
	"context"
	"errors"
	"regexp"
)

// The limits of a file, whatever it claims of itself.
const (
	MaxPages      = 2000    // pages; a long plan has a hundred
	MaxCharacters = 400_000 // characters on all pages together
)

// The refusals of a file. The one that comes back may wrap details for a log, which are not for the reader of the page.
var (
	ErrDamaged  = errors.New("pdf: damaged")
	ErrLocked   = errors.New("pdf: opens with a password only")
	ErrScanned  = errors.New("pdf: pictures of pages, without text")
	ErrTooLarge = errors.New("pdf: more than MaxPages pages")
	ErrTooLong  = errors.New("pdf: more than MaxCharacters characters")
	ErrTooHard  = errors.New("pdf: reading took more time or memory than allowed")
)

// Document is what stands on the pages of a file, in the order in which one reads.
type Document struct {
	Pages int
	Lines []Line
	Scans []int // pages that are pictures without text, among others that have text
}

// Line is one printed line, or one line inside a cell of a table. Its letters are as the file has them, composed or not, with single spaces.
type Line struct {
	Text   string
	Page   int     // from 1
	Bold   bool    // every letter of it
	Gap    bool    // clearly more room above than between the lines around; never at the top of a page
	Goes   bool    // it may go on the paragraph of the line before, which had no room left for its first word
	Indent float64 // from the left margin of its column or cell, in heights of a letter
	Column int     // 1, 2 … where columns stand side by side, as in the heading and beside the signature; 0 elsewhere
	Table  int     // the ruled table, from 1; 0 outside of tables
	Row    int     // of the table, from 1, going on over page breaks
	Cell   int     // the column of the table, from 1; a merged cell has its first
}

// Lines reads a file. Refusals are told by errors.Is; the error of an ended ctx comes back as it is, and any other means that the child
// process could not be started.
func Lines(ctx context.Context, data []byte) (Document, error) {
	if pagesSeen(data) {
		return Document{}, ErrTooLarge
	}
	doc, _, err := inChild(ctx, jobRead, data)
	return doc, err
}

// inChild lets a child do one job on data.
func inChild(ctx context.Context, job string, data []byte) (Document, []byte, error) {
	if isChild() {
		return Document{}, nil, errors.New("pdf: a child starts no child: main must call Child first")
	}
	if err := seat(ctx); err != nil {
		return Document{}, nil, err
	}
	defer rise()
	c, err := start(ctx, job, maxTime)
	if err != nil {
		return Document{}, nil, err
	}
	doc, err := c.read(data)
	return doc, c.drawn, err
}

var aPage = regexp.MustCompile(`/Type\s*/Page[^s]`)

// pagesSeen tells a file with more pages than are read where they stand in it plainly, which spares the child from counting them.
func pagesSeen(data []byte) bool { return len(aPage.FindAllIndex(data, MaxPages+1)) > MaxPages }
