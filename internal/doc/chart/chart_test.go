package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func sample(kind Kind, lying bool) Chart {
	return Chart{Kind: kind, Horizontal: lying, Unit: "%", Decimals: 1, Labels: []string{"Văn phòng", "Phòng Nghiệp vụ 1", "Ban Quản lý các khu công nghiệp, khu kinh tế cửa khẩu quốc tế tỉnh Lào Cai"},
		Series: []Series{{"Mức hoàn thành", []float64{86, 88.5, math.NaN()}}, {"Mức đăng ký <&>", []float64{12, 1234.56, 40}}}}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{{86, 1, "86,0"}, {1234567.891, 2, "1.234.567,89"}, {-4, 0, "-4"}, {-0.001, 1, "0,0"}, {999.96, 1, "1.000,0"}, {0, 0, "0"}} {
		if got := Figure(c.v, c.decimals); got != c.want {
			t.Errorf("%g with %d decimals is %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
}

func TestAxisShowsZeroAndAllValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Chart{Kind: Kind(rapid.IntRange(0, 2).Draw(t, "kind")), Series: []Series{{Values: rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 1, 9).Draw(t, "values")}}}
		c.Labels = make([]string, len(c.Series[0].Values))
		a := c.axis()
		if a.low > 0 || a.high < 0 || a.step <= 0 || len(a.ticks()) > 12 {
			t.Fatalf("%+v has %d marks", a, len(a.ticks()))
		}
		for _, v := range c.Series[0].Values {
			if at := a.at(v); at < -1e-9 || at > 1+1e-9 {
				t.Fatalf("%g stands at %g", v, at)
			}
		}
	})
}

// TestBarsBeginAtZero: the bars of 86 and 43 are as two to one, in both directions.
func TestBarsBeginAtZero(t *testing.T) {
	for _, lying := range []bool{false, true} {
		c := Chart{Horizontal: lying, Labels: []string{"a", "b"}, Series: []Series{{Values: []float64{86, 43}}}}
		var lengths []float64
		for _, m := range c.Draw(460, 150).Marks {
			if len(m.Area) == 4 {
				lengths = append(lengths, max(m.Area[2].Y-m.Area[0].Y, 0)*boolean(!lying)+max(m.Area[2].X-m.Area[0].X, 0)*boolean(lying))
			}
		}
		if len(lengths) != 2 || math.Abs(lengths[0]/lengths[1]-2) > 1e-6 {
			t.Errorf("lying %t: bars of %v", lying, lengths)
		}
	}
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// TestNothingIsDrawnOutside: every mark lies within the drawing, whatever the labels and values.
func TestNothingIsDrawnOutside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Chart{Kind: Kind(rapid.IntRange(0, 2).Draw(t, "kind")), Horizontal: rapid.Bool().Draw(t, "lying"), Unit: rapid.SampledFrom([]string{"", "%", " điểm"}).Draw(t, "unit"), Decimals: rapid.IntRange(0, 2).Draw(t, "decimals")}
		for range rapid.IntRange(1, 40).Draw(t, "labels") {
			c.Labels = append(c.Labels, strings.Repeat(rapid.SampledFrom([]string{"Phòng ", "Nghiệp", "2025", "Ban Quản lý "}).Draw(t, "label"), rapid.IntRange(1, 30).Draw(t, "times")))
		}
		for range rapid.IntRange(1, 5).Draw(t, "series") {
			c.Series = append(c.Series, Series{"Dãy số liệu", rapid.SliceOfN(rapid.Float64Range(-1e5, 1e7), 0, len(c.Labels)).Draw(t, "values")})
		}
		labels := 0
		for _, part := range c.Parts(467) {
			labels += len(part.Labels)
			d := part.Draw(467, 150)
			if d.Height > 480 {
				t.Fatalf("%d labels are %g high", len(part.Labels), d.Height)
			}
			for _, m := range d.Marks {
				for _, p := range append(append([]Point{}, m.Area...), m.Line...) {
					if p.X < -3 || p.X > d.Width+3 || p.Y < -3 || p.Y > d.Height+3 {
						t.Fatalf("a mark at %v of %g × %g", p, d.Width, d.Height)
					}
				}
				if m.Text != "" && (m.At.X < 0 || m.At.X+measure(m.Text, m.Size) > d.Width+0.1 || m.At.Y < 0 || m.At.Y > d.Height+1) {
					t.Fatalf("%q at %v of %g × %g", m.Text, m.At, d.Width, d.Height)
				}
			}
		}
		if labels != len(c.Labels) {
			t.Fatalf("%d of %d labels are drawn", labels, len(c.Labels))
		}
	})
}

func TestSVGHasNoStyleAndEscapes(t *testing.T) {
	for _, kind := range []Kind{Grouped, Stacked, Line} {
		var b bytes.Buffer
		c := sample(kind, kind == Grouped)
		if err := c.Draw(460, 150).SVG(&b, c.Alt()); err != nil {
			t.Fatal(err)
		}
		s := b.String()
		wellFormed(t, s)
		if strings.Contains(s, "style") || strings.Contains(s, "class=") || strings.Contains(s, "<script") || !strings.Contains(s, `aria-label="`+kindNames[kind]+`.`) || !strings.Contains(s, "đăng ký &lt;&amp;&gt;") {
			t.Error(s)
		}
	}
}

func wellFormed(t *testing.T, s string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(s)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v:\n%s", err, s)
		}
	}
}

// TestNativeChartHoldsItsFigures: as the word processor shows them and as its workbook has them.
func TestNativeChartHoldsItsFigures(t *testing.T) {
	for _, kind := range []Kind{Grouped, Stacked, Line} {
		c := sample(kind, kind == Stacked)
		native := string(c.Native("rId1"))
		wellFormed(t, native)
		for _, part := range []string{"'Số liệu'!$A$2:$A$4", "'Số liệu'!$C$2:$C$4", `<c:pt idx="1"><c:v>1234.56</c:v></c:pt>`, "Mức đăng ký &lt;&amp;&gt;", `<c:min val="0"/>`, `formatCode="#,##0.0&#34;%&#34;"`, `<c:externalData r:id="rId1">`} {
			if !strings.Contains(native, part) {
				t.Errorf("kind %d lacks %q", kind, part)
			}
		}
		if strings.Count(native, `<c:pt idx="2"><c:v>NaN`) != 0 || regexp.MustCompile(`<c:ser>`).FindAllString(native, -1) == nil {
			t.Error("a missing value is written")
		}
		book, err := excelize.OpenReader(bytes.NewReader(c.Workbook()))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("Số liệu")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(rows[0], "|") + "/" + strings.Join(rows[2], "|") + "/" + rows[3][2]; got != "|Mức hoàn thành|Mức đăng ký <&>/Phòng Nghiệp vụ 1|88.5|1234.56/40" {
			t.Errorf("the workbook says %q", got)
		}
	}
}

func TestAltSaysAllValues(t *testing.T) {
	if got, want := sample(Line, false).Alt(), "Biểu đồ đường. Văn phòng: Mức hoàn thành 86,0%; Mức đăng ký <&> 12,0%."; !strings.HasPrefix(got, want) || !strings.Contains(got, "Mức hoàn thành chưa có số liệu") {
		t.Error(got)
	}
}
