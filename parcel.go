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

// AgencyKind tells an agency that runs a movement from the bodies above it.
type AgencyKind string

// The kinds of agency.
const (
	AgencyOrdinary    AgencyKind = "agency"       // cơ quan tổ chức phong trào
	AgencyHomeAffairs AgencyKind = "home-affairs" // Sở Nội vụ
	AgencyProvince    AgencyKind = "province"     // UBND tỉnh
)

// Partner is an agency with which packages are exchanged (đối tác): another one of the installation, or one elsewhere whose key was entered.
type Partner struct {
	ID      string // of the agency, as its packages name it
	Name    string
	Kind    AgencyKind
	Block   string // khối in which Sở Nội vụ compares it
	Key     string // public key; empty for an agency of the installation
	Inside  bool   // of this installation
	Ended   bool   // nothing is exchanged any more
	Version int64
}

// Deeds on packages and partners.
const (
	SealParcel    Action = "dong-goi"
	TakeParcel    Action = "nhan-goi"
	AddPartner    Action = "them-doi-tac"
	ChangePartner Action = "sua-doi-tac"
)

// The refusals of a package and of a partner.
const (
	CodeParcelChanged  Code = "parcel.changed"
	CodeParcelUnknown  Code = "parcel.sender-unknown"
	CodeParcelNewer    Code = "parcel.newer"
	CodeParcelNone     Code = "parcel.not-one"
	CodeParcelTooLarge Code = "parcel.too-large" // with the bound in megabytes
	CodeParcelNotOurs  Code = "parcel.not-ours"  // with the name of the agency for which it was sealed
	CodeParcelTwice    Code = "parcel.twice"     // with the time at which it was taken in
	CodeParcelSample   Code = "parcel.sample"    // sample data for an agency that has real ones
	CodeParcelUnsealed Code = "parcel.no-key"    // the program was started without a key
	CodeParcelAnswered Code = "parcel.answer-of-nothing"
	CodePartnerEnded   Code = "partner.ended"
)
