package record

import (
	"strings"
	"testing"

	"thidua"
)

func TestPublicityAndExemplarsAreTold(t *testing.T) {
	item := thidua.PublicityItem{Title: "Chuyện mẫu hóa hồ sơ", Media: "Báo Lào Cai", On: "2024-06-20"}
	c := CriterionData{Code: "TC4", Publicity: []thidua.PublicityItem{item, item, item, item},
		Exemplars: []thidua.Exemplar{{Kind: thidua.KindDeed, Title: "Giúp người dân", PublishedOn: "2024-12-02"}}}
	p := c.passage(2024, "Đơn vị")
	text := p.Printed(strings.Join(p.Draft, "\n"))
	for _, want := range []string{"Trong năm đã thực hiện 4 tin, bài, hoạt động tuyên truyền, trong đó có: “Chuyện mẫu hóa hồ sơ” (Báo Lào Cai, 20/06/2024);",
		"Có 1 gương được nêu: người tốt việc tốt “Giúp người dân”, nêu gương ngày 02/12/2024."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told in %q", want, text)
		}
	}
	if strings.Count(text, item.Title) != citedItems {
		t.Errorf("not %d items cited: %s", citedItems, text)
	}
	if none := (CriterionData{Code: "TC4"}).passage(2024, "Đơn vị"); len(none.Draft) != 0 {
		t.Errorf("nothing is told as %v", none.Draft)
	}
}
