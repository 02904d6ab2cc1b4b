package writing

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// ground is what every form of a year stands on; what only some need is read when it is asked for, once.
type ground struct {
	season   app.Season
	base     form.Facts
	sessions []thidua.Session
	all      []thidua.Nominee // of the year, whatever became of them
	results  *app.Results
	years    map[bool]form.Facts // of the year; true: of the whole movement
}

func (d *Desk) ground(ctx context.Context, actor thidua.Actor, round string) (*ground, error) {
	g := &ground{years: map[bool]form.Facts{}}
	var err error
	if g.season, err = d.app.Season(ctx, actor, round); err != nil {
		return nil, err
	}
	b := &g.base
	b.Round, b.Movement, b.Edition, b.Forms, b.Maker = g.season.Round, g.season.Movement, g.season.Definition.Edition, g.season.Awards, actor.Name
	if len(b.Forms) > 0 {
		b.Award = b.Forms[0]
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		for _, read := range []func(*store.Tx) error{g.readAgency, g.readSigners, g.readNominees, g.readAwards, g.readPapers, g.readSessions, g.readGiven} {
			if err := read(tx); err != nil {
				return err
			}
		}
		own, err := tx.OwnWords()
		b.Words = thidua.WordsOn(own, b.Today)
		return err
	})
	return g, err
}

func (g *ground) readAgency(tx *store.Tx) (err error) {
	g.base.Today = act.Today(tx)
	g.base.Agency, err = tx.Agency()
	return err
}

// readSigners finds who heads the agency and who heads Văn phòng today.
func (g *ground) readSigners(tx *store.Tx) error {
	b := &g.base
	units, err := tx.Units(b.Today)
	if err != nil {
		return err
	}
	staff, err := tx.Staff(store.StaffFilter{On: b.Today}, store.Page{})
	for _, s := range staff {
		office := slices.ContainsFunc(units, func(u thidua.Unit) bool { return u.ID == s.Unit && u.Kind == thidua.UnitOffice })
		switch {
		case s.Rank == thidua.RankLeader && (b.Leader.Name == "" || s.Post == b.Agency.LeaderTitle):
			b.Leader = doc.Signer{Titles: vi.HeadOf(b.Agency, s.Post), Name: s.Name}
		case s.Rank == thidua.RankHead && office:
			b.Office = doc.Signer{Titles: []string{s.Post}, Name: s.Name}
		}
	}
	return err
}

// readNominees keeps those on whom the council has decided.
func (g *ground) readNominees(tx *store.Tx) error {
	all, err := tx.Nominees(g.season.Round.ID)
	g.all = all
	for _, n := range all {
		switch n.State {
		case thidua.NomineePassed, thidua.NomineeFailed, thidua.NomineeInDossier, thidua.NomineeAwarded, thidua.NomineeNot, thidua.NomineePresented, thidua.NomineeRevoked:
			g.base.Nominees = append(g.base.Nominees, n)
		}
	}
	return err
}

func (g *ground) readAwards(tx *store.Tx) error {
	b := &g.base
	all, err := tx.Awards(store.AwardFilter{}, store.Page{})
	if err != nil {
		return err
	}
	for _, w := range all {
		switch {
		case w.Round == g.season.Round.ID:
			b.Awards = append(b.Awards, w)
		case w.Year < g.season.Round.Year:
			b.Earlier = append(b.Earlier, w)
		}
	}
	place := func(w thidua.Award) int {
		return slices.IndexFunc(b.Nominees, func(n thidua.Nominee) bool { return n.ID == w.Nominee })
	}
	slices.SortStableFunc(b.Awards, func(x, y thidua.Award) int { return place(x) - place(y) })
	b.Classes, err = tx.Evaluations(g.season.Round.Year)
	return err
}

func (g *ground) readPapers(tx *store.Tx) (err error) {
	b := &g.base
	if b.Papers, err = tx.Papers(g.season.Round.ID); err != nil {
		return err
	}
	if b.Word, err = tx.Confirmation(g.season.Round.ID); err != nil {
		return err
	}
	if b.Sent, err = tx.Submissions(g.season.Round.ID, thidua.SentDossier); err != nil {
		return err
	}
	b.Decisions, err = tx.Decisions(g.season.Round.ID)
	return err
}

// readSessions reads the sessions of the year; that of the papers of the year is the latest that has come to a conclusion, or else the latest.
func (g *ground) readSessions(tx *store.Tx) error {
	all, err := tx.CouncilSessions(g.season.Round.ID)
	if err != nil || len(all) == 0 {
		return err
	}
	g.sessions = all
	at := max(slices.IndexFunc(all, thidua.Session.Over), 0)
	g.base.Session = all[at]
	g.base.Council, err = tx.Council(all[at].Council)
	return err
}

// readGiven counts the units that have sent their registration.
func (g *ground) readGiven(tx *store.Tx) error {
	all, err := tx.Registrations(store.RegistrationFilter{Round: g.season.Round.ID, Kind: thidua.Collective}, g.base.Today, store.Page{})
	for _, r := range all {
		if r.Given() {
			g.base.Given++
		}
	}
	return err
}

// session says what is known of one session.
func (d *Desk) session(ctx context.Context, actor thidua.Actor, g *ground, s thidua.Session) (form.Facts, error) {
	f := g.base
	r, err := d.app.Room(ctx, actor, s.ID)
	if err != nil {
		return f, err
	}
	f.Session, f.Council, f.Roll = r.Session, r.Council, r.Roll
	for _, n := range r.Nominees {
		c := form.Case{Nominee: n}
		if o, err := r.Outcome(n); err == nil {
			c.Known, c.Outcome = true, o
		}
		for _, w := range r.Written(n) {
			if w.Choice == thidua.ChoiceYes {
				c.Agreed++
			}
		}
		for i, count := range r.CountsOf(n) {
			if i == 0 {
				c.Count = count
			}
			if !slices.Contains(f.Counters, count.By) {
				f.Counters = append(f.Counters, count.By)
			}
		}
		f.Cases = append(f.Cases, c)
	}
	return f, nil
}

// year says what is known of the year, or with whole of every year of the movement.
func (d *Desk) year(ctx context.Context, actor thidua.Actor, g *ground, whole bool) (form.Facts, error) {
	if f, read := g.years[whole]; read {
		return f, nil
	}
	f := g.base
	for _, gather := range []func(context.Context, thidua.Actor, *ground, *form.Facts) error{d.units, d.criteria, d.cases} {
		if err := gather(ctx, actor, g, &f); err != nil {
			return f, err
		}
	}
	if whole {
		if err := d.wholeMovement(ctx, actor, &f); err != nil {
			return f, err
		}
	}
	g.years[whole] = f
	return f, nil
}

// cases puts those before the session of the year into the facts, for what a review says of the session.
func (d *Desk) cases(_ context.Context, _ thidua.Actor, g *ground, f *form.Facts) error {
	for _, n := range g.base.Nominees {
		f.Cases = append(f.Cases, form.Case{Nominee: n})
	}
	return nil
}
