package audit_test

import (
	"bytes"
	"testing"
	"time"

	"thidua/internal/audit"
)

func FuzzParseEvent(f *testing.F) {
	e := audit.Event{Tenant: "t1", ID: "e1", At: time.UnixMicro(1736816400000000).UTC(), Actor: "account:a1", Verb: "submit", Object: "registration:r1", TextHash: "x"}
	whole := e.Encode()
	if got, err := audit.ParseEvent(whole); err != nil || got != e {
		f.Fatalf("%+v, %v", got, err)
	}
	for _, wrong := range [][]byte{nil, whole[:len(whole)-1], append(bytes.Clone(whole), 0), append([]byte{0x8e, 0}, whole[1:]...), bytes.Replace(whole, []byte("event 1"), []byte("event 2"), 1)} {
		if got, err := audit.ParseEvent(wrong); err == nil {
			f.Errorf("%q was read as %+v", wrong, got)
		}
	}
	f.Add(whole)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := audit.ParseEvent(data)
		if err == nil && !bytes.Equal(got.Encode(), data) {
			t.Errorf("%q encodes to %q", data, got.Encode())
		}
	})
}
