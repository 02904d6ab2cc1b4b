package province

import (
	"bytes"
	"context"
	"path"

	"thidua"
	"thidua/internal/app/act"
	post "thidua/internal/app/parcel"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// opened reads the file of a package that was taken in, and checks it once more.
func (b *Bureau) opened(ctx context.Context, actor thidua.Actor, id string) (*parcel.Package, error) {
	var p store.ParcelIn
	err := b.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		p, err = tx.ParcelIn(id)
		return err
	})
	if err != nil {
		return nil, err
	}
	body, err := b.app.Content(actor, p.File)
	if err != nil {
		return nil, err
	}
	return parcel.Open(body)
}

// keepPaper takes a paper out of a package and keeps it as a file of its own.
func (b *Bureau) keepPaper(ctx context.Context, actor thidua.Actor, p thidua.Parcel, name string) (thidua.FileRef, error) {
	open, err := b.opened(ctx, actor, p.ID)
	if err != nil {
		return thidua.FileRef{}, err
	}
	body, ok := open.Paper(name)
	if !ok {
		return thidua.FileRef{}, errNotFound
	}
	return b.app.KeepFile(ctx, actor, "goi", path.Base(name), bytes.NewReader(body))
}

// PaperOf gives a paper of the dossier as it stands in the package, with its name.
func (b *Bureau) PaperOf(ctx context.Context, actor thidua.Actor, appraisal, paper string) (name string, body []byte, err error) {
	if err := act.May(actor, Appraisers...); err != nil {
		return "", nil, err
	}
	var a thidua.Appraisal
	err = b.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		a, err = tx.Appraisal(appraisal)
		return err
	})
	if err != nil {
		return "", nil, err
	}
	return b.paperIn(ctx, actor, a.Parcel, paper)
}

// EnrolmentPaper gives a paper of a list of registrations as it stands in the package, with its name.
func (b *Bureau) EnrolmentPaper(ctx context.Context, actor thidua.Actor, enrolment, paper string) (name string, body []byte, err error) {
	v, err := b.Enrolment(ctx, actor, enrolment)
	if err != nil {
		return "", nil, err
	}
	return b.paperIn(ctx, actor, v.Enrolment.Parcel, paper)
}

func (b *Bureau) paperIn(ctx context.Context, actor thidua.Actor, parcel, paper string) (name string, body []byte, err error) {
	open, err := b.opened(ctx, actor, parcel)
	if err != nil {
		return "", nil, err
	}
	for _, p := range open.Data.Papers {
		if p.ID != paper {
			continue
		}
		if body, ok := open.Paper(p.File); ok {
			return path.Base(p.File), body, nil
		}
	}
	return "", nil, errNotFound
}

// firstPaper keeps the paper of a package that stands for itself: the decision of an answer, the Tờ trình of a list; of a dossier none.
func (b *Bureau) firstPaper(ctx context.Context, actor thidua.Actor, p store.ParcelIn, data parcel.Data) (thidua.FileRef, error) {
	switch {
	case data.Answer != nil && data.Answer.File != "":
		return b.keepPaper(ctx, actor, p.Parcel, data.Answer.File)
	case actor.Has(thidua.RoleProvince) && len(data.Papers) > 0:
		return b.keepPaper(ctx, actor, p.Parcel, data.Papers[0].File)
	}
	return thidua.FileRef{}, nil
}

// answer seals what Sở Nội vụ or UBND tỉnh says to the sender of a package.
func (b *Bureau) answer(ctx context.Context, actor thidua.Actor, to store.ParcelIn, object string, a parcel.Answer, papers ...parcel.Content) (thidua.Parcel, error) {
	data := parcel.Data{Movement: parcel.Movement{Name: to.Movement, Year: to.Year, Closing: to.Closing}, Letter: parcel.Letter{Number: a.Number, Dated: a.Dated}, Answer: &a}
	return b.post.Prepare(ctx, actor, post.Outgoing{Kind: thidua.ParcelAnswer, To: to.From, Of: to.ID, Object: object, Data: data, Papers: papers})
}
