package doc

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// wordPart is one file of the DOCX container.
type wordPart struct {
	name string
	data []byte
}

const (
	officeType   = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeRel    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageSpace = "http://schemas.openxmlformats.org/package/2006/"
)

func (d Document) parts(set setting) []wordPart {
	footer := ""
	if d.Sample {
		footer = SampleMark
	}
	body, charts := d.body(set)
	list := [][2]string{
		{officeRel + "styles", "styles.xml"}, {officeRel + "header", "header1.xml"}, {officeRel + "header", "header2.xml"},
		{officeRel + "settings", "settings.xml"}, {officeRel + "footer", "footer1.xml"},
	}
	for i := range charts {
		list = append(list, [2]string{officeRel + "chart", chartName(i)})
	}
	parts := []wordPart{
		{"[Content_Types].xml", contentTypes(len(charts))},
		{"_rels/.rels", relations([][2]string{{officeRel + "officeDocument", "word/document.xml"}, {packageSpace + "relationships/metadata/core-properties", "docProps/core.xml"}})},
		{"word/_rels/document.xml.rels", relations(list)},
		{"word/document.xml", body},
		{"word/styles.xml", wordStyles(set.body)},
		{"word/settings.xml", []byte(wordSettings)},
		{"word/header1.xml", []byte(pageNumberHeader)},
		{"word/header2.xml", []byte(xmlHead + `<w:hdr ` + wordSpaces + `><w:p/></w:hdr>`)},
		{"word/footer1.xml", sampleFooter(footer)},
		{"docProps/core.xml", d.core()},
	}
	for i, c := range charts {
		parts = append(parts, chartParts(i, c)...)
	}
	return parts
}

func contentTypes(charts int) []byte {
	b := bytes.NewBufferString(xmlHead + `<Types xmlns="` + packageSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	if charts > 0 {
		b.WriteString(`<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>`)
	}
	for _, p := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"settings", "settings"}, {"header1", "header"}, {"header2", "header"}, {"footer1", "footer"}} {
		b.WriteString(`<Override PartName="/word/` + p[0] + `.xml" ContentType="` + officeType + p[1] + `+xml"/>`)
	}
	for i := range charts {
		b.WriteString(`<Override PartName="/word/` + chartName(i) + `" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`)
	}
	b.WriteString(`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`)
	return b.Bytes()
}

func relations(list [][2]string) []byte {
	b := bytes.NewBufferString(xmlHead + `<Relationships xmlns="` + packageSpace + `relationships">`)
	for i, r := range list {
		b.WriteString(`<Relationship Id="rId` + strconv.Itoa(i+1) + `" Type="` + r[0] + `" Target="` + r[1] + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return b.Bytes()
}

func (d Document) core() []byte {
	var title strings.Builder
	xml.EscapeText(&title, []byte(clean(d.Title))) // a strings.Builder does not fail
	created := ""
	if d.Date.Valid() {
		created = `<dcterms:created xsi:type="dcterms:W3CDTF">` + string(d.Date) + `T00:00:00Z</dcterms:created>`
	}
	return []byte(xmlHead + `<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` +
		title.String() + `</dc:title><dc:language>vi-VN</dc:language>` + created + `</cp:coreProperties>`)
}

func sampleFooter(text string) []byte {
	x := &wordXML{}
	x.put(xmlHead, `<w:ftr `, wordSpaces, `>`)
	x.lines(paraStyle{align: Center}, sampleSize, Run{Bold: true}, []string{text})
	x.put(`</w:ftr>`)
	return x.b.Bytes()
}

const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>`

// wordStyles names the few styles a paper uses: body text with its first line indent, headings, the name of the paper.
func wordStyles(size float64) []byte {
	half := strconv.Itoa(int(size * 2))
	return []byte(xmlHead + `<w:styles ` + wordSpaces + `><w:docDefaults><w:rPrDefault><w:rPr>` + fonts + `<w:color w:val="000000"/><w:sz w:val="` + half + `"/><w:szCs w:val="` + half + `"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="120" w:after="0"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Body"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="0"/><w:ind w:firstLine="720"/><w:jc w:val="left"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:next w:val="Body"/><w:qFormat/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Body"/><w:qFormat/><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style></w:styles>`)
}

const wordSettings = xmlHead + `<w:settings ` + wordSpaces + `><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// pageNumberHeader is the header from the second page: the number in Arabic digits, 14 pt upright, centred in the top margin.
const pageNumberHeader = xmlHead + `<w:hdr ` + wordSpaces + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`
