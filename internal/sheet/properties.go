package sheet

import (
	"bytes"
	"encoding/xml"

	"github.com/xuri/excelize/v2"
)

// describe says in the properties of the workbook what it is and which program made it; the library would name its own author and a day of 2006.
func describe(book *excelize.File, title string) error {
	var escaped bytes.Buffer
	if err := xml.EscapeText(&escaped, []byte(title)); err != nil {
		return err
	}
	book.Pkg.Store("docProps/core.xml", []byte(xml.Header+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`+
		` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+escaped.String()+`</dc:title><dc:creator>thidua</dc:creator>`+
		`<dc:language>vi</dc:language></cp:coreProperties>`))
	return nil
}
