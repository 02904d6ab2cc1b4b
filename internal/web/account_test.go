package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestChangingThePassword(t *testing.T) {
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	for _, c := range []struct {
		body   string
		status int
		says   string
	}{
		{"current=x&new=b&repeat=c", http.StatusUnprocessableEntity, `href="#repeat"`},
		{"current=sai&new=bbb&repeat=bbb", http.StatusUnprocessableEntity, `href="#current"`},
		{"current=m%E1%BB%99t+c%C3%A2u+d%E1%BB%85+nh%E1%BB%9B&new=c%C3%A2u+m%E1%BB%9Bi&repeat=c%C3%A2u+m%E1%BB%9Bi", http.StatusSeeOther, ""},
	} {
		got := do(t, s.Handler(), "POST", "/doi-mat-khau", c.body, asHa)
		if text := words(t, got); got.StatusCode != c.status || !strings.Contains(text, c.says) || strings.Contains(text, `value="bbb"`) {
			t.Errorf("%s: %d", c.body, got.StatusCode)
		}
	}
	if a.password != "câu mới" {
		t.Errorf("the password is %q", a.password)
	}
}

// TestPasswordsAreTypedHiddenAndByManagers reads every form that asks for a password: it is typed hidden, under a name that a manager of
// passwords knows, and nothing hinders pasting.
func TestPasswordsAreTypedHiddenAndByManagers(t *testing.T) {
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	found := 0
	for page, as := range map[string]func(*http.Request){"/dang-nhap": nil, "/doi-mat-khau": asHa} {
		d, err := goquery.NewDocumentFromReader(do(t, s.Handler(), "GET", page, "", as).Body)
		if err != nil {
			t.Fatal(err)
		}
		d.Find("[name=password], [name=current], [name=new], [name=repeat]").Each(func(_ int, field *goquery.Selection) {
			found++
			want := "current-password"
			if name := field.AttrOr("name", ""); name == "new" || name == "repeat" {
				want = "new-password"
			}
			if field.AttrOr("type", "") != "password" || field.AttrOr("autocomplete", "") != want || field.Is("[onpaste], [readonly], [maxlength]") {
				t.Errorf("%s: %v", page, field.Nodes[0].Attr)
			}
		})
	}
	if found != 4 {
		t.Errorf("%d fields", found)
	}
}

func TestThemeIsKept(t *testing.T) {
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	got := do(t, s.Handler(), "POST", "/giao-dien", "theme=toi", asHa)
	if c := got.Header.Get("Set-Cookie"); !strings.HasPrefix(c, "__Host-thidua-gd=toi;") || !strings.Contains(c, "Secure") {
		t.Fatalf("cookie %q", c)
	}
	page := words(t, do(t, s.Handler(), "GET", "/tai-khoan", "", func(r *http.Request) {
		asHa(r)
		r.AddCookie(&http.Cookie{Name: "__Host-thidua-gd", Value: "toi"})
	}))
	if !strings.Contains(page, `data-theme="toi"`) || !strings.Contains(page, `<option value="toi" selected>`) {
		t.Error("the page does not follow the choice")
	}
	if bad := do(t, s.Handler(), "POST", "/giao-dien", `theme="><script>`, asHa); strings.Contains(bad.Header.Get("Set-Cookie"), "script") {
		t.Error("an unknown theme is kept")
	}
}
