package desk_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua/internal/app"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

const password = "một mùa thi đua mẫu"

// sample is the pages of the sample agency on the day of the screens.
func sample(t *testing.T) http.Handler {
	t.Helper()
	clock := &demo.Clock{}
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	core := app.New(db, app.WithFiles(files))
	if err := demo.Play(context.Background(), core, clock, demo.Default, password); err != nil {
		t.Fatal(err)
	}
	s, err := web.New(web.Config{Core: core, Log: slog.New(slog.DiscardHandler), Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

// session signs somebody in and gives the way to read a page.
func session(t *testing.T, h http.Handler, user string) func(path string) *goquery.Document {
	t.Helper()
	form := url.Values{"user": {user}, "password": {password}}
	r := httptest.NewRequest(http.MethodPost, "/dang-nhap", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	in := httptest.NewRecorder()
	h.ServeHTTP(in, r)
	if in.Code != http.StatusSeeOther {
		t.Fatalf("%s signs in with %d", user, in.Code)
	}
	return func(path string) *goquery.Document {
		t.Helper()
		r := httptest.NewRequest(http.MethodGet, path, nil)
		for _, c := range in.Result().Cookies() {
			r.AddCookie(c)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			t.Fatalf("%s at %s: %d", user, path, w.Code)
		}
		page, err := goquery.NewDocumentFromReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
}

func texts(page *goquery.Document, selector string) []string {
	return page.Find(selector).Map(func(_ int, s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") })
}

func TestThePagesOfTheDesk(t *testing.T) {
	h := sample(t)
	t.Run("what waits for Văn phòng stands strictly by date", func(t *testing.T) { officeDesk(t, session(t, h, "nttha")) })
	t.Run("each role has its own", func(t *testing.T) { roles(t, h) })
	t.Run("search with and without marks", func(t *testing.T) { search(t, h) })
}

func officeDesk(t *testing.T, page func(string) *goquery.Document) {
	at := page("/viec-cua-toi")
	want := []string{"Phòng Nghiệp vụ 3 bổ sung minh chứng tiêu chí 5, năm 2024", "Gửi tài liệu họp Hội đồng phiên 01/2025 tới 9 thành viên",
		"Rà soát đăng ký của Phòng Nghiệp vụ 1 và Phòng Nghiệp vụ 4", "Đăng ký thi đua cá nhân năm 2025",
		"Chuẩn bị dự thảo Tờ trình đề nghị khen thưởng năm 2024", "Tổng hợp đăng ký năm 2025, trình lãnh đạo, gửi Sở Nội vụ",
		"Bổ sung 3 nội dung còn để ngỏ của kế hoạch"}
	if got := texts(at, ".tasks h3"); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("tasks:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	groups := texts(at, ".card:has(.tasks) > .ch h2")
	if len(groups) != 4 || !strings.HasPrefix(groups[0], "Quá hạn") || !strings.HasPrefix(groups[1], "Tuần này, đến 17/01") || !strings.HasPrefix(groups[2], "Trước Tết, đến 24/01") {
		t.Errorf("groups: %v", groups)
	}
	if n := at.Find(".tasks .btn.pri").Length(); n != 1 {
		t.Errorf("%d next steps, want one", n)
	}
	if own := texts(page("/viec-cua-toi?vai-tro=staff"), ".tasks h3"); len(own) != 1 || own[0] != want[3] {
		t.Errorf("as a competitor: %v", own)
	}
}

func roles(t *testing.T, h http.Handler) {
	for _, c := range []struct{ user, path, title, task string }{
		{"pmanh", "/viec-cua-toi", "Việc của tôi", "Bổ sung minh chứng cho sáng kiến “Mẫu hóa 12 văn bản trong quy trình thanh tra”"},
		{"hmtuan", "/viec-cua-toi", "Việc của tôi", "Kiểm tra 2 minh chứng, năm 2024"},
		{"bdlong", "/viec-cua-toi", "Việc của tôi", "Nhập thay đăng ký cho Lê Văn Thanh, năm 2025"},
		{"vqson", "/viec-cua-toi", "Việc của tôi", "Bổ sung minh chứng cho Sáng kiến được Chánh Thanh tra công nhận"},
		{"tmkhoi", "/cho-y-kien", "Chờ ý kiến", "Công bố xếp hạng đơn vị năm 2024"},
	} {
		page := session(t, h, c.user)(c.path)
		if got := strings.TrimSpace(page.Find("h1").Text()); got != c.title {
			t.Errorf("%s reads %q", c.user, got)
		}
		if all := texts(page, ".tasks h3"); !strings.Contains(strings.ToLower(strings.Join(all, "\n")), strings.ToLower(c.task)) {
			t.Errorf("%s has %v, not %q", c.user, all, c.task)
		}
	}
}

func search(t *testing.T, h http.Handler) {
	office, staff := session(t, h, "nttha"), session(t, h, "pmanh")
	for _, q := range []string{"nghiệp vụ 2", "nghiep vu 2", "NGHIEP VU 2"} {
		if found := texts(office("/tim?q="+url.QueryEscape(q)), "main .card:has(h2:contains('Đơn vị')) .list li"); len(found) != 1 || !strings.Contains(found[0], "Phòng Nghiệp vụ 2") {
			t.Errorf("%q finds %v", q, found)
		}
	}
	if found := texts(office("/tim?q=thi+dua"), "main"); strings.Contains(found[0], "Không tìm thấy") {
		t.Error("“thi dua” finds nothing")
	}
	if found := texts(staff("/tim?q=so+hoa+khong+co"), "main .empty"); len(found) != 1 {
		t.Errorf("nothing found says %v", found)
	}
	if found := texts(office("/tim?q=a"), "main"); !strings.Contains(found[0], "Gõ ít nhất hai chữ") {
		t.Errorf("one letter: %v", found)
	}
	const papers = "Văn bản"
	for name, page := range map[string]func(string) *goquery.Document{"Văn phòng": office, "a civil servant": staff} {
		if links := page("/tim?q=nghiep+vu").Find("main .list a[href^='/don-vi/'], main .list a[href^='/nguoi/']").Length(); (links > 0) != (name == "Văn phòng") {
			t.Errorf("%d links to units and people for %s", links, name)
		}
		cards := strings.Join(texts(page("/tim?q=to+trinh"), "main .card h2"), " ")
		if strings.Contains(cards, papers) != (name == "Văn phòng") {
			t.Errorf("papers for %s: %s", name, cards)
		}
	}
}
