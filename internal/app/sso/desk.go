// Package sso holds the use cases of signing in through a provider of identities, such as that of the province (đăng nhập bằng tài khoản của tỉnh):
// leaving for it, coming back, and the links between accounts and subjects. Local sign-in stands beside it, whether the provider answers or not.
package sso

import (
	"errors"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/auth/oidc"
	"thidua/internal/vi"
)

// The refusals of signing in through the provider.
const (
	// CodeOff is an installation that no provider is connected to.
	CodeOff thidua.Code = "sso.off"
	// CodeDown is a provider that does not answer.
	CodeDown thidua.Code = "sso.down"
	// CodeRefused is a provider that lets the person not in, or whose answer is not accepted.
	CodeRefused thidua.Code = "sso.refused"
	// CodeStepOver is a sign-in that was used, that another browser began, or whose time is over.
	CodeStepOver thidua.Code = "sso.step-over"
	// CodeUnknown is somebody whom no open account is linked to.
	CodeUnknown thidua.Code = "sso.unknown"
	// CodeOften is an address from which too many sign-ins were begun; the argument is the wait in minutes.
	CodeOften thidua.Code = "sso.often"
	// CodeCodeWrong is a code of the second factor that is wrong or was used.
	CodeCodeWrong thidua.Code = "sso.code-wrong"
	// CodeSubjectWrong is a subject that no provider gives.
	CodeSubjectWrong thidua.Code = "sso.subject"
	// CodeSubjectTaken is a subject that another account is linked to.
	CodeSubjectTaken thidua.Code = "sso.subject-taken"
)

// StepLife is how long a sign-in may be on its way.
const StepLife = 10 * time.Minute

// beginPolicy bounds the sign-ins that are begun from one address and open no session; many sit behind the address of a province.
var beginPolicy = auth.Policy{Free: 60, First: time.Minute, Most: 15 * time.Minute, Calm: time.Hour}

// Desk signs people in through one provider; it is safe for concurrent use.
type Desk struct {
	app    *app.App
	data   act.Data
	client *oidc.Client
	name   string
}

// Over builds the desk over a provider with the name that people know it by; an empty name stands for the usual one.
func Over(core *app.App, client *oidc.Client, name string) *Desk {
	if name == "" {
		name = vi.ProviderName
	}
	return &Desk{app: core, data: core.Ground(), client: client, name: name}
}

// Off tells whether no provider is connected.
func (d *Desk) Off() bool { return d == nil }

// Name is what people know the provider's accounts by; empty where none is connected.
func (d *Desk) Name() string {
	if d == nil {
		return ""
	}
	return d.name
}

// Refusal is a refused sign-in with what the log should tell of it, which is shown to nobody.
type Refusal struct {
	Why     *thidua.Error
	Cause   error
	Subject string // of somebody whom the provider knows and no account; only he is shown it
}

// Unwrap gives the refusal as pages know it.
func (r *Refusal) Unwrap() error { return r.Why }

// Error tells the log the cause too.
func (r *Refusal) Error() string {
	if r.Cause == nil {
		return r.Why.Error()
	}
	return r.Why.Error() + ": " + r.Cause.Error()
}

func refuse(kind thidua.Kind, code thidua.Code, cause error) error {
	return &Refusal{Why: thidua.Refuse(kind, code), Cause: cause}
}

// told turns what asking the provider ended in into a refusal.
func told(err error) error {
	if errors.Is(err, oidc.ErrDown) {
		return refuse(thidua.Unavailable, CodeDown, err)
	}
	return refuse(thidua.Forbidden, CodeRefused, err)
}
