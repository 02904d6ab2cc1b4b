package auth

import (
	"slices"
	"time"

	"thidua"
)

// Profile is a set of rules for passwords and accounts (mức quy định đăng nhập), as data.
type Profile struct {
	Name        string
	Min         int           // characters of a password at least
	Classes     int           // kinds of characters at least, of small letters, capitals, digits and signs; 0 asks for none
	AdminMonths int           // months after which an administrator chooses another password; 0 for never
	History     int           // earlier passwords that do not come back, the one in use among them
	DormantDays int           // days without a sign-in after which an account is closed; 0 for never
	IdleMost    time.Duration // the most that the idle limit may be set to
	AdminMost   time.Duration // the same for administrators
	Source      string        // where the values come from
	Unread      bool          // the source itself was not read: shown as "cần kiểm chứng"
}

// The names of the profiles; the first holds where nothing was chosen.
const (
	ProfileDefault = "default"
	ProfileTCVN2   = "tcvn-2"
	ProfileTCVN3   = "tcvn-3"
)

const tcvn = "TCVN 14423:2026"

// Profiles lists the sets of rules, the default first.
var Profiles = []Profile{
	{Name: ProfileDefault, Min: PasswordMin, IdleMost: IdleLongest, AdminMost: 15 * time.Minute, Source: "OWASP ASVS 5.0.0"},
	{Name: ProfileTCVN2, Min: 14, Classes: 4, AdminMonths: 2, DormantDays: 45, IdleMost: Idle, AdminMost: IdleAdmin, Source: tcvn, Unread: true},
	{Name: ProfileTCVN3, Min: 14, Classes: 4, AdminMonths: 2, History: 10, DormantDays: 45, IdleMost: Idle, AdminMost: IdleAdmin, Source: tcvn, Unread: true},
}

// ProfileNamed gives the profile of a name, the default one for an unknown name.
func ProfileNamed(name string) Profile {
	if at := slices.IndexFunc(Profiles, func(p Profile) bool { return p.Name == name }); at >= 0 {
		return Profiles[at]
	}
	return Profiles[0]
}

// Outdated tells whether a password set at a time has to be changed; the zero time, for an age that nobody knows, has.
func (p Profile) Outdated(set, now time.Time, admin bool) bool {
	return admin && p.AdminMonths > 0 && !now.Before(set.AddDate(0, p.AdminMonths, 0))
}

// Dormant tells whether an account last used at a time is closed for want of use; the zero time, for a use that nobody knows, is not.
func (p Profile) Dormant(used, now time.Time) bool {
	return p.DormantDays > 0 && !used.IsZero() && !now.Before(used.AddDate(0, 0, p.DormantDays))
}

// Rule is what an agency has chosen for signing in (quy định đăng nhập); the zero value is the default profile with its limits.
type Rule struct {
	Profile string
	Idle    time.Duration // a session ends after so long without use; 0 for the usual 15 minutes
	Admin   time.Duration // the same for administrators; 0 for the usual 5 minutes
	Second  []thidua.Role // that sign in with a second factor, besides those of which the operator asks it
	Version int64
}

// IdleLeast is the least that an idle limit may be set to.
const IdleLeast = 3 * time.Minute

// Limit gives the idle limit in force, never above what the profile allows.
func (r Rule) Limit(admin bool) time.Duration {
	p := ProfileNamed(r.Profile)
	chosen, usual, most := r.Idle, Idle, p.IdleMost
	if admin {
		chosen, usual, most = r.Admin, IdleAdmin, p.AdminMost
	}
	if chosen == 0 {
		chosen = usual
	}
	return min(max(chosen, IdleLeast), most)
}
