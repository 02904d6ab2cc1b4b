package vi

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"thidua"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Number(int64(125050)), "1.250,5"},
		{Number(thidua.Points(100)), "1"},
		{Number(int64(5)), "0,05"},
		{Number(int64(0)), "0"},
		{Number(int64(-12345)), "-123,45"},
		{Number(int64(100000000000)), "1.000.000.000"},
		{Whole(1250), "1.250"},
		{Whole(-125000), "-125.000"},
		{Whole(999), "999"},
		{Percent(int64(9550)), "95,5%"},
		{Ratio(7, 9), "77,8%"},
		{Ratio(3, 4), "75,0%"},
		{Ratio(2, 3), "66,7%"},
		{Ratio(0, 5), "0,0%"},
		{Ratio(9, 9), "100,0%"},
		{Ratio(2399, 3000), "79,9%"},
		{Ratio(2999, 3000), "99,9%"},
		{Ratio(2401, 3000), "80,0%"},
		{Ratio(12, 9), "133,3%"},
		{Ratio(0, 0), "–"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for in, want := range map[string]int64{
		"1.250,5": 125050, "95,5": 9550, "95.5": 9550, "95.50": 9550, "1.250": 125000, "1250": 125000, "1.250.000": 125000000, " 7 ": 700,
		"0,05": 5, "-3,5": -350, "02": 200, "0": 0,
	} {
		if got, ok := ParseNumber(in); !ok || got != want {
			t.Errorf("ParseNumber(%q) = %d, %v, want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", "NaN", "Inf", "1e3", "0x10", "33,333", "0.125", "01.250", "1,250.5", "1.25.000", "1.250.5", "1,", ",5", ".5", "--1", "+1", "1 250",
		"1_000", "12%", "９", "99999999999999999999", "1,2,3",
	} {
		if got, ok := ParseNumber(in); ok {
			t.Errorf("ParseNumber(%q) = %d, want it refused", in, got)
		}
	}
}

func TestNumbersComeBack(t *testing.T) {
	back := func(t interface{ Fatalf(string, ...any) }, x int64) {
		if got, ok := ParseNumber(Number(x)); !ok || got != x {
			t.Fatalf("ParseNumber(%q) = %d, want %d", Number(x), got, x)
		}
	}
	back(t, math.MinInt64)
	back(t, math.MaxInt64)
	rapid.Check(t, func(t *rapid.T) { back(t, rapid.Int64().Draw(t, "x")) })
}

func TestRatioNeverReachesAThresholdItMisses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.IntRange(1, 5000).Draw(t, "d")
		n := rapid.IntRange(0, d).Draw(t, "n")
		threshold := rapid.IntRange(1, 100).Draw(t, "threshold")
		text := Ratio(n, d)
		shown, ok := ParseNumber(text[:len(text)-1])
		if !ok {
			t.Fatalf("Ratio(%d, %d) = %q cannot be read", n, d, text)
		}
		if 100*n < threshold*d && shown >= int64(threshold)*100 {
			t.Fatalf("%d of %d misses %d%% and is shown as %s", n, d, threshold, text)
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1.250,5", "95.5", "NaN", "1e3", "33,333", "-0,01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, ok := ParseNumber(s)
		if !ok {
			if x != 0 {
				t.Fatalf("ParseNumber(%q) refused with a value %d", s, x)
			}
			return
		}
		if again, ok := ParseNumber(Number(x)); !ok || again != x {
			t.Fatalf("ParseNumber(%q) = %d, shown as %q and read as %d", s, x, Number(x), again)
		}
	})
}

func TestWords(t *testing.T) {
	for n, want := range map[int]string{
		0: "không", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm", 20: "hai mươi", 21: "hai mươi mốt",
		24: "hai mươi tư", 25: "hai mươi lăm", 50: "năm mươi", 55: "năm mươi lăm", 99: "chín mươi chín", 100: "một trăm",
		101: "một trăm linh một", 105: "một trăm linh năm", 110: "một trăm mười", 111: "một trăm mười một", 115: "một trăm mười lăm",
		121: "một trăm hai mươi mốt", 1000: "một nghìn", 1005: "một nghìn không trăm linh năm", 1050: "một nghìn không trăm năm mươi",
		2340000: "hai triệu ba trăm bốn mươi nghìn", 1000005: "một triệu không trăm linh năm", 1_000_000_000: "một tỷ",
		1_000_000_005: "một tỷ không trăm linh năm", 2_000_000_000_000: "hai nghìn tỷ", -15: "âm mười lăm",
	} {
		if got := Words(n); got != want {
			t.Errorf("Words(%d) = %q, want %q", n, got, want)
		}
	}
	if got := Words(math.MinInt64); got == "" {
		t.Error("the smallest number has no words")
	}
}

func TestCounts(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Subjects(2, 1), "02 tập thể và 01 cá nhân"},
		{Subjects(12, 0), "12 tập thể"},
		{Subjects(0, 3), "03 cá nhân"},
		{Subjects(0, 0), "không có tập thể, cá nhân nào"},
		{List([]string{"a", "b", "c"}), "a, b và c"},
		{List([]string{"a"}), "a"},
		{List(nil), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestPercentPoints(t *testing.T) {
	for _, c := range []struct {
		n, d, before, of int
		want             string
	}{{57, 64, 50, 59, "+4,3 điểm phần trăm"}, {1, 2, 3, 4, "−25,0 điểm phần trăm"}, {1, 2, 2, 4, "0,0 điểm phần trăm"}, {1, 2, 0, 0, ""}} {
		if got := PercentPoints(c.n, c.d, c.before, c.of); got != c.want {
			t.Errorf("%d/%d against %d/%d: %q, want %q", c.n, c.d, c.before, c.of, got, c.want)
		}
	}
}
