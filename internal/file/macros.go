package file

import (
	"bytes"
	"encoding/xml"
	"iter"
	"path"
	"strings"
)

// Macros tells whether an office file holds macros, from the names of its parts and from what the list of parts says that they are: a part may have any
// name, and a list may speak of a kind of which there is no part.
func Macros(parts iter.Seq[string], types []byte) bool {
	kinds := map[string]bool{} // endings of names that stand for macros
	read := xml.NewDecoder(bytes.NewReader(types))
	for {
		t, err := read.Token()
		if err != nil {
			break
		}
		e, is := t.(xml.StartElement)
		if !is || !ofMacros(attribute(e, "ContentType")) {
			continue
		}
		if e.Name.Local != "Default" {
			return true
		}
		kinds["."+strings.ToLower(attribute(e, "Extension"))] = true
	}
	for name := range parts {
		name = strings.ToLower(name)
		if kinds[path.Ext(name)] || strings.HasSuffix(name, "vbaproject.bin") || strings.Contains(name, "/macrosheets/") {
			return true
		}
	}
	return false
}

func ofMacros(kind string) bool {
	kind = strings.ToLower(kind)
	return strings.Contains(kind, "vbaproject") || strings.Contains(kind, "macroenabled") || strings.Contains(kind, "macrosheet")
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
