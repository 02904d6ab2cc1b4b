package pdf

import (
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"strings"
)

// producer names the program; no path, account or machine stands in a file.
const producer = "thidua"

// properties writes the Info dictionary, the XMP packet and the output intent, which must agree with each other.
func (w *Writer) properties() (info, meta, intent int) {
	info, meta, intent = w.reserve(), w.reserve(), w.reserve()
	profile := w.reserve()
	var title strings.Builder
	xml.EscapeText(&title, []byte(w.title)) // a strings.Builder does not fail
	dates, xmpDates := "", ""
	if !w.date.IsZero() {
		zone := w.date.Format("-07:00")
		stamp := "D:" + w.date.Format("20060102150405") + strings.Replace(zone, ":", "'", 1) + "'"
		dates = fmt.Sprintf("/CreationDate(%s)/ModDate(%s)", stamp, stamp)
		iso := w.date.Format("2006-01-02T15:04:05-07:00")
		xmpDates = "<xmp:CreateDate>" + iso + "</xmp:CreateDate><xmp:ModifyDate>" + iso + "</xmp:ModifyDate>"
	}
	w.object(info, "<</Title%s/Producer%s%s>>", hexText(w.title), hexText(producer), dates)
	w.stream(meta, "/Type/Metadata/Subtype/XML", fmt.Appendf(nil, xmpPacket, title.String(), xmpDates, producer), false)
	w.stream(profile, "/N 3", sRGB(), true)
	w.object(intent, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>", profile)
	return info, meta, intent
}

const xmpPacket = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
	`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` +
	`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>` +
	`<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>%s<pdf:Producer>%s</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

// sRGB builds the matrix profile of the output intent: primaries adapted to D50 and a gamma of 2.2.
func sRGB() []byte {
	be := binary.BigEndian
	fixed := func(v float64) []byte { return be.AppendUint32(nil, uint32(int32(v*65536))) }
	xyz := func(x, y, z float64) []byte {
		return append(append(append([]byte("XYZ \x00\x00\x00\x00"), fixed(x)...), fixed(y)...), fixed(z)...)
	}
	description := append([]byte("desc\x00\x00\x00\x00\x00\x00\x00\x05sRGB\x00"), make([]byte, 78)...)
	gamma := []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33\x00\x00")
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description}, {"cprt", []byte("text\x00\x00\x00\x00CC0\x00")}, {"wtpt", xyz(.9505, 1, 1.0891)},
		{"rXYZ", xyz(.43607, .22249, .01392)}, {"gXYZ", xyz(.38515, .71687, .09708)}, {"bXYZ", xyz(.14307, .06061, .7141)},
		{"rTRC", gamma}, {"gTRC", gamma}, {"bTRC", gamma},
	}
	directory := be.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	for _, t := range tags {
		directory = append(directory, t.name...)
		directory = be.AppendUint32(directory, uint32(128+4+12*len(tags)+len(body)))
		directory = be.AppendUint32(directory, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	head := make([]byte, 128)
	be.PutUint32(head, uint32(len(head)+len(directory)+len(body)))
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	copy(head[24:], "\x07\xea\x00\x01\x00\x01")
	copy(head[36:], "acsp")
	copy(head[68:], fixed(.9642))
	copy(head[72:], fixed(1))
	copy(head[76:], fixed(.8249))
	return append(append(head, directory...), body...)
}
