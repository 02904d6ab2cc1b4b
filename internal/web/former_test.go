package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestSettingsAreTakenFromTheYearBefore(t *testing.T) {
	h := openHall(t)
	before, path := "/nam/"+h.Rounds[2024].ID+"/thiet-lap", "/nam/"+h.Rounds[2025].ID+"/thiet-lap"
	form := fieldsOf(mustGet(h, before), "main form")
	form.Set("reached", "85")
	form.Set("scoring", "14/12/2024")
	form.Set("quota-people", "4")
	if _, code, _ := h.submit(before, form); code != http.StatusSeeOther {
		t.Fatalf("the year before is set with %d", code)
	}
	page := mustGet(h, path)
	if page.Find(`a[href="`+path+`/nam-truoc"]`).Length() != 1 || mustGet(h, before).Find(`a[href$="/nam-truoc"]`).Length() != 0 {
		t.Error("only a year that has not begun takes settings over")
	}
	offer := mustGet(h, path+"/nam-truoc")
	if text := offer.Text(); !strings.Contains(text, "14/12/2025 là Chủ nhật; chuyển về thứ Sáu 12/12/2025") {
		t.Errorf("a Sunday is not told: %s", text)
	}
	if again, code, _ := h.submit(path+"/nam-truoc", url.Values{"version": {"1"}}); code != 422 || !strings.Contains(again.Text(), "Chọn ít nhất một mục") {
		t.Errorf("nothing chosen: %d", code)
	}
	chosen := fieldsOf(offer, "main form")
	chosen["row"] = []string{"reached", "scoring"}
	if _, code, to := h.submit(path+"/nam-truoc", chosen); code != http.StatusSeeOther || !strings.HasPrefix(to, path) {
		t.Fatalf("taken with %d to %s", code, to)
	}
	after := mustGet(h, path)
	if after.Find("#reached").AttrOr("value", "") != "85" || after.Find("#scoring").AttrOr("value", "") != "12/12/2025" || after.Find("#quota-people").AttrOr("value", "") != "2" {
		t.Errorf("the year has %q, %q, %q", after.Find("#reached").AttrOr("value", ""), after.Find("#scoring").AttrOr("value", ""), after.Find("#quota-people").AttrOr("value", ""))
	}
}

func TestASessionTakesTheProgrammeOfAnEarlierOne(t *testing.T) {
	h := openHall(t)
	plan := func(round, query string, change func(url.Values)) (string, int) {
		form := fieldsOf(mustGet(h, "/hoi-dong?nam="+round+query), `form[action="/hoi-dong"]`)
		change(form)
		_, code, to := h.submit("/hoi-dong", form)
		return to, code
	}
	earlier, code := plan(h.Rounds[2024].ID, "", func(f url.Values) {
		f.Set("number", "08/2024")
		f.Set("day", "20/01/2025")
		f.Set("time", "14:30")
		f.Set("place", "Phòng họp tầng 3")
		f.Set("kind", "paper")
	})
	if code != http.StatusSeeOther {
		t.Fatalf("the earlier session: %d", code)
	}
	query := "&theo=" + strings.TrimPrefix(earlier, "/hoi-dong/")
	page := mustGet(h, "/hoi-dong?nam="+h.Rounds[2025].ID)
	if page.Find(`a[href*="`+query+`"]`).Length() != 1 {
		t.Fatal("the earlier session is not offered")
	}
	page = mustGet(h, "/hoi-dong?nam="+h.Rounds[2025].ID+query)
	if page.Find("#place").AttrOr("value", "") != "Phòng họp tầng 3" || page.Find("#day").AttrOr("value", "") != "20/01/2026" || page.Find("#number").AttrOr("value", "") != "" ||
		!strings.Contains(page.Text(), "Theo Phiên 08/2024, chưa lưu") || !strings.Contains(page.Text(), "Ngưỡng thông qua") {
		t.Errorf("proposed %s", page.Find("#lap-phien").Text())
	}
	again, code, _ := h.submit("/hoi-dong", fieldsOf(page, `form[action="/hoi-dong"]`))
	if code != 422 || again.Find("#place").AttrOr("value", "") != "Phòng họp tầng 3" || !strings.Contains(again.Text(), "chưa lưu") {
		t.Errorf("without a number: %d", code)
	}
	made, code := plan(h.Rounds[2025].ID, query, func(f url.Values) { f.Set("number", "01/2026"); f.Set("place", "Phòng họp tầng 2") })
	if code != http.StatusSeeOther || !strings.Contains(mustGet(h, made).Text(), "Phòng họp tầng 2") {
		t.Errorf("planned with %d to %s", code, made)
	}
}
