package chart

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// sheet is the name of the sheet of the workbook.
const sheet = "Số liệu"

const (
	chartSpace = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// Native writes the chart part of a word processor (DrawingML); workbook is the id of the relation to its figures. The order of elements is fixed
// by the schema.
func (c Chart) Native(workbook string) []byte {
	var b strings.Builder
	b.WriteString(xmlHead + chartSpace + `<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`)
	element := "barChart"
	if c.Kind == Line {
		element = "lineChart"
	}
	b.WriteString(`<c:` + element + `>` + c.grouping() + `<c:varyColors val="0"/>`)
	for k := range c.Series {
		c.series(&b, k)
	}
	switch c.Kind {
	case Line:
		b.WriteString(`<c:marker val="1"/>`)
	case Stacked:
		b.WriteString(`<c:gapWidth val="60"/><c:overlap val="100"/>`)
	default:
		b.WriteString(`<c:gapWidth val="60"/><c:overlap val="0"/>`)
	}
	b.WriteString(`<c:axId val="1"/><c:axId val="2"/></c:` + element + `>`)
	c.axes(&b)
	b.WriteString(`</c:plotArea>`)
	if len(c.Series) > 1 {
		b.WriteString(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>`)
	}
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` + letters(labelSize) +
		`<c:externalData r:id="` + workbook + `"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return []byte(b.String())
}

func (c Chart) grouping() string {
	dir := "col"
	if c.lying() {
		dir = "bar"
	}
	switch c.Kind {
	case Line:
		return `<c:grouping val="standard"/>`
	case Stacked:
		return `<c:barDir val="` + dir + `"/><c:grouping val="stacked"/>`
	}
	return `<c:barDir val="` + dir + `"/><c:grouping val="clustered"/>`
}

// letters sets the text of a part of the chart.
func letters(size float64) string {
	return fmt.Sprintf(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%.0f" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`, size*100)
}

// format is the number format of the values.
func (c Chart) format(decimals int) string {
	code := "#,##0"
	if decimals > 0 {
		code += "." + strings.Repeat("0", decimals)
	}
	if c.Unit != "" {
		code += `"` + strings.ReplaceAll(c.Unit, `"`, "") + `"`
	}
	return html.EscapeString(code)
}

// Cells of the workbook: labels in the first column, a series in each further one.
func column(series int) string { return columnName(series + 1) }

func columnName(i int) string {
	name := ""
	for ; i >= 0; i = i/26 - 1 {
		name = string(rune('A'+i%26)) + name
	}
	return name
}

func (c Chart) series(b *strings.Builder, k int) {
	s, last := c.Series[k], strconv.Itoa(len(c.Labels)+1)
	reference := func(of, from, to string) string { return "'" + sheet + "'!$" + of + "$" + from + ":$" + of + "$" + to }
	fmt.Fprintf(b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>'%s'!$%s$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
		k, k, sheet, column(k), html.EscapeString(s.Name))
	if c.Kind == Line {
		color := ink(k).Hex()
		fmt.Fprintf(b, `<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="%s"/><c:size val="6"/><c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr></c:marker>`,
			color, []string{"square", "diamond", "triangle"}[k%3], color)
	} else {
		fmt.Fprintf(b, `<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln w="5080"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>`,
			fill(k).Hex(), outlineColor.Hex())
	}
	shown := 1
	if c.Kind == Line && len(c.Series) > 2 {
		shown = 0
	}
	fmt.Fprintf(b, `<c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/>%s<c:showLegendKey val="0"/><c:showVal val="%d"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`,
		c.format(c.Decimals), letters(valueSize)+c.labelPlace(k), shown)
	fmt.Fprintf(b, `<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, reference("A", "2", last), len(c.Labels))
	for i, label := range c.Labels {
		fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, html.EscapeString(label))
	}
	fmt.Fprintf(b, `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, reference(column(k), "2", last), len(c.Labels))
	for i := range c.Labels {
		if v := s.At(i); known(v) {
			fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, plain(v))
		}
	}
	b.WriteString(`</c:numCache></c:numRef></c:val>`)
	if c.Kind == Line {
		b.WriteString(`<c:smooth val="0"/>`)
	}
	b.WriteString(`</c:ser>`)
}

// labelPlace is where the figures stand, as in the drawing.
func (c Chart) labelPlace(series int) string {
	place := "outEnd"
	switch {
	case c.Kind == Stacked:
		place = "ctr"
	case c.Kind == Line && series == 1:
		place = "b"
	case c.Kind == Line:
		place = "t"
	}
	return `<c:dLblPos val="` + place + `"/>`
}

// plain writes a number as files hold it.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func (c Chart) axes(b *strings.Builder) {
	a := c.axis()
	order, labels, values, crosses := "minMax", "b", "l", "autoZero"
	if c.lying() {
		order, labels, values, crosses = "maxMin", "l", "b", "max"
	}
	line := func(color Color) string {
		return `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="` + color.Hex() + `"/></a:solidFill></a:ln></c:spPr>`
	}
	fmt.Fprintf(b, `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>%s<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		order, labels, line(outlineColor))
	fmt.Fprintf(b, `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="%s"/><c:min val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:majorGridlines>%s</c:majorGridlines><c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1"/><c:crosses val="%s"/><c:crossBetween val="between"/><c:majorUnit val="%s"/></c:valAx>`,
		plain(a.high), plain(a.low), values, line(gridColor), c.format(a.decimals()), crosses, plain(a.step))
}
