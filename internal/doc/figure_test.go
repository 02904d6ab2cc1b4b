package doc_test

import (
	"bytes"
	"strings"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/doc/chart"
	"thidua/internal/testkit/nd30"
)

func aChart(labels ...string) doc.Chart {
	c := doc.Chart{Caption: "Biểu đồ. Mức hoàn thành", Chart: chart.Chart{Unit: "%", Labels: labels, Series: []chart.Series{{Name: "Mức hoàn thành"}}}}
	for i := range labels {
		c.Series[0].Values = append(c.Series[0].Values, float64(10*(i%9)+5))
	}
	return c
}

// TestChartIsAFigureInThePDF: vectors in a tagged figure with its alternative text and place, letters that can be read back.
func TestChartIsAFigureInThePDF(t *testing.T) {
	var b bytes.Buffer
	d := doc.New("Báo cáo", "2025-01-10", false, aChart("Văn phòng", "Phòng Nghiệp vụ 2"))
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"/S/Figure", "/Alt<FEFF0042", "/Placement/Block/BBox[85.05 ", "/S/Caption"} {
		if !strings.Contains(b.String(), part) {
			t.Errorf("the file lacks %q", part)
		}
	}
	if strings.Contains(b.String(), "/XObject") {
		t.Error("the chart is a picture")
	}
	text := ""
	for _, l := range nd30.Write(t, "chart", d).Pages[0].Texts {
		text += l.Text() + "|"
	}
	for _, want := range []string{"Văn phòng|", "Phòng Nghiệp vụ 2|", "5%|", "15%|", "0%|", "Biểu đồ. Mức hoàn thành|"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

// TestChartIsNativeInTheDOCX: every part is there, named in the list of types and reached by its relation.
func TestChartIsNativeInTheDOCX(t *testing.T) {
	p := nd30.Write(t, "charts", doc.New("Báo cáo", "2025-01-10", false, aChart("2024", "2025"), doc.Text("Và:"), aChart("2021", "2022", "2023")))
	for part, want := range map[string]string{
		"[Content_Types].xml":               `<Override PartName="/word/charts/chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
		"word/document.xml":                 `<wp:docPr id="2" name="Chart 2" descr="Biểu đồ cột. 2021: 5%. 2022: 15%. 2023: 25%."/>`,
		"word/_rels/document.xml.rels":      `<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart2.xml"/>`,
		"word/charts/chart2.xml":            `<c:externalData r:id="rId1">`,
		"word/charts/_rels/chart2.xml.rels": `Target="../embeddings/chart2.xlsx"`,
		"word/embeddings/chart2.xlsx":       "PK\x03\x04",
		"word/charts/chart1.xml":            `<c:pt idx="1"><c:v>2025</c:v></c:pt>`,
		"word/charts/_rels/chart1.xml.rels": `Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"`,
		"word/embeddings/chart1.xlsx":       "xl/worksheets/sheet1.xml",
		"word/styles.xml":                   "Times New Roman",
		"docProps/core.xml":                 "Báo cáo",
		"word/header1.xml":                  " PAGE ",
		"word/settings.xml":                 "compatibilityMode",
		"_rels/.rels":                       "word/document.xml",
	} {
		if !strings.Contains(p.Files[part], want) {
			t.Errorf("%s has no %q", part, want)
		}
	}
	if !strings.Contains(p.Files["word/document.xml"], `<c:chart r:id="rId7"/>`) || !strings.Contains(p.Files["[Content_Types].xml"], `Extension="xlsx"`) {
		t.Error("the second chart is not reached")
	}
}

// TestChartOfManyLabelsIsDivided, each drawing within its page.
func TestChartOfManyLabelsIsDivided(t *testing.T) {
	labels := make([]string, 90)
	for i := range labels {
		labels[i] = "Phòng Nghiệp vụ " + string(rune('A'+i%26))
	}
	for _, lying := range []bool{false, true} {
		c := aChart(labels...)
		c.Horizontal = lying
		p := nd30.Write(t, "many", doc.New("Báo cáo", "2025-01-10", false, c))
		if n := strings.Count(p.Files["word/document.xml"], "<w:drawing>"); n < 5 || n > 9 {
			t.Errorf("lying %t: %d drawings", lying, n)
		}
	}
}

func TestChartInThePreviewHasNoStyle(t *testing.T) {
	var b bytes.Buffer
	c := aChart("<script>", "2025")
	if err := doc.New("Báo cáo", "2025-01-10", false, c, doc.Chart{Caption: "trống"}).HTML(&b); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "style") || strings.Contains(s, "<script") || strings.Count(s, "<svg") != 1 || !strings.Contains(s, `role="img" aria-label="Biểu đồ cột. &lt;script&gt;: 5%`) {
		t.Error(s)
	}
}
