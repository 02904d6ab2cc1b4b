package auth

import "time"

// The life of a session, in real time.
const (
	// Idle ends a session that nobody used.
	Idle = 15 * time.Minute
	// IdleAdmin is the same for an administrator.
	IdleAdmin = 5 * time.Minute
	// IdleLongest is the longest idle limit that any agency may set.
	IdleLongest = time.Hour
	// Absolute ends every session, used or not.
	Absolute = 12 * time.Hour
	// FirstLife ends a first password that its owner did not change.
	FirstLife = 30 * 24 * time.Hour
	// DeviceLife is how long a device is known that nobody signs in from.
	DeviceLife = 180 * 24 * time.Hour
	// TouchEvery is how exactly the last use is kept: a write for each page would be one too many.
	TouchEvery = 30 * time.Second
)

// Session is an account that has signed in from one place.
type Session struct {
	ID      string // for the list of one's own sessions; never the token
	Tenant  string
	Account string
	Opened  time.Time
	Seen    time.Time
	Agent   string // the program that signed in, as it named itself
	Peer    string // its address
	Roles   string // what its account was allowed when its token was made
	Rule    Rule   // of its agency
}

// Ended tells whether the session is over. A clock that jumped back revives nothing: a time before the opening ends it too.
func (s Session) Ended(now time.Time, admin bool) bool {
	return now.Sub(s.Seen) >= s.Rule.Limit(admin) || now.Sub(s.Opened) >= Absolute || now.Before(s.Opened.Add(-time.Minute))
}

// Touch tells whether the use of the session now should be written down.
func (s Session) Touch(now time.Time) bool { return now.Sub(s.Seen) >= TouchEvery }
