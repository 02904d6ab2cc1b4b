package web

import (
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// compress packs pages of more than a packet; the files of package assets are packed already and pass through.
func compress(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1200), gzhttp.RandomJitter(32, 0, false))
	if err != nil {
		panic(err)
	}
	return wrap(next)
}
