package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/file/bucket"
	"thidua/internal/file/clamd"
	"thidua/internal/release"
	"thidua/internal/store"
)

// place is where the data of a command are.
type place struct{ dir, url string }

func (c *call) place() *place {
	p := &place{}
	c.StringVar(&p.dir, "data", "./thidua-data", "")
	c.StringVar(&p.url, "database-url", "", "")
	return p
}

// there refuses a folder without data, so that a command on the wrong folder leaves nothing behind.
func (p *place) there() error {
	if _, err := os.Stat(filepath.Join(p.dir, store.FileName)); p.url == "" && err != nil {
		return thidua.Refuse(thidua.NotFound, store.CodeNoData, p.dir)
	}
	return nil
}

func (p *place) open(ctx context.Context, readOnly bool) (*store.DB, error) {
	return store.Open(ctx, store.Config{Dir: p.dir, URL: p.url, ReadOnly: readOnly})
}

// shelves is where the server keeps files, and who scans them; without settings the files stand in the data folder and nobody scans them.
type shelves struct {
	bucket.Settings
	secret, scanner string
	late            bool
}

// What is wrong with the settings of kept files.
const (
	CodeS3       thidua.Code = "cli.s3"        // endpoint, bucket, key or secret is missing or cannot be used
	CodeS3Secret thidua.Code = "cli.s3-secret" // the file of the secret cannot be read (the argument is the file)
	CodeClamd    thidua.Code = "cli.clamd"     // the address is neither tcp://HOST:PORT nor unix:/PATH
)

func (s *shelves) flags(c *call) {
	s.storeFlags(c)
	c.StringVar(&s.scanner, "clamd", os.Getenv("THIDUA_CLAMD"), "")
	c.BoolVar(&s.late, "clamd-accept-unscanned", false, "")
}

// storeFlags are those of where files stand.
func (s *shelves) storeFlags(c *call) {
	c.StringVar(&s.Endpoint, "s3-endpoint", os.Getenv("THIDUA_S3_ENDPOINT"), "")
	c.StringVar(&s.Bucket, "s3-bucket", os.Getenv("THIDUA_S3_BUCKET"), "")
	c.StringVar(&s.Region, "s3-region", os.Getenv("THIDUA_S3_REGION"), "")
	c.StringVar(&s.Key, "s3-key", os.Getenv("THIDUA_S3_KEY"), "")
	c.StringVar(&s.secret, "s3-secret-file", os.Getenv("THIDUA_S3_SECRET_FILE"), "")
}

// address is where the scanner listens on the network; empty without one, or where it is a socket of this machine.
func (s *shelves) address() string {
	address, _ := strings.CutPrefix(s.scanner, "tcp://")
	if strings.HasPrefix(address, "unix:") {
		return ""
	}
	return address
}

// open opens the kept files as the settings say.
func (s *shelves) open(dir string) (*file.Store, error) {
	var parts []file.Part
	if s.scanner != "" {
		server, err := clamd.Parse(s.scanner)
		if err != nil {
			return nil, usage(CodeClamd)
		}
		parts = append(parts, file.WithScanner(server, s.late))
	}
	if s.Endpoint+s.Bucket+s.secret != "" {
		secret, err := os.ReadFile(s.secret)
		if err != nil {
			return nil, thidua.Refuse(thidua.Invalid, CodeS3Secret, s.secret)
		}
		s.Secret = strings.TrimSpace(string(secret))
		b, err := bucket.Open(s.Settings)
		if err != nil {
			return nil, usage(CodeS3)
		}
		parts = append(parts, file.On(b, s.String()))
	}
	return file.Open(dir, parts...)
}

// operator is who stands at the machine, in the log: whoever may open the data folder may administer it.
func (c *call) operator(tenant string) thidua.Actor {
	return thidua.Actor{Tenant: tenant, Account: "operator", Name: c.say(CodeOperator), Roles: []thidua.Role{thidua.RoleAdmin}}
}

// agencyNamed picks the only agency, or the one that is named; nil when there is none of that name.
func agencyNamed(ctx context.Context, a *app.App, name string) (*thidua.Agency, error) {
	all, err := a.Agencies(ctx)
	if err != nil {
		return nil, err
	}
	for _, g := range all {
		if g.Name == name || name == "" && len(all) == 1 {
			return &g, nil
		}
	}
	if name == "" && len(all) > 1 {
		return nil, thidua.Refuse(thidua.Invalid, CodeAgencyUnclear)
	}
	return nil, nil
}

// version is set when a release is built.
var version = ""

func printVersion(_ context.Context, c *call) error {
	if err := c.parse(0); err != nil {
		return err
	}
	_, err := fmt.Fprintf(c.out, "thidua %s\nGo %s, SQLite %s\n", programVersion(), runtime.Version(), store.SQLiteVersion())
	return err
}

// newEnough refuses to open data with a part of the program whose faults could damage or give them away.
func newEnough() error {
	for part, version := range map[string]string{"Go": runtime.Version(), "SQLite": store.SQLiteVersion()} {
		if least := release.Outdated(part, version); least != nil {
			return thidua.Refuse(thidua.Invalid, CodeOutdated, part, version, least.Version)
		}
	}
	return nil
}

func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && version == "" {
		return info.Main.Version
	}
	return version
}

// What is said of the roles of PostgreSQL.
const (
	CodeDatabaseReady thidua.Code = "cli.database-ready" // role
	CodeDatabaseURL   thidua.Code = "cli.database-url"
	// CodeLogOpen warns that the server's role could change the log.
	CodeLogOpen thidua.Code = "cli.log-open"
)

// prepareDatabase brings PostgreSQL up to date as its owner and gives the role of the server what it needs, of the log no more than reading
// and adding.
func prepareDatabase(ctx context.Context, c *call) (err error) {
	url, role := c.String("database-url", "", ""), c.String("role", "", "")
	if err := c.parse(0); err != nil {
		return err
	}
	if *url == "" || *role == "" {
		return usage(CodeDatabaseURL)
	}
	db, err := store.Open(ctx, store.Config{URL: *url})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Admit(ctx, *role); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.say(CodeDatabaseReady, *role))
	return err
}

// warnOpenLog tells the operator when the role of the server could change the log behind the program's back.
func (c *call) warnOpenLog(ctx context.Context, db *store.DB) error {
	open, err := db.LogOpen(ctx)
	if err == nil && open {
		_, err = fmt.Fprintln(c.errs, c.say(CodeLogOpen))
	}
	return err
}
