package audit

import (
	"encoding/binary"
	"errors"
	"time"
)

// errEncoding is bytes that no event was encoded to.
var errEncoding = errors.New("audit: the bytes encode no event")

// eventFields is how many fields an encoded event has, its version among them.
const eventFields = 11

// ParseEvent reads the canonical bytes of an event; what it gives encodes to the same bytes again, and has no detail.
func ParseEvent(encoded []byte) (Event, error) {
	var values []string
	for rest := encoded; len(rest) > 0; {
		size, n := binary.Uvarint(rest)
		if n <= 0 || size > uint64(len(rest)-n) || len(values) == eventFields {
			return Event{}, errEncoding
		}
		values, rest = append(values, string(rest[n:n+int(size)])), rest[n+int(size):]
	}
	if len(values) != eventFields || values[0] != encodingVersion || len(values[3]) != 8 {
		return Event{}, errEncoding
	}
	e := Event{Tenant: values[1], ID: values[2], At: time.UnixMicro(int64(binary.BigEndian.Uint64([]byte(values[3])))).UTC(), Actor: values[4], ActingFor: values[5],
		Verb: values[6], Object: values[7], TextHash: values[8], BeforeHash: values[9], AfterHash: values[10]}
	if string(e.Encode()) != string(encoded) { // a length may be written in several ways, an event in one
		return Event{}, errEncoding
	}
	return e, nil
}
