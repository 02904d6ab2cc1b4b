package thidua

// What the log names besides the actions of the workflows: signing in, the organisation, its accounts and the server.
const (
	SignedIn       Action = "dang-nhap"
	SignInRefused  Action = "dang-nhap-sai"
	SignedOut      Action = "dang-xuat"
	PasswordSet    Action = "doi-mat-khau"
	AgencyFounded  Action = "lap-co-quan"
	AgencySaved    Action = "sua-co-quan"
	UnitAdded      Action = "them-don-vi"
	UnitSaved      Action = "sua-don-vi"
	PersonAdded    Action = "them-nguoi"
	PersonSaved    Action = "sua-nguoi"
	PostChanged    Action = "chuc-vu-moi"
	PeopleImported Action = "nhap-danh-sach"
	AccountAdded   Action = "them-tai-khoan"
	AccountClosed  Action = "khoa-tai-khoan"
	AccountOpened  Action = "mo-tai-khoan"
	PasswordReset  Action = "dat-lai-mat-khau"
	RoleGranted    Action = "giao-vai-tro"
	RoleEnded      Action = "thoi-vai-tro"
	CouncilAdded   Action = "them-hoi-dong"
	CouncilSaved   Action = "sua-hoi-dong"
	HolidaySaved   Action = "sua-ngay-nghi"
	ServerStarted  Action = "khoi-dong"
)
