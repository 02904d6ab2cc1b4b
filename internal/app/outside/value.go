package outside

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"thidua"
	"thidua/internal/doc/sign"
)

// maxValue is the greatest signature value, in bytes: that of an RSA key of 16384 bits in hexadecimal letters.
const maxValue = 8 << 10

// TimestampQuery gives what a time-stamping authority is asked about the signature value: the official's office carries it there and brings the answer
// to Sign. Refusals are those of Sign.
func (d Desk) TimestampQuery(ctx context.Context, actor thidua.Actor, paper string, o Order, value io.Reader) (query []byte, err error) {
	r, err := d.Prepare(ctx, actor, paper, o)
	if err != nil {
		return nil, err
	}
	err = each(value, func(v []byte) (err error) {
		query, err = r.prepared.TimestampQuery(v)
		return err
	})
	return query, err
}

// finish puts a signature value into a file.
func finish(ctx context.Context, p *sign.Prepared, value io.Reader) (signed []byte, err error) {
	err = each(value, func(v []byte) (err error) {
		signed, err = p.Finish(ctx, v)
		return err
	})
	return signed, err
}

// each tries the ways in which a signature value may be written: programs of tokens give it as bytes, or as letters in base64 or hexadecimal.
func each(value io.Reader, try func([]byte) error) error {
	raw, err := io.ReadAll(io.LimitReader(value, maxValue))
	if err != nil {
		return err
	}
	for _, v := range readings(raw) {
		if err := try(v); !errors.Is(err, sign.ErrSignature) {
			return refusal(err)
		}
	}
	return refusal(sign.ErrSignature)
}

func readings(raw []byte) [][]byte {
	out := [][]byte{raw}
	letters := strings.Join(strings.Fields(string(bytes.TrimPrefix(raw, []byte("\ufeff")))), "")
	if b, err := hex.DecodeString(letters); err == nil {
		out = append(out, b)
	}
	if b, err := base64.StdEncoding.DecodeString(letters); err == nil {
		out = append(out, b)
	}
	return out
}
