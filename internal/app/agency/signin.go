package agency

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// The refusals of signing in; they never tell whether an account exists.
const (
	CodeSignInWrong thidua.Code = "sign-in-wrong"
	// CodeAccountLocked is a name or an address from which too many wrong tries came; the argument is the wait in minutes.
	CodeAccountLocked thidua.Code = "account-locked"
	CodeSessionEnded  thidua.Code = "session-ended"
	CodePasswordWrong thidua.Code = "password-wrong"
	// CodeSignInTwice is a name with the same password in two agencies: nobody can tell who it is.
	CodeSignInTwice thidua.Code = "sign-in-twice"
)

// Browser is what somebody signs in with: the program as it names itself, the secret by which it may be known from an earlier sign-in, and the
// one by which it is to be known from now on. Empty secrets are no device.
type Browser struct{ Agent, Device, Next string }

type browserKey struct{}

// Through notes the browser of a request that signs somebody in.
func Through(ctx context.Context, b Browser) context.Context {
	return context.WithValue(ctx, browserKey{}, b)
}

func browserOf(ctx context.Context) Browser {
	b, _ := ctx.Value(browserKey{}).(Browser)
	return b
}

// visitorAct is the actor of the log while nobody has signed in yet.
const visitorAct = "visitor"

// Second is the second factor as signing in asks for it. It is set once, before anybody signs in.
type Second interface {
	// Check tells whether the code is right for an account that has a factor; taking it, inside the transaction that opens the session, makes sure
	// that it is used once. A refusal is of kind SignIn.
	Check(ctx context.Context, c store.Credential, code string) (take func(tx *store.Tx) error, err error)
	// Refused notes a wrong code in the log.
	Refused(ctx context.Context, c store.Credential) error
	// Due tells whether somebody has to set one up before anything else.
	Due(c store.Credential, actor thidua.Actor) bool
}

// UseSecond has signing in ask for a second factor; without one an account that has a factor cannot sign in.
func (k *Keeper) UseSecond(s Second) { k.second = s }

// SignIn checks a name and a password of an account without a second factor and opens a session: see SignInWith.
func (k *Keeper) SignIn(ctx context.Context, userName, password, from string) (token string, actor thidua.Actor, err error) {
	return k.SignInWith(ctx, userName, password, "", from)
}

// SignInWith checks a name, a password and, where the account has a second factor, a code, and opens a session; the refusal is of kind SignIn and
// never tells which of them was wrong. Every try leaves an event in the agency of the account, and the typed name stands in none: some people
// type their password there.
func (k *Keeper) SignInWith(ctx context.Context, userName, password, code, from string) (token string, actor thidua.Actor, err error) {
	fold := vi.Fold(userName)
	tried, err := k.signInSubjects(ctx, fold, from)
	if err == nil {
		err = k.countTry(ctx, tried)
	}
	if err != nil {
		return "", actor, err
	}
	found, renewed, err := k.recognise(ctx, fold, password)
	if err != nil {
		return "", actor, err
	}
	if found.ID == "" {
		return "", actor, k.refuseSignIn(ctx, fold)
	}
	take, err := k.secondOf(ctx, found, code)
	if err == nil {
		token, err = k.openSession(ctx, found, from, "", func(tx *store.Tx) error {
			if renewed != "" {
				if err := tx.RenewHash(found.ID, renewed); err != nil {
					return err
				}
			}
			if err := take(tx); err != nil {
				return err
			}
			return takeBack(tx, tried)
		})
	}
	if err != nil {
		return "", actor, k.noteCode(ctx, found, err)
	}
	actor, err = k.Session(ctx, token)
	return token, actor, err
}

// SignInKnown opens a session for an account whose person a provider has told (đăng nhập bằng tài khoản của tỉnh), under the rules that hold for
// a password: a closed or dormant account is refused with an event, and one with a second factor is asked for its code. how goes into the log; take
// runs in the transaction that opens the session and may refuse.
func (k *Keeper) SignInKnown(ctx context.Context, c store.Credential, code, from, how string, take func(tx *store.Tx) error) (token string, err error) {
	if err := k.Admit(ctx, c, how); err != nil {
		return "", err
	}
	second, err := k.secondOf(ctx, c, code)
	if err == nil {
		token, err = k.openSession(ctx, c, from, how, func(tx *store.Tx) error {
			if err := take(tx); err != nil {
				return err
			}
			return second(tx)
		})
	}
	return token, k.noteCode(ctx, c, err)
}

// Admit refuses an account that is closed or dormant, with an event; the refusal is of kind SignIn.
func (k *Keeper) Admit(ctx context.Context, c store.Credential, how string) error {
	if k.usable(c) {
		return nil
	}
	if err := k.noteRefused(ctx, c, how); err != nil {
		return err
	}
	return thidua.Refuse(thidua.SignIn, CodeSignInWrong)
}

// secondOf asks for the code of an account that has a second factor.
func (k *Keeper) secondOf(ctx context.Context, c store.Credential, code string) (take func(tx *store.Tx) error, err error) {
	switch {
	case c.Factor.IsZero():
		return func(*store.Tx) error { return nil }, nil
	case k.second == nil:
		return nil, thidua.Refuse(thidua.SignIn, CodeSignInWrong)
	}
	return k.second.Check(ctx, c, code)
}

// noteCode leaves an event of a code that was wrong or used; any other error passes.
func (k *Keeper) noteCode(ctx context.Context, c store.Credential, err error) error {
	if e, ok := act.Refusal(err); ok && e.Code == CodeSignInWrong && k.second != nil {
		if failed := k.second.Refused(ctx, c); failed != nil {
			return failed
		}
	}
	return err
}

// recognise finds the account whose password this is; a missing one costs the same time. renewed is a stronger hash where one is due.
func (k *Keeper) recognise(ctx context.Context, fold, password string) (found store.Credential, renewed string, err error) {
	var all []store.Credential
	err = k.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		all, err = tx.CredentialsNamed(fold)
		return err
	})
	if err != nil {
		return found, "", err
	}
	if len(all) == 0 {
		all = []store.Credential{{}}
	}
	for _, c := range all {
		right, renew, err := auth.Verify(ctx, password, c.Hash)
		if err != nil {
			return found, "", err
		}
		if !right || !k.usable(c) {
			continue
		}
		if found.ID != "" {
			return found, "", thidua.Refuse(thidua.SignIn, CodeSignInTwice)
		}
		found = c
		if renew {
			if renewed, err = auth.Hash(ctx, password); err != nil {
				return found, "", err
			}
		}
	}
	return found, renewed, nil
}

// usable tells whether an account opens with its password: it is not closed, was used within the days that the rule of its agency gives, and a
// first password was not left lying.
func (k *Keeper) usable(c store.Credential) bool {
	now := k.data.DB.Wall()
	left := c.MustChange && !c.PasswordAt.IsZero() && now.Sub(c.PasswordAt) >= auth.FirstLife
	return c.Disabled.IsZero() && !left && !auth.ProfileNamed(c.Profile).Dormant(c.UsedAt, now)
}

// openSession opens a session for an account that was recognised, and knows its device from now on; how tells the log what it was recognised by
// besides a password, and take runs in the same transaction and may refuse.
func (k *Keeper) openSession(ctx context.Context, c store.Credential, from, how string, take func(tx *store.Tx) error) (string, error) {
	token, hash := auth.NewToken()
	browser := browserOf(ctx)
	name := c.PersonName
	if name == "" {
		name = c.UserName
	}
	event := &store.Act{Tenant: c.Tenant, Actor: "account:" + c.ID, ActorName: name, Verb: string(thidua.SignedIn), Object: "account:" + c.ID,
		ObjectName: c.UserName, Reason: how, From: act.Origin(ctx)}
	err := k.data.DB.Write(ctx, event, func(tx *store.Tx) error {
		if err := take(tx); err != nil {
			return err
		}
		if err := tx.UseAccount(c.ID); err != nil {
			return err
		}
		if browser.Next != "" {
			if err := tx.KeepDevice(c.ID, auth.HashToken(browser.Device), auth.HashToken(browser.Next)); err != nil {
				return err
			}
		}
		actor, err := actorOf(tx, c.ID)
		if err != nil {
			return err
		}
		return tx.InsertSession(hash, auth.Session{ID: store.NewID(), Tenant: c.Tenant, Account: c.ID, Peer: from, Agent: short(browser.Agent), Roles: rights(actor)})
	})
	return token, err
}

// SignOut ends a session; an unknown token is no error.
func (k *Keeper) SignOut(ctx context.Context, token string) error {
	actor, err := k.Session(ctx, token)
	if err != nil {
		return act.Unless(err, thidua.SignIn)
	}
	d := act.Deed{Verb: thidua.SignedOut, Object: "account:" + actor.Account, Name: actor.Name}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error { return tx.EndSession(auth.HashToken(token)) })
}

// short keeps the name of a program to the length that a list can show.
func short(agent string) string {
	const most = 300
	if len(agent) > most {
		agent = strings.ToValidUTF8(agent[:most], "")
	}
	return agent
}
