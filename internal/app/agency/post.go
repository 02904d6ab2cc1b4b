package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// NewPost gives a person a post from a day on; the posts held until then end the day before unless beside is set (kiêm nhiệm). What
// the post allows holds from the next request.
func (k *Keeper) NewPost(ctx context.Context, actor thidua.Actor, post thidua.Post, beside bool) error {
	if err := act.May(actor, keepers...); err != nil {
		return err
	}
	if post.From == "" {
		return thidua.Faults{{Field: "from", Code: thidua.CodeDateWrong}}.Err()
	}
	post.Title = vi.Line(post.Title)
	if err := together(post.Check(), thidua.CheckOwnPost(actor, post.Person, post.Rank)); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.PostChanged, Object: "person:" + post.Person, After: post}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		p, err := tx.Person(post.Person)
		if err != nil {
			return err
		}
		d.Name = p.Name
		if err := knownUnit(tx, post.Unit); err != nil {
			return err
		}
		if !beside {
			if err := endPosts(tx, post); err != nil {
				return err
			}
		}
		post.ID = store.NewID()
		return tx.InsertPost(post)
	})
}

func endPosts(tx *store.Tx, next thidua.Post) error {
	held, err := tx.Posts(next.Person)
	if err != nil {
		return err
	}
	for _, p := range held {
		if p.To == "" || p.To >= next.From {
			if p.From >= next.From {
				return thidua.Faults{{Field: "from", Code: CodePostEarlier, Args: []any{p.From}}}.Err()
			}
			if err := tx.EndPost(p.ID, next.From.AddDays(-1)); err != nil {
				return err
			}
		}
	}
	return nil
}

// CodePostEarlier is a new post that begins before the present one (the argument is the day on which that began).
const CodePostEarlier thidua.Code = "org.post-earlier"

// Leave ends every post of a person after a day: transfer, retirement, the end of a contract. The years before keep the person.
func (k *Keeper) Leave(ctx context.Context, actor thidua.Actor, person string, last thidua.Date) error {
	if err := act.May(actor, keepers...); err != nil {
		return err
	}
	if !last.Valid() {
		return thidua.Faults{{Field: "last", Code: thidua.CodeDateWrong}}.Err()
	}
	d := act.Deed{Verb: thidua.PersonLeft, Object: "person:" + person, After: last}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		p, err := tx.Person(person)
		if err != nil {
			return err
		}
		d.Name = p.Name
		held, err := tx.Posts(person)
		if err != nil {
			return err
		}
		return endAfter(tx, held, last)
	})
}

func endAfter(tx *store.Tx, held []thidua.Post, last thidua.Date) error {
	ended := false
	for _, p := range held {
		if p.To != "" && p.To <= last {
			continue
		}
		if p.From > last {
			return thidua.Faults{{Field: "last", Code: CodeLeftEarly, Args: []any{p.From}}}.Err()
		}
		if err := tx.EndPost(p.ID, last); err != nil {
			return err
		}
		ended = true
	}
	if !ended {
		return thidua.Faults{{Field: "last", Code: CodeNoPost}}.Err()
	}
	return nil
}

// What is wrong with the last day of a person.
const (
	CodeLeftEarly thidua.Code = "org.left-early" // the day on which a post began
	CodeNoPost    thidua.Code = "org.no-post"
)
