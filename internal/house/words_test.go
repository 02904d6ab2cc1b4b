package house

import (
	"go/ast"
	"regexp"
	"slices"
	"testing"
)

var vietnamese = regexp.MustCompile(`[àáãâèéêìíòóôõùúýăđĩũơưÀÁÃÂÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ\x{1EA0}-\x{1EF9}\x{0300}-\x{0323}]`)

// speaking are the rooms that may hold Vietnamese in their Go code.
var speaking = []string{"internal/vi", "internal/plan", "internal/doc", "internal/demo", "internal/testkit", "internal/browser", "internal/house"}

// searching are files that look for Vietnamese words in what people bring and say none.
var searching = []string{"internal/file/secret.go"}

func TestVietnameseIsSpokenInOneRoom(t *testing.T) {
	for _, s := range tree(t) {
		if !s.ours() || s.in(speaking...) || slices.Contains(searching, s.path) {
			continue
		}
		s.texts(func(lit *ast.BasicLit, text string) {
			if vietnamese.MatchString(text) {
				t.Errorf("%s: %q: words on the screen stand in internal/vi, the pages or the forms of papers, where one person can proofread them",
					s.at(lit), text)
			}
		})
	}
}
