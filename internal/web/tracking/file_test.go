package tracking_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua"
)

// shot is a picture with a note of the place in it.
func shot(t *testing.T, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 20)), nil); err != nil {
		t.Fatal(err)
	}
	note := "\xff\xe1\x00\x14Exif\x00\x00GPSLatitude1"
	return b.String()[:2] + note + b.String()[2:]
}

func TestCase33AReplacedFileStaysAsAVersionAndACheckedOneIsNotReplaced(t *testing.T) {
	d := openDesk(t)
	at := "/chi-tieu/" + d.cells["NV3 TC5"]
	own := d.moved(d.upload(head3, at+"/minh-chung", map[string]string{"number": "9/QĐ-TT", "issued": "12/11/2024"}, "Ảnh trước.jpg", shot(t, 30)))
	own = d.page(head3, own).Find(`a[href^="/minh-chung/"]`).First().AttrOr("href", "")
	d.moved(d.ask(officer, own+"/"+string(thidua.AskMore), url.Values{"version": {"1"}, "reason": {"Ảnh mờ"}}))
	mended := map[string]string{"version": "2", "number": "9/QĐ-TT", "issued": "12/11/2024"}
	d.moved(d.upload(head3, own+"/"+string(thidua.MendEvidence), mended, "Ảnh sau.jpg", shot(t, 40)))
	earlier := d.page(officer, own).Find(`a[href*="?ban="]`)
	if earlier.Text() != "Ảnh trước.jpg" {
		t.Fatalf("the earlier file is listed as %q", earlier.Text())
	}
	before := d.ask(officer, earlier.AttrOr("href", ""), nil)
	if before.Code != http.StatusOK || before.Body.String() != shot(t, 30) {
		t.Errorf("the earlier file: %d, %d bytes", before.Code, before.Body.Len())
	}
	if got := d.ask(staff2, earlier.AttrOr("href", ""), nil).Code; got != http.StatusNotFound {
		t.Errorf("somebody of another unit gets the earlier file: %d", got)
	}
	d.moved(d.ask(officer, own+"/"+string(thidua.CheckEvidence), url.Values{"version": {"3"}}))
	mended["version"] = "4"
	if got := d.upload(head3, own+"/"+string(thidua.MendEvidence), mended, "Ảnh khác.jpg", shot(t, 50)).Code; got != http.StatusConflict {
		t.Errorf("a checked file is replaced: %d", got)
	}
}

func TestCase25And26AFileIsGivenAsWhatItIsAndIsLookedAtAsAPicture(t *testing.T) {
	d := openDesk(t)
	at := "/chi-tieu/" + d.cells["NV3 TC5"]
	page := d.page(head3, d.moved(d.upload(head3, at+"/minh-chung", map[string]string{"number": "9/QĐ-TT", "issued": "12/11/2024"}, "Ảnh hội nghị.jpg", shot(t, 30))))
	own := page.Find(`a[href^="/minh-chung/"]`).First().AttrOr("href", "")
	file := d.ask(head3, own+"/tep", nil)
	for name, want := range map[string]string{"Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'",
		"Content-Disposition": "attachment; filename*=utf-8''%E1%BA%A2nh%20h%E1%BB%99i%20ngh%E1%BB%8B.jpg"} {
		if got := file.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	shown := d.page(head3, d.page(head3, own).Find(`a[href*="xem="]`).AttrOr("href", ""))
	picture := shown.Find(".xem img").AttrOr("src", "")
	if !strings.Contains(shown.Find(".head").Text(), "chưa quét mã độc") {
		t.Errorf("the scan is not told: %q", shown.Find(".head").Text())
	}
	drawn := d.ask(head3, picture, nil)
	if drawn.Code != http.StatusOK || drawn.Header().Get("Content-Type") != "image/jpeg" || strings.Contains(drawn.Body.String(), "GPSLatitude") ||
		drawn.Header().Get("Content-Security-Policy") != "sandbox; default-src 'none'" {
		t.Errorf("%q: %d, %v", picture, drawn.Code, drawn.Header())
	}
	for _, address := range []string{own + "/tep", own + "/tep?xem=1", picture} {
		if got := d.ask(staff2, address, nil).Code; got != http.StatusNotFound {
			t.Errorf("somebody of another unit opens %s: %d", address, got)
		}
	}
}
