package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/sample"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// What the sample says at its start.
const (
	// CodeDemoPlaying has the folder as its argument.
	CodeDemoPlaying thidua.Code = "cli.demo-playing"
	// CodeDemoMade has the day of the sample and the password of its accounts as its arguments.
	CodeDemoMade thidua.Code = "cli.demo-made"
	// CodeDemoAccount has user name, name, post and roles as its arguments.
	CodeDemoAccount thidua.Code = "cli.demo-account"
	// CodeDemoDay is a day that cannot be read (the argument is as typed).
	CodeDemoDay thidua.Code = "cli.demo-day"
)

// runDemo makes or finds the sample in its folder, prints its accounts and serves it.
func runDemo(ctx context.Context, c *call) (err error) {
	dir, typed := c.String("data", "./thidua-demo", ""), c.String("today", "", "")
	whole := c.Bool("province", false, "")
	l := c.listening("localhost:8080")
	if err := errors.Join(c.parse(0), l.check()); err != nil {
		return err
	}
	today, readable := vi.ParseDate(*typed)
	if *typed != "" && !readable {
		return usage(CodeDemoDay, *typed)
	}
	listener, err := l.open()
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	note, err := demo.Prepare(ctx, *dir, today, c.playSeason(*dir, *whole))
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return thidua.Refuse(thidua.Invalid, store.CodeUnreachable, *dir)
	}
	if err != nil {
		return err
	}
	keepTemporary(*dir)
	db, err := store.Open(ctx, store.Config{Dir: *dir, Clock: note.Clock().Now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	agencies, err := app.New(db).Agencies(ctx)
	if err != nil {
		return err
	}
	if err := c.introduce(note, len(agencies) > 1); err != nil {
		return err
	}
	// Everybody knows the password of the sample: whoever set up a factor first would lock the others out.
	l.help, l.second = cmp.Or(l.help, vi.SampleHelp), cmp.Or(l.second, secondOffered)
	return c.answer(ctx, db, *dir, l, listener)
}

// playSeason says that it may take a while, then plays the season into an empty data folder.
func (c *call) playSeason(at string, whole bool) demo.Fill {
	return func(ctx context.Context, dir string, note demo.Note) error {
		if _, err := fmt.Fprintln(c.out, c.say(CodeDemoPlaying, at)); err != nil {
			return err
		}
		return fill(ctx, dir, note, whole)
	}
}

func fill(ctx context.Context, dir string, note demo.Note, whole bool) (err error) {
	clock := &demo.Clock{}
	db, err := store.Open(ctx, store.Config{Dir: dir, Clock: clock.Now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	files, err := file.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	seal, err := parcel.LoadKey(dir)
	if err != nil {
		return err
	}
	play := demo.Play
	if whole {
		play = demo.PlayProvince
	}
	return play(ctx, app.New(db, app.WithFiles(files), app.WithSeal(seal)), clock, note.Today, note.Password)
}

// introduce prints the day of the sample, the password of its accounts and at least one account for each role; in a whole province those above too.
func (c *call) introduce(note demo.Note, province bool) error {
	lines, accounts := c.say(CodeDemoMade, note.Today, note.Password)+"\n", demo.Accounts()
	if province {
		accounts = append(accounts, demo.AccountsAbove()...)
	}
	for _, a := range accounts {
		lines += c.say(CodeDemoAccount, fmt.Sprintf("%-8s", a.UserName), a.Person.Name, a.Post, a.Roles) + "\n"
	}
	_, err := io.WriteString(c.out, lines)
	return err
}

// What the sample command says.
const (
	// CodeSampleSize is a size that there is not (the argument is as typed).
	CodeSampleSize thidua.Code = "cli.sample-size"
	// CodeSampleSeed is a seed that is no whole number (the argument is as typed).
	CodeSampleSeed thidua.Code = "cli.sample-seed"
	// CodeSampleStep has how many agencies of how many are written as its arguments.
	CodeSampleStep thidua.Code = "cli.sample-step"
	// CodeSampleMade has agencies, units, people, seconds and the password of the accounts as its arguments.
	CodeSampleMade thidua.Code = "cli.sample-made"
	// CodeSampleServe has the flag that names the data as its argument.
	CodeSampleServe thidua.Code = "cli.sample-serve"
	// CodeSampleStopped is a sample that was broken off.
	CodeSampleStopped thidua.Code = "cli.sample-stopped"
)

// makeSample writes large realistic data into an empty folder or database, and prints who can sign in.
func makeSample(ctx context.Context, c *call) error {
	p := c.place()
	typed, seed := c.String("size", "", ""), c.String("seed", "1", "")
	if err := c.parse(0); err != nil {
		return err
	}
	if *typed == "" {
		return usage(c.command.help)
	}
	size, ok := sample.SizeNamed(*typed)
	if !ok {
		return usage(CodeSampleSize, *typed)
	}
	number, err := strconv.ParseUint(*seed, 10, 64)
	if err != nil {
		return usage(CodeSampleSeed, *seed)
	}
	m, err := sample.Into(ctx, p.dir, p.url, size, number, func(done, all int) {
		if done*10/all > (done-1)*10/all {
			_, _ = fmt.Fprintln(c.out, c.say(CodeSampleStep, done, all))
		}
	})
	if ctx.Err() != nil {
		return thidua.Refuse(thidua.Conflict, CodeSampleStopped)
	}
	if err != nil {
		return err
	}
	return c.present(m, p)
}

// present prints what was made, the accounts, and how to serve it.
func (c *call) present(m sample.Made, p *place) error {
	s := m.Size
	lines := c.say(CodeSampleMade, s.Provinces*s.Agencies, s.Provinces*s.Units, s.Provinces*s.People, int(m.Took.Seconds()+1), m.Password) + "\n"
	for _, a := range m.Accounts {
		lines += c.say(CodeDemoAccount, fmt.Sprintf("%-11s", a.UserName), a.Name, a.Post, a.Roles) + "\n"
	}
	where := "--data " + p.dir
	if p.url != "" {
		where = "--database-url …"
	}
	_, err := io.WriteString(c.out, lines+c.say(CodeSampleServe, where)+"\n")
	return err
}
