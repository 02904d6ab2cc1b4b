package web

import (
	"net/http"

	"thidua"
	"thidua/internal/web/handle"
)

// dispatch answers what the routes do not: an unknown address, or a method that it does not take, with a page in words.
func (s *Server) dispatch(w http.ResponseWriter, r *http.Request) {
	handler, pattern := s.mux.Handler(r)
	if pattern != "" {
		s.mux.ServeHTTP(w, r)
		return
	}
	probe := headers{}
	handler.ServeHTTP(probe, r)
	refusal := error(thidua.Refuse(thidua.NotFound, codeNotFound))
	if allow := probe.Header().Get("Allow"); allow != "" {
		w.Header().Set("Allow", allow)
		refusal = errMethod
	}
	route := handle.Route{Who: handle.Public, Do: func(*handle.Ctx) error { return refusal }}
	s.serve(route).ServeHTTP(w, withoutBody(r))
}

// headers keeps of an answer only its headers.
type headers http.Header

func (h headers) Header() http.Header         { return http.Header(h) }
func (h headers) Write(p []byte) (int, error) { return len(p), nil }
func (h headers) WriteHeader(int)             {}

func withoutBody(r *http.Request) *http.Request {
	plain := r.Clone(r.Context())
	plain.Body, plain.ContentLength = http.NoBody, 0
	plain.Header.Del("Content-Type")
	plain.URL.RawQuery = ""
	return plain
}
