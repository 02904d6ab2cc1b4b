package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
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
	if err := thidua.CheckStaff(thidua.Person{Name: "-", Sex: thidua.Male}, post); err != nil {
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
