package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/testkit"
)

// overtaken is a form that two people opened: the first saves one value, the second another one in the same field.
type overtaken struct {
	who, page, selector string
	path                string // of the form, when it is not its action
	field, first        string
	second              string
	others              string // typed in every field left blank
}

// overtake plays the two. The second is told, loses nothing, reads what was saved first beside the own words, and may save over it.
func (h *hall) overtake(o overtaken) {
	h.t.Helper()
	d, code := h.get(o.who, o.page)
	form, path := fieldsOf(d, o.selector), o.path
	if path == "" {
		path = d.Find(o.selector).AttrOr("action", "")
	}
	if code != http.StatusOK || !form.Has(o.field) || path == "" {
		h.t.Fatalf("%s %s: %d, %q, form %v", o.page, o.selector, code, path, form)
	}
	for name := range form {
		if o.others != "" && form.Get(name) == "" {
			form.Set(name, o.others)
		}
	}
	first, second := url.Values{}, url.Values{}
	for name, v := range form {
		first[name], second[name] = v, v
	}
	first.Set(o.field, o.first)
	second.Set(o.field, o.second)
	second.Set("key", "the other window")
	if w := h.post(o.who, path, first); w.Code != http.StatusSeeOther {
		late, _ := h.read(w)
		h.t.Fatalf("%s: the first: %d %s", path, w.Code, late.Find(".errs, .err").Text())
	}
	late, code := h.read(h.post(o.who, path, second))
	again := fieldsOf(late, o.selector)
	if code != http.StatusConflict || again.Get(o.field) != o.second {
		h.t.Errorf("%s: the second: %d, %s is %q", path, code, o.field, again.Get(o.field))
	}
	if text := late.Find("main").Text(); !strings.Contains(text, "đã có người lưu trước") || !strings.Contains(text, "Bản đã lưu: "+o.first) {
		h.t.Errorf("%s: the second is not shown what was saved first: %q", path, late.Find(".note.cam").Text())
	}
	if w := h.post(o.who, path, again); w.Code != http.StatusSeeOther {
		h.t.Errorf("%s: saving again as a choice: %d", path, w.Code)
	}
	now, _ := h.get(o.who, o.page)
	if kept := fieldsOf(now, o.selector).Get(o.field); kept != o.second {
		h.t.Errorf("%s: in the end %s is %q", path, o.field, kept)
	}
}

func TestWhoSavesSecondIsToldOnEveryForm(t *testing.T) {
	h := openHall(t)
	const admin = "Đỗ Đức Đạt"
	review, _ := h.review()
	h.keep("Lý Văn Dũng", "NV2", h.EightTargets())
	unit, person := "/don-vi/"+h.Units["NV1"].ID, "/nguoi/"+h.People["Vũ Quang Sơn"].ID
	for _, o := range []overtaken{
		{ha, unit, "form[action='" + unit + "']", "", "short", "Phòng Một", "Phòng I", ""},
		{ha, person, "form[action='" + person + "']", "", "code", "CC-1", "CC-2", ""},
		{ha, "/thanh-lap-hoi-dong/" + h.Council.ID, "main form", "", "decision", "12/QĐ-TT", "13/QĐ-TT", ""},
		{admin, "/co-quan", "main form", "", "place", "Lào Cai 1", "Lào Cai 2", ""},
		{ha, "/nam/" + h.Rounds[2025].ID + "/thiet-lap", "main form", "", "reached", "80", "90", ""},
		{ha, review, "#ke-hoach", "", "signer", "Chủ tịch A", "Chủ tịch B", ""},
		{"Lý Văn Dũng", "/dang-ky", "#dang-ky", "", "target-1-content", "Nội dung lưu trước", "Nội dung lưu sau", ""},
		{"Phạm Mai Anh", "/dang-ky-ca-nhan", "#dang-ky", "", "target-1-content", "Việc lưu trước", "Việc lưu sau", ""},
	} {
		h.overtake(o)
	}
}

func TestWhoSavesSecondIsToldInTheCouncil(t *testing.T) {
	m := openMeeting(t)
	m.plan()
	m.overtake(overtaken{ha, m.url + "/sua", "main form", "", "place", "Phòng họp 2", "Phòng họp 3", ""})
	m.propose("collective:"+m.Units["NV2"].ID, true)
	n := m.rowID("nominee")
	m.overtake(overtaken{ha, "/truong-hop/" + n, to(thidua.Summarise), "", "summary", "Tóm tắt lưu trước", "Tóm tắt lưu sau", ""})
	m.done(ha, m.url, to(thidua.Summon))
	m.clock.Set(time.Date(2025, 1, 16, 14, 0, 0, 0, thidua.Zone))
	m.overtake(overtaken{ha, m.url, "#diem-danh", "", "reason-" + m.People["Phạm Quốc Hưng"].ID, "Đi công tác", "Nghỉ phép", "Vắng"})
}

func TestWhoSavesSecondIsToldOnPapersAndSheets(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), "form[action$='/ho-so']", nil)
	paper := p.papers()[0]
	d, _ := p.get(ha, paper)
	part := d.Find(to(thidua.RewritePaper)+" textarea").First().AttrOr("name", "")
	sheets := "/cham-diem/" + p.Rounds[2024].ID
	d, _ = p.get(ha, sheets)
	if w := p.post(ha, sheets, fieldsOf(d, "main form")); w.Code != http.StatusSeeOther {
		t.Fatalf("open the sheets: %d", w.Code)
	}
	d, _ = p.get("Lý Văn Dũng", sheets)
	p.overtake(overtaken{"Lý Văn Dũng", d.Find("main table a:contains('Nghiệp vụ 2')").AttrOr("href", ""), "#phieu", "", "line-1-note", "Căn cứ lưu trước", "Căn cứ lưu sau", ""})
	p.overtake(overtaken{ha, paper, to(thidua.RewritePaper), "", part, "Lời lưu trước.", "Lời lưu sau.", ""})
}

// rowID gives the id of the only row of a table.
func (h *hall) rowID(table string) (id string) {
	h.t.Helper()
	if err := testkit.Raw(h.t, h.config).QueryRow(`SELECT id FROM ` + table).Scan(&id); err != nil {
		h.t.Fatal(err)
	}
	return id
}
