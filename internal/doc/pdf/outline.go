package pdf

import "fmt"

// bookmark is one entry of the outline: a title and the page to which it leads.
type bookmark struct {
	title string
	page  int
}

// BeginPart begins a part of a file that holds several papers: with the next page, under a bookmark of that title. What Root gives from then
// on is the part, so that every paper is a tree of its own in the structure.
func (w *Writer) BeginPart(title string) {
	w.part = w.Element(w.root, "Part")
	w.bookmarks = append(w.bookmarks, bookmark{title, len(w.pages)})
}

// Pages counts the pages begun so far.
func (w *Writer) Pages() int { return len(w.pages) }

// outline writes the bookmarks and gives what the catalog says of them; nothing when there are none.
func (w *Writer) outline(pages []int) string {
	n := len(w.bookmarks)
	if n == 0 {
		return ""
	}
	root := w.reserve()
	first := root + 1
	for i, m := range w.bookmarks {
		around := ""
		if i > 0 {
			around += fmt.Sprintf("/Prev %d 0 R", first+i-1)
		}
		if i+1 < n {
			around += fmt.Sprintf("/Next %d 0 R", first+i+1)
		}
		w.object(w.reserve(), "<</Title%s/Parent %d 0 R/Dest[%d 0 R/XYZ null null null]%s>>", hexText(m.title), root, pages[m.page], around)
	}
	w.object(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, first+n-1, n)
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
}
