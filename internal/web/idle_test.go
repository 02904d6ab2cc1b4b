package web_test

import (
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"thidua/internal/browser"
	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// TestCase46APageWarnsBeforeItsSessionEnds leaves a form half typed until the page warns, goes on, and leaves it until the session is over.
func TestCase46APageWarnsBeforeItsSessionEnds(t *testing.T) {
	var stays atomic.Int64
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, handle.Group{Name: "thử", Routes: []handle.Route{
			{Pattern: "POST /tai-khoan/tiep-tuc", Who: handle.Anywhere, Do: func(c *handle.Ctx) error { stays.Add(1); c.W.WriteHeader(http.StatusNoContent); return nil }},
		}})
	})
	a.actor.Idle = 6 * time.Second
	p := browser.Open(t, s.Handler(), browser.Desk)
	p.Go("/dang-nhap")
	p.Type("#user", "nttha")
	p.Type("#password", "một câu dễ nhớ")
	p.Follow("button[type=submit]")
	p.Go("/doi-mat-khau")
	p.Type("#new", "đang nhập dở")
	p.Wait(".nghi:not([hidden]) [data-stay]:not([hidden])")
	p.Click("[data-stay]")
	p.Wait(".nghi:not([hidden]) [data-stay]:not([hidden])")
	p.Wait(".nghi:not([hidden]) a[data-over]:not([hidden])")
	if stays.Load() != 1 || p.Path() != "/doi-mat-khau" {
		t.Errorf("asked to go on %d times, at %s", stays.Load(), p.Path())
	}
}
