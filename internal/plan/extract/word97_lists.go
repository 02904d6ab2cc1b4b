package extract

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

const (
	listSize   = 28 // bytes of the description of a list, and of the head of a level
	useSize    = 16
	maxLists   = 4096
	simpleList = 1
	startsAnew = 0x10
	formatsToo = 0x20
)

// readLists puts the lists of the file into the numbering that counts them: abstract lists first, then the uses that paragraphs name.
func (w *word97) readLists() {
	w.num.abstracts, w.num.nums = map[string]*abstractNum{}, map[string]*abstractNum{}
	place, size := w.main.u32(atLists), w.main.u32(atLists+4)
	lists := w.table.part(place, size)
	levels := w.table.part(place+size, len(w.table)-place-size)
	for i := range min(lists.u16(0), maxLists) {
		one := lists.part(2+listSize*i, listSize)
		if one == nil {
			break
		}
		a := &abstractNum{}
		count := numLevels
		if one.u8(26)&simpleList != 0 {
			count = 1
		}
		for k := range count {
			a.levels[k], levels = levelFrom(levels)
		}
		w.num.abstracts[strconv.Itoa(one.u32(0))] = a
	}
	w.readUses()
}

// formats97 names the formats of numbers.
var formats97 = map[int]string{1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 23: "bullet", 255: "none"}

// levelFrom reads one level of a list and gives what stands behind it.
func levelFrom(b record) (numLevel, record) {
	l := numLevel{start: b.u32(0), format: formats97[b.u8(4)]}
	at := listSize + b.u8(24) + b.u8(25)
	n := b.u16(at)
	var text strings.Builder
	units := make([]uint16, 0, numLevels)
	for i := range min(n, 255) {
		units = append(units, uint16(b.u16(at+2+2*i)))
	}
	for _, r := range utf16.Decode(units) {
		if r < numLevels {
			text.WriteString("%" + strconv.Itoa(int(r)+1))
		} else {
			text.WriteRune(r)
		}
	}
	l.text = text.String()
	return l, b.part(at+2+2*n, len(b)-at-2-2*n)
}

// readUses reads which list a paragraph means by a number, and where a use begins to count anew.
func (w *word97) readUses() {
	b := w.at(atUses)
	n := min(b.u32(0), maxLists)
	own := b.part(4+useSize*n, len(b)-4-useSize*n)
	for i := range n {
		use := b.part(4+useSize*i, useSize)
		a := w.num.abstracts[strconv.Itoa(use.u32(0))]
		if a == nil {
			continue
		}
		w.num.num = strconv.Itoa(i + 1)
		w.num.nums[w.num.num] = a
		own = own.part(4, len(own)-4)
		for range use.u8(12) {
			flags := own.u32(4)
			start := own.u32(0)
			own = own.part(8, len(own)-8)
			if flags&formatsToo != 0 {
				_, own = levelFrom(own)
			}
			if flags&startsAnew != 0 {
				w.num.override = levelOf(strconv.Itoa(flags & 0xf))
				w.num.restart(strconv.Itoa(start))
			}
		}
	}
}
