package thidua

import "time"

// Note is a remark or a request beside an object (trao đổi, ý kiến): dated, with its author; Văn phòng speaks under its own name on screen.
type Note struct {
	ID         string
	Object     string // kind:id
	Criterion  string // the criterion that it is about; empty for the whole
	Text       string
	By         string
	ByName     string
	FromOffice bool
	At         time.Time
}

// Event is one line of the log (nhật ký) as it is shown: who did what to which object, when and why.
type Event struct {
	ID         string
	At         time.Time
	Actor      string
	ActorName  string
	ActingFor  string // ghi thay, nhập thay: for whom
	Verb       string
	Object     string
	ObjectName string
	Reason     string
	Seq        int64 // place in the sequenced log; 0 until the sequencer has reached it
}
