package font

type table struct {
	tag  string
	data []byte
}

// assemble writes the tables, which come in order of tag, behind their directory.
func assemble(tables []table) []byte {
	n, exp := len(tables), 0
	for 2<<exp <= n {
		exp++
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << exp, exp, 16*n - 16<<exp} {
		out = be.AppendUint16(out, uint16(v))
	}
	var body []byte
	headAt := 0
	for _, t := range tables {
		at := 12 + 16*n + len(body)
		if t.tag == "head" {
			headAt = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + be.Uint32(rest[:])
}
