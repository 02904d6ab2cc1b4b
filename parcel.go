package thidua

import "time"

// ParcelKind is what a sealed package (gói hồ sơ) carries.
type ParcelKind string

// The kinds of package: two go up to Sở Nội vụ, one comes back.
const (
	ParcelRegistrations ParcelKind = "registrations" // đăng ký thi đua của một năm
	ParcelDossier       ParcelKind = "dossier"       // hồ sơ đề nghị khen thưởng
	ParcelAnswer        ParcelKind = "answer"        // trả lời: tiếp nhận, trả lại để bổ sung, kết quả
)

// Parcel is a sealed package (gói hồ sơ) as its sender and its receiver keep it: what its manifest says, and the file itself, which never changes.
type Parcel struct {
	ID       string // the same at sender and receiver
	Kind     ParcelKind
	From     string // agency that sealed it
	FromName string
	To       string // agency for which it was sealed
	ToName   string
	Key      string // fingerprint of the key that sealed it
	Of       string // the package that it answers or replaces; empty for a first one
	Movement string // name of the movement
	Year     int
	Closing  bool
	Number   string // số, ký hiệu of the letter that goes with it
	Dated    Date
	SealedAt time.Time
	File     FileRef
}
