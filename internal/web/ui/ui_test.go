package ui

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/a-h/templ"
)

func render(t *testing.T, c templ.Component) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryStateHasADrawing(t *testing.T) {
	for words, l := range looks {
		if len(strokes[l.icon]) == 0 {
			t.Errorf("%q has no drawing %q", words, l.icon)
		}
		if html := render(t, State(words)); !strings.Contains(html, words) || !strings.Contains(html, "<path") {
			t.Errorf("%q is drawn as %s", words, html)
		}
	}
	if html := render(t, State("Trạng thái lạ")); !strings.HasPrefix(html, `<span class="st">`) {
		t.Errorf("an unknown state is drawn as %s", html)
	}
}

func TestFieldKeepsWhatWasTyped(t *testing.T) {
	form := NewForm(map[string][]string{"tl": {`9"64<b>`}}, []Fault{{Field: "tl", Text: "Nhập tỷ lệ từ 0 đến 100"}})
	html := render(t, Number(form.Field("tl", "Tỷ lệ (%)", "Dùng dấu phẩy")))
	for _, want := range []string{
		`value="9&#34;64&lt;b&gt;"`, `aria-invalid="true"`, `aria-describedby="tl-h tl-e"`, `id="tl-e"`, `<label for="tl">`, "Nhập tỷ lệ từ 0 đến 100",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in %s", want, html)
		}
	}
}

func TestSlugAndInitials(t *testing.T) {
	if got := Slug("Đủ hồ sơ chưa?"); got != "du-ho-so-chua" {
		t.Errorf("slug %q", got)
	}
	for name, want := range map[string]string{"Nguyễn Thị Thu Hà": "TH", "Phạm Mai Anh": "MA", "Đỗ": "Đ", "": ""} {
		if got := Initials(name); got != want {
			t.Errorf("%q gives %q", name, got)
		}
	}
}

func TestLinksOfUsersCannotRunScripts(t *testing.T) {
	if html := render(t, Btn(Button{Text: "Mở", URL: "javascript:alert(1)"})); strings.Contains(html, "javascript:") {
		t.Error(html)
	}
}
