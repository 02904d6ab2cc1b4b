// Package app holds the use cases of the season, one file for each stage of the work: it opens the transaction, asks the rules of the root
// package and calls the store. The use cases of the agency itself come with it from package agency.
package app

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/app/custody"
	"thidua/internal/app/printing"
	"thidua/internal/app/seal"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// App is the program behind the pages and the command line; it is safe for concurrent use.
type App struct {
	*agency.Keeper
	*printing.Press
	data  act.Data
	kept  *custody.Desk
	roots *x509.CertPool
	seal  *parcel.Key
}

// Part gives the program something that it works with besides the data.
type Part func(*App)

// New makes the program over open data.
func New(db *store.DB, parts ...Part) *App {
	a := &App{Keeper: agency.New(db), Press: printing.New(db), data: act.Data{DB: db}}
	a.kept = custody.New(a.data, nil, custody.DefaultQuota)
	for _, add := range parts {
		add(a)
	}
	return a
}

// Today is the day by the clock of business, in Asia/Ho_Chi_Minh.
func (a *App) Today() thidua.Date { return thidua.DateOf(a.data.DB.Clock()) }

// Now is the time of business.
func (a *App) Now() time.Time { return a.data.DB.Clock() }

// Days gives the table of holidays and make-up days of the actor's agency and the business day of today, for the deadlines of a page.
func (a *App) Days(ctx context.Context, actor thidua.Actor) (days thidua.Calendar, on thidua.Date, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		on = today(tx)
		days, err = tx.Calendar(on)
		return err
	})
	return days, on, err
}

// Ground is what use cases stand on that are built upon this package.
func (a *App) Ground() act.Data { return a.data }

// From notes the address that a request came from, for the log.
func From(ctx context.Context, address string) context.Context { return act.From(ctx, address) }

// Once begins a form that is answered one time under its key: see act.Data.
func (a *App) Once(ctx context.Context, actor thidua.Actor, key, body string) (context.Context, *act.Once, string, error) {
	return a.data.Once(ctx, actor, key, body)
}

// Finish ends such a form; without an answer its key is free again.
func (a *App) Finish(ctx context.Context, o *act.Once, answer string) error {
	return a.data.Finish(ctx, o, answer)
}

// CodeNoRight is an act for which the actor holds no role.
const CodeNoRight = act.CodeNoRight

// deed and the functions below are the short names by which the stages of the season use package act.
type deed = act.Deed

func (a *App) read(ctx context.Context, actor thidua.Actor, fn func(tx *store.Tx) error) error {
	return a.data.Read(ctx, actor, fn)
}

func (a *App) write(ctx context.Context, actor thidua.Actor, d deed, fn func(tx *store.Tx, d *deed) error) error {
	return a.data.Write(ctx, actor, d, fn)
}

func may(actor thidua.Actor, roles ...thidua.Role) error { return act.May(actor, roles...) }

func today(tx *store.Tx) thidua.Date { return act.Today(tx) }

func atField(field string, err error) error { return act.AtField(field, err) }

// WithFiles gives the program the folder in which evidence and signed copies are kept.
func WithFiles(s *file.Store) Part { return WithQuota(s, custody.DefaultQuota) }

// WithQuota is WithFiles with other bounds on what may be kept.
func WithQuota(s *file.Store, q custody.Quota) Part {
	return func(a *App) { a.kept = custody.New(a.data, s, q) }
}

// Custody gives the desk of kept files, for the pages on files as such.
func (a *App) Custody() *custody.Desk { return a.kept }

// WithRoots gives the program the certificates to which those of signers must lead; without them it is not known who issued a certificate.
func WithRoots(roots *x509.CertPool) Part { return func(a *App) { a.roots = roots } }

// WithSeal gives the program the key with which it seals packages.
func WithSeal(key *parcel.Key) Part { return func(a *App) { a.seal = key } }

// Seal gives the key with which packages are sealed; nil for a program that seals none.
func (a *App) Seal() *parcel.Key { return a.seal }

// KeepFile looks at an uploaded file and keeps it for the actor's agency; what is wrong with it stands at the given field of the form.
// The file counts only once a use case has written it down: see Uploads.
func (a *App) KeepFile(ctx context.Context, actor thidua.Actor, field, name string, body io.Reader) (thidua.FileRef, error) {
	return a.kept.Keep(ctx, actor, field, name, body)
}

// KeepParcel keeps the bytes of a sealed package, whole as they are, for the actor's agency; who calls it has opened the package.
func (a *App) KeepParcel(ctx context.Context, actor thidua.Actor, name string, whole []byte) (thidua.FileRef, error) {
	return a.kept.KeepParcel(ctx, actor, name, whole)
}

// Uploads begins a request that may bring files; its end takes those away that no use case wrote down.
func (a *App) Uploads(ctx context.Context) (within context.Context, end func() error) {
	return a.kept.Uploads(ctx)
}

// openFile gives a kept file of the agency; the use case has checked the right to it. The caller closes it.
func (a *App) openFile(actor thidua.Actor, ref thidua.FileRef) (*os.File, error) {
	return a.kept.Open(actor, ref)
}

// OpenKept gives a kept file of the agency to a use case above this package, which has checked the right to it; the caller closes it.
func (a *App) OpenKept(actor thidua.Actor, ref thidua.FileRef) (*os.File, error) {
	return a.openFile(actor, ref)
}

// ChangeScan opens the scan of the decision behind a change of the organisation.
func (a *App) ChangeScan(ctx context.Context, actor thidua.Actor, change string) (ref thidua.FileRef, f *os.File, err error) {
	v, err := a.ChangeView(ctx, actor, change)
	if err == nil && v.Scan.Missing() {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err != nil {
		return ref, nil, err
	}
	f, err = a.openFile(actor, v.Scan)
	return v.Scan, f, err
}

// FileUsage tells how much room the kept files take; nothing for a program without a folder for files.
func (a *App) FileUsage() (file.Usage, error) { return a.kept.Usage() }

// Content reads a kept file of the agency; the use case has checked the right to it.
func (a *App) Content(actor thidua.Actor, ref thidua.FileRef) ([]byte, error) {
	f, err := a.openFile(actor, ref)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(f)
	return data, errors.Join(err, f.Close())
}

// SignedCopy opens the signed copy of a paper; the caller closes it.
func (a *App) SignedCopy(ctx context.Context, actor thidua.Actor, paper string) (*os.File, thidua.FileRef, error) {
	v, err := a.Paper(ctx, actor, paper)
	if err != nil {
		return nil, thidua.FileRef{}, err
	}
	if v.Signed.Missing() {
		return nil, thidua.FileRef{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	f, err := a.openFile(actor, v.Signed)
	return f, v.Signed, err
}

// LookAt tells what a signed copy is; see seal.Look.
func (a *App) LookAt(data []byte, ref thidua.FileRef) seal.Copy {
	return seal.Look(data, ref.Type, a.roots)
}

// unbroken refuses a signed copy whose content was changed after the signing, at a field of the form; none is no fault.
func (a *App) unbroken(actor thidua.Actor, field string, ref thidua.FileRef) error {
	if ref.Missing() {
		return nil
	}
	data, err := a.Content(actor, ref)
	if err == nil && a.LookAt(data, ref).Broken() {
		err = thidua.Faults{{Field: field, Code: thidua.CodeSignedBroken}}.Err()
	}
	return err
}

// OnPaper is a paper within the transaction of a use case that stands above this package, such as those of app/outside.
type OnPaper struct {
	Tx    *store.Tx
	Deed  *act.Deed
	Paper *thidua.Paper // what becomes of it is kept
	Roles []thidua.Role // of the actor, on this paper
	Facts thidua.Facts
}

// ChangePaper runs fn on the paper that was read in a version, in one transaction with its event and a step on the path of the paper. NotFound for
// who may not see the paper, Conflict while its dossier takes no changes; every other right is for fn to ask.
func (a *App) ChangePaper(ctx context.Context, actor thidua.Actor, paper string, version int64, d act.Deed, fn func(*OnPaper) error) error {
	d.Object = paperObject(paper)
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		c, err := paperOf(tx, paper)
		if err != nil {
			return err
		}
		if !c.seenBy(actor) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if !c.open() {
			return thidua.Refuse(thidua.Conflict, thidua.CodeDossierFixed)
		}
		d.Name, c.Version = c.Title, version
		if err := fn(&OnPaper{Tx: tx, Deed: d, Paper: &c.Paper, Roles: c.roles(actor), Facts: c.facts(today(tx))}); err != nil {
			return err
		}
		return keepPaper(tx, actor, c.Paper, d.Verb, d.Reason)
	})
}

// Write puts a person's words into the paper, as WritePaper does.
func (p *OnPaper) Write(words map[string]string) error {
	c := paperCase{Paper: *p.Paper}
	err := c.write(words)
	p.Paper.Words = c.Words
	return err
}

// Found is what a search gives, each kind bounded; Asked is false while there is nothing to look for.
type Found struct {
	Asked     bool
	Movements []thidua.Movement
	Units     []thidua.Unit
	People    []thidua.Staff
	Targets   []store.FoundTarget
	Papers    []thidua.Paper
}

// Empty tells whether nothing was found.
func (f Found) Empty() bool {
	return len(f.Movements)+len(f.Units)+len(f.People)+len(f.Targets)+len(f.Papers) == 0
}

// shortest and longest bound what is looked for, in letters.
const (
	shortestSearch = 2
	longestSearch  = 100
)

// Search looks for a part of a name, with or without diacritics ("thi dua" finds "Thi đua"), among what the actor may see: units are seen by
// all, people by name alone, the targets of others and papers only by those who may read them.
func (a *App) Search(ctx context.Context, actor thidua.Actor, text string) (f Found, err error) {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	fold := vi.Fold(string(letters[:min(len(letters), longestSearch)]))
	if len([]rune(fold)) < shortestSearch {
		return f, nil
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		f, err = search(tx, actor, fold)
		return err
	})
	return f, err
}

func search(tx *store.Tx, actor thidua.Actor, fold string) (f Found, err error) {
	f.Asked = true
	if f.Movements, err = tx.FindMovements(fold); err != nil {
		return f, err
	}
	if f.Units, err = tx.FindUnits(fold, today(tx)); err != nil {
		return f, err
	}
	if f.People, err = tx.Staff(store.StaffFilter{On: today(tx), Fold: fold}, store.Page{Size: 20}); err != nil {
		return f, err
	}
	var units []string
	person := ""
	if !actor.Has(readers...) {
		units, person = append([]string{actor.Unit}, actor.Heads...), actor.Person
	}
	if f.Targets, err = tx.FindTargets(fold, units, person); err != nil {
		return f, err
	}
	if actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleClerk, thidua.RoleInspector, thidua.RoleSecretary) {
		f.Papers, err = tx.FindPapers(fold)
	}
	return f, err
}

// OpenAgency finds the agency whose roll a visitor reads: the only one of the installation that opened it, Sở Nội vụ and UBND tỉnh beside it or not.
// NotFound when none did, or several.
func OpenAgency(tx *store.Tx) (id string, err error) {
	all, err := tx.Agencies()
	if err != nil {
		return "", err
	}
	for _, a := range all {
		switch {
		case !a.Public || !a.Kind.RunsSeasons():
		case id != "":
			return "", thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		default:
			id = a.ID
		}
	}
	if id == "" {
		return "", thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return id, nil
}
