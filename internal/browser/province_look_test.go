package browser_test

import (
	"maps"
	"slices"
	"testing"

	"thidua"
)

// above are the screens of Sở Nội vụ and UBND tỉnh by day.
var above = map[thidua.Date][]seen{
	"2025-01-24": {{"09-so-noi-vu", "sonoivu", "/tiep-nhan"}, {"09-ho-so", "sonoivu", "/tiep-nhan > main tbody th a"}, {"09-so-luong", "sonoivu", "/so-luong"}, {"09-chi-so", "sonoivu", "/chi-so-co-quan"},
		{"09-dang-ky", "sonoivu", "/dang-ky-cac-co-quan"}, {"09-dang-ky-mot", "sonoivu", "/dang-ky-cac-co-quan?tinh-trang=cho-xac-nhan > main tbody th a"}},
	"2025-02-14": {{"09b-so-sanh", "sonoivu", "/so-sanh"}, {"09b-ca-nhan", "sonoivu", "/so-sanh?loai=ca-nhan"}, {"09-trinh", "sonoivu", "/trinh-ubnd-tinh"}, {"09-dang-ky-muon", "sonoivu", "/dang-ky-cac-co-quan?tinh-trang=muon"},
		{"09-dang-ky-gui-lai", "sonoivu", "/dang-ky-cac-co-quan?q=thi+xa > main tbody th a"}, {"09-co-quan", "sonoivu", "/co-quan-dia-phuong"}, {"09-viec-co-goi", "nttha", "/viec-cua-toi"}, {"09-goi-gui-nhan", "nttha", "/goi-ho-so"}},
	"2025-02-21": {{"09-cho-quyet-dinh", "ubndtinh", "/cho-quyet-dinh"}},
	"2025-03-07": {{"09-bang-vang", "ubndtinh", "/bang-vang-tinh"}, {"09-da-quyet-dinh", "sonoivu", "/trinh-ubnd-tinh"}},
}

// TestProvinceScreens looks at the screens 09 and 09b and those around them at both widths and in both themes; axe finds nothing.
func TestProvinceScreens(t *testing.T) {
	h, season := sample(t)
	if err := season.Province(); err != nil {
		t.Fatal(err)
	}
	for _, day := range slices.Sorted(maps.Keys(above)) {
		if err := season.Until(day); err != nil {
			t.Fatal(err)
		}
		t.Run(string(day), func(t *testing.T) { look(t, h, above[day]) })
	}
}
