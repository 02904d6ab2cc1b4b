package thidua

// States of a movement (phong trào), of an edition (phiên bản kế hoạch), of a plan that was read, and of a round (năm, đợt).
const (
	MovementPlanned  State = "movement.planned"  // Đang lập kế hoạch
	MovementLaunched State = "movement.launched" // Đã phát động
	MovementRunning  State = "movement.running"  // Đang thực hiện
	MovementSumming  State = "movement.summing"  // Đang tổng kết
	MovementEnded    State = "movement.ended"    // Đã kết thúc

	EditionDraft   State = "edition.draft"   // Dự thảo
	EditionInForce State = "edition.inforce" // Đang áp dụng
	EditionEnded   State = "edition.ended"   // Hết áp dụng

	PlanOpen    State = "plan.open"    // Đang đối chiếu
	PlanApplied State = "plan.applied" // Đã tạo phong trào
	PlanDropped State = "plan.dropped" // Đã bỏ

	RoundWaiting     State = "round.waiting"     // Chưa nhận đăng ký
	RoundRegistering State = "round.registering" // Đang nhận đăng ký
	RoundRunning     State = "round.running"     // Đang thực hiện
	RoundJudging     State = "round.judging"     // Đang xét
	RoundEnded       State = "round.ended"       // Đã kết thúc
)

// Actions on a movement, an edition, a plan and a round.
const (
	Launch           Action = "phat-dong"
	BeginWork        Action = "bat-dau-thuc-hien"
	BeginSumming     Action = "bat-dau-tong-ket"
	EndMovement      Action = "ket-thuc"
	PutInForce       Action = "ap-dung"
	EndEdition       Action = "het-ap-dung"
	ReadPlan         Action = "tai-ke-hoach"
	ReviewPlan       Action = "doi-chieu"
	ConfirmPlan      Action = "xac-nhan-ke-hoach"
	CreateFromPlan   Action = "tao-phong-trao"
	DropPlan         Action = "bo-ke-hoach"
	CompletePlan     Action = "bo-sung-ke-hoach"
	SetRound         Action = "thiet-lap"
	OpenRegistration Action = "mo-dang-ky"
	CloseRegister    Action = "dong-dang-ky"
	BeginJudging     Action = "bat-dau-xet"
	EndRound         Action = "ket-thuc-nam"
)

// NothingOpen is true when no item of the plan is left to check ("Xác nhận" needs it; "Tạo, bổ sung sau" does not).
const NothingOpen Fact = "nothing-open"

// MovementFlow is the life of a movement.
var MovementFlow = Machine{Name: "movement", Start: MovementPlanned, Ends: []State{MovementEnded}, Rules: []Rule{
	{From: MovementPlanned, Do: Launch, To: MovementLaunched, By: RoleOffice},
	{From: MovementLaunched, Do: BeginWork, To: MovementRunning, By: RoleOffice},
	{From: MovementRunning, Do: BeginSumming, To: MovementSumming, By: RoleOffice},
	{From: MovementSumming, Do: EndMovement, To: MovementEnded, By: RoleOffice},
}}

// EditionFlow is the life of an edition; one with open items stays usable, and they stay in Việc của tôi.
var EditionFlow = Machine{Name: "edition", Start: EditionDraft, Ends: []State{EditionEnded}, Rules: []Rule{
	{From: EditionDraft, Do: PutInForce, To: EditionInForce, By: RoleOffice},
	{From: EditionInForce, Do: EndEdition, To: EditionEnded, By: RoleOffice},
}}

// PlanFlow is the way of a plan that was read: checked against its text, then made a movement, at once or with items left open.
var PlanFlow = Machine{Name: "plan", Start: PlanOpen, Ends: []State{PlanApplied, PlanDropped}, Rules: []Rule{
	{From: PlanOpen, Do: ConfirmPlan, To: PlanApplied, By: RoleOffice, Needs: []Fact{NothingOpen}},
	{From: PlanOpen, Do: CreateFromPlan, To: PlanApplied, By: RoleOffice},
	{From: PlanOpen, Do: DropPlan, To: PlanDropped, By: RoleOffice},
}}

// RoundFlow is the life of a year: registering, work, judging, locked.
var RoundFlow = Machine{Name: "round", Start: RoundWaiting, Ends: []State{RoundEnded}, Rules: []Rule{
	{From: RoundWaiting, Do: OpenRegistration, To: RoundRegistering, By: RoleOffice},
	{From: RoundRegistering, Do: CloseRegister, To: RoundRunning, By: RoleOffice},
	{From: RoundRunning, Do: OpenRegistration, To: RoundRegistering, By: RoleOffice, Reason: true},
	{From: RoundRunning, Do: BeginJudging, To: RoundJudging, By: RoleOffice},
	{From: RoundJudging, Do: EndRound, To: RoundEnded, By: RoleOffice},
}}
