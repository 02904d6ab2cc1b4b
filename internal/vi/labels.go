package vi

import "maps"

// labels holds the word for each constant of the vocabulary, keyed by the typed constant itself, so that a state and a role of the
// same spelling stay apart. A new subject is one file labels_<subject>.go and one entry here.
var labels = merged[any]()

// Label gives the Vietnamese word for a constant of the vocabulary (state, action, role, fact, kind); empty when there is none.
func Label[K ~string](key K) string { return labels[key] }

func merged[K comparable](parts ...map[K]string) map[K]string {
	out := map[K]string{}
	for _, part := range parts {
		maps.Copy(out, part)
	}
	return out
}
