// Package web is what people see: routes, handlers, pages. It asks the application and never touches the database.
package web

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"golang.org/x/net/netutil"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/account"
	"thidua/internal/app/anchor"
	"thidua/internal/app/backup"
	"thidua/internal/app/factor"
	"thidua/internal/app/privacy"
	"thidua/internal/app/remind"
	"thidua/internal/app/sso"
	"thidua/internal/web/handle"
	"thidua/internal/web/office"
	"thidua/internal/web/pace"
	"thidua/internal/web/public"
)

// Surroundings is what every page shows of its agency and of the person's work.
type Surroundings = app.Surroundings

// Waiting is how many things wait for this person behind one address of the menu.
type Waiting = app.Waiting

// App is what the pages of this package ask of the application.
type App interface {
	public.Accounts
	office.Accounts
	// Session gives the actor of a session token; a refusal is of kind SignIn.
	Session(ctx context.Context, token string) (thidua.Actor, error)
	// RenewSession lets a session go on under a new token; the old one is dead.
	RenewSession(ctx context.Context, token string) (fresh string, err error)
	// Surroundings gives what frames a page; the actor is empty for visitors.
	Surroundings(ctx context.Context, actor thidua.Actor) (Surroundings, error)
	// Setting gives what frames a refusal, without the counts of what waits.
	Setting(ctx context.Context, actor thidua.Actor) (Surroundings, error)
}

// Config is what a server needs to know of its installation.
type Config struct {
	App       App
	Core      *app.App       // the use cases behind the pages of the agency; without them only those of every account are answered
	Reminders *remind.Desk   // reminders as the installation sends them; in the program alone when nil
	Anchors   *anchor.Desk   // what holds the log outside; without a key when nil
	Desk      *account.Desk  // links to a password, sessions, rules of signing in; one that sends no mail when nil
	Groups    []handle.Group // further routes, such as those of the council
	Log       *slog.Logger
	Now       func() time.Time
	Origin    func(ctx context.Context, address string) context.Context // notes the client's address for the log of the application; may be nil
	BaseURL   string                                                    // the address that people use; other host names are refused when it is set
	AllowHTTP bool                                                      // plain HTTP on an address that is not loopback: the session cookie is then not protected
	Proxies   []netip.Prefix                                            // peers whose X-Forwarded-For is believed
	Second    *factor.Desk                                              // the second factor as the installation asks for it; nil where nobody can set one up
	Provider  *sso.Desk                                                 // signing in through a provider of identities; nil where none is connected
	Backups   *backup.Desk                                              // makes and checks backups; nil where the server does not know its folder
	Founding  bool                                                      // whether an agency may be founded in the browser of this machine while there is none
	Help      string                                                    // whom to ask for help, shown at sign-in
	Making    *handle.Queue                                             // in which files are made; the usual one when nil
	MaxConns  int                                                       // connections at a time; 512 when 0
	Searches  int                                                       // searches and looks into a directory that an account may make at once; 120 when 0
}

// Server answers the browsers of one installation.
type Server struct {
	config Config
	base   *url.URL
	mux    *http.ServeMux
	groups []handle.Group
	doors  map[string]handle.Access // by the pattern of the route
	http   *http.Server
	turns  turns
	seek   pace.Gate
	looks  privacy.Looks
}

// ParseBase reads the address that people use; only its scheme and its host count.
func ParseBase(address string) (*url.URL, error) {
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || (base.Scheme != "http" && base.Scheme != "https") {
		return nil, ErrBaseURL
	}
	return &url.URL{Scheme: base.Scheme, Host: base.Host}, nil
}

// ErrBaseURL is a configured address that no browser could use.
var ErrBaseURL = errors.New("web: base URL needs a scheme and a host")

// New makes a server; it does not listen yet.
func New(config Config) (*Server, error) {
	if config.MaxConns == 0 {
		config.MaxConns = 512
	}
	if config.Making == nil {
		config.Making = handle.UsualQueue()
	}
	if config.App == nil {
		config.App = config.Core
	}
	if config.Second == nil && config.Core != nil {
		config.Second = factor.Over(config.Core, nil, false)
	}
	if config.Desk == nil {
		config.Desk = account.Over(config.Core)
	}
	if config.Second != nil {
		config.Second.UseLetters(config.Desk)
	}
	s := &Server{config: config, mux: http.NewServeMux(), doors: map[string]handle.Access{},
		seek: pace.Gate{Burst: cmp.Or(config.Searches, searches), Every: time.Second, Most: 10_000}}
	if config.BaseURL != "" {
		base, err := ParseBase(config.BaseURL)
		if err != nil {
			return nil, err
		}
		s.base = base
	}
	s.groups = append(s.routes(), config.Groups...)
	s.register()
	s.http = &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(config.Log.Handler(), slog.LevelWarn),
	}
	return s, nil
}

// Handler gives the whole chain: security headers, same-origin check, compression, log, routes.
func (s *Server) Handler() http.Handler {
	crossOrigin := http.NewCrossOriginProtection()
	crossOrigin.SetDenyHandler(http.HandlerFunc(s.denyCrossOrigin))
	return s.headers(crossOrigin.Handler(compress(s.knownHost(http.HandlerFunc(s.dispatch)))))
}

// Run answers on a listener until Close.
func (s *Server) Run(listener net.Listener) error {
	err := s.http.Serve(netutil.LimitListener(listener, s.config.MaxConns))
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Close stops listening and lets the requests under way finish until the context ends.
func (s *Server) Close(ctx context.Context) error { return s.http.Shutdown(ctx) }
