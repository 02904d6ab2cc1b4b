package web_test

import (
	"net/http"
	"net/url"
	"reflect"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// TestAFormOfAnEndedSessionIsSentAgainWhole types into a form, loses the session, signs in elsewhere and sends what the page kept.
func TestAFormOfAnEndedSessionIsSentAgainWhole(t *testing.T) {
	var got url.Values
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, handle.Group{Name: "thử", Routes: []handle.Route{
			{Pattern: "POST /thu/nhap", Who: handle.SignedIn, Do: func(c *handle.Ctx) error { got = c.Form.Raw(); return c.Redirect("/") }},
		}})
	})
	form := url.Values{"key": {"K1"}, "version": {"3"}, "value": {"12"}, "role": {"a", "b"}, "text": {"dòng 1\ndòng \"2\" <b>"}, "blank": {""}}
	refused := do(t, s.Handler(), "POST", "/thu/nhap?nam=2025", form.Encode(), nil)
	page, err := goquery.NewDocumentFromReader(refused.Body)
	if err != nil || refused.StatusCode != http.StatusUnauthorized || got != nil {
		t.Fatalf("without a session: %d, %v", refused.StatusCode, err)
	}
	kept := page.Find("main form[method=post]")
	if kept.AttrOr("action", "") != "/thu/nhap?nam=2025" || page.Find("main a[href='/dang-nhap'][target=_blank]").Length() != 1 {
		t.Fatalf("the page keeps no form: %s", page.Find("main").Text())
	}
	again := url.Values{}
	kept.Find("input").Each(func(_ int, f *goquery.Selection) { again.Add(f.AttrOr("name", ""), f.AttrOr("value", "")) })
	a.sessions["the-session"] = true
	if answer := do(t, s.Handler(), "POST", "/thu/nhap?nam=2025", again.Encode(), asHa); answer.StatusCode != http.StatusSeeOther || !reflect.DeepEqual(got, form) {
		t.Errorf("sent again: %d, %v", answer.StatusCode, got)
	}
}

func TestAPasswordIsNotKept(t *testing.T) {
	s, _ := newServer(t, nil)
	for path, form := range map[string]url.Values{"/doi-mat-khau": {"current": {"một mật khẩu đang dùng"}, "new": {"b"}, "repeat": {"b"}}, "/dang-xuat": {"key": {"K"}, "version": {"0"}}} {
		refused := do(t, s.Handler(), "POST", path, form.Encode(), nil)
		page, err := goquery.NewDocumentFromReader(refused.Body)
		if err != nil || refused.StatusCode != http.StatusUnauthorized || page.Find("main form, main textarea").Length() != 0 {
			t.Errorf("%s: %d, %s", path, refused.StatusCode, page.Find("main").Text())
		}
	}
}
