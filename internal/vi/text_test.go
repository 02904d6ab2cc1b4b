package vi

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Thi đua, khen thưởng":        "thi dua, khen thuong",
		"  Đỗ   Đức\u00a0Đạt ":        "do duc dat",
		"ĐẶNG THỊ ÁNH":                "dang thi anh",
		"Hoà Bình":                    "hoa binh",
		"Hòa Bình":                    "hoa binh",
		"Ho\u0300a Bi\u0300nh":        "hoa binh",
		"\u0110u\u031b\u01a1\u0300ng": "duong",
		"ðường":                       "duong",
		"Quý IV/2025":                 "quy iv/2025",
		"":                            "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("aăâđĐeêoôơuưÁỆ \t\u0301\u0323\u031bx9-"))).Draw(t, "s")
		once := Fold(s)
		if Fold(once) != once || Fold(NFC(s)) != once {
			t.Fatalf("Fold(%q) = %q, again %q, of NFC %q", s, once, Fold(once), Fold(NFC(s)))
		}
	})
}

func TestNFCKeepsTheToneInItsPlace(t *testing.T) {
	for in, want := range map[string]string{
		"hoa\u0300 ":           "hoà",
		" ho\u0300a":           "hòa",
		"o\u031b\u0301":        "ớ",
		"o\u0301\u031b":        "ớ",
		"a\u0323\u0306":        "ặ",
		"Phòng  Nghiệp vụ 2\n": "Phòng  Nghiệp vụ 2",
	} {
		if got := NFC(in); got != want {
			t.Errorf("NFC(%q) = %q, want %q", in, got, want)
		}
	}
}

// sortedNames stands in the order of a Vietnamese telephone book: given name first, tones ngang, huyền, hỏi, ngã, sắc, nặng.
var sortedNames = []string{
	"Vũ Thị Ái", "Đỗ An", "Bùi Văn Anh", "Nguyễn Anh", "Trần Thị Anh", "Lê Ánh", "Đỗ Ân", "Hoàng Ẩn", "Lý Bình", "Lý Bỉnh", "Lý Bính",
	"Đặng Dung", "Đặng Dũng", "Cù Đạt", "Đinh Oanh", "Mã Ổn", "Mã Ơn", "Tô Úc", "Tô Ưng",
}

func TestNamesSortByGivenName(t *testing.T) {
	got := slices.Clone(sortedNames)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(NameKey(a), NameKey(b)) })
	if !slices.Equal(got, sortedNames) {
		t.Errorf("sorted:\n%q\nwant:\n%q", got, sortedNames)
	}
}

func TestSortKeyOrder(t *testing.T) {
	for _, row := range [][]string{
		{"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư"},
		{"hà anh", "hạ an"},
		{"An", "an bình", "An Nam", "anh"},
		{"Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2", "Phòng Nghiệp vụ 10"},
		{"", "Văn phòng"},
	} {
		for i := 1; i < len(row); i++ {
			if SortKey(row[i-1]) >= SortKey(row[i]) {
				t.Errorf("%q does not sort before %q", row[i-1], row[i])
			}
		}
	}
	if SortKey("NGUYỄN VĂN A") != SortKey("Nguyễn  Văn A") || NameKey("ĐỖ ĐẠT") != NameKey(" Đỗ Đạt") {
		t.Error("capitals or spaces change the order")
	}
	if NameKey("  ") != "" {
		t.Error("a blank name has a key")
	}
}

func TestSortKeyIsHex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := NameKey(rapid.String().Draw(t, "name"))
		if strings.Trim(key, "0123456789abcdef") != "" {
			t.Fatalf("key %q is not lower-case hex: databases of other locales would order it differently", key)
		}
	})
}

func TestSortKeyFromManyGoroutines(t *testing.T) {
	want := NameKey("Lý Văn Dũng")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if NameKey("Đặng Thị Ánh") == want || NameKey("Lý Văn Dũng") != want {
					t.Error("keys mixed between goroutines")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestFirstLetters(t *testing.T) {
	for _, c := range []struct{ text, lower, upper string }{
		{"Đăng ký của phòng", "đăng ký của phòng", "Đăng ký của phòng"}, {"ông An", "ông An", "Ông An"}, {"UBND tỉnh", "UBND tỉnh", "UBND tỉnh"}, {"Ý", "ý", "Ý"}, {"", "", ""},
	} {
		if low, up := LowerFirst(c.text), UpperFirst(c.text); low != c.lower || up != c.upper {
			t.Errorf("%q: %q, %q", c.text, low, up)
		}
	}
}
