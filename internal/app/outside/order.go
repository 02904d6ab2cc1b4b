package outside

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"image/png"
	"io"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/custody"
	"thidua/internal/doc"
	"thidua/internal/doc/sign"
	"thidua/internal/store"
)

// As is in what capacity somebody signs with a key.
type As string

// The capacities, in the order in which they sign (NĐ 30/2020/NĐ-CP, Điều 13 to 16).
const (
	AsSigner As = "nguoi-ky" // chữ ký số của người có thẩm quyền, of the author on a report
	AsAgency As = "co-quan"  // chữ ký số của cơ quan, with number and time
)

// Order is everything that the two steps of a signature need; nothing of it is kept between them, so the second step brings it again.
type Order struct {
	As          As
	Certificate []byte        // of the signer, with those above it
	Image       []byte        // of the signature or the seal, PNG; may be empty
	Width       thidua.Points // of the image on the paper, millimetres
	At          time.Time     // the time that the signer claims: when the first step was taken
	Number      string        // printed on a paper that nobody has signed yet
	On          thidua.Date
	Reply       []byte // of a time-stamping authority about the signature value; empty for a signature without a time stamp
}

// Ready is a paper that waits for the signature value.
type Ready struct {
	app.PaperView
	Order
	Chain    []*x509.Certificate // the signer's first
	ToSign   []byte              // what the token signs
	Digest   string              // its SHA-256, hexadecimal
	prepared *sign.Prepared
}

// ToSign reads a paper that the actor may sign now; every other one is refused as its workflow says.
func (d Desk) ToSign(ctx context.Context, actor thidua.Actor, paper string) (v app.PaperView, err error) {
	if v, err = d.App.Paper(ctx, actor, paper); err != nil {
		return v, err
	}
	if v.Closed {
		return v, thidua.Refuse(thidua.Conflict, thidua.CodeDossierFixed)
	}
	_, err = thidua.PaperFlow.Next(v.State, thidua.SignPaper, v.Roles, v.Facts, "")
	return v, err
}

// Prepare is the first step of a signature: what has to be signed by the token on the official's own computer. It keeps nothing. Faults stand at
// "as", "certificate", "image", "width" and "issued".
func (d Desk) Prepare(ctx context.Context, actor thidua.Actor, paper string, o Order) (r Ready, err error) {
	if r.PaperView, err = d.ToSign(ctx, actor, paper); err != nil {
		return r, err
	}
	r.Order = o
	if err := r.check(d.App.Now()); err != nil {
		return r, err
	}
	pdf, places, err := d.unsigned(actor, &r)
	if err != nil {
		return r, err
	}
	options := sign.Options{At: o.At, Mark: r.mark(places, slices.Contains(actor.Roles, thidua.RoleLeader))}
	if len(o.Reply) > 0 {
		options.Timestamper = sign.Reply(o.Reply)
	}
	if r.prepared, err = sign.Prepare(pdf, r.Chain, options); err != nil {
		return r, refusal(err)
	}
	r.ToSign, r.Digest = r.prepared.SignedAttributes(), hex.EncodeToString(r.prepared.Digest())
	return r, nil
}

// day is how long the second step may come after the first.
const day = 24 * time.Hour

func (r *Ready) check(now time.Time) error {
	var f thidua.Faults
	if r.As != AsSigner && r.As != AsAgency {
		f.Add("as", CodeAs)
	}
	r.checkChain(&f)
	r.checkImage(&f)
	if r.On != "" && (!r.On.Valid() || r.On > thidua.DateOf(now)) {
		f.Add("issued", thidua.CodeDateWrong)
	}
	if err := f.Err(); err != nil {
		return err
	}
	if r.At.After(now.Add(time.Minute)) || now.Sub(r.At) > day {
		return thidua.Refuse(thidua.Invalid, CodeLate)
	}
	return nil
}

func (r *Ready) checkChain(f *thidua.Faults) {
	chain, err := Chain(r.Certificate)
	var e *thidua.Error
	switch {
	case errors.As(err, &e):
		f.Add("certificate", e.Code)
	case r.At.Before(chain[0].NotBefore) || r.At.After(chain[0].NotAfter):
		f.Add("certificate", CodeExpired)
	}
	r.Chain = chain
}

func (r *Ready) checkImage(f *thidua.Faults) {
	if len(r.Image) == 0 {
		return
	}
	size, err := png.DecodeConfig(bytes.NewReader(r.Image))
	if err != nil || max(size.Width, size.Height) > maxSide || min(size.Width, size.Height) == 0 {
		f.Add("image", CodeImage)
	}
	if r.Width < 500 || r.Width > 10000 {
		f.Add("width", CodeWidth)
	}
}

// maxSide is the greatest side of an image, in pixels.
const maxSide = 3000

// unsigned gives the file to which the signature is added: the signed copy as it is, or the program's own PDF while there is none; with the rooms
// that it leaves for signatures.
func (d Desk) unsigned(actor thidua.Actor, r *Ready) ([]byte, []doc.Place, error) {
	p := r.Paper
	if p.Signed.Missing() {
		p.Number, p.IssuedOn = r.Number, r.On
	}
	written, err := app.DocumentOf(p)
	if !p.Signed.Missing() {
		if p.Signed.Type != typePDF {
			return nil, nil, thidua.Refuse(thidua.Conflict, CodeScan)
		}
		var places []doc.Place
		if err == nil && slices.ContainsFunc(r.Files, func(f thidua.PaperFile) bool { return f.Kind == thidua.FileSigned && f.File.Hash == p.Signed.Hash }) {
			places = written.SigningPlaces()
		}
		data, err := d.App.Content(actor, p.Signed)
		return data, places, err
	}
	if err != nil {
		return nil, nil, err
	}
	if _, edited := InUse(r.PaperView); edited {
		return nil, nil, thidua.Refuse(thidua.Conflict, thidua.CodeEditPDF)
	}
	var pdf bytes.Buffer
	err = written.PDF(&pdf)
	return pdf.Bytes(), written.SigningPlaces(), err
}

const typePDF = "application/pdf"

// sealBeside is how far left of the middle of a signature the agency's seal ends, so that it lies over the left third of the signature, in millimetres.
const sealBeside = 6

// mark is what is seen of the signature. A leader on a report confirms in the first column; everybody else signs in the last one. The agency's
// signature without an image shows number and time in the top right corner, a signer's without an image is not seen.
func (r *Ready) mark(places []doc.Place, leader bool) *sign.Mark {
	if len(r.Image) == 0 {
		if r.As != AsAgency {
			return nil
		}
		number := r.Number
		if number == "" {
			number = r.Paper.Number
		}
		if number == "" {
			number = r.Agency.Name
		}
		return sign.OnAttachment(number, r.At)
	}
	width := float64(r.Width) / 100
	if len(places) == 0 {
		return &sign.Mark{Image: r.Image, Width: width, Corner: true}
	}
	place := places[len(places)-1]
	if r.Kind == thidua.PaperReport && (leader || r.As == AsAgency) {
		place = places[0]
	}
	size, err := png.DecodeConfig(bytes.NewReader(r.Image))
	if err != nil {
		return nil
	}
	height := width * float64(size.Height) / float64(size.Width)
	x := place.X + (place.Width-width)/2
	if r.As == AsAgency {
		x = place.X + place.Width/2 - sealBeside - width
	}
	return &sign.Mark{Page: place.Page, X: x, Y: place.Y + (place.Height-height)/2, Width: width, Image: r.Image}
}

func refusal(err error) error {
	switch {
	case errors.Is(err, sign.ErrSignature):
		return at("value", CodeValue)
	case errors.Is(err, sign.ErrRoom):
		return at("value", CodeRoom)
	case errors.Is(err, sign.ErrToken):
		return at("reply", CodeToken)
	case errors.Is(err, sign.ErrEncrypted):
		return thidua.Refuse(thidua.Conflict, CodeEncrypted)
	case errors.Is(err, sign.ErrRefused):
		return thidua.Refuse(thidua.Conflict, CodeRefused)
	case errors.Is(err, sign.ErrUnreadable):
		return thidua.Refuse(thidua.Conflict, CodeUnreadable)
	}
	return err
}

// Sign is the second step: the value that the token made is put into the file, which becomes the signed copy of the paper. A further signer adds the
// next signature to it. A value of another key, or about another version of the paper, is refused at "value", a time stamp about something else
// at "reply".
func (d Desk) Sign(ctx context.Context, actor thidua.Actor, paper string, version int64, o Order, value io.Reader) error {
	r, err := d.Prepare(ctx, actor, paper, o)
	if err != nil {
		return err
	}
	signed, err := finish(ctx, r.prepared, value)
	if err != nil {
		return err
	}
	name := app.FileTitle(r.Title) + doc.SignedMark + ".pdf"
	ref, err := d.App.KeepFile(ctx, actor, "value", name, bytes.NewReader(signed))
	if err != nil {
		return err
	}
	return d.App.ChangePaper(ctx, actor, paper, version, act.Deed{Verb: thidua.SignPaper}, func(p *app.OnPaper) error {
		if _, err := thidua.PaperFlow.Next(p.Paper.State, thidua.SignPaper, p.Roles, p.Facts, ""); err != nil {
			return err
		}
		if err := custody.Room(p.Tx, "value", ref, store.HeldByPaper, paper); err != nil {
			return err
		}
		if p.Paper.Signed.Missing() {
			p.Paper.Number, p.Paper.IssuedOn = o.Number, o.On
		}
		p.Paper.Signed = ref
		f := thidua.PaperFile{ID: store.NewID(), Paper: paper, Kind: thidua.FileSigned, Edition: p.Paper.Edition, File: ref, Sum: sum(signed), ByName: actor.Name, At: p.Tx.Now}
		p.Deed.After = f
		return p.Tx.InsertPaperFile(f)
	})
}

// Elliptic tells whether the signer's key is one of ECDSA; otherwise it is RSA.
func (r Ready) Elliptic() bool {
	_, ok := r.Chain[0].PublicKey.(*ecdsa.PublicKey)
	return ok
}
