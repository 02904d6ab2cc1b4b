package outside

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"thidua/internal/doc/sign"
)

// maxValue is the greatest signature value, in bytes: that of an RSA key of 16384 bits in hexadecimal letters.
const maxValue = 8 << 10

// finish puts a signature value into a file. Programs of tokens give it as bytes, or as letters in base64 or hexadecimal.
func finish(ctx context.Context, p *sign.Prepared, value io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(value, maxValue))
	if err != nil {
		return nil, err
	}
	for _, v := range readings(raw) {
		signed, err := p.Finish(ctx, v)
		if err == nil {
			return signed, nil
		}
		if !errors.Is(err, sign.ErrSignature) {
			return nil, refusal(err)
		}
	}
	return nil, refusal(sign.ErrSignature)
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
