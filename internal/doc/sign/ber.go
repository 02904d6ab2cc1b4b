package sign

import (
	"bytes"
	"encoding/asn1"
)

// definite rewrites a value with lengths that are known only at its end, as some programs write messages, into one whose lengths stand at its beginning.
// It gives what follows the value too.
func definite(b []byte, depth int) (out, rest []byte, ok bool) {
	if len(b) < 2 || b[0]&0x1F == 0x1F || depth > deepest {
		return nil, nil, false
	}
	tag, constructed, size := b[0], b[0]&0x20 != 0, int(b[1])
	b = b[2:]
	if size == 0x80 {
		if !constructed {
			return nil, nil, false
		}
		content, rest, ok := members(b, depth, true)
		return valueOf(tag, content), rest, ok
	}
	if size > 0x80 {
		long := size - 0x80
		if long > 4 || long > len(b) {
			return nil, nil, false
		}
		size, b = bigEndian(b[:long]), b[long:]
	}
	if size > len(b) {
		return nil, nil, false
	}
	if !constructed {
		return valueOf(tag, [][]byte{b[:size]}), b[size:], true
	}
	content, _, ok := members(b[:size], depth, false)
	return valueOf(tag, content), b[size:], ok
}

// members rewrites the values within a value, up to the end mark where there is one.
func members(b []byte, depth int, marked bool) (out [][]byte, rest []byte, ok bool) {
	for len(b) > 0 {
		if marked && len(b) > 1 && b[0] == 0 && b[1] == 0 {
			return out, b[2:], true
		}
		var one []byte
		if one, b, ok = definite(b, depth+1); !ok {
			return nil, nil, false
		}
		out = append(out, one)
	}
	return out, nil, !marked
}

// valueOf encodes a value; a string of bytes in pieces becomes one.
func valueOf(tag byte, content [][]byte) []byte {
	if tag == asn1.TagOctetString|0x20 {
		tag = asn1.TagOctetString
		for i, piece := range content {
			var v asn1.RawValue
			if _, err := asn1.Unmarshal(piece, &v); err == nil {
				content[i] = v.Bytes
			}
		}
	}
	return der(asn1.RawValue{Class: int(tag >> 6), Tag: int(tag & 0x1F), IsCompound: tag&0x20 != 0, Bytes: bytes.Join(content, nil)})
}
